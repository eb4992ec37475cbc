import {SimhostError} from '../../errors.ts';
import {nearest} from '../../known-values.ts';
import type {ElementSpec} from '../../wire/element-spec.ts';
import type {RemoteListener} from '../../wire/sandbox.ts';
import {pageElements} from './loaded-elements.ts';

const URL_PROPERTIES: ReadonlySet<string> = new Set(['action', 'href', 'poster', 'src']);
const SCRIPT_URL = /^(javascript|vbscript):|^data:(?!image\/)/i;

/** The elements whose `src` is fetched. It may be any URL, because scripts of the document do not run. */
const FETCHED: ReadonlySet<string> = new Set(['s-admin-print-action']);

/**
 * The page's side of an extension's tree: one DOM node per remote node. It accepts only elements, properties
 * and events of its table, regardless of what the sandbox sends. A node that a batch removes and inserts
 * again keeps its DOM node.
 */
export class PageTree {
  readonly #rules: TreeRules;
  readonly #nodes = new Map<string, TreeNode>();
  readonly #removed = new Map<string, TreeNode>();

  constructor(root: Element, rootId: string, rules: TreeRules) {
    this.#rules = rules;
    this.#nodes.set(rootId, {id: rootId, dom: root, children: [], element: null});
  }

  insert(parentId: string, description: NodeDescription, index: number): void {
    const parent = this.#node(parentId);
    this.#check(description);
    const node = this.#build(description);
    parent.dom.insertBefore(node.dom, parent.children[index]?.dom ?? null);
    parent.children.splice(index, 0, node);
  }

  remove(parentId: string, index: number): void {
    const parent = this.#node(parentId);
    const [node] = parent.children.splice(index, 1);

    if (node === undefined)
      throw new SimhostError(
        'ERR_TREE',
        `The extension removed child ${index} of ${describe(parent)}, which has none.`,
      );

    (node.dom as ChildNode).remove();
    this.#forget(node);
  }

  setText(id: string, text: string): void {
    const {dom} = this.#node(id);
    if (dom instanceof CharacterData) dom.data = text;
  }

  setProperty(id: string, name: string, value: unknown): void {
    const {element} = this.#node(id);
    if (element === null)
      throw new SimhostError('ERR_TREE', `The extension set ${name} on a node that is not an element.`);
    this.#checkProperty(element.tag, name, value);
    this.#assign(element, name, value);
  }

  setListener(id: string, type: string, listener: RemoteListener | undefined): void {
    const {element} = this.#node(id);
    if (element === null)
      throw new SimhostError(
        'ERR_TREE',
        `The extension listens to ${type} on a node that is not an element.`,
      );
    this.#checkEvent(element.tag, type);
    this.#listen(element, type, listener);
  }

  /** Calls a method of a node's element. */
  call(id: string, method: string, args: readonly unknown[]): unknown {
    const {element} = this.#node(id);
    if (element === null || !(this.#rules.elements[element.tag]?.methods ?? []).includes(method)) {
      throw new SimhostError('ERR_UNKNOWN_METHOD', `<${element?.tag ?? '#text'}> has no method ${method}().`);
    }

    const found: unknown = Reflect.get(element.dom, method);
    if (typeof found !== 'function')
      throw new SimhostError('ERR_NOT_SIMULATED', `<${element.tag}>.${method}() is not simulated yet.`);
    return found.apply(element.dom, args) as unknown;
  }

  /** Ends a batch: nodes that it removed and did not insert again are dropped. */
  settle(): void {
    this.#removed.clear();
  }

  #node(id: string): TreeNode {
    const node = this.#nodes.get(id);
    if (node === undefined)
      throw new SimhostError(
        'ERR_TREE',
        `The extension changed node ${JSON.stringify(id)}, which is not in the page.`,
      );

    return node;
  }

  #check(description: NodeDescription): void {
    if (description.kind !== 'element') return;
    if (!Object.hasOwn(this.#rules.elements, description.tag)) throw this.#notAllowed(description.tag);
    for (const [name, value] of Object.entries(description.properties))
      this.#checkProperty(description.tag, name, value);
    for (const type of Object.keys(description.listeners)) this.#checkEvent(description.tag, type);
    for (const child of description.children) this.#check(child);
  }

  #checkProperty(tag: string, name: string, value: unknown): void {
    if (/^on/i.test(name) || !(this.#rules.elements[tag]?.properties ?? []).includes(name)) {
      throw new SimhostError('ERR_PROPERTY_NOT_ALLOWED', `Property is not allowed: ${name} of <${tag}>.`);
    }

    if (URL_PROPERTIES.has(name) && !FETCHED.has(tag) && isScriptUrl(value)) {
      throw new SimhostError('ERR_SCRIPT_URL', `<${tag}> has a script URL as its ${name}.`, {
        next: 'Handle the click event in the extension instead.',
      });
    }
  }

  #checkEvent(tag: string, type: string): void {
    if ((this.#rules.elements[tag]?.events ?? []).includes(type)) return;
    throw new SimhostError('ERR_EVENT_NOT_ALLOWED', `Event is not allowed: ${type} of <${tag}>.`);
  }

  #build(description: NodeDescription): TreeNode {
    const node = this.#reuse(description) ?? create(description);
    this.#removed.delete(node.id);
    this.#nodes.set(node.id, node);
    if (description.kind !== 'element' || node.element === null) return node;

    this.#updateElement(node.element, description);

    const children = description.children.map((child) => this.#build(child));
    if (
      children.length !== node.children.length ||
      children.some((child, index) => child !== node.children[index])
    ) {
      node.element.dom.replaceChildren(...children.map(({dom}) => dom));
      node.children = children;
    }

    return node;
  }

  #updateElement(
    element: TreeElement,
    {properties, listeners}: Extract<NodeDescription, {kind: 'element'}>,
  ): void {
    for (const name of new Set([...element.properties.keys(), ...Object.keys(properties)])) {
      if (element.properties.get(name) !== properties[name]) this.#assign(element, name, properties[name]);
    }

    for (const type of new Set([...element.listeners.keys(), ...Object.keys(listeners)])) {
      this.#listen(element, type, listeners[type]);
    }
  }

  #reuse(description: NodeDescription): TreeNode | undefined {
    const node = this.#removed.get(description.id);
    const tag = description.kind === 'element' ? description.tag : null;
    if (node === undefined || (node.element?.tag ?? null) !== tag) return undefined;

    if (description.kind !== 'element' && node.dom instanceof CharacterData) node.dom.data = description.data;
    return node;
  }

