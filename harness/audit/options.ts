import type {CaseId} from '../core/cases/case-id.ts';
import type {Profile} from '../core/cases/case.ts';
import {caseOf, readCaseId} from '../core/cases/catalogue.ts';
import type {OutgoingRequest} from '../core/cases/outgoing-request.ts';
import {CUSTOMER_PROFILES} from '../core/cases/profile-groups.ts';
import {tokensOf} from '../core/cases/profiles.ts';
import type {AppOptions} from '../core/world/app.ts';
import {chooseCustomer} from '../core/world/people.ts';
import type {Customer, CustomerOption} from '../core/world/people.ts';
import {createWorld} from '../core/world/world.ts';
import type {World} from '../core/world/world.ts';
import {SimhostError} from '../errors.ts';
import {refuseUnknownKeys} from '../known-values.ts';
import {shown} from '../shown-value.ts';
import {isLoopback} from '../wire/loopback.ts';
import {needsBody, readAcceptance} from './acceptance.ts';
import type {Acceptance} from './acceptance.ts';
import {exceptBounce} from './bounce.ts';
import {readBaseline} from './baseline.ts';
import type {PlatformAddress} from './platform.ts';
import type {AuditReport} from './report.ts';
import {SecretHeaders} from './secret-headers.ts';

/** Options of an audit: the backend, the tokens that it takes, and which cases to send. */
export interface AuditOptions {
  /** The kind of token that the route takes. Default `'customer-account'`. */
  profile?: Profile;
  /** The app's client id, as the backend knows it. Default: the published test value. */
  clientId?: string;
  /** The app's client secret, as the backend knows it. Default: the published test value. */
  secret?: string;
  /** The secret before the last rotation, if the backend still takes it. */
  previousSecret?: string;
  /** Host of the shop that valid tokens are for. Default `acme.myshopify.com`. */
  shop?: string;
  /** The customer of valid tokens. Default `'ada'`. */
  customer?: CustomerOption;
  /**
   * The route is for signed-in customers alone, so it must refuse guests with 401 or 403. For the profiles
   * `checkout` and `customer-account`. Default `false`: guests must be served.
   */
  customersOnly?: boolean;
  /** Only these cases. */
  only?: readonly CaseId[];
  /** Cases to leave out, each with the reason. */
  skip?: Readonly<Partial<Record<CaseId, string>>>;
  /** A former report, or the path of one in JSON: what it found is known and does not count again. */
  baseline?: AuditReport | string;
  /** Default `GET`, or `POST` with `data`. */
  method?: string;
  /**
   * The path of a route that the pages of an embedded app ask by `fetch()`, if the address of the document does not take
   * such requests: `'/api/products'`. For the profile `embedded`. Default: the audited URL.
   */
  xhr?: string;
  /** Headers that the route needs besides the token. */
  headers?: Readonly<Record<string, string>>;
  /** Body that the route needs. */
  data?: string;
  /**
   * The conditions for an accepted request, if the status code does not show it: see {@link readAcceptance}. Default
   * `'status:2xx'`.
   */
  acceptedIf?: Acceptance | string | readonly string[];
  /** Lets requests, and tokens signed with the secret, leave this machine. */
  allowRemote?: boolean;
  /** A `simhost serve` that the backend asks about its tokens: it mints them. */
  platform?: PlatformAddress;
  /** Also sends what may slow down or crash a backend: huge tokens, deep nesting. */
  destructive?: boolean;
  /** Also sends the cases that need real time to pass, some seconds each. */
  wait?: boolean;
  /** Requests at once. Default 6. */
  concurrency?: number;
  /** Milliseconds to wait for an answer. Default 10 000. */
  timeout?: number;
  /** Called when a case is done. */
  onProgress?: (progress: Progress) => void;
}

/** The progress of an audit. */
export interface Progress {
  /** The number of cases that have ended. */
  readonly done: number;
  /** The number of cases to send. */
  readonly of: number;
  /** The case that has just ended. */
  readonly case: CaseId;
}

const OPTIONS: readonly (keyof AuditOptions)[] = [
  'profile',
  'clientId',
  'secret',
  'previousSecret',
  'shop',
  'customer',
  'customersOnly',
  'only',
  'skip',
  'baseline',
  'method',
  'xhr',
  'headers',
  'data',
  'acceptedIf',
  'allowRemote',
  'platform',
  'destructive',
  'wait',
  'concurrency',
  'timeout',
  'onProgress',
];

