import {readFile} from 'node:fs/promises';
import type {AuditOptions} from '../../audit/options.ts';
import {readFormat} from '../../audit/reports/reports.ts';
import type {ReportFormat} from '../../audit/reports/reports.ts';
import {readCaseId} from '../../core/cases/catalogue.ts';
import type {Profile} from '../../core/cases/case.ts';
import {PROFILES} from '../../core/cases/profile-groups.ts';
import {SimhostError} from '../../errors.ts';
import {chooseApp} from '../app-choice.ts';
import {APP_OPTIONS, CUSTOMER_OPTION, SHOP_OPTION} from '../app-options.ts';
import {readArguments} from '../arguments.ts';
import type {OptionSpecs} from '../command.ts';
import {customerByName} from '../../core/world/people.ts';

const BACKEND = {group: 'the backend'} as const;
const REQUEST = {group: 'the request'} as const;
const CASES = {group: 'the cases'} as const;

const OPTIONS = {
  profile: {
    ...BACKEND,
    type: 'string',
    value: '<name>',
    help: `the tokens that the route takes: ${PROFILES.map((name) => `\`${name}\``).join(', ')}; default \`customer-account\``,
  },
  'client-id': {...APP_OPTIONS['client-id'], ...BACKEND},
  secret: {...APP_OPTIONS.secret, ...BACKEND},
  config: {...APP_OPTIONS.config, ...BACKEND},
  'previous-secret': {
    ...BACKEND,
    type: 'string',
    value: '<secret>',
    help: 'the secret before the last rotation, if it is still accepted; default `SHOPIFY_API_SECRET_PREVIOUS`',
  },
  shop: {...SHOP_OPTION, ...BACKEND},
  customer: {
    ...CUSTOMER_OPTION,
    ...BACKEND,
    help: 'the customer of valid tokens: `ada`, `bea` or `guest`; default `ada`',
  },
  'customers-only': {
    ...BACKEND,
    type: 'boolean',
    default: false,
    help: 'the route is for signed-in customers alone, and must refuse guests',
  },
  platform: {
    ...BACKEND,
    type: 'string',
    value: '<url>',
    help: 'a running `simhost serve` that the backend asks about its tokens (embedded apps, Minis, VTEX)',
  },
  'id-file': {
    ...BACKEND,
    type: 'string',
    value: '<path>',
    help: 'the file with the id of that `simhost serve`; default the id in `SIMHOST_ID`',
  },
  'allow-remote': {
    ...BACKEND,
    type: 'boolean',
    default: false,
    help: 'allows a backend on another machine; it must be yours',
  },
  method: {
    ...REQUEST,
    type: 'string',
    value: '<name>',
    help: 'the method; default `GET`, or `POST` with `--data`',
  },
  xhr: {
    ...REQUEST,
    type: 'string',
    value: '<path>',
    help: 'a route that the pages of an embedded app ask by `fetch()`, for example `/api/products`; default the audited URL',
  },
  header: {
    ...REQUEST,
    type: 'string',
    multiple: true,
    default: [],
    value: "<'Name: value'>",
    help: 'a header; reports leave its value out, unless it is a harmless one such as `Accept`',
  },
  data: {...REQUEST, type: 'string', value: '<string>', help: 'the body'},
  'accepted-if': {
    ...REQUEST,
    type: 'string',
    multiple: true,
    value: '<condition>',
    help:
      'how to recognise an accepted request: `status:200`, `body:"ok":true`, `not-body:/error/`; all ' +
      'must hold; default `status:2xx`',
  },
  only: {
    ...CASES,
    type: 'string',
    multiple: true,
    value: '<id>',
    help: 'sends these cases alone; several with commas',
  },
  skip: {
    ...CASES,
    type: 'string',
    multiple: true,
    default: [],
    value: '<id=reason>',
    help: 'leaves a case out; the report names the reason',
  },
  baseline: {
    ...CASES,
    type: 'string',
    value: '<file>',
    help: 'an earlier JSON report, whose findings do not count again',
  },
  wait: {
    ...CASES,
    type: 'boolean',
    default: false,
    help: 'also sends the cases that need seconds of real time',
  },
  destructive: {
    ...CASES,
    type: 'boolean',
    default: false,
    help: 'also sends huge tokens and deep nesting, which may slow down or crash a backend',
  },
  concurrency: {
    ...CASES,
    type: 'string',
    value: '<number>',
    help: 'requests at once; default 6, fewer if the backend answers 429',
  },
  timeout: {
    ...CASES,
    type: 'string',
    value: '<seconds>',
    help: 'seconds that an answer may take; default 10',
  },
  'not-applicable': {
    type: 'boolean',
    group: 'the report',
    default: false,
    help: 'lists the cases that do not apply, each with the reason; they are in the files in any case',
  },
  report: {
    type: 'string',
    group: 'the report',
    multiple: true,
    default: [],
    value: '<format=file>',
    help: 'writes a report: `json`, `junit`, `sarif` or `html`',
  },
} as const satisfies OptionSpecs;

