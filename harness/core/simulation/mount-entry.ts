import {SimhostError} from '../../errors.ts';
import type {Notice} from '../../notices.ts';
import type {Mount} from '../../wire/control.ts';
import type {DeclaredTool} from '../platforms/shopify/extension/declared-tool.ts';
import type {Deferred} from './deferred.ts';
import type {MountRequest} from './mount-request.ts';

/** A mount as the simulation keeps it. */
export interface MountEntry {
  request: MountRequest;
  mount: Mount;
  started: Deferred<void>;
  /** Whether it has neither started nor failed. */
  isStarting: boolean;
  readonly returned: Deferred<unknown>;
  /** Reads of members that the target does not have. They explain a failure that follows. */
  readonly missing: Notice[];
  /** The names of the tools that the extension has registered. */
  readonly tools: Set<string>;
}

/** A tool of a mounted extension. */
export interface MountedTool {
  readonly mount: Mount;
  readonly tool: DeclaredTool;
  /** Whether the extension has registered a function for it. */
  readonly isRegistered: boolean;
}

/** Lists the tools that an extension declares at the target of a mount. */
export function declaredTools({
  request,
  mount,
}: Pick<MountEntry, 'request' | 'mount'>): readonly DeclaredTool[] {
  return request.extension.targeting.find(({target}) => target === mount.target)?.tools ?? [];
}

/** Follows a call of `shopify.tools`. Returns the notice about a tool that is not declared. */
export function followTools(entry: MountEntry, member: string, [name]: readonly unknown[]): Notice | null {
  const {tools, mount} = entry;
  if (member === 'tools.clear') tools.clear();
  if (member === 'tools.unregister') tools.delete(String(name));
  if (member !== 'tools.register') return null;

  tools.add(String(name));
  const names = declaredTools(entry).map((tool) => tool.name);
  if (names.includes(String(name))) return null;
  return {
    code: 'tool-undeclared',
    message:
      `The extension "${mount.handle}" registers the tool "${String(name)}", which ${mount.target} does not declare. ` +
      'The assistant never calls it.',
    next:
      names.length === 0
        ? 'Declare it in a file, and name the file in shopify.extension.toml: tools = "./tools.json".'
        : `Declared: ${names.join(', ')}.`,
  };
}

/** Makes the error of a mount that could not start, with the missing members that may explain it. */
export function startFailure(
  {mount, missing}: MountEntry,
  cause: Error,
  source: string | null,
): SimhostError {
  const code = cause instanceof SimhostError ? cause.code : 'ERR_EXTENSION_FAILED';
  const what = cause instanceof SimhostError ? cause.message : `${cause.name}: ${cause.message}`;
  const where = source === null ? '' : ` (${source})`;
  const did =
    mount.run === null ? `did not start at ${mount.target}` : `returned nothing from ${mount.run.registered}`;
  const why = cause.name === 'TypeError' ? missing.map(({message, next}) => `\n${message} ${next}`) : [];

  return new SimhostError(code, `Extension "${mount.handle}" ${did}${where}.\n${what}${why.join('')}`, {
    cause,
  });
}
