import {readFile, readdir} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {SimhostError} from '../../errors.ts';
import {displayPath} from '../extension/display-path.ts';
import {parseToml} from '../extension/toml-document.ts';

/** The command by which an author develops the server of an app. */
export interface WebCommand {
  /** The absolute path of the file that has it. */
  readonly path: string;
  /** The folder in which it runs. */
  readonly dir: string;
  readonly command: string;
}

const FILE = 'shopify.web.toml';

/** Folders below that of the app in which a file may be. */
const DEPTH = 3;

/** Folders of packages and builds, and those that begin with a dot. */
const NOT_SEARCHED = /^(?:\.|node_modules$|build$|dist$)/;

/**
 * Reads the command that Shopify's CLI runs for the server of an app: `commands.dev` of its `shopify.web.toml`, after
 * `commands.predev`. Returns `null` if the app has none.
 *
 * @throws {SimhostError} `ERR_BAD_APP_FILE` with line and column, `ERR_NO_APP_SERVER` for several
 * @see https://shopify.dev/docs/apps/build/cli-for-apps/app-structure
 */
export async function findWebCommand(dir: string): Promise<WebCommand | null> {
  const found = await Promise.all((await webFiles(dir, DEPTH)).map(readCommand));
  const [first = null, ...others] = found.flatMap((command) => command ?? []);
  if (first === null || others.length === 0) return first;

  const files = [first, ...others].map(({path}) => displayPath(path)).join(', ');
  throw new SimhostError('ERR_NO_APP_SERVER', `The app has several commands, in ${files}.`, {
    next: 'Name the one that serves the app: --backend "https://myapp.com=npm run dev".',
  });
}

async function webFiles(dir: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(dir, {withFileTypes: true}).catch(() => []);
  const own = entries.some((entry) => entry.name === FILE && entry.isFile()) ? [join(dir, FILE)] : [];
  const folders = depth === 0 ? [] : entries.filter((entry) => entry.isDirectory());
  const below = await Promise.all(
    folders
      .map(({name}) => name)
      .filter((name) => !NOT_SEARCHED.test(name))
      .toSorted()
      .map((name) => webFiles(join(dir, name), depth - 1)),
  );

  return [...own, ...below.flat()];
}

async function readCommand(path: string): Promise<WebCommand | null> {
  const root = parseToml({path, text: await readFile(path, 'utf8'), code: 'ERR_BAD_APP_FILE'});
  const commands = root.table('commands');
  const lines = [commands?.string('predev'), commands?.string('dev')].map((line) => line?.trim() ?? '');
  if (lines[1] === '') return null;

  return {path, dir: dirname(path), command: lines.filter((line) => line !== '').join(' && ')};
}
