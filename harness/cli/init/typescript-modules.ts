import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {readIfThere} from './project-files.ts';

/** Values of `module` and `moduleResolution` with which TypeScript distinguishes CommonJS from ECMAScript modules. */
const NODE_MODES = /^node(?:16|18|20|next)$/i;

/** The longest chain of `extends` that is followed. */
const MOST_FILES = 10;

/**
 * Whether the TypeScript of a folder distinguishes CommonJS from ECMAScript modules, as Node does. It reads
 * `tsconfig.json` and the files that it extends.
 */
export async function distinguishesModules(root: string): Promise<boolean> {
  const modes = await modesOf(join(root, 'tsconfig.json'), MOST_FILES);
  return modes.some((mode) => NODE_MODES.test(mode));
}

/** Reads the modes of a `tsconfig.json`, which come before those of a file that it extends. */
async function modesOf(path: string, most: number): Promise<readonly string[]> {
  const text = withoutComments((await readIfThere(path)) ?? '');
  const own = [...text.matchAll(/"module(?:Resolution)?"\s*:\s*"(\w+)"/g)].map(([, mode = '']) => mode);
  if (own.length > 0 || most === 0) return own;

  // The last of several files comes first.
  for (const name of extendedIn(text).toReversed()) {
    const extended = pathOf(name, path);
    const modes = extended === null ? [] : await modesOf(extended, most - 1);
    if (modes.length > 0) return modes;
  }
  return [];
}

/** Takes lines away that are comments. Those after code have no members in practice. */
function withoutComments(text: string): string {
  return text.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/^\s*\/\*[\s\S]*?\*\//gm, '');
}

function extendedIn(text: string): readonly string[] {
  const [, value = ''] = /"extends"\s*:\s*("[^"]*"|\[[^\]]*\])/.exec(text) ?? [];
  return [...value.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name);
}

/** Returns the path of an extended file; `null` if its package is not installed. */
function pathOf(name: string, from: string): string | null {
  const isPath = /^\.{0,2}\//.test(name);
  if (isPath) return withEnding(resolve(dirname(from), name));

  const {resolve: find} = createRequire(from);
  for (const file of [name, `${name}.json`, `${name}/tsconfig.json`]) {
    try {
      return find(file);
    } catch {
      // The next form may exist.
    }
  }
  return null;
}

function withEnding(path: string): string {
  return path.endsWith('.json') ? path : `${path}.json`;
}
