import {gzipSync} from 'node:zlib';
import type {Bundle} from '../../core/platforms/shopify/extension/bundle.ts';
import {bundleOf} from '../../node/extension/cache.ts';
import {readTranslations} from '../../node/extension/locales.ts';
import {conditionsScript, mainScript} from '../../node/extension/script.ts';
import {readExtensionFile} from '../../node/extension/toml.ts';
import type {ExtensionFile} from '../../node/extension/toml.ts';
import {type Finding, ok, type Project, problem} from './check.ts';
import {appOf} from './admin-extensions.ts';
import {isOfAdmin, split} from './extension.ts';
import {requestsIn, type SentRequest} from './requests.ts';

/** The scripts of an extension file, as far as they could be built. */
export interface Built {
  readonly file: ExtensionFile;
  readonly bundles: readonly Bundle[];
  /** The errors of extensions that cannot be built. */
  readonly errors: readonly unknown[];
}

/** Builds once for each project; `null` for a folder without an extension, or with one that cannot be read. */
export function builtOf(project: Project): Promise<Built | null> {
  const known = builds.get(project);
  if (known !== undefined) return known;
  const building = buildAll(project.folder);
  builds.set(project, building);
  return building;
}

/** The requests that the built scripts send. */
export async function requestsOf(project: Project): Promise<readonly SentRequest[]> {
  const built = await builtOf(project);
  if (built === null) return [];
  const base = isOfAdmin(built.file.extensions) ? ((await appOf(project))?.applicationUrl ?? null) : null;
  return built.bundles.flatMap(({code}) => requestsIn(code, base));
}

const builds = new WeakMap<Project, Promise<Built | null>>();

async function buildAll(folder: string): Promise<Built | null> {
  const file = await readExtensionFile(folder).catch(() => null);
  if (file === null) return null;

  const scripts = file.extensions
    .flatMap((extension) => [mainScript(extension), conditionsScript(extension) ?? []])
    .flat();

  const built = await Promise.allSettled([
    readTranslations(file.dir),
    ...scripts.map((script) => bundleOf(file, script)),
  ]);

  return {
    file,
    bundles: built.flatMap((result) =>
      result.status === 'fulfilled' && 'code' in result.value ? [result.value] : [],
    ),
    errors: built.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : [])),
  };
}

/** Builds every extension of the folder, as `mount` and `simhost dev` do. */
export async function buildFindings(project: Project): Promise<readonly Finding[]> {
  const built = await builtOf(project);
  if (built === null) return [];

  const sizes = built.bundles.map(
    ({name, code}) => `${name}.js ${kilobytes(code.length)}, ${kilobytes(gzipSync(code).length)} compressed`,
  );

  return [
    ...built.errors.map((error) => problem(...split(error))).filter(isFirst),
    ...(built.errors.length === 0 ? [ok(sizes.join('; '))] : []),
  ];
}

function isFirst({text}: Finding, index: number, all: readonly Finding[]): boolean {
  return all.findIndex((each) => each.text === text) === index;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
