import {readFile, realpath} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {isRecord} from '../../records.ts';
import {exists} from '../extension/packages.ts';

/** The SDK of Minis. Its licence allows only to load it from the user's installation. */
export const SDK = '@shopify/shop-minis-react';

const CLI = '@shopify/shop-minis-cli';

/** Finds the folder of an installed package from a file in `dir`. */
export async function packageFolder(name: string, dir: string): Promise<string | null> {
  const paths = createRequire(join(dir, 'package.json')).resolve.paths(name) ?? [];
  for (const path of paths) if (await exists(join(path, name, 'package.json'))) return join(path, name);
  return null;
}

/**
 * Finds the folder of a package that a Mini uses: its own, else that of the SDK or of the Minis CLI, which bring Vite
 * and its plugins.
 */
export async function toolFolder(name: string, dir: string): Promise<string | null> {
  const own = await packageFolder(name, dir);
  if (own !== null) return own;

  for (const owner of [SDK, CLI]) {
    const folder = await packageFolder(owner, dir);
    const found = folder === null ? null : await packageFolder(name, await realpath(folder));
    if (found !== null) return found;
  }

  return null;
}

/** Finds the module that `import` loads from the folder of a package. */
export async function moduleOf(folder: string): Promise<string> {
  const {exports, module, main} = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  ) as PackageManifest;

  const root = isRecord(exports) && '.' in exports ? exports['.'] : exports;
  return join(folder, importedPath(root) ?? module ?? main ?? 'index.js');
}

interface PackageManifest {
  readonly exports?: unknown;
  readonly module?: string;
  readonly main?: string;
}

/** Follows the conditions of an entry of `exports` as Node does for `import`. */
function importedPath(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  if (!isRecord(entry)) return undefined;

  const [, value] =
    Object.entries(entry).find(([condition]) => ['import', 'node', 'default'].includes(condition)) ?? [];
  return importedPath(value);
}
