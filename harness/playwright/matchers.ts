import {expect as baseExpect} from '@playwright/test';
import type {Expect, ExpectMatcherState, MatcherReturnType} from '@playwright/test';
import {HostCalls} from './calls.ts';
import {HostRequests} from './requests.ts';
import type {ExpectedRequest, UrlMatch} from './requests.ts';

interface HostMatchers {
  /** Waits for an answered request that fits. `await expect(host.requests).toHaveRequest(url, {status: 200})` */
  toHaveRequest(this: ExpectMatcherState, requests: HostRequests, url: UrlMatch, expected?: RequestExpectation): Promise<MatcherReturnType>;
  /** Waits for an answer of 401 or 403. `await expect(host.requests).toHaveBeenRefused(url, {case: 'exp-past-60'})` */
  toHaveBeenRefused(
    this: ExpectMatcherState,
    requests: HostRequests,
    url: UrlMatch,
    expected?: RequestExpectation,
  ): Promise<MatcherReturnType>;
  /**
   * Waits until the extension has stopped asking: it was refused with 401, asked once more, and then no more; with
   * `fresh`, the second time with another token. `await expect(host.requests).toHaveRetriedOnce(url, {fresh: true})`
   */
  toHaveRetriedOnce(
    this: ExpectMatcherState,
    requests: HostRequests,
    url: UrlMatch,
    options?: RetryExpectation,
  ): Promise<MatcherReturnType>;
  /** Waits for a call of the API that fits. `await expect(host.calls).toHaveCall('toast.show', ['Saved'])` */
  toHaveCall(this: ExpectMatcherState, calls: HostCalls, member: string, args?: readonly unknown[]): Promise<MatcherReturnType>;
}

interface RetryExpectation {
  /** Whether the second request must carry another token; pages hand out the same one until it expires. */
  fresh?: boolean;
  /** Milliseconds; default: the timeout of `expect`. */
  timeout?: number;
}

type RequestExpectation = ExpectedRequest & {
  /** Milliseconds; default: the timeout of `expect`. */
  timeout?: number;
};

async function toHaveRequest(
  this: ExpectMatcherState,
  requests: HostRequests,
  url: UrlMatch,
  options: RequestExpectation = {},
): Promise<MatcherReturnType> {
  if (!(requests instanceof HostRequests))
    throw new TypeError('toHaveRequest is about requests: expect(host.requests).toHaveRequest(url, …)');
  const {timeout = this.timeout, ...expected} = options;
  const found = await requests.find(url, expected, this.isNot ? 0 : timeout);
  return {
    name: 'toHaveRequest',
    pass: found !== undefined,
    message: () =>
      `Expected the requests ${this.isNot ? 'not ' : ''}to include ${String(url)} ${JSON.stringify(expected)}.\n${requests.describe()}`,
  };
}

async function toHaveBeenRefused(
  this: ExpectMatcherState,
  requests: HostRequests,
  url: UrlMatch,
  options: RequestExpectation = {},
): Promise<MatcherReturnType> {
  if (!(requests instanceof HostRequests)) throw new TypeError('toHaveBeenRefused is about requests: expect(host.requests)');
  const {timeout = this.timeout, ...expected} = options;
  const wait = this.isNot ? 0 : timeout;
  const found = await Promise.any(
    [401, 403].map(async (status) => (await requests.find(url, {status, ...expected}, wait)) ?? Promise.reject(new Error('none'))),
  ).catch(() => undefined);
  return {
    name: 'toHaveBeenRefused',
    pass: found !== undefined,
    message: () =>
      `Expected ${this.isNot ? 'no' : 'a'} refusal (401 or 403) from ${String(url)} ${JSON.stringify(expected)}.\n${requests.describe()}`,
  };
}

async function toHaveRetriedOnce(
  this: ExpectMatcherState,
  requests: HostRequests,
  url: UrlMatch,
  {fresh = false, timeout = this.timeout}: RetryExpectation = {},
): Promise<MatcherReturnType> {
  if (!(requests instanceof HostRequests)) throw new TypeError('toHaveRetriedOnce is about requests: expect(host.requests)');
  const sent = await requests.settled(url, 2, timeout);
  const [first, second] = sent;
  const same = first?.token?.['jti'] === second?.token?.['jti'] && first?.case === second?.case;
  return {
    name: 'toHaveRetriedOnce',
    pass: sent.length === 2 && first?.status === 401 && !(fresh && same),
    message: () => {
      const wanted = `${this.isNot ? 'anything but one retry' : 'one retry'}${fresh ? ' with another token' : ''}`;
      const statuses = sent.map(({status, outcome}) => status ?? outcome).join(', ');
      return `Expected ${wanted} after a 401 from ${String(url)}; answers: ${statuses || 'none'}${same && sent.length > 1 ? ', to the same token' : ''}.\n${requests.describe()}`;
    },
  };
}

async function toHaveCall(
  this: ExpectMatcherState,
  calls: HostCalls,
  member: string,
  args?: readonly unknown[],
): Promise<MatcherReturnType> {
  if (!(calls instanceof HostCalls)) throw new TypeError('toHaveCall is about calls: expect(host.calls).toHaveCall(member, …)');
  const found = await calls.find(member, args, this.isNot ? 0 : this.timeout);
  return {
    name: 'toHaveCall',
    pass: found !== undefined,
    message: () =>
      `Expected ${this.isNot ? 'no' : 'a'} call of ${member}${args === undefined ? '' : ` with ${JSON.stringify(args)}`}.\n${calls.describe()}`,
  };
}

/** Playwright's `expect`, with matchers for what passed the gateway and what extensions did. */
export const expect: Expect<HostMatchers> = baseExpect.extend({toHaveRequest, toHaveBeenRefused, toHaveRetriedOnce, toHaveCall});
