import {mkdir, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {basename, dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {LOOK_ATTACHMENT, LOOK_VARIABLE} from '../../wire/first-look.ts';
import type {BackendCommand, Look, LookTask} from '../../wire/first-look.ts';
import {FIRST_LOOK} from '../../node/package-files.ts';
import {writing} from '../../node/writing.ts';
import {builtApp} from './build-file.ts';
import type {Choices} from './choices.ts';
import {runCommand} from './commands.ts';
import {pageUrl} from './config-file.ts';
import type {FoundProject} from './found-project.ts';
import {layoutOf, pageServers} from './layout.ts';
import {
  answeringBackends,
  bestVariant,
  problemsIn,
  seenIn,
  subjectsOf,
  tasksOf,
  unansweredOrigins,
} from './look-tasks.ts';
import type {LookResult, Subject, Variant} from './look-tasks.ts';
import type {SeenParts} from './plan.ts';
import {runPlaywright} from './playwright-run.ts';
import {SAMPLE_BACKEND, SAMPLE_BACKEND_FILE} from './sample-backend.ts';

const BARE: Variant = {name: 'without a backend', backends: {}, written: {}, isOwn: false};

/** The result of the looks at a project. */
export interface LookedParts extends SeenParts {
  /** Sentences about parts that do not start, and about backends. */
  readonly notes: readonly string[];
}

/**
 * Runs each part of a project once, in the project's own Playwright, and keeps what it shows and requests. Parts whose
 * requests nobody answers run again with the project's server, and with a sample backend.
 *
 * @throws {SimhostError} `ERR_NOT_WRITTEN`
 */
export async function lookAtParts(
  found: FoundProject,
  choices: Choices,
  signal?: AbortSignal,
): Promise<LookedParts> {
  const {root} = found;
  const folder = join(root, 'node_modules', '.cache', 'simhost', `first-look-${String(process.pid)}`);

  try {
    await writing({what: 'A sample backend', path: folder}, async () => {
      await mkdir(folder, {recursive: true});
      await writeFile(join(folder, SAMPLE_BACKEND_FILE), SAMPLE_BACKEND);
    });
    return await looked(found, choices, {folder, signal});
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

interface LookPlace {
  /** The temporary folder of the looks. */
  readonly folder: string;
  readonly signal: AbortSignal | undefined;
}

async function looked(found: FoundProject, choices: Choices, place: LookPlace): Promise<LookedParts> {
  const app = builtApp(choices.parts);
  if (app !== undefined) await runCommand(app.build, found.root, place.signal);

  const now = new Date();
  const servers = pageServers(choices);
  const portOf = (at: string): number => servers.find((each) => each.folder === at)?.port ?? 0;
  const subjects = subjectsOf(found.root, choices.parts, (at) => pageUrl({port: portOf(at)}));
  const run = (tasks: readonly LookTask[]): Promise<Looks> => runLooks(found, choices, place, tasks);

  const first = await run(tasksOf(subjects, [BARE], now));
  if (first.results.size === 0) return notTried(first.output);

  const origins = unansweredOrigins(first.results);
  if (origins.length === 0) return choose(subjects, [BARE], first.results);

  const variants = variantsFor(origins, found, choices, place.folder);
  const second = await run(tasksOf(subjects, variants, now));
  return choose(subjects, [...variants, BARE], new Map([...first.results, ...second.results]));
}

function notTried(output: string): LookedParts {
  const [reason = 'Playwright printed nothing.'] = output.split('\n').filter((line) => line.trim() !== '');
  return {
    seenOf: () => ({kind: 'not tried'}),
    backends: {},
    notes: [`The parts could not be run. ${reason}`],
  };
}

function choose(
  subjects: readonly Subject[],
  variants: readonly Variant[],
  results: ReadonlyMap<string, LookResult>,
): LookedParts {
  const best = bestVariant(subjects, variants, results) ?? BARE;
  const chosen = {...best, written: answeringBackends(best, results)};
  const notes = subjects.flatMap(({id}) => {
    const seen = seenIn(chosen, id, results);
    const subject = id === '.' ? 'The app' : id;
    if (seen.kind === 'failed') return [`${subject} gets no test, because it fails. ${seen.reason}`];
    return problemsIn(chosen, id, results).map(
      (problem) => `${subject} has a test, and a problem. ${problem}`,
    );
  });

  return {
    seenOf: (id) => seenIn(chosen, id, results),
    backends: chosen.written,
    notes: [...notes, ...backendNotes(chosen, variants)],
  };
}

function backendNotes(chosen: Variant, variants: readonly Variant[]): readonly string[] {
  const own = variants.find(({isOwn}) => isOwn);
  const sampled = Object.entries(chosen.written).filter(([, {command}]) =>
    command.includes(SAMPLE_BACKEND_FILE),
  );
  const samples = sampled.map(
    ([origin]) =>
      `A sample backend answers for ${origin}. Replace its command in the Playwright config with that of your server.`,
  );
  if (own === undefined || chosen.name === own.name) return samples;
  const [command] = Object.values(own.written).map((each) => each.command);
  return [`"${command}" did not answer well, so tests do not use it.`, ...samples];
}

/** Lists the ways to answer the origins: by the project's server, by a sample that accepts, by one that is down. */
export function variantsFor(
  origins: readonly string[],
  found: FoundProject,
  choices: Pick<Choices, 'parts' | 'backend'>,
  folder: string,
): readonly Variant[] {
  const {root, appOrigin} = found;
  const written = `${layoutOf(found).testDir}/${SAMPLE_BACKEND_FILE}`;

  // The app's origin is its own server. A lone origin is probably that too.
  const own = origins.filter((origin) => origin === appOrigin || origins.length === 1);
  const backend = serverOf(choices, own);
  const samples = ['200', '503'].map((status) =>
    sampleVariant(origins, status, {temporary: join(folder, SAMPLE_BACKEND_FILE), written}),
  );
  if (backend === null || own.length === 0) return samples;

  const others = origins.filter((origin) => !own.includes(origin));
  const [accepting = BARE] = samples;
  const absolute = {...backend, cwd: resolve(root, backend.cwd ?? '.')};
  const withServer = {
    name: 'with the server',
    backends: {...only(accepting.backends, others), ...toAll(own, absolute)},
    written: {...only(accepting.written, others), ...toAll(own, withoutRootCwd(backend))},
    isOwn: true,
  };
  return [withServer, ...samples];
}

/** Returns the server of the embedded app for its origin, else the server that was chosen. */
function serverOf(
  {parts, backend}: Pick<Choices, 'parts' | 'backend'>,
  origins: readonly string[],
): BackendCommand | null {
  const app = parts.find((part) => part.kind === 'app' && origins.includes(part.origin));
  return app?.kind === 'app' ? {command: app.command, cwd: app.cwd} : backend;
}

function sampleVariant(
  origins: readonly string[],
  status: string,
  paths: {readonly temporary: string; readonly written: string},
): Variant {
  const env = status === '200' ? {} : {env: {STATUS: status}};
  return {
    name: `with ${status}`,
    backends: toAll(origins, {command: `node "${paths.temporary}"`, ...env}),
    written: toAll(origins, {command: `node "${paths.written}"`, ...env}),
    isOwn: false,
  };
}

function withoutRootCwd({cwd, ...backend}: BackendCommand): BackendCommand {
  return cwd === undefined || cwd === '.' ? backend : {...backend, cwd};
}

function toAll(origins: readonly string[], backend: BackendCommand): Record<string, BackendCommand> {
  return Object.fromEntries(origins.map((origin) => [origin, backend]));
}

function only(backends: Variant['backends'], origins: readonly string[]): Record<string, BackendCommand> {
  return Object.fromEntries(Object.entries(backends).filter(([origin]) => origins.includes(origin)));
}

/** The looks of the project's own simhost, which shares its Playwright. */
function firstLookOf(root: string): string {
  try {
    const manifest = createRequire(join(root, 'package.json')).resolve('simhost/package.json');
    return join(dirname(manifest), 'dist', 'playwright', 'first-look', 'first-look.js');
  } catch {
    return fileURLToPath(FIRST_LOOK);
  }
}

interface Looks {
  readonly results: ReadonlyMap<string, LookResult>;
  readonly output: string;
}

async function runLooks(
  found: FoundProject,
  choices: Choices,
  {folder, signal}: LookPlace,
  tasks: readonly LookTask[],
): Promise<Looks> {
  const [config, list, report] = ['playwright.config.mjs', 'tasks.json', 'report.json'].map((name) =>
    join(folder, name),
  );
  if (config === undefined || list === undefined || report === undefined)
    return {results: new Map(), output: ''};

  await writing({what: 'The config of the first run', path: folder}, async () => {
    await writeFile(list, JSON.stringify(tasks));
    const content = JSON.stringify(configOfLooks(found, choices, folder), null, 2);
    await writeFile(config, `export default ${content};\n`);
  });

  await rm(report, {force: true});
  const env = {[LOOK_VARIABLE]: list};
  const {results, output} = await runPlaywright(found.root, ['-c', config], {report, signal, env});

  return {
    output,
    results: new Map(
      results.map(({title, isGreen, error, attachments}) => {
        const attached = attachments[LOOK_ATTACHMENT];
        const look = attached === undefined ? null : (JSON.parse(attached) as Look);
        return [title, {isGreen, error, look}];
      }),
    ),
  };
}

/** Makes the Playwright config of a run that looks at the parts. */
function configOfLooks({root, manager}: FoundProject, choices: Choices, folder: string): object {
  const tests = firstLookOf(root);
  return {
    testDir: dirname(tests),
    testMatch: basename(tests),
    outputDir: join(folder, 'results'),
    fullyParallel: true,
    // A part that starts late on a busy machine is not one that fails.
    timeout: 180_000,
    expect: {timeout: 15_000},
    reporter: 'json',
    webServer: pageServers(choices).map(({folder: at, port}) => ({
      command: `${manager.execute} vite --port ${String(port)} --strictPort`,
      cwd: resolve(root, at),
      url: pageUrl({port}),
    })),
  };
}