/** The options of `simhost audit`, for its help. */
export const AUDIT_OPTIONS: OptionSpecs = OPTIONS;

/** The arguments of `simhost audit`. */
export interface AuditArguments {
  readonly url: string;
  readonly options: AuditOptions;
  readonly reports: readonly (readonly [format: ReportFormat, file: string])[];
  /** Whether the terminal lists the cases that do not apply. */
  readonly notApplicable: boolean;
}

/**
 * Reads the arguments of `simhost audit`.
 *
 * @throws {SimhostError} `ERR_USAGE`, `ERR_BAD_OPTION`, `ERR_NO_ID`, and the errors of `readArguments` and `chooseApp`
 */
export async function readAuditArguments(args: readonly string[]): Promise<AuditArguments> {
  const {values, positionals} = readArguments(args, {
    command: 'audit',
    allowPositionals: true,
    options: OPTIONS,
  });

  const url = readUrl(positionals);
  const reports = values.report.map(readReport);
  const {options: app} = await chooseApp({
    clientId: values['client-id'],
    clientSecret: values.secret,
    config: values.config,
  });
  const {customer, platform, concurrency, timeout} = values;

  const options = given({
    profile: values.profile as Profile | undefined,
    clientId: app.clientId,
    secret: app.clientSecret,
    previousSecret: values['previous-secret'] ?? (process.env['SHOPIFY_API_SECRET_PREVIOUS'] || undefined),
    shop: values.shop,
    customer: customer === undefined ? undefined : customerByName(customer),
    customersOnly: values['customers-only'],
    platform: platform === undefined ? undefined : {url: platform, id: await readId(values['id-file'])},
    allowRemote: values['allow-remote'],
    ...readRequest(values),
    only: values.only?.flatMap((ids) => ids.split(',').map(readCaseId)),
    skip: Object.fromEntries(values.skip.map(readSkip)),
    baseline: values.baseline,
    wait: values.wait,
    destructive: values.destructive,
    concurrency: concurrency === undefined ? undefined : Number(concurrency),
    timeout: timeout === undefined ? undefined : Number(timeout) * 1000,
  });

  return {url, options, reports, notApplicable: values['not-applicable']};
}

/** Reads the options of the group `the request`. */
function readRequest({
  method,
  xhr,
  header,
  data,
  'accepted-if': acceptedIf,
}: Values): Pick<Given, 'method' | 'xhr' | 'headers' | 'data' | 'acceptedIf'> {
  return {method, xhr, headers: Object.fromEntries(header.map(readHeader)), data, acceptedIf};
}

function readUrl([url, ...rest]: readonly string[]): string {
  if (url !== undefined && rest.length === 0) return url;

  const problem = url === undefined ? 'Missing backend URL.' : `Unexpected argument: ${rest.join(' ')}.`;
  throw new SimhostError('ERR_USAGE', problem, {
    next: 'For example simhost audit http://localhost:3000/api/points. simhost audit --help lists all options.',
  });
}

/** Options of an audit, of which some were not given. */
type Given = {[Key in keyof AuditOptions]: AuditOptions[Key] | undefined};

/** The values of the options as they are written. */
type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values'];

/** Leaves out the options that were not given, so that their defaults hold. */
function given(options: Given): AuditOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function readReport(text: string): readonly [ReportFormat, string] {
  const [, format = text, file = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  const known = readFormat(format);
  if (file !== '') return [known, file];
  throw new SimhostError('ERR_BAD_OPTION', `Missing file for report "${known}".`, {
    next: `For example --report ${known}=audit.${known}.`,
  });
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
  const problem = file === undefined ? 'SIMHOST_ID is not set' : `${file} has none`;
  throw new SimhostError('ERR_NO_ID', `--platform needs the id of that simulation, and ${problem}.`, {
    next: 'Start simhost serve --id-file simhost.id, and give the file here too.',
  });
}
