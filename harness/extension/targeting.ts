import {stat} from 'node:fs/promises';
import {isAbsolute, relative, resolve, sep} from 'node:path';
import {UNSTABLE, type ApiVersion} from './api-version.ts';
import {place} from './place.ts';
import type {TomlTable} from './toml-document.ts';

export interface Targeting {
  readonly target: string;
  /** Absolute path. */
  readonly module: string;
  readonly shouldRender?: {readonly module: string};
  /** Its own, else those of the extension. */
  readonly metafields: readonly Metafield[];
  readonly defaultPlacement?: string;
  readonly urls: {readonly edit?: string};
  /** Absolute, or relative to the URL of the app. */
  readonly preloads: {readonly chat?: string};
  readonly capabilities: {readonly allowDirectLinking: boolean};
  /** Absolute paths; Shopify's CLI only copies these files, so they need not exist. */
  readonly tools?: string;
  readonly instructions?: string;
  readonly intents: readonly Intent[];
  readonly assets: readonly string[];
}

export interface Intent {
  readonly type: string;
  readonly action: string;
  /** Absolute path. */
  readonly schema: string;
}

export interface Metafield {
  readonly namespace: string;
  readonly key: string;
  /** The kind of resource that it belongs to, such as `PRODUCT`. Extensions may name it since 2026-10. */
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

/** Where an extension renders; `extension_points` is the older name of `targeting`, in 2023-04 a list of names alone. */
export async function readTargeting(extension: TomlTable, name: string, dir: string): Promise<readonly Targeting[]> {
  const points = extension.value('extension_points');
  if (Array.isArray(points) && typeof points[0] === 'string') return readPoints(extension, name, dir);
  const tables = extension.tables(extension.has('targeting') ? 'targeting' : 'extension_points');
  if (tables.length === 0) {
    throw extension.error(undefined, `the extension "${name}" has no target.`, 'Add [[extensions.targeting]] with target and module.');
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

/** The module of all of them is the one entry file that the folder has. */
async function readPoints(extension: TomlTable, name: string, dir: string): Promise<readonly Targeting[]> {
  const candidates = ENTRY_FILES.map((file) => resolve(dir, file));
  const found = (await Promise.all(candidates.map(isFile))).findIndex((isThere) => isThere);
  const module = candidates[found];
  if (module === undefined) {
    throw extension.error('extension_points', `the extension "${name}" has no entry file.`, `Create one of: ${ENTRY_FILES.join(', ')}.`);
  }
  const metafields = readMetafields(extension);
  return [...new Set(extension.texts('extension_points'))].map((target) => ({
    target,
    module,
    metafields,
    urls: {},
    preloads: {},
    capabilities: {allowDirectLinking: false},
    intents: [],
    assets: [],
  }));
}

export function readMetafields(table: TomlTable): readonly Metafield[] {
  return table.tables('metafields').map((metafield) => {
    metafield.noticeUnknownKeys(['namespace', 'key', 'owner_type']);
    return {
      namespace: metafield.requiredText('namespace', 'this metafield'),
      key: metafield.requiredText('key', 'this metafield'),
      ...given('ownerType', metafield.text('owner_type')),
    };
  });
}

/**
 * Notices each metafield of an extension that does not name its owner, where Shopify wants that.
 *
 * @see https://shopify.dev/changelog/metafield-owner-types-required-for-checkout-and-customer-account-ui-extensions
 */
export function noticeMissingOwners(extension: TomlTable, apiVersion: ApiVersion): void {
  if (apiVersion === UNSTABLE || apiVersion < '2027-01') return;

  const points = Array.isArray(extension.value('targeting')) ? extension.tables('targeting') : [];
  for (const metafield of [extension, ...points].flatMap((table) => table.tables('metafields'))) {
    if (metafield.has('owner_type')) continue;
    const message = 'this metafield has no "owner_type". Shopify does not deploy extensions of 2027-01 and later without it.';
    metafield.notice('deploy-refused', 'key', message, 'Add the kind of its owner, for example owner_type = "PRODUCT".');
  }
}

/** Fails at the first table whose value another one before it has too. */
export function refuseTwice(tables: readonly TomlTable[], values: readonly string[], key: string, what: string): void {
  const index = values.findIndex((value, at) => values.indexOf(value) !== at);
  if (index === -1) return;
  throw (tables[index] as TomlTable).error(key, `${what} "${values[index]}" stands here twice.`, `Give each its own ${key}.`);
}

async function readTarget(table: TomlTable, shared: readonly Metafield[], dir: string): Promise<Targeting> {
  table.noticeUnknownKeys(KEYS);
  const target = table.requiredText('target', 'this targeting');
  const condition = table.table('should_render');
  condition?.noticeUnknownKeys(['module']);
  const [urls, preloads, capabilities] = [table.table('urls'), table.table('preloads'), table.table('capabilities')];
  urls?.noticeUnknownKeys(['edit']);
  preloads?.noticeUnknownKeys(['chat']);
  capabilities?.noticeUnknownKeys(['allow_direct_linking', 'intercepts']);
  return {
    target,
    module: await modulePath(table, `the target "${target}"`, dir),
    ...(condition === undefined ? {} : {shouldRender: {module: await modulePath(condition, `should_render of "${target}"`, dir)}}),
    metafields: table.has('metafields') ? readMetafields(table) : shared,
    ...given('defaultPlacement', table.text('default_placement')),
    urls: given('edit', urls?.text('edit')),
    preloads: given('chat', preloads?.text('chat')),
    capabilities: {allowDirectLinking: capabilities?.flag('allow_direct_linking') ?? false},
    ...given('tools', pathIn(dir, table.text('tools'))),
    ...given('instructions', pathIn(dir, table.text('instructions'))),
    intents: table.tables('intents').map((intent) => readIntent(intent, dir)),
    assets: assetsOf(table).map((path) => resolve(dir, path)),
  };
}

function readIntent(table: TomlTable, dir: string): Intent {
  table.noticeUnknownKeys(['type', 'action', 'schema', 'name', 'description']);
  return {
    type: table.requiredText('type', 'this intent'),
    action: table.requiredText('action', 'this intent'),
    schema: resolve(dir, table.requiredText('schema', 'this intent')),
  };
}

/** One path or several. */
function assetsOf(table: TomlTable): readonly string[] {
  const value = table.value('assets');
  return typeof value === 'string' ? [value] : table.texts('assets');
}

/** The file that a `module` names: itself, or the index file of the folder that it names. */
async function modulePath(table: TomlTable, what: string, dir: string): Promise<string> {
  const module = table.requiredText('module', what);
  const path = resolve(dir, module);
  const inside = relative(dir, path);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    throw table.error(
      'module',
      `the module "${module}" of ${what} lies outside of the folder of the extension.`,
      'Name a file in the folder; it may import from outside.',
    );
  }
  for (const candidate of [path, ...INDEX_FILES.map((name) => resolve(path, name))]) if (await isFile(candidate)) return candidate;
  throw table.error('module', `the module "${module}" of ${what} does not exist.`, `Create ${place(path)}, or correct the path.`);
}

const INDEX_FILES = ['index.tsx', 'index.ts', 'index.jsx', 'index.js'];
const ENTRY_FILES = ['src/', ''].flatMap((folder) => INDEX_FILES.map((name) => folder + name));

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function pathIn(dir: string, path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(dir, path);
}

/** Optional members are absent, not undefined. */
function given<Key extends string>(key: Key, value: string | undefined): {readonly [key in Key]?: string} {
  return value === undefined ? {} : ({[key]: value} as {readonly [key in Key]: string});
}
