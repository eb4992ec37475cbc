import {watch, type FSWatcher} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {dirname, join, sep} from 'node:path';
import {SimhostError, messageOf} from '../../errors.ts';
import type {Notice} from '../../notices.ts';
import type {Translations} from '../../wire/control.ts';
import type {Bundle} from '../../core/platforms/shopify/extension/bundle.ts';
import {bundleOf} from './cache.ts';
import {deployNotices} from './deploy-notices.ts';
import {readTranslations} from './locales.ts';
import {ancestors, exists} from './packages.ts';
import {displayPath} from './display-path.ts';
import {conditionsScript, mainScript, type Script} from './script.ts';
import {extensionByHandle} from './target.ts';
import {readExtensionFile, type ExtensionConfig, type ExtensionFile} from './toml.ts';

/** The state of an extension's folder, as its last build found it. */
export interface ExtensionState {
  readonly file: ExtensionFile;
  readonly extension: ExtensionConfig;
  readonly translations: Translations;
  readonly bundle: Bundle;
  /** The script of its `should_render` conditions, if it has any. */
  readonly conditions: Bundle | null;
  /** Probable mistakes in the extension's files that the CLI accepts. */
  readonly notices: readonly Notice[];
}

/** Lists all notices of an extension: of its TOML, of its sources and about its deploy. */
export function noticesOf(
  file: ExtensionFile,
  extension: ExtensionConfig,
  bundle: Bundle,
  conditions: Bundle | null,
): readonly Notice[] {
  return [
    ...file.notices,
    ...bundle.notices,
    ...(conditions?.notices ?? []),
    ...deployNotices(file.dir, extension, bundle),
  ];
}

/** Receives a state, and the milliseconds that reading and building it took. */
type OnState = (state: ExtensionState, milliseconds: number) => void | Promise<void>;

/** Hears when reading and building begin, and when they end. */
type OnBusy = (isBusy: boolean) => void;

interface Listening {
  readonly onState: OnState;
  readonly onError: (error: SimhostError) => void;
  readonly onBusy: OnBusy;
}

export interface ExtensionWatcher {
  close(): Promise<void>;
}

/**
 * Builds an extension, now and after each change in sources, TOML or locale files. `onState` gets each new state, and
 * `onError` each new error. `onBusy` hears each beginning and end. Resolves after the first build.
 */
export async function watchExtension(
  file: ExtensionFile,
  extension: ExtensionConfig,
  onState: OnState,
  onError: (error: SimhostError) => void,
  onBusy: OnBusy = () => {},
): Promise<ExtensionWatcher> {
  const watching = new Watching(file.dir, extension, {onState, onError, onBusy});
  try {
    await watching.refresh();
  } catch (error) {
    await watching.close();
    throw error;
  }

  return watching;
}

/** Editors write a file in several steps. */
const SETTLE_MS = 20;
/** An error is reported if it is still there this much later: on a busy machine a save can take several steps. */
const SECOND_LOOK_MS = 100;

class Watching implements ExtensionWatcher {
  readonly #dir: string;
  readonly #listening: Listening;
  readonly #watchers = new Map<string, FSWatcher>();
  #extension: ExtensionConfig;
  #inputs: ReadonlySet<string> = new Set();
  #reported: string | undefined;
  #doubted: {readonly message: string; readonly since: number} | undefined;
  #isFailing = false;
  #isClosed = false;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isStale = false;

  constructor(dir: string, extension: ExtensionConfig, listening: Listening) {
    this.#dir = dir;
    this.#extension = extension;
    this.#listening = listening;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
    // The caller of refresh() gets its error.
    await this.#running?.catch(() => {});
  }

