/** The extension's own tree, as the messages of remote-ui build it (`@remote-ui/core`, `types.ts`). */
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

export class ComponentTree {
  readonly root: FragmentNode = {kind: 'fragment', id: ROOT, children: []};
  readonly #nodes = new Map<string, ModelNode>([[ROOT, this.root]]);

  apply([type, ...payload]: Message): void {
    switch (type) {
      case ACTION_MOUNT: {
        const [children] = payload as [readonly Serialized[]];
        this.root.children = children.map((child) => this.#read(child));
        return;
      }
      case ACTION_INSERT_CHILD: {
        const [parentId, index, child, formerParent] = payload as [
          string | undefined,
          number,
          Serialized,
          string | undefined | false,
        ];
        if (formerParent !== false) this.#take(this.#parent(formerParent), child.id);
        this.#parent(parentId).children.splice(index, 0, this.#read(child));
        return;
      }
      case ACTION_REMOVE_CHILD: {
        const [parentId, index] = payload as [string | undefined, number];
        for (const removed of this.#parent(parentId).children.splice(index, 1)) this.#forget(removed);
        return;
      }
      case ACTION_UPDATE_TEXT: {
        const [id, text] = payload as [string, string];
        const node = this.#nodes.get(id);
        if (node?.kind === 'text') node.text = text;
        return;
      }
      case ACTION_UPDATE_PROPS: {
        const [id, changed] = payload as [string, Readonly<Record<string, unknown>>];
        const node = this.#nodes.get(id);
        if (node?.kind !== 'component') return;
        for (const [name, value] of Object.entries(changed)) {
          const before = node.props[name];
          if (isFragment(before)) this.#forget(before);
          node.props[name] = this.#readProp(value);
        }
        return;
      }
      default:
        throw new SimhostError('ERR_TREE', `Unknown message of remote-ui: ${JSON.stringify(type)}.`);
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
    const node: ComponentNode | TextNode =
      serialized.kind === KIND_TEXT
        ? {kind: 'text', id: serialized.id, text: serialized.text}
        : {
            kind: 'component',
            id: serialized.id,
            type: serialized.type,
            props: Object.fromEntries(
              Object.entries(serialized.props ?? {}).map(([name, value]) => [name, this.#readProp(value)]),
            ),
            children: serialized.children.map((child) => this.#read(child)),
          };

    this.#nodes.set(node.id, node);
    return node;
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

/** The value of a prop that holds nodes. */
export interface FragmentNode {
  readonly kind: 'fragment';
  readonly id: string;
  children: (ComponentNode | TextNode)[];
}

export function isFragment(value: unknown): value is FragmentNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'fragment';
}

/** `channel(type, ...payload)` */
export type Message = readonly [type: number, ...payload: unknown[]];

const ROOT = '~';

type ParentNode = ComponentNode | FragmentNode;

type Serialized =
  | {readonly kind: typeof KIND_TEXT; readonly id: string; readonly text: string}
  | {
      readonly kind: typeof KIND_COMPONENT;
      readonly id: string;
      readonly type: string;
      readonly props?: Readonly<Record<string, unknown>>;
      readonly children: readonly Serialized[];
    };

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
