import {createRequire} from 'node:module';
import {join} from 'node:path';
import {SimhostError} from '../../errors.ts';
import {ancestors, exists} from './packages.ts';
import {displayPath} from './display-path.ts';
import type {Entry, Script} from './script.ts';

/**
 * Fails if `shopify app build` cannot write `shopify.d.ts` because the installed `@shopify/ui-extensions` has no types
 * for a target. The CLI writes that file since 2025-10, next to a `tsconfig.json` inside of the extension's folder.
 *
 * @throws {SimhostError} `ERR_UNRESOLVED_IMPORT`
 */
export async function refuseMissingTypes(dir: string, {entries, registers}: Script): Promise<void> {
  if (registers === 'modules') return;
  for (const entry of entries) {
    if (!(await hasTsconfig(dir, entry.module)) || hasTypes(entry)) continue;

    const said = `shopify.extension.toml: the installed ${PACKAGE} has no types for the target "${entry.target}"`;
    throw new SimhostError(
      'ERR_UNRESOLVED_IMPORT',
      `${displayPath(dir)}/${said}, and Shopify's CLI fails there.`,
      {
        next: `Correct the target, or install the version of ${PACKAGE} that api_version names.`,
      },
    );
  }
}

const PACKAGE = '@shopify/ui-extensions';

async function hasTsconfig(dir: string, module: string): Promise<boolean> {
  const inside = ancestors(module).filter((folder) => folder === dir || folder.startsWith(join(dir, '/')));
  return (await Promise.all(inside.map((folder) => exists(join(folder, 'tsconfig.json'))))).includes(true);
}

function hasTypes({target, module}: Entry): boolean {
  try {
    createRequire(import.meta.url).resolve(`${PACKAGE}/${target}`, {paths: [module]});
    return true;
  } catch {
    return false;
  }
}
