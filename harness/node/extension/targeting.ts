import {stat} from 'node:fs/promises';
import {resolve} from 'node:path';
import {UNSTABLE, type ApiVersion} from './api-version.ts';
import type {DeclaredIntent} from '../../core/platforms/shopify/extension/declared-intent.ts';
import type {DeclaredTool} from '../../core/platforms/shopify/extension/declared-tool.ts';
import {readIntentSchemas} from './intent-schema.ts';
import {exists} from './packages.ts';
import {readTools} from './tools-file.ts';
import {displayPath} from './display-path.ts';
import type {TomlTable} from './toml-document.ts';

export interface Targeting {
  readonly target: string;
  /** Absolute path. */
  readonly module: string;
  /** The path of the module as the TOML writes it. */
  readonly specifier: string;
  readonly shouldRender?: {readonly module: string; readonly specifier: string};
  /** The metafields of the target, else those of the extension. */
  readonly metafields: readonly Metafield[];
  readonly defaultPlacement?: string;
  readonly urls: {readonly edit?: string};
  /** Absolute, or relative to the URL of the app. */
  readonly preloads: {readonly chat?: string};
  readonly capabilities: {readonly allowDirectLinking: boolean};
  /** The tools that the assistant of the admin may call. */
  readonly tools?: readonly DeclaredTool[];
  /** The absolute path of a file that Shopify's CLI copies. */
  readonly instructions?: string;
  /** The intents that the target handles. */
  readonly intents: readonly DeclaredIntent[];
  /** The absolute path of a file or folder that Shopify's CLI copies. */
  readonly assets?: string;
}

export interface Metafield {
  readonly namespace: string;
  readonly key: string;
  /** The kind of resource that it belongs to, such as `PRODUCT`. Allowed since 2026-10. */
  readonly ownerType?: string;
}

const KEYS = [
  'target',
  'module',
  'should_render',
  'metafields',
  'default_placement',
  'urls',
  'preloads',
  'capabilities',
  'tools',
  'instructions',
  'intents',
  'assets',
];

/**
 * Reads the targets of an extension. `extension_points` is the older name of `targeting`; in 2023-04 it is a
 * list of names.
 */
export async function readTargeting(
  extension: TomlTable,
  name: string,
  dir: string,
): Promise<readonly Targeting[]> {
  const points = extension.value('extension_points');
  if (Array.isArray(points) && typeof points[0] === 'string') return readPoints(extension, name, dir);

  const tables = extension.tables(extension.has('targeting') ? 'targeting' : 'extension_points');
  if (tables.length === 0) {
    throw extension.error(
      undefined,
      `the extension "${name}" has no target.`,
      'Add [[extensions.targeting]] with target and module.',
    );
  }

  const shared = readMetafields(extension);
  const targeting = await Promise.all(tables.map((table) => readTarget(table, shared, dir)));

  refuseTwice(
    tables,
    targeting.map(({target}) => target),
    'target',
    'the target',
  );

  return targeting;
}

/** Reads a list of names. Their module is the entry file of the folder. */
async function readPoints(extension: TomlTable, name: string, dir: string): Promise<readonly Targeting[]> {
  const candidates = ENTRY_FILES.map((file) => resolve(dir, file));
  const found = (await Promise.all(candidates.map(isFile))).findIndex((isThere) => isThere);
  const module = candidates[found];

  if (module === undefined) {
    throw extension.error(
      'extension_points',
      `the extension "${name}" has no entry file.`,
      `Create one of: ${ENTRY_FILES.join(', ')}.`,
    );
  }

  const metafields = readMetafields(extension);
  const specifier = `./${ENTRY_FILES[found]}`;
  return [...new Set(extension.strings('extension_points'))].map((target) => ({
    target,
    module,
    specifier,
    metafields,
    urls: {},
    preloads: {},
    capabilities: {allowDirectLinking: false},
    intents: [],
  }));
}

export function readMetafields(table: TomlTable): readonly Metafield[] {
  return table.tables('metafields').map((metafield) => {
    metafield.noticeUnknownKeys(['namespace', 'key', 'owner_type']);
    return {
      namespace: metafield.requiredString('namespace', 'this metafield'),
      key: metafield.requiredString('key', 'this metafield'),
      ...given('ownerType', metafield.string('owner_type')),
    };
  });
}

/**
 * Notices each metafield of an extension that lacks an owner, in versions that need one.
 *
 * @see https://shopify.dev/changelog/metafield-owner-types-required-for-checkout-and-customer-account-ui-extensions
 */
export function noticeMissingOwners(extension: TomlTable, apiVersion: ApiVersion): void {
  if (apiVersion === UNSTABLE || apiVersion < '2027-01') return;

  const points = Array.isArray(extension.value('targeting')) ? extension.tables('targeting') : [];
  for (const metafield of [extension, ...points].flatMap((table) => table.tables('metafields'))) {
    if (metafield.has('owner_type')) continue;
    const message =
      'this metafield has no "owner_type". Shopify does not deploy extensions of 2027-01 and later without it.';
    metafield.notice(
      'deploy-refused',
      'key',
      message,
      'Add the kind of its owner, for example owner_type = "PRODUCT".',
    );
  }
}

