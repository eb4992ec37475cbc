import {join} from 'node:path';
import {basesOf, readTsconfig} from '../../node/extension/tsconfig.ts';

/** Values of `module` and `moduleResolution` with which TypeScript distinguishes CommonJS from ECMAScript modules. */
const NODE_MODES = /^node(?:16|18|20|next)$/i;

/**
 * Whether the TypeScript of a folder distinguishes CommonJS from ECMAScript modules, as Node does. It reads
 * `tsconfig.json` and the files that it extends.
 */
export async function distinguishesModules(root: string): Promise<boolean> {
  const {module, moduleResolution} = await optionsOf(join(root, 'tsconfig.json'));
  return [module, moduleResolution].some((mode) => typeof mode === 'string' && NODE_MODES.test(mode));
}

/** Reads the compiler options of a `tsconfig.json`, which replace those of the files that it extends. */
async function optionsOf(
  path: string,
  outer: readonly string[] = [],
): Promise<Readonly<Record<string, unknown>>> {
  const config = outer.includes(path) ? undefined : await readTsconfig(path);
  if (config === undefined) return {};

  const bases = basesOf(path, config).map((base) => optionsOf(base, [...outer, path]));
  return Object.assign({}, ...(await Promise.all(bases)), config.compilerOptions) as Record<string, unknown>;
}
