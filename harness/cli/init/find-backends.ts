import {join} from 'node:path';
import {parse} from 'smol-toml';
import {isRecord} from '../../records.ts';
import {readAppFile} from '../../node/extension/app-file.ts';
import {pathFrom} from '../../dev/copy/project-folder.ts';
import type {PackageManager} from './package-manager.ts';
import {readIfThere, readPackage} from './project-files.ts';
import type {Folder} from './project-files.ts';

/** A server of the project, and how it starts. */
export interface FoundBackend {
  /** The folder in which the command runs, from the project's folder. */
  readonly folder: string;
  readonly command: string;
  /** The file that names the command. */
  readonly source: string;
}

const WEB_FILE = 'shopify.web.toml';

/** Folders that hold a server, by their names. */
const SERVER_FOLDER = /(?:^|\/)(?:server|backend|api|web)$/;

/** Scripts that start more than the server: they need a store and a login. */
const NOT_A_SERVER =
  /shopify\s|shop-minis|faststore|storybook|\bvite\b(?!-node)|^tsc\b|playwright|vitest|jest/;

/** Finds the servers that could answer an extension: those of `shopify.web.toml` first, then scripts of packages. */
export async function findBackends(
  root: string,
  folders: readonly Folder[],
  manager: Pick<PackageManager, 'run'>,
): Promise<readonly FoundBackend[]> {
  const ofFolders = await Promise.all(
    folders.map(async (folder) => [await ofWebFile(root, folder), await ofScripts(root, folder, manager)]),
  );
  const found = ofFolders
    .flat()
    .filter((each) => each !== null)
    .toSorted((one, other) => Number(isScript(one)) - Number(isScript(other)));
  return found.filter(({folder}, index) => found.findIndex((each) => each.folder === folder) === index);
}

function isScript({source}: FoundBackend): boolean {
  return !source.endsWith(WEB_FILE);
}

async function ofWebFile(root: string, {path, files}: Folder): Promise<FoundBackend | null> {
  if (!files.includes(WEB_FILE)) return null;
  const table = parsed((await readIfThere(join(path, WEB_FILE))) ?? '');
  const roles = [table['roles'] ?? [], table['role'] ?? [], table['type'] ?? []].flat();
  const commands = table['commands'];
  const command = isRecord(commands) ? commands['dev'] : undefined;
  if (typeof command !== 'string' || (roles.length > 0 && !roles.includes('backend'))) return null;

  const folder = pathFrom(root, path);
  return {folder, command, source: folder === '.' ? WEB_FILE : `${folder}/${WEB_FILE}`};
}

async function ofScripts(
  root: string,
  {path}: Folder,
  {run}: Pick<PackageManager, 'run'>,
): Promise<FoundBackend | null> {
  const packages = await readPackage(path);
  const folder = pathFrom(root, path);
  const names =
    folder === '.' || !SERVER_FOLDER.test(folder)
      ? ['start:server', 'server', 'backend', 'start']
      : ['start', 'dev'];
  if (packages === null || (folder !== '.' && !SERVER_FOLDER.test(folder))) return null;

  const script = names.find((name) => {
    const text = packages.scripts[name];
    return text !== undefined && !NOT_A_SERVER.test(text);
  });
  if (script === undefined) return null;
  return {
    folder,
    command: `${run} ${script}`,
    source: folder === '.' ? 'package.json' : `${folder}/package.json`,
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return parse(text);
  } catch {
    // The Shopify CLI reports a broken file.
    return {};
  }
}

/** Reads the origin of the app from `shopify.app.toml`; `null` for the placeholder of a new app. */
export async function applicationOrigin(root: string): Promise<string | null> {
  const url = (await readAppFile(root).catch(() => null))?.applicationUrl;
  if (url === undefined || !URL.canParse(url)) return null;
  const {origin, hostname} = new URL(url);
  return /^(?:localhost|127\.0\.0\.1|(?:www\.)?example\.com|shopify\.dev)$/.test(hostname) ? null : origin;
}
