import {resolve} from 'node:path';
import {messageOf, SimhostError} from '../errors.ts';
import {redact} from '../redact.ts';
import {manifest} from '../node/server/manifest.ts';
import {chooseApp} from './app-choice.ts';
import {APP_OPTIONS, BACKEND_OPTION} from './app-options.ts';
import {readArguments} from './arguments.ts';
import type {CommandDescription, OptionSpecs} from './command.ts';
import {ADMIN_EXTENSIONS} from './doctor/admin-extensions.ts';
import type {Check, Finding, Project, State} from './doctor/check.ts';
import {CREDENTIALS} from './doctor/credentials.ts';
import {EMBEDDED_APP} from './doctor/embedded-app.ts';
import {EXTENSION} from './doctor/extension.ts';
import {MACHINE} from './doctor/machine.ts';
import {NOTICES} from './doctor/notices.ts';
import {PACKAGES} from './doctor/packages.ts';
import {readBackend} from './option-values.ts';
import {exitOnSignal} from './stop-on-signal.ts';

const OPTIONS = {
  backend: {...BACKEND_OPTION, default: [], help: 'a backend to check'},
  path: {
    type: 'string',
    value: '<path>',
    help: 'the path to request from the backends; default the paths that the extension requests',
  },
  config: APP_OPTIONS.config,
  strict: {type: 'boolean', default: false, help: 'counts notices as problems'},
  json: {
    type: 'boolean',
    default: false,
    help: 'prints `{"ok", "version", "checks": [{"check", "state", "text", "next"}]}`',
  },
} as const satisfies OptionSpecs;

export const DESCRIPTION: CommandDescription = {
  name: 'doctor',
  usage: ['doctor [folder] [options]'],
  summary: `Checks that simhost can work here: browser, ports, packages, credentials, the embedded app or the extension of a folder and its build, and the preflights of its requests to your backends.
Exit code 0: no problems. 1: problems.`,
  options: OPTIONS,
};

const CHECKS: readonly Check[] = [
  ...MACHINE,
  ...PACKAGES,
  ...CREDENTIALS,
  ...EMBEDDED_APP,
  ...EXTENSION,
  ...ADMIN_EXTENSIONS,
  ...NOTICES,
  {name: 'build', run: build},
];

/** The width of the columns of a result. */
const STATE_WIDTH = 9;
const NAME_WIDTH = 13;

type Result = {readonly check: string} & Finding;

interface DoctorOptions {
  readonly backends: readonly MappedBackend[];
  readonly path: string | undefined;
  /** Called for each result at once. */
  readonly onResult: (result: Result) => void;
}

type MappedBackend = ReturnType<typeof readBackend>;

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = readArguments(args, {
    command: 'doctor',
    allowPositionals: true,
    options: OPTIONS,
  });

  const [folder, ...rest] = positionals;
  if (rest.length > 0) {
    throw new SimhostError('ERR_USAGE', `Unexpected argument: ${rest.join(' ')}.`, {
      next: 'simhost doctor takes one folder.',
    });
  }

  const project: Project = {
    folder: resolve(folder ?? '.'),
    isGiven: folder !== undefined,
    config: values.config,
    environment: process.env,
  };

  const results = await examine(project, {
    backends: values.backend.map(readBackend),
    path: values.path === undefined ? undefined : readPath(values.path),
    onResult: (result) => {
      if (!values.json) console.log(lineOf(result));
    },
  });

  const failing: readonly State[] = values.strict ? ['problem', 'notice'] : ['problem'];
  const isOk = !results.some(({state}) => failing.includes(state));
  if (values.json)
    console.log(JSON.stringify({ok: isOk, version: manifest().version, checks: results}, null, 2));
  process.exitCode = isOk ? 0 : 1;
}

async function examine(
  project: Project,
  {backends, path, onResult}: DoctorOptions,
): Promise<readonly Result[]> {
  const secrets = [process.env['SHOPIFY_API_SECRET'] ?? ''];
  const results: Result[] = [];
  const add = (check: string, findings: readonly Finding[]): void => {
    for (const finding of findings) {
      const result = redacted({check, ...finding}, secrets);
      results.push(result);
      onResult(result);
    }
  };

  // They end with this process, also when its terminal is closed.
  if (backends.length > 0) exitOnSignal();
  for (const {name, run: look} of CHECKS) add(name, await findingsOf(() => look(project)));
  for (const backend of backends)
    add('backend', await findingsOf(() => examinedBackend(project, backend, path)));

  return results;
}

/** Builds the extension. The module is loaded here, because the packages that it needs may be missing. */
async function build(project: Project): Promise<readonly Finding[]> {
  const {buildFindings} = await import('./doctor/build.ts');
  return buildFindings(project);
}

/** Examines a backend. The module is loaded here for the same reason. */
async function examinedBackend(
  project: Project,
  backend: MappedBackend,
  path: string | undefined,
): Promise<readonly Finding[]> {
  const {examineBackend} = await import('./doctor/backends.ts');
  const {options: app} = await chooseApp({config: project.config}, project.folder).catch(() => ({
    options: {},
  }));
  return examineBackend(project, backend, {app, path});
}

async function findingsOf(look: () => ReturnType<Check['run']>): Promise<readonly Finding[]> {
  try {
    return [await look()].flat();
  } catch (error) {
    return [{state: 'problem', text: messageOf(error)}];
  }
}

function readPath(text: string): string {
  if (text.startsWith('/') && URL.canParse(text, 'http://localhost') && !/\s/.test(text)) return text;
  throw new SimhostError('ERR_BAD_PATH', `Not a path: ${text}`, {
    next: 'Give a path that begins with a slash, for example --path /api/points.',
  });
}

function redacted({text, next, ...result}: Result, secrets: readonly string[]): Result {
  return {
    ...result,
    text: redact(text, secrets),
    ...(next === undefined || next === '' ? {} : {next: redact(next, secrets)}),
  };
}

function lineOf({check, state, text, next}: Result): string {
  const indent = ' '.repeat(STATE_WIDTH + NAME_WIDTH);
  const [first = '', ...more] = [text, ...(next === undefined ? [] : [next])].join('\n').split('\n');
  return [
    `${state.padEnd(STATE_WIDTH)}${check.padEnd(NAME_WIDTH)}${first}`,
    ...more.map((line) => `${indent}${line}`),
  ].join('\n');
}
