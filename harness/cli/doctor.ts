import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {messageOf, redact, SimhostError} from '../errors.ts';
import {manifest} from '../server/manifest.ts';
import type {Check, Finding, Patient} from './doctor/check.ts';
import {CREDENTIALS} from './doctor/credentials.ts';
import {EXTENSION} from './doctor/extension.ts';
import {MACHINE} from './doctor/machine.ts';
import {PACKAGES} from './doctor/packages.ts';
import {appFromEnvironment, readBackend} from './options.ts';
import {stopOnSignal} from './stop-on-signal.ts';

export const HELP = `Usage: simhost doctor [folder] [options]

Looks for what would keep simhost from working here: browser, ports, packages, credentials, the extension of a folder,
and backends with their CORS preflight. Exit code 0 without problems, 1 with any.

options
  --backend <origin>=<url or command>   a backend to reach; repeatable
  --path <path>                         what to ask the backends for; default: what the sources call
  --json                                prints {"ok", "version", "checks": [{"check", "state", "text", "next"}]}`;

const CHECKS: readonly Check[] = [...MACHINE, ...PACKAGES, ...CREDENTIALS, ...EXTENSION];

type Result = {readonly check: string} & Finding;

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      backend: {type: 'string', multiple: true, default: []},
      path: {type: 'string'},
      json: {type: 'boolean', default: false},
    },
  });
  const [folder, ...rest] = positionals;
  if (rest.length > 0) throw new SimhostError('ERR_USAGE', `Unexpected: ${rest.join(' ')}.`, {next: 'simhost doctor takes one folder.'});
  const backends = values.backend.map(readBackend);
  const path = values.path === undefined ? undefined : readPath(values.path);
  const patient: Patient = {folder: resolve(folder ?? '.'), named: folder !== undefined, environment: process.env};

  const secrets = [process.env['SHOPIFY_API_SECRET'] ?? ''];
  const results: Result[] = [];
  const found = (check: string, finding: Finding): void => {
    const result = clean({check, ...finding}, secrets);
    results.push(result);
    if (!values.json) console.log(lineOf(result));
  };
  // Backends that were started end with this process, unless a signal ends it at once.
  if (backends.length > 0) stopOnSignal(async () => {}, 1);
  for (const {name, run: look} of CHECKS) found(name, await settle(() => look(patient)));
  for (const backend of backends) {
    for (const finding of await examined(patient, backend, path)) found('backend', finding);
  }

  const problems = results.filter(({state}) => state === 'problem').length;
  if (values.json) console.log(JSON.stringify({ok: problems === 0, version: manifest().version, checks: results}, null, 2));
  process.exitCode = problems === 0 ? 0 : 1;
}

/** Loaded only here, because it needs the packages that the checks before may have missed. */
async function examined(patient: Patient, backend: ReturnType<typeof readBackend>, path: string | undefined): Promise<readonly Finding[]> {
  try {
    const {examineBackend} = await import('./doctor/backends.ts');
    return await examineBackend(patient, backend, {app: appFromEnvironment({}), path});
  } catch (error) {
    return [failed(error)];
  }
}

async function settle(look: () => Promise<Finding> | Finding): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): Finding {
  return {state: 'problem', text: messageOf(error)};
}

function readPath(text: string): string {
  if (text.startsWith('/') && URL.canParse(text, 'http://localhost') && !/\s/.test(text)) return text;
  throw new SimhostError('ERR_BAD_PATH', `Not a path: ${text}`, {
    next: 'Give one that begins with a slash, for example --path /api/points.',
  });
}

function clean({text, next, ...result}: Result, secrets: readonly string[]): Result {
  return {...result, text: redact(text, secrets), ...(next === undefined || next === '' ? {} : {next: redact(next, secrets)})};
}

function lineOf({check, state, text, next}: Result): string {
  const indent = ' '.repeat(STATE_WIDTH + NAME_WIDTH);
  const [first = '', ...more] = [text, ...(next === undefined ? [] : [next])].join('\n').split('\n');
  return [`${state.padEnd(STATE_WIDTH)}${check.padEnd(NAME_WIDTH)}${first}`, ...more.map((line) => `${indent}${line}`)].join('\n');
}

const STATE_WIDTH = 9;
const NAME_WIDTH = 13;
