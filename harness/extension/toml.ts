import {readFile, readdir, realpath, stat} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {SimhostError} from '../errors.ts';
import {readCapabilities, type Capabilities} from './capabilities.ts';
import {place} from './place.ts';
import {readSettings, type SettingField} from './settings.ts';
import {parseToml, type TomlTable} from './toml-document.ts';

export const EXTENSION_FILE = 'shopify.extension.toml';

/** The API versions whose extensions run here. */
export const API_VERSIONS = ['2025-10', '2026-01', '2026-04', '2026-07'] as const;

export type ApiVersion = (typeof API_VERSIONS)[number];

export interface ExtensionFile {
  /** Absolute, of the TOML itself. */
  readonly path: string;
  /** Absolute, without symbolic links. */
  readonly dir: string;
  readonly apiVersion: ApiVersion;
  readonly extensions: readonly ExtensionConfig[];
}

export interface ExtensionConfig {
  readonly type: 'ui_extension';
  readonly apiVersion: ApiVersion;
  readonly name: string;
  readonly handle: string;
  readonly description?: string;
  readonly targeting: readonly Targeting[];
  readonly capabilities: Capabilities;
  readonly settings: readonly SettingField[];
  readonly metafields: readonly Metafield[];
}

export interface Targeting {
  readonly target: string;
  /** Absolute path. */
  readonly module: string;
  readonly shouldRender?: {readonly module: string};
  readonly metafields: readonly Metafield[];
}

export interface Metafield {
  readonly namespace: string;
  readonly key: string;
}

/** Reads and checks the `shopify.extension.toml` of a folder; everything wrong is an error with its line and column. */
export async function readExtensionFile(dir: string): Promise<ExtensionFile> {
  const path = join(resolve(dir), EXTENSION_FILE);
  const text = await readFile(path, 'utf8').catch(async (cause) => {
    throw await missingFile(resolve(dir), cause);
  });
  const root = parseToml(path, text.replace(/^\uFEFF/, ' '));
  const folder = await realpath(dir);
  const tables = uiExtensions(root);
  const extensions = await Promise.all(tables.map((table) => readExtension(root, table, folder)));
  refuseTwice(
    tables,
    extensions.map((extension) => extension.handle),
    'handle',
    'the extension',
  );
  return {path: join(folder, EXTENSION_FILE), dir: folder, apiVersion: apiVersion(root, tables), extensions};
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
  const found = all.filter((table) => (table.text('type') ?? 'ui_extension') === 'ui_extension');
  if (found.length > 0) return found;
  const types = all.map((table) => JSON.stringify(table.text('type'))).join(', ');
  throw (all[0] ?? root).error('type', `no extension here is a "ui_extension"; found ${types}.`, 'Point at the folder of a UI extension.');
}

async function readExtension(root: TomlTable, table: TomlTable, dir: string): Promise<ExtensionConfig> {
  const name = table.requiredText('name', 'this extension');
  const description = table.text('description') ?? root.text('description');
  return {
    type: 'ui_extension',
    apiVersion: apiVersion(root, [table]),
    name,
    handle: readHandle(table, name),
    ...(description === undefined ? {} : {description}),
    targeting: await readTargeting(table, name, dir),
    capabilities: readCapabilities(table),
    settings: readSettings(table),
    metafields: readMetafields(table),
  };
}

function apiVersion(root: TomlTable, extensions: readonly TomlTable[]): ApiVersion {
  const table = [...extensions, root].find((candidate) => candidate.has('api_version')) ?? root;
  const version = table.text('api_version');
  if (version === undefined)
    throw root.error(undefined, 'the file has no api_version.', `Add api_version = "${API_VERSIONS.at(-1)}" at its top.`);
  const known = API_VERSIONS.find((candidate) => candidate === version);
  if (known !== undefined) return known;
  throw table.error('api_version', `api_version "${version}" is not simulated.`, `Known: ${API_VERSIONS.join(', ')}.`);
}

function readHandle(table: TomlTable, name: string): string {
  const handle = table.requiredText('handle', `the extension "${name}"`);
  if (/^(?!-)[a-zA-Z0-9-]{1,50}(?<!-)$/.test(handle)) return handle;
  throw table.error('handle', `the handle "${handle}" is not one that Shopify takes.`, 'Use up to 50 letters, digits and inner hyphens.');
}

async function readTargeting(extension: TomlTable, name: string, dir: string): Promise<readonly Targeting[]> {
  const tables = extension.tables('targeting');
  if (tables.length === 0) {
    throw extension.error(undefined, `the extension "${name}" has no target.`, 'Add [[extensions.targeting]] with target and module.');
  }
  const targeting = await Promise.all(
    tables.map(async (table) => {
      const target = table.requiredText('target', 'this targeting');
      const condition = table.table('should_render');
      return {
        target,
        module: await modulePath(table, `the target "${target}"`, dir),
        ...(condition === undefined ? {} : {shouldRender: {module: await modulePath(condition, `should_render of "${target}"`, dir)}}),
        metafields: readMetafields(table),
      };
    }),
  );
  refuseTwice(
    tables,
    targeting.map(({target}) => target),
    'target',
    'the target',
  );
  return targeting;
}

async function modulePath(table: TomlTable, what: string, dir: string): Promise<string> {
  const module = table.requiredText('module', what);
  const path = resolve(dir, module);
  if (
    await stat(path).then(
      (found) => found.isFile(),
      () => false,
    )
  )
    return path;
  throw table.error('module', `the module "${module}" of ${what} does not exist.`, `Create ${place(path)}, or correct the path.`);
}

function readMetafields(table: TomlTable): readonly Metafield[] {
  return table.tables('metafields').map((metafield) => ({
    namespace: metafield.requiredText('namespace', 'this metafield'),
    key: metafield.requiredText('key', 'this metafield'),
  }));
}

function refuseTwice(tables: readonly TomlTable[], values: readonly string[], key: string, what: string): void {
  const index = values.findIndex((value, at) => values.indexOf(value) !== at);
  if (index === -1) return;
  throw (tables[index] as TomlTable).error(key, `${what} "${values[index]}" stands here twice.`, `Give each its own ${key}.`);
}

async function missingFile(dir: string, cause: unknown): Promise<SimhostError> {
  const names = await readdir(dir).catch(() => undefined);
  if (names === undefined) {
    return new SimhostError('ERR_NO_EXTENSION_FILE', `No folder ${place(dir)}.`, {next: 'Name the folder of an extension.', cause});
  }
  const below = await foldersOfExtensions(dir);
  const found = names.length === 0 ? 'The folder is empty.' : `There: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}.`;
  return new SimhostError('ERR_NO_EXTENSION_FILE', `No ${EXTENSION_FILE} in ${place(dir)}. ${found}`, {
    next: below.length === 0 ? 'Name the folder that holds it.' : `Name one of its extensions: ${below.join(', ')}.`,
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
  return folders.filter((_, index) => found[index]).map((folder) => place(folder));
}
