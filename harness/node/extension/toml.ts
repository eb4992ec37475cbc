import {readFile, readdir, realpath, stat} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {SimhostError} from '../../errors.ts';
import {defined} from '../../records.ts';
import type {Notice} from '../../notices.ts';
import {apiVersionNotices, readApiVersion, type ApiVersion} from './api-version.ts';
import type {Capabilities} from '../../core/platforms/shopify/extension/capabilities.ts';
import {readCapabilities} from './capabilities.ts';
import {displayPath} from './display-path.ts';
import type {SettingField} from '../../core/platforms/shopify/extension/settings.ts';
import {readSettings} from './settings.ts';
import {
  noticeMissingOwners,
  readMetafields,
  readTargeting,
  refuseTwice,
  type Metafield,
  type Targeting,
} from './targeting.ts';
import {parseToml, type TomlTable} from './toml-document.ts';

export const EXTENSION_FILE = 'shopify.extension.toml';

/** The name of the file until API version 2023-04. It declares one extension. */
export const UI_EXTENSION_FILE = 'shopify.ui.extension.toml';

export interface ExtensionFile {
  /** Absolute, of the TOML itself. */
  readonly path: string;
  /** Absolute, without symbolic links. */
  readonly dir: string;
  readonly apiVersion: ApiVersion;
  readonly extensions: readonly ExtensionConfig[];
  /** Probable mistakes in this file that the CLI accepts. */
  readonly notices: readonly Notice[];
}

export interface ExtensionConfig {
  readonly type: 'ui_extension';
  readonly apiVersion: ApiVersion;
  readonly name: string;
  readonly handle: string;
  readonly uid?: string;
  readonly description?: string;
  readonly targeting: readonly Targeting[];
  readonly capabilities: Capabilities;
  readonly settings: readonly SettingField[];
  readonly metafields: readonly Metafield[];
  readonly supportedFeatures: {readonly runsOffline: boolean};
}

const UI_EXTENSION = 'ui_extension';

const ROOT_KEYS = ['api_version', 'description', 'settings', 'extensions'];

const KEYS = [
  'type',
  'name',
  'handle',
  'uid',
  'description',
  'api_version',
  'targeting',
  'extension_points',
  'capabilities',
  'settings',
  'metafields',
  'supported_features',
];

/**
 * Reads and checks the `shopify.extension.toml` of a folder, or the `shopify.ui.extension.toml` of 2023-04.
 * Each mistake is an error with its line and column.
 *
 * @param options.apiVersion replaces the `api_version` of every extension in the file
 */
export async function readExtensionFile(
  dir: string,
  {apiVersion: override}: {apiVersion?: ApiVersion} = {},
): Promise<ExtensionFile> {
  const {name, text} = await readText(resolve(dir));
  const root = parseToml({path: join(resolve(dir), name), text, code: 'ERR_BAD_EXTENSION_FILE'});
  const isOne =
    !root.has('extensions') &&
    (name === UI_EXTENSION_FILE || root.has('extension_points') || root.string('type') === UI_EXTENSION);

  root.noticeUnknownKeys(isOne ? [...ROOT_KEYS, ...KEYS] : ROOT_KEYS);
  const folder = await realpath(dir);
  const tables = isOne ? [root] : uiExtensions(root);
  const versionOf = (table?: TomlTable): ApiVersion =>
    override ?? declaredVersion(root, table === undefined ? tables : [table], name);
  const extensions = await Promise.all(
    tables.map((table) => readExtension(root, table, folder, versionOf(table))),
  );

  refuseTwice(
    tables,
    extensions.map((extension) => extension.handle),
    'handle',
    'the extension',
  );

  const versions = new Set(extensions.map(({apiVersion}) => apiVersion));
  const notices = [...root.notices, ...[...versions].flatMap(apiVersionNotices)];
  return {path: join(folder, name), dir: folder, apiVersion: versionOf(), extensions, notices};
}

async function readText(dir: string): Promise<{readonly name: string; readonly text: string}> {
  const read = async (name: string): Promise<{name: string; text: string}> => ({
    name,
    text: await readFile(join(dir, name), 'utf8'),
  });

  return read(EXTENSION_FILE).catch((cause: unknown) =>
    read(UI_EXTENSION_FILE).catch(async () => {
      throw await missingFile(dir, cause);
    }),
  );
}

