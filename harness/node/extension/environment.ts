import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {parseEnv} from 'node:util';
import {SimhostError} from '../../errors.ts';
import {readAppFile} from './app-file.ts';
import {hashOf} from './content-hash.ts';
import {ancestors, packageOf} from './packages.ts';
import {displayPath} from './display-path.ts';

export interface Environment {
  readonly values: Readonly<Record<string, string>>;
  /** The files that decide the values, whether they exist or not: the app's `.env` and its TOML. */
  readonly files: readonly string[];
  /** Whether `APP_URL` is the `application_url` of the app's TOML. */
  readonly isAppUrlOfToml: boolean;
}

/**
 * Reads the values with which Shopify's CLI replaces `process.env.NAME` in a script: the variables of the app's `.env`,
 * overridden by those of its own process. Other names stay, and fail in the worker as they do on Shopify.
 *
 * `APP_URL` is the URL of the app in `shopify app dev`. `NODE_ENV` of the process belongs to the test runner and
 * is ignored.
 *
 * @see https://github.com/Shopify/cli/blob/main/packages/app/src/cli/services/extensions/bundle.ts
 */
export async function readEnvironment(dir: string): Promise<Environment> {
  const folder = await appFolder(dir);
  const file = folder === undefined ? undefined : join(folder, '.env');
  const ofFile = file === undefined ? {} : parseEnv(await readFile(file, 'utf8').catch(() => ''));
  const {NODE_ENV: _, ...ofProcess} = process.env;
  const given = {
    ...ofFile,
    ...Object.fromEntries(Object.entries(ofProcess).filter(([, value]) => value !== '')),
  };

  // A broken app file is reported when the app's own settings are read.
  const app =
    given['APP_URL'] === undefined && folder !== undefined
      ? await readAppFile(folder).catch(() => null)
      : null;

  const values = {...(app?.applicationUrl === undefined ? {} : {APP_URL: app.applicationUrl}), ...given};

  const entries = Object.entries(values).filter(
    (entry): entry is [string, string] =>
      NAME.test(entry[0]) && entry[1] !== undefined && !SECRETS.includes(entry[0]),
  );

  return {
    values: Object.fromEntries(entries),
    files: [file, app?.path].filter((path) => path !== undefined),
    isAppUrlOfToml: app?.applicationUrl !== undefined,
  };
}

/** Lists the names that a source reads, in any notation that esbuild replaces: `process.env.A`, `process?.env['A']`. */
export function environmentNames(source: string): readonly string[] {
  return [...new Set([...source.matchAll(READ)].map(([, dotted, quoted]) => dotted ?? quoted ?? ''))];
}

/** Makes the error for a source of the author that would publish the secret of the app. */
export function secretInSource(path: string, names: readonly string[]): SimhostError | undefined {
  const secret = packageOf(path) === undefined ? names.find((name) => SECRETS.includes(name)) : undefined;
  if (secret === undefined) return undefined;
  return new SimhostError(
    'ERR_SECRET_IN_EXTENSION',
    `${displayPath(path)} reads process.env.${secret}, and anyone can read the script of an extension.`,
    {next: 'Move the code that needs the secret to the backend.'},
  );
}

/** Hashes the value of each name; `null` for a name without a value. */
export function environmentHashes(
  {values}: Environment,
  names: Iterable<string>,
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    [...names].map((name) => [name, values[name] === undefined ? null : hashOf(values[name])]),
  );
}

const NAME = /^[a-zA-Z_$][\w$]*$/;
const READ =
  /\bprocess\s*(?:(?:\?\.|\.)\s*env|(?:\?\.)?\s*\[\s*['"`]env['"`]\s*\])\s*(?:(?:\?\.|\.)\s*([a-zA-Z_$][\w$]*)|(?:\?\.)?\s*\[\s*['"`]([a-zA-Z_$][\w$]*)['"`]\s*\])/g;
const SECRETS = ['SHOPIFY_API_SECRET', 'SHOPIFY_API_SECRET_KEY'];

/** Finds the folder of the app that the extension belongs to. */
async function appFolder(dir: string): Promise<string | undefined> {
  for (const folder of ancestors(dir)) {
    const names = await readdir(folder).catch(() => []);
    if (names.some((name) => /^shopify\.app(?:\.[\w-]+)?\.toml$/.test(name))) return folder;
  }
  return undefined;
}
