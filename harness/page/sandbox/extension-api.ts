import {SimhostError} from '../../errors.ts';
import {nearest} from '../../known-values.ts';
import type {WireNotice} from '../../wire/control.ts';
import type {ApiNode, ApiTree} from '../../wire/sandbox.ts';

/** The object that a tree describes; `local` members are made in the sandbox and stand before those of the tree. */
export function createExtensionApi({
  name,
  target,
  tree,
  local,
  createCell,
  callPage,
  notice,
}: ApiOptions): ExtensionApi {
  const noticed = new Set<string>();
  const cells = new Map<string, Cell>();

  function group(path: string, members: ApiTree, more: Readonly<Record<string, unknown>> = {}): object {
    const made: Record<string, unknown> = {...more};
    for (const [member, node] of Object.entries(members)) {
      if (Object.hasOwn(more, member)) continue;
      Object.defineProperty(made, member, {
        enumerable: true,
        configurable: true,
        ...descriptor(path === '' ? member : `${path}.${member}`, node),
      });
    }

    return new Proxy(made, {
      get(object, member, receiver) {
        if (!(member in object) && typeof member === 'string' && !isProbed(member)) {
          noticeMissing([name, path, member].filter((part) => part !== '').join('.'), Object.keys(object));
        }
        return Reflect.get(object, member, receiver) as unknown;
      },
    });
  }

  function descriptor(path: string, node: ApiNode): PropertyDescriptor {
    if (node.kind === 'group') return {value: group(path, node.members)};
    if (node.kind === 'value') return {value: node.value};
    if (node.kind === 'call') return {value: (...args: readonly unknown[]) => callPage(path, args)};
    const cell = createCell(node.value);
    cells.set(path, cell);
    return {get: () => cell.view};
  }

  /** On the platform, a member that the target lacks reads `undefined`, and shared code tests for that. */
  function noticeMissing(path: string, known: readonly string[]): void {
    if (noticed.has(path)) return;
    noticed.add(path);

    const near = nearest(path.slice(path.lastIndexOf('.') + 1), known);
    notice({
      code: 'api-member-missing',
      message: `${path} is undefined: ${target} does not have it.`,
      next: near === undefined ? `Known: ${known.join(', ')}.` : `Did you mean "${near}"?`,
    });
  }

  return {
    object: group('', tree, local),
    setSignal(path, value) {
      const cell = cells.get(path);
      if (cell === undefined)
        throw new SimhostError('ERR_NO_SIGNAL', `${name}.${path} is not a signal of ${target}.`);
      cell.set(value);
    },
  };
}

export interface ApiOptions {
  /** What the extension calls the object. */
  readonly name: string;
  readonly target: string;
  readonly tree: ApiTree;
  readonly local: Readonly<Record<string, unknown>>;
  readonly createCell: (value: unknown) => Cell;
  readonly callPage: (path: string, args: readonly unknown[]) => unknown;
  readonly notice: (notice: WireNotice) => void;
}

export interface ExtensionApi {
  readonly object: object;
  setSignal(path: string, value: unknown): void;
}

/** A value that the page changes, as the extension's generation sees it. */
export interface Cell {
  readonly view: object;
  set(value: unknown): void;
}

export type Callback = (...args: readonly unknown[]) => unknown;

/** Whether libraries ask this of any object: Preact and React keep their own data in members that begin with an underscore. */
function isProbed(member: string): boolean {
  return member.startsWith('_') || PROBED.has(member);
}

/** What promises, JSON, consoles, React and test libraries ask of any object. */
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