/** Reads the API version. The older file declares none; it is 2023-04, since older versions are not simulated. */
function declaredVersion(root: TomlTable, tables: readonly TomlTable[], file: string): ApiVersion {
  const isSilent = file === UI_EXTENSION_FILE && ![root, ...tables].some((table) => table.has('api_version'));
  return isSilent ? '2023-04' : readApiVersion(root, tables);
}

function uiExtensions(root: TomlTable): readonly TomlTable[] {
  const all = root.tables('extensions');
  if (all.length === 0) {
    throw root.error(
      root.has('type') ? 'type' : undefined,
      'the file has no [[extensions]].',
      'Declare the extension in an [[extensions]] table.',
    );
  }

  const untyped = all.find((table) => table.string('type') === undefined);
  if (untyped !== undefined) {
    throw untyped.error(
      undefined,
      `this extension has no "type", and Shopify's CLI skips it.`,
      'Add type = "ui_extension".',
    );
  }

  const found = all.filter((table) => table.string('type') === UI_EXTENSION);
  if (found.length > 0) return found;

  const types = all.map((table) => JSON.stringify(table.string('type'))).join(', ');
  throw (all[0] ?? root).error(
    'type',
    `no extension here is a "ui_extension"; found ${types}.`,
    'Point at the folder of a UI extension.',
  );
}

async function readExtension(
  root: TomlTable,
  table: TomlTable,
  dir: string,
  apiVersion: ApiVersion,
): Promise<ExtensionConfig> {
  if (table !== root) table.noticeUnknownKeys(KEYS);
  const name = table.requiredString('name', 'this extension');
  const features = table.table('supported_features');

  features?.noticeUnknownKeys(['runs_offline']);
  noticeMissingOwners(table, apiVersion);

  return {
    type: 'ui_extension',
    apiVersion,
    name,
    handle: table === root && !table.has('handle') ? handleOf(name) : readHandle(table, name),
    ...defined({
      uid: readUid(table),
      description: table.string('description') ?? root.string('description'),
    }),
    targeting: await readTargeting(table, name, dir),
    capabilities: readCapabilities(table),
    settings: readSettings(table.has('settings') ? table : root),
    metafields: readMetafields(table),
    supportedFeatures: {runsOffline: features?.flag('runs_offline') ?? false},
  };
}

function readHandle(table: TomlTable, name: string): string {
  const handle = table.requiredString('handle', `the extension "${name}"`);
  if (/^(?!-)[a-zA-Z0-9-]{1,50}(?<!-)$/.test(handle)) return handle;
  throw table.error(
    'handle',
    `the handle "${handle}" is not valid on Shopify.`,
    'Use up to 50 letters, digits and inner hyphens.',
  );
}

function readUid(table: TomlTable): string | undefined {
  const uid = table.string('uid')?.trim();
  if (uid === undefined || /^(?!-)[a-zA-Z0-9\-${}.()_`]{1,250}(?<!-)$/.test(uid)) return uid;
  throw table.error(
    'uid',
    `the uid "${uid}" is not valid for Shopify's CLI.`,
    'Use up to 250 letters, digits and inner hyphens.',
  );
}

/** Derives the handle of an extension that has none, as the CLI does. */
function handleOf(name: string): string {
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, 50)
      .replaceAll(/^-+|-+$/g, '') || 'extension'
  );
}

async function missingFile(dir: string, cause: unknown): Promise<SimhostError> {
  const names = await readdir(dir).catch(() => undefined);
  if (names === undefined) {
    return new SimhostError('ERR_NO_EXTENSION_FILE', `The folder ${displayPath(dir)} does not exist.`, {
      next: 'Give the folder of an extension.',
      cause,
    });
  }

  const below = await foldersOfExtensions(dir);
  const found =
    names.length === 0
      ? 'The folder is empty.'
      : `It contains: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}.`;

  return new SimhostError('ERR_NO_EXTENSION_FILE', `No ${EXTENSION_FILE} in ${displayPath(dir)}. ${found}`, {
    next:
      below.length === 0
        ? 'Give the folder that contains it.'
        : `Give the folder of an extension: ${below.join(', ')}.`,
    cause,
  });
}

async function foldersOfExtensions(dir: string): Promise<readonly string[]> {
  const names = await readdir(join(dir, 'extensions')).catch(() => []);
  const folders = names.map((name) => join(dir, 'extensions', name));

  const found = await Promise.all(
    folders.map((folder) =>
      stat(join(folder, EXTENSION_FILE)).then(
        () => true,
        () => false,
      ),
    ),
  );

  return folders.filter((_, index) => found[index]).map((folder) => displayPath(folder));
}
