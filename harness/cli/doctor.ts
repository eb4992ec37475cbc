import {resolve} from 'node:path';
import {messageOf, redact, SimhostError} from '../errors.ts';
import {manifest} from '../node/server/manifest.ts';
import {readArguments} from './arguments.ts';
import type {Check, Finding, Patient, State} from './doctor/check.ts';
import {CREDENTIALS} from './doctor/credentials.ts';
import {EXTENSION} from './doctor/extension.ts';
import {MACHINE} from './doctor/machine.ts';
import {NOTICES} from './doctor/notices.ts';
import {PACKAGES} from './doctor/packages.ts';
import {chooseApp, CONFIG_HELP, readBackend} from './options.ts';
import {stopOnSignal} from './stop-on-signal.ts';

export const HELP: string = `Usage: simhost doctor [folder] [options]

Looks for what would keep simhost from working here: browser, ports, packages, credentials, the extension of a folder,
its build, and backends with the preflights of the requests that the extension sends. Exit code 0 without problems, 1
with any.

options
  --backend <origin>=<url or command>   a backend to reach; repeatable
  --path <path>                         what to ask the backends for; default: what the extension calls
  --config <name>                       ${CONFIG_HELP}
  --strict                              notices are problems too
  --json                                prints {"ok", "version", "checks": [{"check", "state", "text", "next"}]}`;

const CHECKS: readonly Check[] = [
  ...MACHINE,
  ...PACKAGES,
  ...CREDENTIALS,
  ...EXTENSION,
  ...NOTICES,
  {name: 'build', run: build},
];

type Result = {readonly check: string} & Finding;

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = readArguments(args, {
    command: 'doctor',
    allowPositionals: true,
    options: {
      backend: {type: 'string', multiple: true, default: []},
      path: {type: 'string'},
      config: {type: 'string'},
      strict: {type: 'boolean', default: false},
      json: {type: 'boolean', default: false},
    },
  });

  const [folder, ...rest] = positionals;

  if (rest.length > 0)
    throw new SimhostError('ERR_USAGE', `Unexpected: ${rest.join(' ')}.`, {
      next: 'simhost doctor takes one folder.',
    });

  const backends = values.backend.map(readBackend);
  const path = values.path === undefined ? undefined : readPath(values.path);

  const patient: Patient = {
    folder: resolve(folder ?? '.'),
    named: folder !== undefined,
    config: values.config,
    environment: process.env,
  };

  const secrets = [process.env['SHOPIFY_API_SECRET'] ?? ''];
  const results: Result[] = [];

  const found = (check: string, findings: readonly Finding[]): void => {
    for (const finding of findings) {
      const result = clean({check, ...finding}, secrets);
      results.push(result);
      if (!values.json) console.log(lineOf(result));
    }
  };

  // Backends that were started end with this process, unless a signal ends it at once.
  if (backends.length > 0) stopOnSignal(async () => {}, 1);
  for (const {name, run: look} of CHECKS) found(name, await settle(() => look(patient)));
  for (const backend of backends) found('backend', await settle(() => examined(patient, backend, path)));

  const failing: readonly State[] = values.strict ? ['problem', 'notice'] : ['problem'];
  const isOk = !results.some(({state}) => failing.includes(state));

  if (values.json)
    console.log(JSON.stringify({ok: isOk, version: manifest().version, checks: results}, null, 2));
  process.exitCode = isOk ? 0 : 1;
}

/** Loaded only here, because the packages that it needs may be missing. */
async function build(patient: Patient): Promise<readonly Finding[]> {
  const {buildFindings} = await import('./doctor/built.ts');
  return buildFindings(patient);
}

/** Loaded only here, for the same reason. */
async function examined(
  patient: Patient,
  backend: ReturnType<typeof readBackend>,
  path: string | undefined,
): Promise<readonly Finding[]> {
  const {examineBackend} = await import('./doctor/backends.ts');
  const {options: app} = await chooseApp({config: patient.config}, patient.folder).catch(() => ({
    options: {},
  }));
  return examineBackend(patient, backend, {app, path});
}

async function settle(look: () => ReturnType<Check['run']>): Promise<readonly Finding[]> {
  try {
    return [await look()].flat();
  } catch (error) {
    return [{state: 'problem', text: messageOf(error)}];
  }
}

function readPath(text: string): string {
  if (text.startsWith('/') && URL.canParse(text, 'http://localhost') && !/\s/.test(text)) return text;
  throw new SimhostError('ERR_BAD_PATH', `Not a path: ${text}`, {
    next: 'Give one that begins with a slash, for example --path /api/points.',
  });
}

function clean({text, next, ...result}: Result, secrets: readonly string[]): Result {
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

const STATE_WIDTH = 9;
const NAME_WIDTH = 13;
