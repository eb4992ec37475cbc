import {basename, join, sep} from 'node:path';
import {SimhostError} from '../../errors.ts';
import {ancestors, exists} from '../../node/extension/packages.ts';
import {applicationOrigin, findBackends} from './find-backends.ts';
import type {FoundBackend} from './find-backends.ts';
import {findApp} from './find-app.ts';
import {findExtension, hasExtensionFile} from './find-extension.ts';
import {findMini, findPage, findStorefront} from './find-others.ts';
import {findPackageManager} from './package-manager.ts';
import type {PackageManager} from './package-manager.ts';
import type {AppPart, Part} from './parts.ts';
import {checkPackageFile, foldersIn, readIfThere, readPackage} from './project-files.ts';
import type {Folder, PackageJson} from './project-files.ts';
import {distinguishesModules} from './typescript-modules.ts';

/** The facts about a project that init acts on. */
export interface FoundProject {
  /** The absolute path of the folder that gets the tests. */
  readonly root: string;
  /** The absolute path of the repository, which holds the workflows of CI. The root itself without a repository. */
  readonly repository: string;
  readonly manager: PackageManager;
  /** `null` if the project has no `package.json`. */
  readonly packages: PackageJson | null;
  readonly language: Language;
  /** The Playwright config of the root. */
  readonly config: FoundConfig | null;
  /** Another test runner, which would also take files named `*.spec.ts`. */
  readonly otherRunner: string | null;
  readonly parts: readonly Part[];
  readonly backends: readonly FoundBackend[];
  /** The origin of the app, by `shopify.app.toml`. */
  readonly appOrigin: string | null;
  /** Sentences about parts that get no test. */
  readonly notes: readonly string[];
}

/**
 * The ending of new files. `mts` is for a CommonJS package whose TypeScript distinguishes both kinds of modules. In
 * such a package, a file that ends in `ts` may not import simhost, which is an ECMAScript module.
 */
export type Language = 'ts' | 'mts' | 'js';

/** A Playwright config that exists. */
export interface FoundConfig {
  readonly file: string;
  /** Whether it already takes simhost's options. */
  readonly isOfSimhost: boolean;
  /** The folder of its tests, if it names one. */
  readonly testDir: string | null;
  /** The glob of its tests, or the source of the regular expression, if it has one. The first of several. */
  readonly testMatch: string | null;
}

/**
 * Finds the parts of a project, and how it is built. It reads files and changes nothing.
 *
 * @throws {SimhostError} `ERR_NOTHING_TO_TEST` if the folder does not exist, or has nothing that simhost can show;
 *   `ERR_BAD_PACKAGE_FILE` if its `package.json` cannot be edited
 */
export async function findProject(folder: string, userAgent = ''): Promise<FoundProject> {
  if (!(await exists(folder))) {
    throw new SimhostError('ERR_NOTHING_TO_TEST', `The folder ${folder} does not exist.`, {
      next: 'Give the folder of your app, Mini, storefront or page.',
    });
  }

  const root = await rootOf(folder);
  await checkPackageFile(root);

  const repository = await repositoryOf(root);
  const manager = await findPackageManager(root, repository, userAgent);
  const folders = await foldersIn(root);
  const packages = await readPackage(root);
  const backends = await findBackends(root, folders, manager);
  const app = await findApp(root, {packages, manager, backends});
  const others = await findParts(root, folders, {manager, app});
  const {notes} = others;
  const parts = app === null ? others.parts : [app, ...others.parts];
  if (parts.length === 0) throw nothingFound(root, notes);

  return {
    root,
    repository,
    manager,
    packages,
    language: await findLanguage(root, folders, packages),
    config: await findConfig(root, folders),
    otherRunner: ['vitest', 'jest'].find((name) => packages?.packages[name] !== undefined) ?? null,
    parts,
    backends,
    appOrigin: await applicationOrigin(root),
    notes,
  };
}

/** Returns the app's folder for the folder of one of its extensions, else the folder itself. */
async function rootOf(folder: string): Promise<string> {
  const isExtension =
    (await exists(join(folder, 'shopify.extension.toml'))) ||
    (await exists(join(folder, 'shopify.ui.extension.toml')));
  if (!isExtension) return folder;

  for (const above of ancestors(folder).slice(1)) {
    if (await exists(join(above, 'shopify.app.toml'))) return above;
  }
  return folder;
}

async function repositoryOf(root: string): Promise<string> {
  for (const folder of ancestors(root)) if (await exists(join(folder, '.git'))) return folder;
  return root;
}

