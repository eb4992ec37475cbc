import {fork} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {readFile, rename, rm} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import {SimhostError} from '../../errors.ts';
import {cacheFolder} from '../extension/cache-folder.ts';
import {hashOf} from '../extension/content-hash.ts';
import {withLock} from '../extension/lock.ts';
import {exists} from '../extension/packages.ts';
import {replaceFile} from '../extension/replace-file.ts';
import {VITE_BUILD} from '../package-files.ts';
import {areNewerThan, type BuildInputs, inputsOf, stateOf} from './build-inputs.ts';
import {toolFolder} from './package-folder.ts';
import type {BuildReport} from './vite-build.ts';

/**
 * Builds a Mini with its own Vite and its own configuration, or else that of the Minis CLI, unminified, so that errors
 * name components. Returns the folder of the result. An unchanged Mini is built once.
 *
 * @param program the script that builds in a separate process
 * @throws {SimhostError} `ERR_NO_VITE`, `ERR_MINI_BUILD`
 */
export async function buildMini(dir: string, program: URL = VITE_BUILD): Promise<string> {
  const vite = await toolFolder('vite', dir);
  if (vite === null) {
    throw new SimhostError('ERR_NO_VITE', `The Mini in ${dir} has no vite installed.`, {
      next: 'Run "npm install" there, or open the URL of its dev server.',
    });
  }

  const key = hashOf(`${FORMAT}\n${dir}`);
  const place: BuildCache = {dir, cache: await cacheFolder(dir), record: `mini-${key}.json`, key};
  return (
    (await keptBuild(place)) ??
    withLock(
      join(place.cache, `mini-${key}.lock`),
      async () => (await keptBuild(place)) ?? build(place, vite, program),
    )
  );
}

/** The format of the cache. Other options of a build, or other records of it, need another number. */
const FORMAT = 4;

interface BuildCache {
  readonly dir: string;
  readonly cache: string;
  /** The file with the inputs of the last build. */
  readonly record: string;
  readonly key: string;
}

/** Finds the build of the current state; `null` if there is none. */
async function keptBuild(place: BuildCache): Promise<string | null> {
  const inputs = await readFile(join(place.cache, place.record), 'utf8').then(
    (json) => JSON.parse(json) as BuildInputs,
    () => null,
  );
  const built = inputs === null ? null : await placeOf(place, inputs);
  return built !== null && (await exists(join(built, 'index.html'))) ? built : null;
}

async function placeOf({cache, key}: BuildCache, inputs: BuildInputs): Promise<string> {
  return join(cache, `mini-${key}-${await stateOf(inputs)}`);
}

async function build(place: BuildCache, vite: string, program: URL): Promise<string> {
  const {dir, cache, record} = place;
  const draft = join(cache, randomUUID());
  const started = Date.now();
  const inputs = await inputsOf(dir, vite, await runVite(dir, vite, draft, program));
  // If a file was written meanwhile, its version in the build is unknown.
  if (await areNewerThan(inputs, started)) return draft;

  const built = await placeOf(place, inputs);
  await rm(built, {recursive: true, force: true});
  await rename(draft, built);
  // Without a record, the next start builds again.
  await replaceFile(join(cache, record), JSON.stringify(inputs)).catch(() => undefined);

  return built;
}

async function runVite(dir: string, vite: string, out: string, program: URL): Promise<BuildReport> {
  const {NODE_ENV: _mode, ...env} = process.env;
  const child = fork(fileURLToPath(program), [vite, out], {cwd: dir, env, execArgv: [], silent: true});
  let report: BuildReport | undefined;
  child.on('message', (message) => (report = message as BuildReport));
  const output = Promise.all(
    [child.stdout, child.stderr].map((stream) => (stream === null ? Promise.resolve('') : text(stream))),
  );

  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (report !== undefined) return report;

  await rm(out, {recursive: true, force: true});
  const written = (await output).join('').trim() || endOf(signal);
  const folder = dirname(out);
  throw new SimhostError('ERR_MINI_BUILD', `The Mini in ${dir} does not build.\n${written}`, {
    next: isUnwritable(written, folder)
      ? `The build is written to ${folder}. Free space there, or allow simhost to write there.`
      : 'Run "npx vite build" there.',
  });
}

/** Says why a build that printed nothing has ended. */
function endOf(signal: NodeJS.Signals | null): string {
  return signal === null ? 'Its build ended without a message.' : `Its build was ended by ${signal}.`;
}

/** Whether a build failed because its folder cannot be written. An error of `write` names no file. */
function isUnwritable(output: string, folder: string): boolean {
  return output
    .split('\n')
    .some(
      (line) =>
        /\b(?:ENOSPC|EDQUOT|EROFS|EACCES)\b/.test(line) && (line.includes(folder) || /, write\b/.test(line)),
    );
}
