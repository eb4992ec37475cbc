import {readFile, readdir, realpath, stat} from 'node:fs/promises';
import {isAbsolute, join, relative, sep} from 'node:path';
import {hashOf, hashOfFile} from '../extension/content-hash.ts';
import {ancestors, exists, packageCandidates, packageOf} from '../extension/packages.ts';
import {tsconfigFiles} from '../extension/tsconfig.ts';
import type {BuildReport} from './vite-build.ts';

/** The files and variables whose change makes another build necessary. */
export interface BuildInputs {
  /** Files, existing or not. */
  readonly files: readonly string[];
  /** Folders with everything below them, also later files: a pattern may import sources, or read names of classes. */
  readonly trees: readonly string[];
  /** Folders whose own files configure a build. */
  readonly folders: readonly string[];
  readonly variables: {readonly prefixes: readonly string[]; readonly names: readonly string[]};
}

export async function inputsOf(dir: string, vite: string, report: BuildReport): Promise<BuildInputs> {
  const {configuration, publicDir, envDir, envPrefix} = report;
  const root = await realpath(dir);
  const read = report.files.filter((path) => isAbsolute(path) && !path.includes('\0'));
  const sources = read.filter((path) => packageOf(path) === undefined);
  // Some are temporary files of the build.
  const own = (await Promise.all(sources.map(async (path) => ((await exists(path)) ? [path] : [])))).flat();
  const inside = own.flatMap((path) => {
    const [top = '', ...rest] = relative(root, path).split(sep);
    return rest.length === 0 || top === '..' || isAbsolute(top) || isHidden(top) ? [] : [join(root, top)];
  });

  const manifests = await packageCandidates(dir, read);
  const tsconfigs = await tsconfigFiles(dir, []);
  const locks = ancestors(dir).flatMap((folder) => LOCKS.map((name) => join(folder, name)));

  return {
    files: [
      ...new Set([
        ...own,
        ...configuration,
        join(vite, 'package.json'),
        ...manifests,
        ...tsconfigs,
        ...locks,
      ]),
    ].toSorted(),
    trees: [...new Set([...inside, ...(publicDir === '' ? [] : [publicDir])])].toSorted(),
    folders: [...new Set([dir, envDir])],
    variables: {prefixes: envPrefix, names: await variablesIn(configuration)},
  };
}

/** Hashes the current state of all inputs. */
export async function stateOf(inputs: BuildInputs): Promise<string> {
  const files = await filesOf(inputs);
  const contents = await Promise.all(files.map(async (path) => [path, await hashOfFile(path)]));
  const {prefixes, names} = inputs.variables;
  const variables = Object.entries(process.env)
    .filter(([name]) => names.includes(name) || prefixes.some((prefix) => name.startsWith(prefix)))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));

  return hashOf(JSON.stringify([contents, variables]));
}

/** Whether an input was written after that moment, in whole milliseconds. */
export async function areNewerThan(inputs: BuildInputs, moment: number): Promise<boolean> {
  const times = (await filesOf(inputs)).map((path) =>
    stat(path).then(
      ({mtimeMs}) => Math.floor(mtimeMs),
      () => 0,
    ),
  );

  return (await Promise.all(times)).some((time) => time > moment);
}

const LOCKS = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  join('node_modules', '.package-lock.json'),
];

/** Excludes the files that configure nothing, such as reports of tests. */
const CONFIGURES =
  /^\.env(?:\.|$)|^\.(?:postcss|browserslist|swc|babel)rc|\.(?:[cm]?[jt]sx?|html|css|s[ac]ss|less|styl)$/;

async function filesOf({files, trees, folders}: BuildInputs): Promise<readonly string[]> {
  const below = await Promise.all(trees.map((tree) => filesBelow(tree)));
  const right = await Promise.all(
    folders.map(async (folder) => {
      const entries = await entriesOf(folder);
      return entries.flatMap((entry) =>
        entry.isFile() && CONFIGURES.test(entry.name) ? [join(folder, entry.name)] : [],
      );
    }),
  );

  return [...new Set([...files, ...below.flat(), ...right.flat()])].toSorted();
}

async function filesBelow(folder: string): Promise<string[]> {
  const found = (await entriesOf(folder)).map(async (entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return isHidden(entry.name) ? [] : filesBelow(path);
  });
  return (await Promise.all(found)).flat();
}

/** Lists the entries of a folder; none if it has disappeared. */
function entriesOf(folder: string): Promise<{name: string; isFile(): boolean; isDirectory(): boolean}[]> {
  return readdir(folder, {withFileTypes: true}).catch(() => []);
}

function isHidden(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}

/** Lists everything that a configuration might read from its process. */
async function variablesIn(configuration: readonly string[]): Promise<readonly string[]> {
  const sources = await Promise.all(configuration.map((path) => readFile(path, 'utf8').catch(() => '')));
  return [...new Set(sources.flatMap((source) => source.match(/\b[A-Z_][A-Z\d_]*\b/g) ?? []))];
}
