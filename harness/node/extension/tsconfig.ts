import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, isAbsolute, join, resolve} from 'node:path';
import {packageOf} from './packages.ts';

/**
 * Lists the `tsconfig.json` files that esbuild reads for the author's own sources: for each folder the
 * nearest one above, with all that it extends, and the paths at which a nearer one may appear.
 */
export async function tsconfigFiles(dir: string, sources: readonly string[]): Promise<readonly string[]> {
  const own = sources.filter((path) => packageOf(path) === undefined).map(dirname);
  const found = new Set<string>();
  for (const folder of new Set([dir, ...own])) await addNearest(folder, found);
  return [...found];
}

async function addNearest(start: string, found: Set<string>): Promise<void> {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, 'tsconfig.json');
    if (found.has(path)) return;

    found.add(path);
    const config = await readTsconfig(path);
    if (config !== undefined) return addBases(path, config, found);
    if (folder === dirname(folder)) return;
  }
}

/** The part of a `tsconfig.json` that simhost reads. */
export interface Tsconfig {
  readonly extends?: string | readonly string[];
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
}

async function addBases(path: string, config: Tsconfig, found: Set<string>): Promise<void> {
  for (const basePath of basesOf(path, config)) {
    if (found.has(basePath)) continue;

    found.add(basePath);
    const baseConfig = await readTsconfig(basePath);
    if (baseConfig !== undefined) await addBases(basePath, baseConfig, found);
  }
}

/** Lists the files that a `tsconfig.json` extends, the strongest last. Packages that are not installed are left out. */
export function basesOf(path: string, config: Tsconfig): readonly string[] {
  return [config.extends ?? []]
    .flat()
    .map((base) => resolveBase(path, base))
    .filter((base) => base !== undefined);
}

function resolveBase(path: string, base: string): string | undefined {
  const withEnding = base.endsWith('.json') ? base : `${base}.json`;
  if (base.startsWith('.') || isAbsolute(base)) return resolve(dirname(path), withEnding);

  const require = createRequire(path);
  for (const candidate of [base, withEnding, `${base}/tsconfig.json`]) {
    try {
      return require.resolve(candidate);
    } catch {
      continue;
    }
  }

  return undefined;
}

/** Reads a `tsconfig.json`; `undefined` if the file is missing. A file that cannot be parsed has no members. */
export async function readTsconfig(path: string): Promise<Tsconfig | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;

  const withoutComments = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[^]*?\*\//g, '$1');

  const json = withoutComments.replaceAll(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, '$1');
  try {
    return JSON.parse(json) as Tsconfig;
  } catch {
    return {};
  }
}