/** Fails at the first table whose value an earlier table has too. */
export function refuseTwice(
  tables: readonly TomlTable[],
  values: readonly string[],
  key: string,
  what: string,
): void {
  const index = values.findIndex((value, at) => values.indexOf(value) !== at);
  if (index === -1) return;
  throw (tables[index] as TomlTable).error(
    key,
    `${what} "${values[index]}" is declared twice.`,
    `Give each its own ${key}.`,
  );
}

async function readTarget(table: TomlTable, shared: readonly Metafield[], dir: string): Promise<Targeting> {
  table.noticeUnknownKeys(KEYS);
  const target = table.requiredString('target', 'this targeting');
  const condition = table.table('should_render');
  condition?.noticeUnknownKeys(['module']);
  const [urls, preloads, capabilities] = [
    table.table('urls'),
    table.table('preloads'),
    table.table('capabilities'),
  ];

  urls?.noticeUnknownKeys(['edit']);
  preloads?.noticeUnknownKeys(['chat']);
  capabilities?.noticeUnknownKeys(['allow_direct_linking', 'intercepts']);
  const tools = await copiedPath(table, 'tools', dir);

  return {
    target,
    ...(await readModule(table, `the target "${target}"`, dir)),
    ...(condition === undefined
      ? {}
      : {shouldRender: await readModule(condition, `should_render of "${target}"`, dir)}),
    metafields: table.has('metafields') ? readMetafields(table) : shared,
    ...given('defaultPlacement', table.string('default_placement')),
    urls: given('edit', urls?.string('edit')),
    preloads: given('chat', preloads?.string('chat')),
    capabilities: {allowDirectLinking: capabilities?.flag('allow_direct_linking') ?? false},
    ...(tools === undefined ? {} : {tools: await readTools(table, tools)}),
    ...given('instructions', await copiedPath(table, 'instructions', dir)),
    intents: await readIntents(table, dir),
    ...given('assets', await copiedPath(table, 'assets', dir)),
  };
}

/** Reads the intents of a target. The CLI refuses two with the same type and action. */
async function readIntents(target: TomlTable, dir: string): Promise<readonly DeclaredIntent[]> {
  const tables = target.tables('intents');
  const intents = await Promise.all(tables.map((table) => readIntent(table, dir)));
  refuseTwice(
    tables,
    intents.map(({action, type}) => `${action}:${type}`),
    'type',
    'the intent',
  );
  return intents;
}

async function readIntent(table: TomlTable, dir: string): Promise<DeclaredIntent> {
  table.noticeUnknownKeys(['type', 'action', 'schema', 'name', 'description']);
  const type = table.requiredString('type', 'this intent');
  const action = table.requiredString('action', 'this intent');
  const schema = (await copiedPath(table, 'schema', dir)) ?? table.requiredString('schema', 'this intent');
  return {type, action, ...(await readIntentSchemas(table, schema))};
}

/** Reads the path of a file or folder that `shopify app build` copies. The CLI fails if it does not exist. */
async function copiedPath(table: TomlTable, key: string, dir: string): Promise<string | undefined> {
  const written = table.string(key);
  if (written === undefined) return undefined;

  const path = resolve(dir, written);
  if (await exists(path)) return path;

  throw table.error(
    key,
    `${displayPath(path)} does not exist, and Shopify's CLI copies it.`,
    `Create it, or correct the path of "${key}".`,
  );
}

/** Reads the file that a `module` names, or the index file of the folder that it names. */
async function readModule(
  table: TomlTable,
  what: string,
  dir: string,
): Promise<{module: string; specifier: string}> {
  const specifier = table.requiredString('module', what);
  const path = resolve(dir, specifier);

  if (!(await exists(path))) {
    throw table.error(
      'module',
      `the module "${specifier}" of ${what} does not exist.`,
      `Create ${displayPath(path)}, or correct the path.`,
    );
  }

  for (const candidate of [path, ...INDEX_FILES.map((name) => resolve(path, name))])
    if (await isFile(candidate)) return {module: candidate, specifier};
  return {module: path, specifier};
}

/** The index files that the CLI tries in a folder. It does not try `index.jsx`. */
const INDEX_FILES = ['index.tsx', 'index.ts', 'index.js'];
/** The names of the entry file of an extension of 2023-04, in the order of the CLI. */
const ENTRY_FILES = ['src/', ''].flatMap((folder) =>
  ['index.tsx', 'index.ts', 'index.jsx', 'index.js'].map((name) => folder + name),
);

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Makes an object with one optional member, which is absent if it has no value. */
function given<Key extends string>(key: Key, value: string | undefined): {readonly [key in Key]?: string} {
  return value === undefined ? {} : ({[key]: value} as {readonly [key in Key]: string});
}
