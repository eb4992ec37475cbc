import {expect} from '@playwright/test';
import {SimhostError} from '../errors.ts';
import type {LoggedRequest, RequestLog} from '../core/simulation/request-log.ts';
import {describeRequests} from './request-report.ts';
import type {OpenAssertions} from './assertions.ts';
import type {PollActivity} from './settle.ts';

/** What a request must show; only what is given is compared. */
export interface ExpectedRequest {
  method?: string;
  status?: number;
  /** Claims of the token that it carried, or `null` for none. */
  token?: Record<string, unknown> | null;
  preflight?: LoggedRequest['preflight'];
  case?: string | null;
  origin?: string | null;
  outcome?: LoggedRequest['outcome'];
  sender?: LoggedRequest['sender'];
}

export type UrlMatch = string | RegExp;

/** Everything that passed the gateway in this test. */
export class HostRequests {
  /** Asks what is under way; for the matchers. */
  readonly poll: PollActivity;
  /** The assertions of the test that wait; for the matchers. */
  readonly assertions: OpenAssertions;
  readonly #log: RequestLog;

  constructor(log: RequestLog, {poll, assertions}: {poll: PollActivity; assertions: OpenAssertions}) {
    this.#log = log;
    this.poll = poll;
    this.assertions = assertions;
  }

  /** All requests, oldest first, preflights included. */
  get all(): readonly LoggedRequest[] {
    return this.#log.entries;
  }

  /** The newest request to that URL, preflights aside. */
  last(url: UrlMatch): LoggedRequest | undefined {
    return this.#log.entries.findLast((entry) => entry.method !== 'OPTIONS' && matchesUrl(entry, url));
  }

  /** The answered requests that fit, in order of arrival. A preflight fits only if the method `OPTIONS` is asked for. */
  of(url: UrlMatch, expected: ExpectedRequest = {}): readonly LoggedRequest[] {
    return this.#log.entries.filter((entry) => fits(entry, url, expected));
  }

  /**
   * Resolves with the first answered request that fits, also one that came before. A preflight fits only where the
   * method `OPTIONS` is asked for.
   *
   * @throws {SimhostError} `ERR_NO_SUCH_REQUEST` after `timeout` milliseconds (default 5000), with what came instead
   */
  waitFor(
    url: UrlMatch,
    expected: ExpectedRequest = {},
    {timeout = 5000}: {timeout?: number} = {},
  ): Promise<LoggedRequest> {
    return this.assertions.run(`requests.waitFor(${String(url)})`, async () => {
      const found = await this.find(url, expected, timeout);
      if (found !== undefined) return found;
      throw new SimhostError(
        'ERR_NO_SUCH_REQUEST',
        `No request to ${String(url)} like ${JSON.stringify(expected)} within ${timeout} ms.`,
        {
          next: this.describeFor(url, expected),
        },
      );
    });
  }

  /** Like `waitFor`, but `undefined` when the time is over. */
  find(url: UrlMatch, expected: ExpectedRequest, timeout: number): Promise<LoggedRequest | undefined> {
    return new Promise((resolve) => {
      const finish = (entry: LoggedRequest | undefined): void => {
        clearTimeout(timer);
        stop();
        resolve(entry);
      };

      const first = (): LoggedRequest | undefined =>
        this.#log.entries.find((entry) => fits(entry, url, expected));
      const timer = setTimeout(() => finish(first()), timeout);
      const stop = this.#log.onChange((entry) => {
        if (fits(entry, url, expected)) finish(entry);
      });

      const already = first();
      if (already !== undefined) finish(already);
    });
  }

  /** The whole log, ready to be read: what went wrong first. */
  describe(): string {
    return describeRequests(this.#log.entries);
  }

  /** The same for an assertion that failed, after a hint if the browser's cache explains why nothing fits. */
  describeFor(url: UrlMatch, expected: ExpectedRequest): string {
    return `${cacheHint(this.#log.entries, url, expected)}${this.describe()}`;
  }
}

/** A page that gets its answer from the browser's cache sees 200, where the backend has answered 304. */
function cacheHint(
  entries: readonly LoggedRequest[],
  url: UrlMatch,
  {status, ...others}: ExpectedRequest,
): string {
  if (status !== 200 || !entries.some((entry) => fits(entry, url, {...others, status: 304}))) return '';
  return 'The backend answered 304 to a repeated request, and the page got 200 from the browser cache. Leave status out to match both.\n';
}

function fits(entry: LoggedRequest, url: UrlMatch, expected: ExpectedRequest): boolean {
  return matchesUrl(entry, url) && entry.outcome !== 'pending' && matches(entry, expected);
}

function matchesUrl({url}: LoggedRequest, expected: UrlMatch): boolean {
  // Unlike test(), search() keeps no position in a pattern with the flag g.
  return typeof expected === 'string' ? url === expected : url.search(expected) !== -1;
}

function matches(entry: LoggedRequest, expected: ExpectedRequest): boolean {
  try {
    expect(entry).toMatchObject({...expected});
    return entry.method !== 'OPTIONS' || expected.method === 'OPTIONS';
  } catch {
    return false;
  }
}
