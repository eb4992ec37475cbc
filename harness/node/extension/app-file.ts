import {readFile, readdir} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import {defined} from '../../records.ts';
import {ancestors} from './packages.ts';
import {displayPath} from './display-path.ts';
import {webhooksIn} from './app-file-webhooks.ts';
import type {AppWebhooksOptions} from '../../core/world/app-webhooks.ts';
import {parseToml, type TomlTable} from './toml-document.ts';

/** The content of an app's file, which never contains the secret. */
export interface AppFile {
  /** Absolute. */
  readonly path: string;
  readonly dir: string;
  readonly clientId?: string;
  readonly name?: string;
  readonly applicationUrl?: string;
  /** The mode of the direct API, if pages of the app may use it. */
  readonly directApi?: 'online' | 'offline';
  /** The mode of the direct API for admin UI extensions. */
  readonly directApiMode?: 'online' | 'offline';
  /** Whether the admin shows the app in a frame. */
  readonly embedded?: boolean;
  /** The scopes that the app asks for. Missing if the file does not declare them. */
  readonly scopes?: readonly string[];
  /** The scopes that the app may ask for later. */
  readonly optionalScopes?: readonly string[];
  /** Whether the app asks for its scopes by the authorization code grant, instead of the platform by this file. */
  readonly legacyInstallFlow?: boolean;
  /** The redirect URLs of the authorization code grant. Missing if the file does not declare them. */
  readonly redirectUrls?: readonly string[];
  /** The webhooks of the app. */
  readonly webhooks?: AppWebhooksOptions;
}

export interface AppFileOptions {
  /** Reads `shopify.app.<config>.toml` instead of `shopify.app.toml`. */
  readonly config?: string;
}

/**
 * Reads the `shopify.app.toml` of the folder or of the nearest folder above it. If that folder has only the file of one
 * configuration, such as `shopify.app.staging.toml`, it is read. Returns `null` if there is no file.
 *
 * @throws {SimhostError} `ERR_BAD_APP_FILE` with line and column, `ERR_UNKNOWN_APP_CONFIG`, `ERR_AMBIGUOUS_APP_FILE`
 * @see https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration
 */
export async function readAppFile(dir: string, {config}: AppFileOptions = {}): Promise<AppFile | null> {
  for (const folder of ancestors(resolve(dir))) {
    const names = (await readdir(folder).catch(() => [])).filter((name) => FILE_NAME.test(name)).toSorted();
    if (names.length > 0) return readApp(folder, chooseFile(folder, names, config));
  }

  if (config === undefined) return null;
  throw new SimhostError(
    'ERR_UNKNOWN_APP_CONFIG',
    `No ${nameOf(config)} in ${displayPath(resolve(dir))} or above it.`,
    {
      next: 'Correct the name of the configuration, or leave it out.',
    },
  );
}

const KEYS = [
  'client_id',
  'name',
  'handle',
  'application_url',
  'embedded',
  'access_scopes',
  'access',
  'auth',
  'scopes',
];
const FILE_NAME = /^shopify\.app(?:\.[\w-]+)?\.toml$/;

function nameOf(config: string | undefined): string {
  return config === undefined ? 'shopify.app.toml' : `shopify.app.${config}.toml`;
}

function configOf(fileName: string): string {
  return fileName.replace(/^shopify\.app\.(.+)\.toml$/, '$1');
}

function chooseFile(folder: string, names: readonly string[], config: string | undefined): string {
  const wanted = nameOf(config);
  if (names.includes(wanted)) return wanted;

  const [only = wanted, another] = names;
  if (config === undefined && another === undefined) return only;

  const there = `${displayPath(folder)} contains: ${names.join(', ')}.`;
  if (config === undefined) {
    throw new SimhostError('ERR_AMBIGUOUS_APP_FILE', `No ${wanted}, and several others. ${there}`, {
      next: `Choose one: --config ${configOf(names[0] ?? '')} on the command line, or app.clientId in a test.`,
    });
  }

  throw new SimhostError('ERR_UNKNOWN_APP_CONFIG', `No ${wanted}. ${there}`, {
    next: didYouMean(wanted, names, {label: null}) || 'Give one of these configurations.',
  });
}

