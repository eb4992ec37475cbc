import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {parseEnv} from 'node:util';
import {SimhostError} from '../errors.ts';
import {hashOf} from './content-hash.ts';
import {ancestors, packageOf} from './packages.ts';
import {place} from './place.ts';

export interface Environment {
  readonly values: Readonly<Record<string, string>>;
  /** The `.env` of the app, whether it exists or not. */
  readonly file: string | undefined;
}

/**
 * What Shopify's CLI puts in the place of `process.env.NAME` in a script: the variables of the app's `.env`, and over
 * them those of its own process. Other names stay as they are, and fail in the worker as they do on Shopify.
 *
 * @see https://github.com/Shopify/cli/blob/main/packages/app/src/cli/services/extensions/bundle.ts
 */
export async function readEnvironment(dir: string): Promise<Environment> {
  const file = await environmentFile(dir);
  const text = file === undefined ? '' : await readFile(file, 'utf8').catch(() => '');
  const entries = Object.entries({...parseEnv(text), ...process.env}).filter(
    (entry): entry is [string, string] => NAME.test(entry[0]) && entry[0] !== 'NODE_ENV' && entry[1] !== undefined && entry[1] !== '',
  );
  return {values: Object.fromEntries(entries.filter(([name]) => !SECRETS.includes(name))), file};
}

/** The names that a source reads. */
export function environmentNames(source: string): readonly string[] {
  return [...source.matchAll(/\bprocess\.env\.([a-zA-Z_$][\w$]*)/g)].flatMap(([, name = '']) => (name === 'NODE_ENV' ? [] : [name]));
}

/** The error where a source of the author's own would publish the secret of the app. */
export function secretInSource(path: string, names: readonly string[]): SimhostError | undefined {
  const secret = packageOf(path) === undefined ? names.find((name) => SECRETS.includes(name)) : undefined;
  if (secret === undefined) return undefined;
  return new SimhostError(
    'ERR_SECRET_IN_EXTENSION',
    `${place(path)} reads process.env.${secret}, and anyone can read the script of an extension.`,
    {next: 'Do in the backend what needs the secret.'},
  );
}

/** Of the value of each name, `null` where it has none. */
export function environmentHashes({values}: Environment, names: Iterable<string>): Readonly<Record<string, string | null>> {
  return Object.fromEntries([...names].map((name) => [name, values[name] === undefined ? null : hashOf(values[name])]));
}

const NAME = /^[a-zA-Z_$][\w$]*$/;
const SECRETS = ['SHOPIFY_API_SECRET', 'SHOPIFY_API_SECRET_KEY'];

async function environmentFile(dir: string): Promise<string | undefined> {
  for (const folder of ancestors(dir)) {
    const names = await readdir(folder).catch(() => []);
    if (names.some((name) => /^shopify\.app(?:\.[\w-]+)?\.toml$/.test(name))) return join(folder, '.env');
  }
  return undefined;
}