  async refresh(): Promise<void> {
    this.#isStale = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      this.#listening.onBusy(false);
    });
    await this.#running;
  }

  async #run(): Promise<void> {
    this.#listening.onBusy(true);
    while (this.#isStale && !this.#isClosed) {
      this.#isStale = false;
      const read: string[] = [];
      const begun = performance.now();
      let state: ExtensionState | undefined;

      try {
        state = await this.#read((paths) => read.push(...paths));
      } catch (error) {
        this.#failed(asSimhostError(error), read);
      }

      if (state !== undefined) await this.#succeeded(state, performance.now() - begun);
      // A second look finds changes from before a folder was watched.
      if (!this.#isClosed && (await this.#watchFolders())) this.#isStale = true;
    }
  }

  async #succeeded(state: ExtensionState, milliseconds: number): Promise<void> {
    this.#isFailing = false;
    this.#doubted = undefined;
    const {extension, translations, bundle, conditions} = state;
    this.#inputs = new Set([bundle, conditions].flatMap((built) => Object.keys(built?.inputs ?? {})));
    await this.#report(JSON.stringify([extension, translations, bundle.hash, conditions?.hash]), () =>
      this.#listening.onState(state, milliseconds),
    );
  }

  #failed(error: SimhostError, read: readonly string[]): void {
    this.#isFailing = true;
    this.#inputs = new Set([...this.#inputs, ...read]);
    if (this.#reported === undefined || this.#isLasting(error))
      void this.#report(error.message, () => this.#listening.onError(error));
    else if (this.#timer === undefined && !this.#isClosed) this.#lookIn(SECOND_LOOK_MS);
  }

  async #read(onInputs: (paths: readonly string[]) => void): Promise<ExtensionState> {
    const file = await readExtensionFile(this.#dir);
    const [only, another] = file.extensions;
    const extension =
      only !== undefined && another === undefined ? only : extensionByHandle(file, this.#extension.handle);
    this.#extension = extension;

    const translations = await readTranslations(file.dir);
    const build = async (script: Script): Promise<Bundle> =>
      bundleOf(file, script, {
        build: async () => (await import('./build.ts')).buildExtension(file, script, {onInputs}),
      });

    const condition = conditionsScript(extension);
    const bundle = await build(mainScript(extension));
    const conditions = condition === undefined ? null : await build(condition);

    return {
      file,
      extension,
      translations,
      bundle,
      conditions,
      notices: noticesOf(file, extension, bundle, conditions),
    };
  }

  #isLasting({message}: SimhostError): boolean {
    if (this.#doubted?.message !== message) this.#doubted = {message, since: performance.now()};
    return performance.now() - this.#doubted.since >= SECOND_LOOK_MS;
  }

  async #report(what: string, notify: () => void | Promise<void>): Promise<void> {
    if (this.#isClosed || what === this.#reported) return;
    this.#reported = what;
    await notify();
  }

  async #watchFolders(): Promise<boolean> {
    const above = ancestors(this.#dir);
    const folders = new Set([
      ...above,
      ...(await foldersIn(this.#dir)),
      ...[...this.#inputs].map((path) => dirname(path)),
    ]);

    if (this.#isFailing) for (const folder of above) folders.add(join(folder, 'node_modules'));

    for (const folder of this.#watchers.keys())
      if (!folders.has(folder) || !(await exists(folder))) this.#forget(folder);
    let isNew = false;
    for (const folder of folders) if (!this.#watchers.has(folder) && this.#watchFolder(folder)) isNew = true;

    return isNew;
  }

  #watchFolder(folder: string): boolean {
    try {
      const watcher = watch(folder, (event, name) => this.#onEvent(event, folder, name));
      watcher.on('error', () => this.#forget(folder));
      this.#watchers.set(folder, watcher);
      return true;
    } catch (cause) {
      const {code} = cause as NodeJS.ErrnoException;
      if (code === 'ENOSPC' || code === 'EMFILE') this.#listening.onError(tooManyWatched(folder, cause));
      return false;
    }
  }

  /** Forgets a folder and all below it. A new folder with the same name needs new watchers. */
  #forget(folder: string): void {
    for (const [path, watcher] of this.#watchers) {
      if (!contains(folder, path)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
  }

  #onEvent(event: string, folder: string, name: string | null): void {
    const path = name === null ? folder : join(folder, name);
    if (event === 'rename' && name !== null) this.#forget(path);
    if (!this.#isRelevant(folder, path)) return;
    this.#lookIn(SETTLE_MS);
  }

  #lookIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.refresh().catch((error: unknown) => this.#listening.onError(asSimhostError(error)));
    }, ms);
  }

  #isRelevant(folder: string, path: string): boolean {
    const isOnTheWay = contains(path, this.#dir);
    const isSource =
      contains(this.#dir, folder) && !folder.slice(this.#dir.length).includes(`${sep}node_modules`);
    if (isOnTheWay || isSource || this.#inputs.has(path)) return true;
    // A missing file may appear in any folder that was searched. Folders far above are watched for the path down only.
    return this.#isFailing && (folder === dirname(this.#dir) || !contains(folder, this.#dir));
  }
}

function tooManyWatched(folder: string, cause: unknown): SimhostError {
  const problem = `Cannot watch ${displayPath(folder)}: the system's limit of watched files is reached.`;
  return new SimhostError('ERR_WATCH', problem, {
    next: 'Raise it, for example fs.inotify.max_user_watches and max_user_instances on Linux.',
    cause,
  });
}

function asSimhostError(error: unknown): SimhostError {
  return error instanceof SimhostError
    ? error
    : new SimhostError('ERR_EXTENSION_BUILD', messageOf(error), {cause: error});
}

function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Lists the extension's folder and its subfolders that may contain sources, imported or not. */
async function foldersIn(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, {withFileTypes: true}).catch(() => []);
  const folders = entries.filter(
    (entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'),
  );
  return [dir, ...(await Promise.all(folders.map((entry) => foldersIn(join(dir, entry.name))))).flat()];
}