  #forget(node: TreeNode): void {
    this.#nodes.delete(node.id);
    this.#removed.set(node.id, node);
    for (const child of node.children) this.#forget(child);
  }

  #assign({dom, properties}: TreeElement, name: string, value: unknown): void {
    properties.set(name, value);
    Reflect.set(dom, name, value);
  }

  #listen({dom, listeners}: TreeElement, type: string, listener: RemoteListener | undefined): void {
    const known = listeners.get(type);
    if (known?.listener === listener) return;
    if (known !== undefined) dom.removeEventListener(type, known.handler as EventListener);

    listeners.delete(type);
    if (listener === undefined) return;

    const handler = (event: ExtendableEvent): void => {
      // Events bubble in the sandbox's own tree.
      if (event.target !== dom) return;
      this.#rules.dispatch(() => {
        const answer = Promise.resolve(listener(event.detail));
        event.waitFor?.(answer);
        return answer;
      });
    };

    dom.addEventListener(type, handler as EventListener);
    listeners.set(type, {listener, handler});
  }

  #notAllowed(tag: string): SimhostError {
    const {target, surface} = this.#rules;
    const known = Object.keys(this.#rules.elements);
    const near = nearest(tag, known) ?? nearest(`s-${tag}`, known);

    return new SimhostError(
      'ERR_ELEMENT_NOT_ALLOWED',
      `Element is not allowed: <${tag}> in ${target} (surface ${surface}).`,
      {
        next: `${near === undefined ? '' : `Did you mean <${near}>? `}Known: ${known.join(', ')}.`,
      },
    );
  }
}

/** The elements that a tree accepts, and the way to send events. */
export interface TreeRules {
  readonly target: string;
  /** The surface that has these elements, for messages. */
  readonly surface: string;
  readonly elements: Readonly<Record<string, ElementSpec>>;
  /** Sends an event to the extension. */
  dispatch(send: () => unknown): void;
}

/** A node of the extension's tree, as decoded from a mutation record. */
export type NodeDescription =
  | {readonly kind: 'text'; readonly id: string; readonly data: string}
  | {readonly kind: 'comment'; readonly id: string; readonly data: string}
  | {
      readonly kind: 'element';
      readonly id: string;
      readonly tag: string;
      readonly properties: Readonly<Record<string, unknown>>;
      readonly listeners: Readonly<Record<string, RemoteListener>>;
      readonly children: readonly NodeDescription[];
    };

interface TreeNode {
  readonly id: string;
  readonly dom: Node & {insertBefore(node: Node, before: Node | null): Node};
  readonly element: TreeElement | null;
  children: TreeNode[];
}

/** An event of a page element. Some wait for the answer of the extension. */
interface ExtendableEvent extends CustomEvent<unknown> {
  readonly waitFor?: (answer: Promise<unknown>) => void;
}

interface TreeElement {
  readonly tag: string;
  readonly dom: Element;
  readonly properties: Map<string, unknown>;
  readonly listeners: Map<
    string,
    {readonly listener: RemoteListener; readonly handler: (event: ExtendableEvent) => void}
  >;
}

function isScriptUrl(value: unknown): boolean {
  // oxlint-disable-next-line no-control-regex -- browsers skip control characters in a scheme
  return typeof value === 'string' && SCRIPT_URL.test(value.replace(/[\u0000-\u0020]/g, ''));
}

function create(description: NodeDescription): TreeNode {
  const {id} = description;
  if (description.kind === 'text')
    return {id, dom: document.createTextNode(description.data), element: null, children: []};
  if (description.kind === 'comment')
    return {id, dom: document.createComment(description.data), element: null, children: []};
  pageElements().defineElement(description.tag);
  const dom = document.createElement(description.tag);

  return {
    id,
    dom,
    element: {tag: description.tag, dom, properties: new Map(), listeners: new Map()},
    children: [],
  };
}

function describe({dom, id}: TreeNode): string {
  return dom instanceof Element ? `<${dom.localName}>` : `node ${JSON.stringify(id)}`;
}