/** The options of an audit, all checked. */
export interface AuditConfig {
  readonly url: URL;
  readonly profile: Profile;
  readonly world: World;
  readonly customer: Customer | null;
  /** Whether the route must refuse guests. */
  readonly customersOnly: boolean;
  readonly previousSecret: string | undefined;
  /** The request of the route, without a token. */
  readonly template: OutgoingRequest;
  readonly secretHeaders: SecretHeaders;
  readonly accepts: Acceptance;
  /** Whether the caller said what an accepted request looks like; then a refusal may have the same status. */
  readonly hasCustomAcceptance: boolean;
  /** The conditions for accepted requests as the caller wrote them; none if the caller gave a function. */
  readonly conditions: readonly string[];
  /** Whether the body is needed to recognize an accepted request. */
  readonly acceptanceNeedsBody: boolean;
  readonly only: ReadonlySet<CaseId> | undefined;
  readonly skip: ReadonlyMap<CaseId, string>;
  readonly known: ReadonlySet<string>;
  readonly platform: PlatformAddress | undefined;
  readonly destructive: boolean;
  readonly wait: boolean;
  readonly concurrency: number;
  readonly timeout: number;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Checks everything that can be checked before the first request.
 *
 * @throws {SimhostError} `ERR_BAD_URL`, `ERR_NOT_LOOPBACK`, `ERR_UNKNOWN_OPTION`, `ERR_UNKNOWN_PROFILE`,
 * `ERR_UNKNOWN_CASE`, `ERR_NO_REASON`, `ERR_BAD_BASELINE`, `ERR_BAD_OPTION`
 */
export async function readOptions(address: string | URL, options: AuditOptions): Promise<AuditConfig> {
  refuseUnknownKeys('audit', options, OPTIONS);
  const {
    profile = 'customer-account',
    clientId,
    secret,
    shop,
    customer = 'ada',
    only,
    skip = {},
    acceptedIf,
    platform,
  } = options;

  tokensOf(profile);
  const app: AppOptions = {
    scopes: ['read_customers'],
    protectedCustomerData: true,
    ...(clientId === undefined ? {} : {clientId}),
    ...(secret === undefined ? {} : {clientSecret: secret}),
  };

  only?.forEach(caseOf);
  return {
    url: readUrl(address, options.allowRemote === true),
    profile,
    world: createWorld({app, ...(shop === undefined ? {} : {shop: {domain: shop}})}),
    customer: chooseCustomer(customer),
    customersOnly: readCustomersOnly(options),
    previousSecret: options.previousSecret,
    template: readTemplate(options),
    secretHeaders: new SecretHeaders(Object.entries(options.headers ?? {})),
    accepts: profile === 'embedded' ? exceptBounce(readAcceptance(acceptedIf)) : readAcceptance(acceptedIf),
    hasCustomAcceptance: acceptedIf !== undefined,
    conditions: typeof acceptedIf === 'function' ? [] : [acceptedIf ?? []].flat(),
    // The page that only loads App Bridge is a refusal with the status 200.
    acceptanceNeedsBody: profile === 'embedded' || needsBody(acceptedIf),
    only: only === undefined ? undefined : new Set(only),
    skip: new Map(Object.entries(skip).map(([id, reason]) => readSkip(readCaseId(id), reason))),
    known: await readBaseline(options.baseline),
    platform:
      platform === undefined
        ? undefined
        : {...platform, url: readUrl(platform.url, false).href.replace(/\/$/, '')},
    destructive: options.destructive === true,
    wait: options.wait === true,
    concurrency: positive('concurrency', options.concurrency ?? 6),
    timeout: positive('timeout', options.timeout ?? 10_000),
    onProgress: options.onProgress ?? (() => {}),
  };
}

function readUrl(address: string | URL, allowRemote: boolean): URL {
  const url = URL.canParse(String(address)) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new SimhostError('ERR_BAD_URL', `Not the URL of a backend: ${String(address)}.`, {
      next: 'Give the whole URL of a route that takes tokens, for example http://localhost:3000/api/points.',
    });
  }

  if (!allowRemote && !isLoopback(url.hostname)) {
    throw new SimhostError('ERR_NOT_LOOPBACK', `${url.host} is not on this machine.`, {
      next: 'Audit a backend on this machine; or say allowRemote (--allow-remote), if it is yours: it gets hundreds of odd requests, and tokens signed with your secret.',
    });
  }

  // They would take the header of the token, so no request carries them.
  url.username = '';
  url.password = '';
  url.hash = '';

  return url;
}

function readCustomersOnly({
  customersOnly = false,
  profile = 'customer-account',
  customer,
}: AuditOptions): boolean {
  if (!customersOnly) return false;

  const problem = CUSTOMER_PROFILES.includes(profile)
    ? customer === null && 'its valid tokens are of a guest'
    : `tokens of ${profile} are of no customer`;
  if (problem === false) return true;

  throw new SimhostError('ERR_BAD_OPTION', `customersOnly does not fit this route: ${problem}.`, {
    next: 'Leave it out, or name a customer and the profile checkout or customer-account.',
  });
}

function readTemplate({method, headers = {}, data, xhr, profile}: AuditOptions): OutgoingRequest {
  const given = Object.entries(headers);
  for (const [name] of given) {
    if (name.toLowerCase() !== 'authorization') continue;
    throw new SimhostError(
      'ERR_BAD_OPTION',
      `The header ${name} cannot be given: the audit puts its own tokens there.`,
      {
        next: 'Leave it out.',
      },
    );
  }

  if (xhr !== undefined && (profile !== 'embedded' || !xhr.startsWith('/'))) {
    throw new SimhostError('ERR_BAD_OPTION', `xhr is ${shown(xhr)}, with the profile ${shown(profile)}.`, {
      next: 'Give a path that begins with a slash, and the profile embedded: --profile embedded --xhr /api/products.',
    });
  }

  const typed =
    data === undefined || given.some(([name]) => name.toLowerCase() === 'content-type') ? [] : [CONTENT_TYPE];
  return {
    ...(xhr === undefined ? {} : {path: xhr}),
    method: (method ?? (data === undefined ? 'GET' : 'POST')).toUpperCase(),
    query: [],
    headers: [...given, ...typed],
    body: data ?? null,
  };
}

const CONTENT_TYPE = ['Content-Type', 'application/json'] as const;

function readSkip(id: CaseId, reason: string | undefined): [CaseId, string] {
  if (reason !== undefined && reason.trim() !== '') return [id, reason];
  throw new SimhostError('ERR_NO_REASON', `Case "${id}" is skipped without a reason.`, {
    next: `Say why, for the readers of the report: --skip '${id}=our proxy answers these'.`,
  });
}

function positive(option: string, value: number): number {
  if (Number.isInteger(value) && value > 0) return value;
  throw new SimhostError('ERR_BAD_OPTION', `${option} is ${shown(value)}.`, {
    next: 'Give a whole number from 1 up.',
  });
}
