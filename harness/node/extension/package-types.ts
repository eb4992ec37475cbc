import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {FIRST_WITH_PREACT} from '../../core/platforms/shopify/extension/render-protocol.ts';
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

    throw await missingTypes(dir, entry);
  }
}

async function missingTypes(dir: string, {target, module}: Entry): Promise<SimhostError> {
  const version = await installedVersion(module);
  const installed = version === undefined ? PACKAGE : `${PACKAGE} ${version}`;
  const message =
    `${displayPath(dir)}/shopify.extension.toml: the installed ${installed} has no types for the target ` +
    `"${target}", and Shopify's CLI fails there.`;

  const next =
    version !== undefined && isOfReact(version)
      ? `2025-07 is the last API version that runs React. Use api_version = "2025-07", or move to Preact and ` +
        `install the version of ${PACKAGE} that api_version names.`
      : `Correct the target, or install the version of ${PACKAGE} that api_version names.`;

  return new SimhostError('ERR_UNRESOLVED_IMPORT', message, {next});
}

const PACKAGE = '@shopify/ui-extensions';

/** Reads the version of the package that a module finds. */
async function installedVersion(module: string): Promise<string | undefined> {
  for (const folder of ancestors(dirname(module))) {
    const manifest = join(folder, 'node_modules', PACKAGE, 'package.json');
    if (!(await exists(manifest))) continue;

    const [, version] = /"version"\s*:\s*"([^"]+)"/.exec(await readFile(manifest, 'utf8')) ?? [];
    return version;
  }

  return undefined;
}

/** Whether a version of the package, such as 2025.7.4, belongs to an API version that runs React. */
function isOfReact(version: string): boolean {
  const [year = '', month = ''] = version.split('.');
  return `${year}-${month.padStart(2, '0')}` < FIRST_WITH_PREACT;
}

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
