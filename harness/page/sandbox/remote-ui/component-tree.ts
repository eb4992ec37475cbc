import {
  ACTION_INSERT_CHILD,
  ACTION_MOUNT,
  ACTION_REMOVE_CHILD,
  ACTION_UPDATE_PROPS,
  ACTION_UPDATE_TEXT,
  KIND_FRAGMENT,
  KIND_TEXT,
  type KIND_COMPONENT,
} from '@remote-ui/core';
import {SimhostError} from '../../../errors.ts';

const ROOT = '~';

/** The extension's own tree, as the messages of remote-ui build it (`@remote-ui/core`, `types.ts`). */
export class ComponentTree {
  readonly root: FragmentNode = {kind: 'fragment', id: ROOT, children: []};
  readonly #nodes = new Map<string, ModelNode>([[ROOT, this.root]]);

  apply([type, ...payload]: Message): void {
    switch (type) {
      case ACTION_MOUNT:
        return this.#mount(...(payload as [readonly Serialized[]]));
      case ACTION_INSERT_CHILD:
        return this.#insertChild(...(payload as InsertPayload));
      case ACTION_REMOVE_CHILD:
        return this.#removeChild(...(payload as [string | undefined, number]));
      case ACTION_UPDATE_TEXT:
        return this.#updateText(...(payload as [string, string]));
      case ACTION_UPDATE_PROPS:
        return this.#updateProps(...(payload as [string, Readonly<Record<string, unknown>>]));
      default:
        throw new SimhostError('ERR_TREE', `Unknown message of remote-ui: ${JSON.stringify(type)}.`);
    }
  }

  #mount(children: readonly Serialized[]): void {
    this.root.children = children.map((child) => this.#read(child));
  }

  /** Inserts a child. A child that moves has a former parent; `false` means that it is new. */
  #insertChild(
    parentId: string | undefined,
    index: number,
    child: Serialized,
    formerParentId: string | undefined | false,
  ): void {
    if (formerParentId !== false) this.#take(this.#parent(formerParentId), child.id);
    this.#parent(parentId).children.splice(index, 0, this.#read(child));
  }

  #removeChild(parentId: string | undefined, index: number): void {
    for (const removed of this.#parent(parentId).children.splice(index, 1)) this.#forget(removed);
  }

  #updateText(id: string, text: string): void {
    const node = this.#nodes.get(id);
    if (node?.kind === 'text') node.text = text;
  }

  #updateProps(id: string, changed: Readonly<Record<string, unknown>>): void {
    const node = this.#nodes.get(id);
    if (node?.kind !== 'component') return;

    for (const [name, value] of Object.entries(changed)) {
      const before = node.props[name];
      if (isFragment(before)) this.#forget(before);
      node.props[name] = this.#readProp(value);
    }
  }

  #parent(id: string | undefined): ParentNode {
    const node = this.#nodes.get(id ?? ROOT);
    if (node === undefined || node.kind === 'text') {
      throw new SimhostError(
        'ERR_TREE',
        `The extension changed the children of node ${JSON.stringify(id)}, which has none.`,
      );
    }

    return node;
  }

  #take(parent: ParentNode, id: string): void {
    const index = parent.children.findIndex((child) => child.id === id);
    if (index !== -1) parent.children.splice(index, 1);
  }

  #read(serialized: Serialized): ComponentNode | TextNode {
    const node = serialized.kind === KIND_TEXT ? readText(serialized) : this.#readComponent(serialized);
    this.#nodes.set(node.id, node);
    return node;
  }

  #readComponent({id, type, props = {}, children}: SerializedComponent): ComponentNode {
    return {
      kind: 'component',
      id,
      type,
      props: Object.fromEntries(Object.entries(props).map(([name, value]) => [name, this.#readProp(value)])),
      children: children.map((child) => this.#read(child)),
    };
  }

  #readProp(value: unknown): unknown {
    if (!isSerializedFragment(value)) return value;

    const fragment: FragmentNode = {
      kind: 'fragment',
      id: value.id,
      children: value.children.map((child) => this.#read(child)),
    };

    this.#nodes.set(fragment.id, fragment);
    return fragment;
  }

  #forget(node: ModelNode): void {
    this.#nodes.delete(node.id);
    if (node.kind === 'text') return;
    for (const child of node.children) this.#forget(child);
    if (node.kind === 'component')
      for (const fragment of Object.values(node.props).filter(isFragment)) this.#forget(fragment);
  }
}

type InsertPayload = [
  parentId: string | undefined,
  index: number,
  child: Serialized,
  formerParentId: string | undefined | false,
];

export type ModelNode = ComponentNode | TextNode | FragmentNode;

export interface ComponentNode {
  readonly kind: 'component';
  readonly id: string;
  readonly type: string;
  readonly props: Record<string, unknown>;
  readonly children: (ComponentNode | TextNode)[];
}

export interface TextNode {
  readonly kind: 'text';
  readonly id: string;
  text: string;
}

/** The value of a prop that consists of nodes. */
export interface FragmentNode {
  readonly kind: 'fragment';
  readonly id: string;
  children: (ComponentNode | TextNode)[];
}

export function isFragment(value: unknown): value is FragmentNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'fragment';
}

/** Whether nodes are text alone. */
export function isText(children: readonly ModelNode[]): boolean {
  return children.every(({kind}) => kind === 'text');
}

/** Joins the text among nodes. */
export function textOf(children: readonly ModelNode[]): string {
  return children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
}

/** The arguments of `channel(type, ...payload)`. */
export type Message = readonly [type: number, ...payload: unknown[]];

type ParentNode = ComponentNode | FragmentNode;

type Serialized = SerializedText | SerializedComponent;

interface SerializedText {
  readonly kind: typeof KIND_TEXT;
  readonly id: string;
  readonly text: string;
}

interface SerializedComponent {
  readonly kind: typeof KIND_COMPONENT;
  readonly id: string;
  readonly type: string;
  readonly props?: Readonly<Record<string, unknown>>;
  readonly children: readonly Serialized[];
}

interface SerializedFragment {
  readonly id: string;
  readonly children: readonly Serialized[];
}

function isSerializedFragment(value: unknown): value is SerializedFragment {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === KIND_FRAGMENT &&
    'children' in value
  );
}

function readText({id, text}: SerializedText): TextNode {
  return {kind: 'text', id, text};
}
