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
    const config = await readJsonc(path);
    if (config !== undefined) return addBases(path, config, found);
    if (folder === dirname(folder)) return;
  }
}

interface Tsconfig {
  readonly extends?: string | readonly string[];
}

async function addBases(path: string, config: Tsconfig, found: Set<string>): Promise<void> {
  for (const base of [config.extends ?? []].flat()) {
    const basePath = resolveBase(path, base);
    if (basePath === undefined || found.has(basePath)) continue;

    found.add(basePath);
    const baseConfig = await readJsonc(basePath);
    if (baseConfig !== undefined) await addBases(basePath, baseConfig, found);
  }
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

async function readJsonc(path: string): Promise<Tsconfig | undefined> {
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
