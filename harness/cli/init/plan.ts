import {join} from 'node:path';
import type {BackendCommand} from '../../wire/first-look.ts';
import {pathFrom} from '../../dev/copy/project-folder.ts';
import {BUILD_FILE, buildFile, builtApp} from './build-file.ts';
import type {Choices} from './choices.ts';
import {configFile, pageUrl} from './config-file.ts';
import type {FoundProject} from './found-project.ts';
import {withIgnoredFolders} from './ignored-files.ts';
import type {Part} from './parts.ts';
import {partTestFile} from './part-tests.ts';
import type {Seen} from './part-look.ts';
import {withPackages} from './planned-packages.ts';
import {SAMPLE_BACKEND, SAMPLE_BACKEND_FILE} from './sample-backend.ts';
import {layoutOf, pageServers, testPath} from './layout.ts';
import type {Layout} from './layout.ts';
import {WORKFLOW_FILE, workflowFile} from './workflow-file.ts';

/** A file that init creates or changes. */
export interface PlannedFile {
  /** The path from the project's folder, with slashes. */
  readonly path: string;
  /** `null` for a new file. */
  readonly before: string | null;
  readonly after: string;
}

/** The looks at the project's parts. */
export interface SeenParts {
  readonly seenOf: (id: string) => Seen;
  /** The backends by origin, as far as the parts need them. */
  readonly backends: Readonly<Record<string, BackendCommand>>;
}

/**
 * Plans every file. `read` returns the text of a file of the project, or `null`. A file that exists
 * stays, or gets lines.
 */
export function planFiles(
  found: FoundProject,
  choices: Choices,
  seen: SeenParts,
  read: (path: string) => string | null,
): readonly PlannedFile[] {
  const layout = layoutOf(found);
  const pages = pageServers(choices);
  const {testDir, config} = layout;
  const isConfigured = found.config?.isOfSimhost === true;

  const tests = choices.parts.flatMap((part) => {
    const path = testPath(part, choices, layout);
    const page = pages.find(({folder}) => part.kind === 'page' && folder === part.folder);
    const url = page === undefined ? null : pageUrl(page);
    const backends = isConfigured ? {...seen.backends, ...appBackends([part])} : {};
    const text = partTestFile(part, {seenOf: seen.seenOf, url, backends});
    return text === null ? [] : [created(path, text, read)];
  });

  const configs = isConfigured ? [] : [created(config, configText(found, choices, seen, layout), read)];
  const needsSample = [...configs, ...tests].some(
    ({before, after}) => before === null && after.includes(SAMPLE_BACKEND_FILE),
  );

  const files = [
    edited('package.json', withPackages(read('package.json'), found, layout), read),
    ...configs,
    ...tests,
    ...buildFiles(found, choices, layout, configs, read),
    ...(needsSample ? [created(`${testDir}/${SAMPLE_BACKEND_FILE}`, SAMPLE_BACKEND, read)] : []),
    ...(choices.hasWorkflow ? [workflow(found, layout, read)] : []),
    edited('.gitignore', withIgnoredFolders(read('.gitignore')), read),
  ];

  return files.filter(({before, after}) => before !== after);
}

function configText(
  found: FoundProject,
  choices: Choices,
  {backends, seenOf}: SeenParts,
  layout: Layout,
): string {
  // A server that does not start would fail the tests of all other parts.
  const started = choices.parts.filter(({folder}) => seenOf(folder).kind !== 'failed');
  const stores = started.filter((part) => part.kind === 'storefront');
  const ofStores = stores.map(({account, command, env, folder}) => [
    `https://${account}.myvtex.com`,
    {command, ...inFolder(folder), ...(Object.keys(env).length === 0 ? {} : {env})},
  ]);

  const [store] = stores;
  return configFile({
    testDir: layout.testDir,
    language: layout.language,
    testMatch: layout.ending.startsWith('.spec') ? null : `**/*${layout.ending}`,
    globalSetup:
      builtApp(started) === undefined ? null : `./${layout.testDir}/${BUILD_FILE}.${layout.language}`,
    backends: {
      ...(Object.fromEntries(ofStores) as Record<string, BackendCommand>),
      ...backends,
      ...appBackends(started),
    },
    account: store === undefined || store.account === 'acme' ? null : store.account,
    pages: pageServers(choices),
    execute: found.manager.execute,
  });
}

/** Returns the server of an app by its origin. */
function appBackends(parts: readonly Part[]): Readonly<Record<string, BackendCommand>> {
  const apps = parts.filter((part) => part.kind === 'app');
  return Object.fromEntries(apps.map(({origin, command, cwd}) => [origin, {command, ...inFolder(cwd)}]));
}

function inFolder(folder: string): {readonly cwd?: string} {
  return folder === '.' ? {} : {cwd: folder};
}

/** Plans the file that builds the app, if a new config names it. */
function buildFiles(
  found: FoundProject,
  {parts}: Choices,
  {testDir, language}: Layout,
  configs: readonly PlannedFile[],
  read: (path: string) => string | null,
): readonly PlannedFile[] {
  const app = builtApp(parts);
  const path = `${testDir}/${BUILD_FILE}.${language}`;
  if (app === undefined || !configs.some(({after}) => after.includes(path))) return [];
  return [created(path, buildFile(app, found.language), read)];
}

function workflow(found: FoundProject, layout: Layout, read: (path: string) => string | null): PlannedFile {
  const {root, repository, manager} = found;
  const text = workflowFile({
    manager,
    folder: pathFrom(repository, root),
    config: layout.isUsualConfig ? null : layout.config,
  });
  return created(pathFrom(root, join(repository, WORKFLOW_FILE)), text, read);
}

/** Plans a new file. One that exists stays. */
function created(path: string, after: string, read: (path: string) => string | null): PlannedFile {
  const before = read(path);
  return {path, before, after: before ?? after};
}

function edited(path: string, after: string, read: (path: string) => string | null): PlannedFile {
  return {path, before: read(path), after};
}
