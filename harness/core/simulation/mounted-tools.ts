import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import type {MountedTool} from './mount-entry.ts';
import type {Mounts} from './mounts.ts';
import type {Pages} from './pages.ts';

/** The tools that mounted extensions declare, as the assistant of the admin calls them. */
export class MountedTools {
  readonly #mounts: Mounts;
  readonly #pages: Pages;

  constructor({mounts, pages}: {readonly mounts: Mounts; readonly pages: Pages}) {
    this.#mounts = mounts;
    this.#pages = pages;
  }

  /** The names of the tools that are declared and registered. */
  get names(): readonly string[] {
    const registered = this.#mounts.tools.filter(({isRegistered}) => isRegistered);
    return [...new Set(registered.map(({tool}) => tool.name))];
  }

  /**
   * Finds a tool by its name. If several extensions declare it, the last one that registered it is taken.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_TOOL`
   */
  find(name: string, handle?: string): MountedTool {
    const all = this.#mounts.tools.filter(({mount}) => handle === undefined || mount.handle === handle);
    const declared = all.filter(({tool}) => tool.name === name);
    const found = declared.findLast(({isRegistered}) => isRegistered) ?? declared.at(-1);
    if (found !== undefined) return found;

    const who = handle === undefined ? 'No mounted extension' : `The extension "${handle}"`;
    const verb = handle === undefined ? 'declares' : 'does not declare';
    const names = [...new Set(all.map(({tool}) => tool.name))];
    throw new SimhostError('ERR_UNKNOWN_TOOL', `${who} ${verb} the tool "${name}".`, {
      next:
        names.length === 0
          ? 'Mount the extension first, and declare the tool in the file that "tools" of its target names.'
          : didYouMean(name, names, {label: 'Declared'}),
    });
  }

  /**
   * Calls a tool as soon as it is registered.
   *
   * @throws {SimhostError} `ERR_TOOL_FAILED` with what the tool threw, `ERR_BAD_OUTPUT`, `ERR_STOPPED`
   */
  async call({mount, tool: {name}}: MountedTool, input: unknown): Promise<unknown> {
    const result = await this.#pages.tools.call({mount: mount.id, name, input});
    if (!('error' in result)) return result.value;

    const {error, source} = this.#mounts.revive(mount.id, result.error);
    if (error instanceof SimhostError) throw error;
    const at = source === null ? '' : ` (${source})`;
    throw new SimhostError(
      'ERR_TOOL_FAILED',
      `The tool "${name}" of "${mount.handle}" threw${at}: ${error.name}: ${error.message}`,
      {next: 'Catch it in the tool, and return what the assistant may say.', cause: error},
    );
  }
}
