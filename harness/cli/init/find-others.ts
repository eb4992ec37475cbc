import {basename, join} from 'node:path';
import {pathFrom} from '../../dev/copy/project-folder.ts';
import type {PackageManager} from './package-manager.ts';
import type {MiniPart, PagePart, StorefrontPart} from './parts.ts';
import {readIfThere, readJson, readPackage} from './project-files.ts';
import type {Folder, PackageJson} from './project-files.ts';

/** Reads the Mini of a folder; `null` without one. */
export async function findMini(
  root: string,
  {path, files}: Folder,
  packages: PackageJson | null,
): Promise<MiniPart | null> {
  // The manifest is often in src, which is not the Mini's folder.
  if (packages === null && !files.includes('index.html')) return null;

  for (const place of ['src/manifest.json', 'manifest.json']) {
    const manifest = await readJson(join(path, place));
    if (manifest === null || typeof manifest['name'] !== 'string') continue;

    const isMini =
      packages?.packages['@shopify/shop-minis-react'] !== undefined ||
      Array.isArray(manifest['trusted_domains']);
    if (isMini) return {kind: 'mini', folder: pathFrom(root, path), name: manifest['name']};
  }

  return null;
}

/** Signs of a store that talks to VTEX. */
const OF_VTEX =
  /VtexIdclientAutCookie|\/api\/vtexid\/|\/api\/oms\/|vtexcommercestable|myvtex\.com|__RUNTIME__/;

/** Sources that may hold such a sign. */
const SOURCE = /\.(?:html|[cm]?[jt]sx?)$/;

/** Packages by which a browser gets pages. */
const PAGE_PACKAGES = ['next', 'react', 'preact', 'vue', 'svelte', 'vite', 'gatsby'];

/** Packages that only a storefront of VTEX has. */
const STORE_PACKAGES = ['@faststore/core', '@faststore/cli', '@faststore/api', '@faststore/sdk'];

/** The facts about a project that its storefront depends on. */
interface StoreFacts {
  /** The folders that hold the sources of the store. */
  readonly sources: readonly Folder[];
  readonly manager: Pick<PackageManager, 'run' | 'execute'>;
}

/** Finds a VTEX storefront with its own server. */
export async function findStorefront(
  root: string,
  {path, files}: Folder,
  packages: PackageJson,
  {sources, manager}: StoreFacts,
): Promise<StorefrontPart | null> {
  const isFastStore = STORE_PACKAGES.some((name) => packages.packages[name] !== undefined);
  if (!isFastStore && !(hasPages(packages, sources) && (await mentionsVtex(sources)))) return null;

  const script = ['dev', 'start'].find((name) => packages.scripts[name] !== undefined);
  if (script === undefined) return null;

  const isVite = /^vite(?:\s+dev|\s+serve)?\s*$/.test(packages.scripts[script] ?? '');
  return {
    kind: 'storefront',
    folder: pathFrom(root, path),
    name: basename(path),
    account: await accountOf(path, files),
    // Vite takes its port by an option, and refuses hosts that it does not know.
    command: isVite
      ? `${manager.execute} vite --host 127.0.0.1 --port $PORT --strictPort`
      : `${manager.run} ${script}`,
    env: isVite ? {__VITE_ADDITIONAL_SERVER_ALLOWED_HOSTS: '.myvtex.com'} : {},
  };
}

/** Whether a browser gets pages from it. A mere backend also talks to VTEX. */
function hasPages({packages}: PackageJson, sources: readonly Folder[]): boolean {
  if (PAGE_PACKAGES.some((name) => packages[name] !== undefined)) return true;
  return sources.some(({files}) => files.some((name) => name.endsWith('.html')));
}

async function mentionsVtex(folders: readonly Folder[]): Promise<boolean> {
  const paths = folders.flatMap(({path, files}) =>
    files
      .filter((name) => SOURCE.test(name) && !/\.(?:spec|test)\./.test(name))
      .map((name) => join(path, name)),
  );
  for (const path of paths.slice(0, MOST_SOURCES)) {
    if (OF_VTEX.test((await readIfThere(path)) ?? '')) return true;
  }
  return false;
}

/** The number of sources that are read at most. */
const MOST_SOURCES = 400;

const CONFIGS = [
  'discovery.config.js',
  'faststore.config.js',
  '.env',
  '.env.local',
  '.env.development',
  'vtex.env',
];

/** Reads the account from the configuration of the store. Default: the account of simhost's world. */
async function accountOf(path: string, files: readonly string[]): Promise<string> {
  for (const name of CONFIGS.filter((each) => files.includes(each))) {
    const text = (await readIfThere(join(path, name))) ?? '';
    const [, account] =
      /(?:storeId\s*:|VTEX_ACCOUNT\s*=|FASTSTORE_ACCOUNT\s*=)\s*["']?([a-z\d-]+)/.exec(text) ?? [];
    if (account !== undefined) return account;
  }
  return 'acme';
}

/** Finds a page that Vite serves; `null` without one. */
export async function findPage(root: string, {path, files}: Folder): Promise<PagePart | null> {
  const packages = await readPackage(path);
  const hasConfig = files.some((name) => /^vite\.config\.[cm]?[jt]s$/.test(name));
  const usesVite = hasConfig || packages?.packages['vite'] !== undefined;
  if (!usesVite || !files.includes('index.html')) return null;
  return {kind: 'page', folder: pathFrom(root, path), name: basename(path)};
}
