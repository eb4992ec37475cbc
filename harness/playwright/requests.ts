import {expect} from '@playwright/test';
import {SimhostError} from '../errors.ts';
import type {LoggedRequest, RequestLog} from '../simulation/request-log.ts';
import {describeRequests} from './request-report.ts';

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
  readonly #log: RequestLog;

  constructor(log: RequestLog) {
    this.#log = log;
  }

  /** All requests, oldest first, preflights included. */
  get all(): readonly LoggedRequest[] {
    return this.#log.entries;
  }

  /** The newest request to that URL, preflights aside. */
  last(url: UrlMatch): LoggedRequest | undefined {
    return this.#log.entries.findLast((entry) => entry.method !== 'OPTIONS' && matchesUrl(entry, url));
  }

  /**
   * Resolves with the first answered request that fits, also one that came before. A preflight fits only where the
   * method `OPTIONS` is asked for.
   *
   * @throws {SimhostError} `ERR_NO_SUCH_REQUEST` after `timeout` milliseconds (default 5000), with what came instead
   */
  async waitFor(url: UrlMatch, expected: ExpectedRequest = {}, {timeout = 5000}: {timeout?: number} = {}): Promise<LoggedRequest> {
    const found = await this.find(url, expected, timeout);
    if (found !== undefined) return found;
    throw new SimhostError('ERR_NO_SUCH_REQUEST', `No request to ${String(url)} like ${JSON.stringify(expected)} within ${timeout} ms.`, {
      next: this.describe(),
    });
  }

  /** Like `waitFor`, but `undefined` when the time is over. */
  find(url: UrlMatch, expected: ExpectedRequest, timeout: number): Promise<LoggedRequest | undefined> {
    const fits = (entry: LoggedRequest): boolean => matchesUrl(entry, url) && entry.outcome !== 'pending' && matches(entry, expected);
    return new Promise((resolve) => {
      const finish = (entry: LoggedRequest | undefined): void => {
        clearTimeout(timer);
        stop();
        resolve(entry);
      };
      const timer = setTimeout(() => finish(this.#log.entries.find(fits)), timeout);
      const stop = this.#log.onChange((entry) => {
        if (fits(entry)) finish(entry);
      });
      const already = this.#log.entries.find(fits);
      if (already !== undefined) finish(already);
    });
  }

  /** The requests to that URL, preflights aside, once no further one has come for a quarter of a second. */
  async settled(url: UrlMatch, fewest: number, timeout: number): Promise<readonly LoggedRequest[]> {
    const sent = (): readonly LoggedRequest[] => this.#log.entries.filter((entry) => entry.method !== 'OPTIONS' && matchesUrl(entry, url));
    const isOver = (): boolean => sent().length >= fewest && sent().every(({outcome}) => outcome !== 'pending');
    return new Promise((resolve) => {
      let quiet: ReturnType<typeof setTimeout> | undefined;
      const finish = (): void => {
        clearTimeout(quiet);
        clearTimeout(last);
        stop();
        resolve(sent());
      };
      const look = (): void => {
        clearTimeout(quiet);
        if (isOver()) quiet = setTimeout(finish, QUIET);
      };
      const last = setTimeout(finish, timeout);
      const stop = this.#log.onChange(look);
      look();
    });
  }

  /** The whole log, ready to be read: what went wrong first. */
  describe(): string {
    return describeRequests(this.#log.entries);
  }
}

/** Milliseconds without a request after which an extension has given up asking. */
const QUIET = 250;

function matchesUrl({url}: LoggedRequest, expected: UrlMatch): boolean {
  return typeof expected === 'string' ? url === expected : expected.test(url);
}

function matches(entry: LoggedRequest, expected: ExpectedRequest): boolean {
  try {
    expect(entry).toMatchObject({...expected});
    return entry.method !== 'OPTIONS' || expected.method === 'OPTIONS';
  } catch {
    return false;
  }
}