async function readApp(dir: string, fileName: string): Promise<AppFile> {
  const path = join(dir, fileName);
  const root = parseToml({path, text: await readFile(path, 'utf8'), code: 'ERR_BAD_APP_FILE'});
  root.refuseMistyped(KEYS);
  const clientId = filled('clientId', root.string('client_id'));
  const access = root.table('access_scopes');

  access?.refuseMistyped(['scopes', 'optional_scopes', 'use_legacy_install_flow']);
  return {
    path,
    dir,
    ...clientId,
    ...filled('name', root.string('name')),
    ...filled('applicationUrl', applicationUrl(root)),
    ...directApiOf(root.table('access')?.table('admin')),
    ...defined({embedded: root.flag('embedded')}),
    // Before configurations were linked, the list was at the root.
    ...statedScopes(access ?? root, {isLinked: 'clientId' in clientId}),
    ...statedOptionalScopes(access),
    ...defined({legacyInstallFlow: access?.flag('use_legacy_install_flow')}),
    ...redirectUrlsOf(root.table('auth')),
    ...webhooksIn(root),
  };
}

/** Reads `[access.admin]`: whether pages may ask the Admin API, and in which mode pages and extensions do. */
function directApiOf(table: TomlTable | undefined): Pick<AppFile, 'directApi' | 'directApiMode'> {
  if (table === undefined) return {};
  const isEmbedded = table.flag('embedded_app_direct_api_access') === true;
  const stated = table.string('direct_api_mode');
  const mode = stated === 'offline' ? 'offline' : 'online';
  return {
    ...(isEmbedded ? {directApi: mode} : {}),
    ...(stated === undefined ? {} : {directApiMode: mode}),
  };
}

function applicationUrl(root: TomlTable): string | undefined {
  const url = root.string('application_url')?.trim();
  if (url === undefined || url === '' || URL.canParse(url)) return url;
  throw root.error(
    'application_url',
    `"${url}" is not a URL.`,
    'Write a whole URL: application_url = "https://myapp.com".',
  );
}

/** Reads `[auth]`. An empty list means that the app has no redirect URL. */
function redirectUrlsOf(auth: TomlTable | undefined): Pick<AppFile, 'redirectUrls'> {
  auth?.refuseMistyped(['redirect_urls']);
  if (auth?.has('redirect_urls') !== true) return {};

  const redirectUrls = auth.strings('redirect_urls');
  const bad = redirectUrls.find((url) => !URL.canParse(url));
  if (bad === undefined) return {redirectUrls};

  throw auth.error(
    'redirect_urls',
    `"${bad}" is not a URL.`,
    'Write whole URLs: redirect_urls = ["https://myapp.com/auth/callback"].',
  );
}

function statedOptionalScopes(access: TomlTable | undefined): {readonly optionalScopes?: readonly string[]} {
  return access?.has('optional_scopes') === true ? {optionalScopes: access.strings('optional_scopes')} : {};
}

/** Reads the scopes. An empty list in a linked app means that the app asks for no scope. */
function statedScopes(
  table: TomlTable,
  {isLinked}: {isLinked: boolean},
): {readonly scopes?: readonly string[]} {
  const text = table.string('scopes');
  if (text === undefined) return {};
  const scopes = scopesOf(table, text);
  return scopes.length === 0 && !isLinked ? {} : {scopes};
}

function scopesOf(table: TomlTable, text: string): readonly string[] {
  const scopes = text
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');

  const bad = scopes.find((scope) => !/^[a-z_]+$/.test(scope));
  if (bad === undefined) return [...new Set(scopes)];

  throw table.error(
    'scopes',
    `"${bad}" is not an access scope.`,
    'Separate scopes by commas: scopes = "read_customers,read_orders".',
  );
}

/** Makes an object with one optional member. A template that is not linked to an app yet has empty strings. */
function filled<Key extends string>(key: Key, value: string | undefined): {readonly [key in Key]?: string} {
  const text = value?.trim() ?? '';
  return text === '' ? {} : ({[key]: text} as {readonly [key in Key]: string});
}
