import {expect as baseExpect} from '@playwright/test';
import type {Expect, ExpectMatcherState, MatcherReturnType} from '@playwright/test';
import {HostRequests} from './requests.ts';
import type {ExpectedRequest, UrlMatch} from './requests.ts';

interface RequestMatchers {
  /** Waits for an answered request that fits. `await expect(host.requests).toInclude(url, {status: 200})` */
  toInclude(this: ExpectMatcherState, requests: HostRequests, url: UrlMatch, expected?: RequestExpectation): Promise<MatcherReturnType>;
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

/** Playwright's `expect`, with matchers for what passed the gateway. */
export const expect: Expect<RequestMatchers> = baseExpect.extend({toInclude});
