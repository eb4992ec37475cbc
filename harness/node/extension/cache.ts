import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import type {Bundle} from '../../core/platforms/shopify/extension/bundle.ts';
import {cacheFolder} from './cache-folder.ts';
import {hashOf, hashOfFile} from './content-hash.ts';
import {environmentHashes, readEnvironment} from './environment.ts';
import {withLock, type LockTimes} from './lock.ts';
import {replaceFile} from './replace-file.ts';
import type {Script} from './script.ts';
import type {ExtensionFile} from './toml.ts';

export interface BundleOptions {
  /** Builds a bundle that is not cached. Default: `buildExtension`, which is loaded then, with esbuild. */
  readonly build?: (file: ExtensionFile, script: Script) => Promise<Bundle>;
  readonly lock?: Partial<LockTimes>;
}

/**
 * Returns the built script of an extension: the cached one as long as none of its files has changed, else a new one.
 * Processes that need the same bundle at the same time build it once.
 */
export async function bundleOf(
  file: ExtensionFile,
  script: Script,
  options: BundleOptions = {},
): Promise<Bundle> {
  const key = `${file.dir}\0${script.name}`;
  const before = running.get(key) ?? Promise.resolve();
  const result = before.then(() => findOrBuild(key, file, script, options));
  const settled = result.then(
    () => undefined,
    () => undefined,
  );

  running.set(key, settled);
  try {
    return await result;
  } finally {
    if (running.get(key) === settled) running.delete(key);
  }
}

interface Entry {
  readonly config: string;
  readonly bundle: Bundle;
}

const running = new Map<string, Promise<void>>();
const memory = new Map<string, Entry>();

async function findOrBuild(
  key: string,
  file: ExtensionFile,
  script: Script,
  options: BundleOptions,
): Promise<Bundle> {
  const wanted = {config: configOf(script), dir: file.dir};
  const known = memory.get(key);
  if (known !== undefined && (await isFresh(known, wanted))) return known.bundle;

  const folder = await cacheFolder(file.dir);
  const path = join(folder, `${script.name}-${hashOf(key)}.json`);

  const entry =
    (await readFresh(path, wanted)) ??
    (await withLock(
      `${path}.lock`,
      async () =>
        (await readFresh(path, wanted)) ?? (await buildEntry(path, wanted.config, file, script, options)),
      options.lock,
    ));

  memory.set(key, entry);
  return entry.bundle;
}

async function buildEntry(
  path: string,
  config: string,
  file: ExtensionFile,
  script: Script,
  {build}: BundleOptions,
): Promise<Entry> {
  const run = build ?? (await import('./build.ts')).buildExtension;
  const entry: Entry = {config, bundle: await run(file, script)};
  // A cache that cannot be written costs time only.
  await replaceFile(path, JSON.stringify(entry)).catch(() => undefined);
  return entry;
}

async function readFresh(path: string, wanted: Wanted): Promise<Entry | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const entry = JSON.parse(text) as Entry;
    return (await isFresh(entry, wanted)) ? entry : undefined;
  } catch {
    return undefined;
  }
}

interface Wanted {
  readonly config: string;
  readonly dir: string;
}

async function isFresh({config, bundle}: Entry, wanted: Wanted): Promise<boolean> {
  if (config !== wanted.config) return false;
  const variables = Object.keys(bundle.environment);
  if (variables.length > 0) {
    const now = environmentHashes(await readEnvironment(wanted.dir), variables);
    if (variables.some((name) => bundle.environment[name] !== now[name])) return false;
  }

  const checks = Object.entries(bundle.inputs).map(async ([path, hash]) => (await hashOfFile(path)) === hash);
  return (await Promise.all(checks)).every((isSame) => isSame);
}

/** Hashes the other inputs of a bundle: the targets and modules of the TOML, and the builder itself. */
function configOf({name, entries, registers}: Script): string {
  const modules = entries.map(({target, specifier}) => [target, specifier]);
  return createHash('sha256')
    .update(JSON.stringify([builder(), name, registers, modules]))
    .digest('hex');
}

const FORMAT = 6;
let builderVersion: string | undefined;

function builder(): string {
  builderVersion ??= `${FORMAT} ${(createRequire(import.meta.url)('esbuild/package.json') as {version: string}).version}`;
  return builderVersion;
}
