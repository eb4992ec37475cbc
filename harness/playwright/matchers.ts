import {expect as baseExpect} from '@playwright/test';
import type {Expect, ExpectMatcherState, MatcherReturnType} from '@playwright/test';
import {HostCalls} from './calls.ts';
import {HostRequests} from './requests.ts';
import type {ExpectedRequest, UrlMatch} from './requests.ts';

interface HostMatchers {
  /** Waits for an answered request that fits. `await expect(host.requests).toInclude(url, {status: 200})` */
  toInclude(this: ExpectMatcherState, requests: HostRequests, url: UrlMatch, expected?: RequestExpectation): Promise<MatcherReturnType>;
  /** Waits for a call of the API that fits. `await expect(host.calls).toHaveCall('toast.show', ['Saved'])` */
  toHaveCall(this: ExpectMatcherState, calls: HostCalls, member: string, args?: readonly unknown[]): Promise<MatcherReturnType>;
}

type RequestExpectation = ExpectedRequest & {
  /** Milliseconds; default: the timeout of `expect`. */
  timeout?: number;
};

async function toInclude(
  this: ExpectMatcherState,
  requests: HostRequests,
  url: UrlMatch,
  options: RequestExpectation = {},
): Promise<MatcherReturnType> {
  if (!(requests instanceof HostRequests)) throw new TypeError('toInclude is about requests: expect(host.requests).toInclude(url, …)');
  const {timeout = this.timeout, ...expected} = options;
  const found = await requests.find(url, expected, this.isNot ? 0 : timeout);
  return {
    name: 'toInclude',
    pass: found !== undefined,
    message: () =>
      `Expected the requests ${this.isNot ? 'not ' : ''}to include ${String(url)} ${JSON.stringify(expected)}.\n${requests.describe()}`,
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
export const expect: Expect<HostMatchers> = baseExpect.extend({toInclude, toHaveCall});
