import {expect} from '@playwright/test';
import type {RequestLog} from '../../core/simulation/request-log.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {SimhostError} from '../../errors.ts';
import {describeRequests} from '../../core/verdicts/request-report.ts';
import {Recorder} from './recorder.ts';
import type {Watch} from './recorder.ts';

/** The facts that a request must show. Only the given ones are compared. */
export interface ExpectedRequest {
  /** The method, in capitals. Default: any method but `OPTIONS`. */
  method?: string;
  /** The status code of the answer. */
  status?: number;
  /** Claims of the token that it carried, or `null` for no token. */
  token?: Record<string, unknown> | null;
  /** The verdict of the CORS preflight, for example `'allowed'` or `'not sent'`. */
  preflight?: LoggedRequest['preflight'];
  /** Id of the case that changed the request or its token, or `null` for none. */
  case?: string | null;
  /** The `Origin` header, or `null` for a request without one. */
  origin?: string | null;
  /** The outcome: answered by `'platform'` or `'backend'`, or `'refused'` or `'failed'`. */
  outcome?: LoggedRequest['outcome'];
  /** The sender: `'browser'` or `'backend'`. */
  sender?: LoggedRequest['sender'];
}

/** A whole URL, or a pattern that it must match. */
export type UrlMatch = string | RegExp;

/** Requests to look for: a URL, or a URL with what else they must show. */
export type RequestMatch = UrlMatch | RequestPattern;

/** A request to look for by more than its URL. */
export interface RequestPattern extends ExpectedRequest {
  /** The whole URL, or a pattern. Default: any URL. */
  url?: UrlMatch;
}

/**
 * Every request that passed the gateway in this test, preflights included.
 *
 * A preflight matches only if the method `OPTIONS` is asked for. `matching` and `waitFor` look at answered requests;
 * `last` also finds one that has no answer yet.
 *
 * @example
 * ```ts
 * import {test, expect} from 'simhost/playwright';
 *
 * test('the extension asks its backend', async ({host}) => {
 *   await host.mount('extensions/loyalty');
 *   const request = await host.requests.waitFor({url: 'https://myapp.com/api/points', status: 200});
 *   expect(request.token).toMatchObject({sub: host.customer.id});
 * });
 * ```
 */
export class Requests extends Recorder<LoggedRequest, RequestMatch> {
  readonly #log: RequestLog;

  /** @internal */
  constructor(log: RequestLog, watch: Watch) {
    super(watch);
    this.#log = log;
    log.onChange(() => this.changed());
  }

  /** All requests, oldest first, preflights included. */
  override get all(): readonly LoggedRequest[] {
    return this.#log.entries;
  }

  /**
   * The newest request that matches, preflights aside. It may still be without an answer.
   *
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('the token names the shop', async ({host}) => {
   *   await host.mount('extensions/loyalty');
   *   expect(host.requests.last('https://myapp.com/api/points')?.token).toMatchObject({dest: 'acme.myshopify.com'});
   * });
   * ```
   */
  override last(match: RequestMatch = {}): LoggedRequest | undefined {
    return this.all.findLast((entry) => matches(entry, match));
  }

  /**
   * Describes all requests: what went wrong first.
   *
   * @internal
   */
  describe(): string {
    return describeRequests(this.all);
  }

  /**
   * Describes all requests for an assertion that failed, with a hint if the browser's cache explains it.
   *
   * @internal
   */
  describeFor(match: RequestMatch): string {
    return `${this.#cacheHint(match)}${this.describe()}`;
  }

  protected override fits(entry: LoggedRequest, match: RequestMatch): boolean {
    return entry.outcome !== 'pending' && matches(entry, match);
  }

  protected override written(match: RequestMatch): string {
    return `requests.waitFor(${describeMatch(match)})`;
  }

  protected override notFound(match: RequestMatch, timeout: number): SimhostError {
    return new SimhostError(
      'ERR_NO_SUCH_REQUEST',
      `No request matched ${describeMatch(match)} within ${timeout} ms.`,
      {next: this.describeFor(match)},
    );
  }

  /** A page that gets its answer from the browser's cache sees 200, although the backend answered 304. */
  #cacheHint(match: RequestMatch): string {
    if (isUrl(match) || match.status !== 200 || this.matching({...match, status: 304}).length === 0)
      return '';
    return 'The backend answered 304 to a repeated request, and the page got 200 from the browser cache. Leave status out to match both.\n';
  }
}

/** Writes what was looked for, as a test writes it. */
function describeMatch(match: RequestMatch): string {
  if (isUrl(match)) return typeof match === 'string' ? JSON.stringify(match) : String(match);

  const {url, ...expected} = match;
  const shown = Object.keys(expected).length === 0 ? '' : ` ${JSON.stringify(expected)}`;
  return `${url === undefined ? 'any URL' : describeMatch(url)}${shown}`;
}

function matches(entry: LoggedRequest, match: RequestMatch): boolean {
  const {url, ...expected} = isUrl(match) ? {url: match} : match;
  if (url !== undefined && !matchesUrl(entry, url)) return false;

  return showsExpected(entry, expected);
}

function matchesUrl({url}: LoggedRequest, expected: UrlMatch): boolean {
  // Unlike test(), search() keeps no position in a pattern with the flag g.
  return typeof expected === 'string' ? url === expected : url.search(expected) !== -1;
}

function showsExpected(entry: LoggedRequest, expected: ExpectedRequest): boolean {
  if (entry.method === 'OPTIONS' && expected.method !== 'OPTIONS') return false;

  try {
    expect(entry).toMatchObject({...expected});
    return true;
  } catch {
    return false;
  }
}

function isUrl(match: RequestMatch): match is UrlMatch {
  return typeof match === 'string' || match instanceof RegExp;
}
