import {access} from 'node:fs/promises';
import {dirname, join} from 'node:path';

export interface Package {
  readonly name: string;
  readonly dir: string;
}

/** Finds the installed package that a file belongs to. */
export function packageOf(path: string): Package | undefined {
  const found = /^(?<dir>.*[\\/]node_modules[\\/](?<name>(?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/.exec(path)?.groups;
  if (found?.['dir'] === undefined || found['name'] === undefined) return undefined;
  return {dir: found['dir'], name: found['name'].replace('\\', '/')};
}

/**
 * Lists the manifests that decide which copy of each package a build uses: the manifest of the copy itself, and those,
 * existing or not, that a look-up from the extension's folder meets before it.
 */
export async function packageCandidates(dir: string, files: readonly string[]): Promise<readonly string[]> {
  const packages = new Map(
    files.map(packageOf).flatMap((found) => (found === undefined ? [] : [[found.dir, found] as const])),
  );

  const manifests = [join(dir, 'package.json')];

  for (const found of packages.values()) {
    manifests.push(join(found.dir, 'package.json'));
    for (const folder of ancestors(dir)) {
      const manifest = join(folder, 'node_modules', found.name, 'package.json');
      manifests.push(manifest);
      if (await exists(manifest)) break;
    }
  }

  return [...new Set(manifests)];
}

/** Lists a folder and all folders above it. */
export function ancestors(dir: string): readonly string[] {
  const parent = dirname(dir);
  return parent === dir ? [dir] : [dir, ...ancestors(parent)];
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