async function findParts(
  root: string,
  folders: readonly Folder[],
  {manager, app}: {readonly manager: PackageManager; readonly app: AppPart | null},
): Promise<{readonly parts: readonly Part[]; readonly notes: readonly string[]}> {
  const parts: Part[] = [];
  const notes: string[] = [];

  for (const folder of folders) {
    if (hasExtensionFile(folder)) {
      const {part, note} = await findExtension(root, folder);
      if (part !== null) parts.push(part);
      if (note !== null) notes.push(note);
      continue;
    }

    const other = await findOther(root, folder, {folders, manager});
    if (other !== null) parts.push(other);
  }

  // The page of an app is embedded in the admin, and is not an ordinary page.
  const isApp = app !== null || parts.some(({kind}) => kind === 'extension') || notes.length > 0;
  return {parts: isApp ? parts.filter(({kind}) => kind !== 'page') : parts, notes};
}

interface Surroundings {
  /** All folders of the project. */
  readonly folders: readonly Folder[];
  readonly manager: PackageManager;
}

async function findOther(
  root: string,
  folder: Folder,
  {folders, manager}: Surroundings,
): Promise<Part | null> {
  const packages = await readPackage(folder.path);
  const mini = await findMini(root, folder, packages);
  if (mini !== null || packages === null) return mini;

  // The root of an app or of workspaces holds the sources of others.
  const below = folders.filter(({path}) => path.startsWith(`${folder.path}${sep}`));
  const holdsOthers = below.some((each) => hasExtensionFile(each) || each.files.includes('package.json'));
  const sources = holdsOthers ? [] : [folder, ...below];
  return (await findStorefront(root, folder, packages, {sources, manager})) ?? findPage(root, folder);
}

async function findLanguage(
  root: string,
  folders: readonly Folder[],
  packages: PackageJson | null,
): Promise<Language> {
  if (!isTypeScript(folders, packages)) return 'js';
  const isModule = packages?.isModule === true || !(await distinguishesModules(root));
  return isModule ? 'ts' : 'mts';
}

function isTypeScript(folders: readonly Folder[], packages: PackageJson | null): boolean {
  if (packages?.packages['typescript'] !== undefined || folders[0]?.files.includes('tsconfig.json') === true)
    return true;
  return folders.some(({files}) =>
    files.some((name) => /\.tsx?$/.test(name) && !/\.d\.ts$|\.config\.ts$/.test(name)),
  );
}

const CONFIG = /^playwright\.config\.[cm]?[jt]s$/;
const OWN_CONFIG = /^playwright\.simhost\.config\.[cm]?[jt]s$/;

/** A string or a regular expression in `testMatch`. */
const TEST_MATCH = /\btestMatch\s*:\s*\[?\s*(?:["'`]([^"'`]+)["'`]|\/((?:[^/\\\n]|\\.)+)\/)/;

async function findConfig(root: string, [folder]: readonly Folder[]): Promise<FoundConfig | null> {
  const file =
    folder?.files.find((name) => OWN_CONFIG.test(name)) ?? folder?.files.find((name) => CONFIG.test(name));
  if (file === undefined) return null;

  const text = (await readIfThere(join(root, file))) ?? '';
  const [, testDir] = /\btestDir\s*:\s*["'`]([^"'`]+)["'`]/.exec(text) ?? [];
  const [, glob, pattern] = TEST_MATCH.exec(text) ?? [];
  return {
    file,
    isOfSimhost: OWN_CONFIG.test(file) || /["']simhost\/(?:config|playwright)["']/.test(text),
    testDir: testDir ?? null,
    testMatch: glob ?? pattern ?? null,
  };
}

function nothingFound(root: string, notes: readonly string[]): SimhostError {
  if (notes.length > 0) {
    return new SimhostError('ERR_NOTHING_TO_TEST', notes.join('\n'), {
      next: 'Correct this, then run simhost init again.',
    });
  }

  return new SimhostError(
    'ERR_NOTHING_TO_TEST',
    `${basename(root)} has no embedded app, UI extension, Shop Mini, VTEX storefront or page of Vite.`,
    {
      next:
        'Run it in the folder of your app. It looks for shopify.app.toml with embedded = true and a server, ' +
        'shopify.extension.toml, the manifest.json of a Mini, ' +
        'a storefront that calls VTEX, and index.html next to a Vite configuration.',
    },
  );
}
