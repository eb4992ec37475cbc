import {nearest, SimhostError} from '../errors.ts';
import type {ApiNode, ApiTree} from '../wire/sandbox.ts';
import {SignalCell, type SignalClass} from './signals.ts';

/** The `shopify` global of one target: the tree of its API, `local` members, and registration. */
export function createShopify({target, api, local, callPage, reload}: ShopifyOptions): Shopify {
  const registered = new Map<string, Callback>();
  const cells = new Map<string, SignalCell>();
  let signalClass: SignalClass | undefined;

  const global = group('shopify', api, {
    ...local,
    extend: (name: string, callback: Callback) => void registered.set(name, callback),
    reload,
    setSignals: (ownClass: SignalClass) => void (signalClass = ownClass),
  });

  function group(path: string, members: ApiTree, more: Readonly<Record<string, unknown>> = {}): object {
    const made: Record<string, unknown> = {...more};
    for (const [name, node] of Object.entries(members)) {
      Object.defineProperty(made, name, {enumerable: true, configurable: true, ...member(`${path}.${name}`, node)});
    }
    return new Proxy(made, {
      get(object, name, receiver) {
        if (name in object || typeof name === 'symbol' || PROBED.has(name)) return Reflect.get(object, name, receiver) as unknown;
        throw unknownMember(`${path}.${name}`, Object.keys(object));
      },
    });
  }

  function member(path: string, node: ApiNode): PropertyDescriptor {
    if (node.kind === 'group') return {value: group(path, node.members)};
    if (node.kind === 'value') return {value: node.value};
    const inApi = path.slice('shopify.'.length);
    if (node.kind === 'call') return {value: (...args: readonly unknown[]) => callPage(inApi, args)};
    const cell = new SignalCell(node.value, () => signalClass);
    cells.set(inApi, cell);
    return {get: () => cell.view};
  }

  function unknownMember(path: string, known: readonly string[]): SimhostError {
    const near = nearest(path.slice(path.lastIndexOf('.') + 1), known);
    return new SimhostError('ERR_UNKNOWN_API_MEMBER', `${path} does not exist for ${target}.`, {
      next: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${known.join(', ')}.`,
    });
  }

  return {
    global,
    registered,
    setSignal(path, value) {
      const cell = cells.get(path);
      if (cell === undefined) throw new SimhostError('ERR_NO_SIGNAL', `shopify.${path} is not a signal of ${target}.`);
      cell.set(value);
    },
  };
}

export interface ShopifyOptions {
  readonly target: string;
  readonly api: ApiTree;
  /** Members made in the sandbox. */
  readonly local: Readonly<Record<string, unknown>>;
  readonly callPage: (path: string, args: readonly unknown[]) => Promise<unknown>;
  readonly reload: () => void;
}

export interface Shopify {
  readonly global: object;
  readonly registered: ReadonlyMap<string, Callback>;
  setSignal(path: string, value: unknown): void;
}

export type Callback = (...args: readonly unknown[]) => unknown;

/** What promises, JSON, consoles and test libraries ask of any object. */
const PROBED: ReadonlySet<string> = new Set([
  '$$typeof',
  '@@__IMMUTABLE_ITERABLE__@@',
  '@@__IMMUTABLE_RECORD__@@',
  'asymmetricMatch',
  'inspect',
  'length',
  'nodeType',
  'tagName',
  'then',
  'toJSON',
]);
