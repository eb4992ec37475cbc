import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, isAbsolute, join, resolve} from 'node:path';

export interface JsxConfig {
  readonly importSource: string;
  /** Every file that could change the answer, also those that do not exist. */
  readonly inputs: readonly string[];
}

/** The JSX import source of the nearest tsconfig.json, as the extension's own tools see it, or `otherwise`. */
export async function readJsxConfig(dir: string, otherwise: string): Promise<JsxConfig> {
  const inputs: string[] = [];
  for (let folder = dir; ; folder = dirname(folder)) {
    const path = join(folder, 'tsconfig.json');
    inputs.push(path);
    const config = await readJsonc(path);
    if (config !== undefined) return {importSource: (await importSourceOf(path, config, inputs)) ?? otherwise, inputs};
    if (folder === dirname(folder)) return {importSource: otherwise, inputs};
  }
}

interface Tsconfig {
  readonly extends?: string | readonly string[];
  readonly compilerOptions?: {readonly jsxImportSource?: string};
}

async function importSourceOf(path: string, config: Tsconfig, inputs: string[]): Promise<string | undefined> {
  const own = config.compilerOptions?.jsxImportSource;
  if (own !== undefined) return own;
  for (const base of [config.extends ?? []].flat().toReversed()) {
    const basePath = resolveBase(path, base);
    if (basePath === undefined || inputs.includes(basePath)) continue;
    inputs.push(basePath);
    const baseConfig = await readJsonc(basePath);
    const found = baseConfig === undefined ? undefined : await importSourceOf(basePath, baseConfig, inputs);
    if (found !== undefined) return found;
  }
  return undefined;
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
  const withoutComments = text.replace(/^\uFEFF/, '').replaceAll(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[^]*?\*\//g, '$1');
  const json = withoutComments.replaceAll(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, '$1');
  try {
    return JSON.parse(json) as Tsconfig;
  } catch {
    return {};
  }
}
