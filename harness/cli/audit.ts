import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {audit} from '../audit/audit.ts';
import type {AuditOptions} from '../audit/options.ts';
import type {AuditReport} from '../audit/report.ts';
import {readFormat, write} from '../audit/reports/reports.ts';
import type {ReportFormat} from '../audit/reports/reports.ts';
import {terminal} from '../audit/reports/terminal.ts';
import type {CaseId} from '../core/cases/case-id.ts';
import type {Profile} from '../core/cases/case.ts';
import {SimhostError, messageOf} from '../errors.ts';
import {readArguments} from './arguments.ts';
import {progressBar} from './audit/progress-bar.ts';
import {chooseApp, CONFIG_HELP, customerByName} from './options.ts';

export const HELP: string = `Usage: simhost audit <url> [options]

Sends every case of the catalogue to a running backend, and tells what it wrongly accepts, wrongly refuses or fails on.
Exit code 0: clean; 1: findings; 2: could not be audited, and why.

the backend
  --profile <name>          customer-account (default), checkout, admin, pos, post-purchase, shop-minis, vtex
  --client-id <id>          else SHOPIFY_API_KEY, else shopify.app.toml here or above, else the published test value
  --secret <secret>         else SHOPIFY_API_SECRET, else the published test value
  --config <name>           ${CONFIG_HELP}
  --previous-secret <s>     else SHOPIFY_API_SECRET_PREVIOUS: the one before the last rotation, where it is still taken
  --shop <domain>           default acme.myshopify.com
  --customer <name>         whom good tokens are about: ada, bea or guest; default ada
  --platform <url>          a running simhost serve that the backend asks about its tokens
  --id-file <path>          where that one wrote its id; else SIMHOST_ID
  --allow-remote            the backend is not on this machine, and it is yours

the request
  --method <name>           default GET, or POST with --data
  --header <'Name: value'>  repeatable; no report holds the value, unless it is of a harmless one such as Accept
  --data <text>             the body
  --accepted-if <what>      status:200, body:text, not-body:/pattern/; repeatable, all must hold; default status:2xx

the cases
  --only <id>               repeatable, or several with commas
  --skip <id=reason>        repeatable
  --baseline <file>         a former JSON report: what it found does not count again
  --wait                    also the cases that need seconds of real time
  --destructive             also huge tokens and deep nesting, which may slow down or crash a backend
  --concurrency <number>    requests at once; default 6; fewer where it answers 429
  --timeout <seconds>       default 10

the report
  --report <format=file>    json, junit, sarif or html; repeatable`;

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = readArguments(args, {
    command: 'audit',
    allowPositionals: true,
    options: {
      profile: {type: 'string'},
      'client-id': {type: 'string'},
      secret: {type: 'string'},
      config: {type: 'string'},
      'previous-secret': {type: 'string'},
      shop: {type: 'string'},
      customer: {type: 'string'},
      platform: {type: 'string'},
      'id-file': {type: 'string'},
      'allow-remote': {type: 'boolean', default: false},
      method: {type: 'string'},
      header: {type: 'string', multiple: true, default: []},
      data: {type: 'string'},
      'accepted-if': {type: 'string', multiple: true},
      only: {type: 'string', multiple: true},
      skip: {type: 'string', multiple: true, default: []},
      baseline: {type: 'string'},
      wait: {type: 'boolean', default: false},
      destructive: {type: 'boolean', default: false},
      concurrency: {type: 'string'},
      timeout: {type: 'string'},
      report: {type: 'string', multiple: true, default: []},
    },
  });

  const [url, ...rest] = positionals;

  if (url === undefined || rest.length > 0) {
    throw new SimhostError(
      'ERR_USAGE',
      url === undefined ? 'Which backend?' : `Unexpected: ${rest.join(' ')}.`,
      {
        next: 'simhost audit http://localhost:3000/api/points; --help tells more.',
      },
    );
  }

  const files = values.report.map(readReport);
  const {options: app} = await chooseApp({
    clientId: values['client-id'],
    clientSecret: values.secret,
    config: values.config,
  });

  const bar = progressBar(process.stderr);
  const options: AuditOptions = given({
    profile: values.profile as Profile | undefined,
    clientId: app.clientId,
    secret: app.clientSecret,
    previousSecret: values['previous-secret'] ?? (process.env['SHOPIFY_API_SECRET_PREVIOUS'] || undefined),
    shop: values.shop,
    customer: values.customer === undefined ? undefined : customerByName(values.customer),
    platform:
      values.platform === undefined ? undefined : {url: values.platform, id: await readId(values['id-file'])},
    allowRemote: values['allow-remote'],
    method: values.method,
    headers: Object.fromEntries(values.header.map(readHeader)),
    data: values.data,
    acceptedIf: values['accepted-if'],
    only: values.only?.flatMap((ids) => ids.split(',')) as CaseId[] | undefined,
    skip: Object.fromEntries(values.skip.map(readSkip)),
    baseline: values.baseline,
    wait: values.wait,
    destructive: values.destructive,
    concurrency: values.concurrency === undefined ? undefined : Number(values.concurrency),
    timeout: values.timeout === undefined ? undefined : Number(values.timeout) * 1000,
    onProgress: bar.show,
  });

  const report = await audit(url, options).finally(bar.clear);

  for (const [format, file] of files) await writeReport(format, file, report);
  console.log(terminal(report, {color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined}));
  process.exitCode = EXIT_CODES[report.verdict];
}

const EXIT_CODES: Readonly<Record<AuditReport['verdict'], number>> = {
  clean: 0,
  findings: 1,
  'not-auditable': 2,
};

/** Without what was not given, so that the defaults hold. */
function given(options: {[Key in keyof AuditOptions]: AuditOptions[Key] | undefined}): AuditOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function readReport(text: string): readonly [ReportFormat, string] {
  const [, format = text, file = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  const known = readFormat(format);
  if (file !== '') return [known, file];
  throw new SimhostError('ERR_BAD_OPTION', `Where to, with the report "${known}"?`, {
    next: `For example --report ${known}=audit.${known}.`,
  });
}

async function writeReport(format: ReportFormat, file: string, report: AuditReport): Promise<void> {
  try {
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, write(format, report));
  } catch (cause) {
    throw new SimhostError('ERR_NOT_WRITTEN', `The report cannot be written: ${messageOf(cause)}.`, {cause});
  }
}

function readHeader(text: string): [string, string] {
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/s.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new SimhostError('ERR_BAD_OPTION', `Not a header: ${/^[\w-]*/.exec(text)?.[0] ?? ''}`, {
    next: `For example --header 'X-Api-Version: 2'.`,
  });
}

function readSkip(text: string): [string, string] {
  const [, id = text, reason = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  return [id, reason];
}

async function readId(file: string | undefined): Promise<string> {
  const id = file === undefined ? process.env['SIMHOST_ID'] : await readFile(file, 'utf8').catch(() => '');
  if (id !== undefined && id.trim() !== '') return id.trim();
  const where = file === undefined ? 'SIMHOST_ID is not set' : `there is none in ${file}`;
  throw new SimhostError('ERR_NO_ID', `--platform needs the id of that simulation, and ${where}.`, {
    next: 'Start simhost serve --id-file simhost.id, and name the file here too.',
  });
}
