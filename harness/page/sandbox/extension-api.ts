import {SimhostError} from '../../errors.ts';
import {nearest} from '../../known-values.ts';
import type {WireNotice} from '../../wire/extension-notices.ts';
import type {ApiNode, ApiTree} from '../../wire/sandbox.ts';
import {LineReads} from './line-reads.ts';

/** Members that promises, JSON, consoles, React and test libraries read of any object. */
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

/** Members of a DOM node that libraries use when they get an object to render into. */
const NODE_MEMBERS: ReadonlySet<string> = new Set([
  'append',
  'appendChild',
  'childNodes',
  'firstChild',
  'insertBefore',
  'localName',
  'namespaceURI',
  'ownerDocument',
  'replaceChildren',
]);

/**
 * Creates the API object that a tree describes. The sandbox makes the `local` members, which override those
 * of the tree.
 */
export function createExtensionApi(options: ApiOptions): ExtensionApi {
  const {name, target, tree, local} = options;
  const cells = new Map<string, Cell>();
  const lineReads = new LineReads();

  return {
    object: createGroup('', tree, local, {...options, cells, lineReads, noticed: new Set()}),
    setSignal(path, value) {
      const cell = cells.get(path);
      if (cell === undefined)
        throw new SimhostError('ERR_NO_SIGNAL', `${name}.${path} is not a signal of ${target}.`);

      lineReads.changed(path);
      cell.set(value);
    },
  };
}

export interface ApiOptions {
  /** The extension's name for the object. */
  readonly name: string;
  readonly target: string;
  readonly tree: ApiTree;
  readonly local: Readonly<Record<string, unknown>>;
  /** Creates a signal. `onRead` is called when the extension gets its value. */
  readonly createCell: (value: unknown, path: string, onRead?: () => void) => Cell;
  readonly callPage: (path: string, args: readonly unknown[]) => unknown;
  readonly notice: (notice: WireNotice) => void;
}

export interface ExtensionApi {
  readonly object: object;
  /** Changes the value of a signal. */
  setSignal(path: string, value: unknown): void;
}

/** A value that the page changes, in the form of the extension's generation. */
export interface Cell {
  readonly view: object;
  set(value: unknown): void;
}

/** A function that the extension registers for a target. */
export type Callback = (...args: readonly unknown[]) => unknown;

interface ApiState extends ApiOptions {
  readonly cells: Map<string, Cell>;
  readonly lineReads: LineReads;
  /** The paths of missing members that were reported. */
  readonly noticed: Set<string>;
}

function createGroup(
  path: string,
  members: ApiTree,
  local: Readonly<Record<string, unknown>>,
  state: ApiState,
): object {
  const made: Record<string, unknown> = {...local};
  for (const [member, node] of Object.entries(members)) {
    if (Object.hasOwn(local, member)) continue;

    const memberPath = path === '' ? member : `${path}.${member}`;
    const descriptor = describeMember(memberPath, node, state);
    Object.defineProperty(made, member, {enumerable: true, configurable: true, ...descriptor});
  }

  return new Proxy(made, {
    get(object, member, receiver) {
      if (!(member in object) && typeof member === 'string' && !isProbed(member)) {
        noticeMissing([state.name, path].filter((part) => part !== '').join('.'), member, object, state);
      }

      return Reflect.get(object, member, receiver) as unknown;
    },
  });
}

function describeMember(path: string, node: ApiNode, state: ApiState): PropertyDescriptor {
  switch (node.kind) {
    case 'group':
      return {value: createGroup(path, node.members, {}, state)};
    case 'value':
      return {value: node.value};
    case 'call':
      return {value: (...args: readonly unknown[]) => callMember(path, args, state)};
    default: {
      const {createCell, lineReads} = state;
      const onRead = lineReads.concerns(path) ? lineReads.read : undefined;
      const cell = createCell(node.value, path, onRead);
      state.cells.set(path, cell);
      return {get: () => cell.view};
    }
  }
}

function callMember(
  path: string,
  args: readonly unknown[],
  {callPage, lineReads, notice}: ApiState,
): unknown {
  const about = lineReads.noticeAbout(path, args);
  if (about !== null) notice(about);
  return callPage(path, args);
}

/**
 * Reports a member that the target lacks. On the platform it reads `undefined`, and shared code tests for
 * that.
 */
function noticeMissing(owner: string, member: string, object: object, state: ApiState): void {
  const isNode = owner === 'shopify' && NODE_MEMBERS.has(member);
  const path = isNode ? owner : `${owner}.${member}`;
  if (state.noticed.has(path)) return;

  state.noticed.add(path);
  state.notice(isNode ? usedAsNode(member) : missingMember(path, member, object, state.target));
}

/** Makes the notice about an extension that renders into `shopify`, for example with `render` of Preact. */
function usedAsNode(member: string): WireNotice {
  return {
    code: 'api-member-missing',
    message: `shopify is the API and not an element, and "${member}" was read of it.`,
    next: 'Render into document.body: render(<Extension />, document.body).',
  };
}

function missingMember(path: string, member: string, object: object, target: string): WireNotice {
  const known = Object.keys(object).filter((name) => !isProbed(name));
  const near = nearest(member, known);

  return {
    code: 'api-member-missing',
    message: `${path} is undefined: ${target} does not have it.`,
    next: near === undefined ? `Known: ${known.join(', ')}.` : `Did you mean "${near}"?`,
  };
}

/**
 * Whether libraries read this member of any object. Preact and React keep data in members with an underscore.
 */
function isProbed(member: string): boolean {
  return member.startsWith('_') || PROBED.has(member);
}
