import {expect as baseExpect} from '@playwright/test';
import type {Expect, ExpectMatcherState, MatcherReturnType} from '@playwright/test';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {judgePresence, judgeSettled, judgeTimes} from './judge.ts';
import {Calls} from '../recorders/calls.ts';
import type {CallMatch} from '../recorders/calls.ts';
import {Requests} from '../recorders/requests.ts';
import type {ExpectedRequest, UrlMatch} from '../recorders/requests.ts';

/** The matchers that `expect` of simhost adds to Playwright's. */
interface HostMatchers {
  /**
   * Waits for an answered request that fits. With `not`, passes once everything has settled and none has come.
   * `await expect(host.requests).toHaveRequest(url, {status: 200})`
   */
  toHaveRequest(
    this: ExpectMatcherState,
    requests: Requests,
    url: UrlMatch,
    expected?: RequestExpectation,
  ): Promise<MatcherReturnType>;
  /**
   * Passes once everything has settled and exactly so many answered requests fit.
   * `await expect(host.requests).toHaveRequestTimes(url, 2, {method: 'POST'})`
   */
  toHaveRequestTimes(
    this: ExpectMatcherState,
    requests: Requests,
    url: UrlMatch,
    times: number,
    expected?: RequestExpectation,
  ): Promise<MatcherReturnType>;
  /**
   * Waits for an answer of 401 or 403. With `not`, passes once everything has settled and none has come.
   * `await expect(host.requests).toHaveBeenRefused(url, {case: 'exp-past-60'})`
   */
  toHaveBeenRefused(
    this: ExpectMatcherState,
    requests: Requests,
    url: UrlMatch,
    expected?: RequestExpectation,
  ): Promise<MatcherReturnType>;
  /**
   * Passes once everything has settled and the extension was refused with 401, asked once more, and then no more; with
   * `fresh`, the second time with another token. `await expect(host.requests).toHaveRetriedOnce(url, {fresh: true})`
   */
  toHaveRetriedOnce(
    this: ExpectMatcherState,
    requests: Requests,
    url: UrlMatch,
    options?: RetryExpectation,
  ): Promise<MatcherReturnType>;
  /**
   * Waits for a call of the API that fits. With `not`, passes once everything has settled and none has come.
   * `await expect(host.calls).toHaveCall('toast.show', ['Saved'])`
   */
  toHaveCall(
    this: ExpectMatcherState,
    calls: Calls<unknown>,
    member: string,
    args?: readonly unknown[],
  ): Promise<MatcherReturnType>;
  /**
   * Passes once everything has settled and exactly so many calls fit.
   * `await expect(host.calls).toHaveCallTimes('analytics.publish', 1)`
   */
  toHaveCallTimes(
    this: ExpectMatcherState,
    calls: Calls<unknown>,
    member: string,
    times: number,
    args?: readonly unknown[],
  ): Promise<MatcherReturnType>;
}

/** The time that a matcher waits. */
interface Timeout {
  /** Milliseconds. Default: the timeout of `expect`. */
  timeout?: number;
}

/** The way in which a refused request must be repeated. */
interface RetryExpectation extends Timeout {
  /** Whether the second request must carry another token; pages hand out the same one until it expires. */
  fresh?: boolean;
}

/** A request that a matcher looks for, and how long it waits. */
type RequestExpectation = ExpectedRequest & Timeout;

function toHaveRequest(
  this: ExpectMatcherState,
  requests: Requests,
  url: UrlMatch,
  options: RequestExpectation = {},
): Promise<MatcherReturnType> {
  checkRequests('toHaveRequest', requests);
  const {timeout = this.timeout, ...expected} = options;

  const assertion = {
    written: `toHaveRequest(${shown(url)})`,
    recorder: requests,
    timeout,
    message: () =>
      `Expected the requests ${this.isNot ? 'not ' : ''}to include ${String(url)} ${JSON.stringify(expected)}.`,
    record: () => requests.describeFor({url, ...expected}),
  };

  return judgePresence(this, assertion, {
    count: () => requests.matching({url, ...expected}).length,
    wait: () => requests.find({url, ...expected}, timeout),
  });
}

function toHaveRequestTimes(
  this: ExpectMatcherState,
  requests: Requests,
  url: UrlMatch,
  times: number,
  options: RequestExpectation = {},
): Promise<MatcherReturnType> {
  checkRequests('toHaveRequestTimes', requests);
  const {timeout = this.timeout, ...expected} = options;
  const count = (): number => requests.matching({url, ...expected}).length;

  const assertion = {
    written: `toHaveRequestTimes(${shown(url)}, ${times})`,
    recorder: requests,
    timeout,
    message: () =>
      `Expected ${wantedTimes(this, times)} requests to ${String(url)} ${JSON.stringify(expected)}; there are ${count()}.`,
    record: () => requests.describeFor({url, ...expected}),
  };

  return judgeTimes(this, assertion, {count, times});
}

function toHaveBeenRefused(
  this: ExpectMatcherState,
  requests: Requests,
  url: UrlMatch,
  options: RequestExpectation = {},
): Promise<MatcherReturnType> {
  checkRequests('toHaveBeenRefused', requests);
  const {timeout = this.timeout, ...expected} = options;
  const refusals = [401, 403].map((status) => ({status, ...expected}));

  const assertion = {
    written: `toHaveBeenRefused(${shown(url)})`,
    recorder: requests,
    timeout,
    message: () =>
      `Expected ${this.isNot ? 'no' : 'a'} refusal (401 or 403) from ${String(url)} ${JSON.stringify(expected)}.`,
  };

  return judgePresence(this, assertion, {
    count: () => refusals.flatMap((refusal) => requests.matching({url, ...refusal})).length,
    wait: () => {
      const searches = refusals.map(
        async (refusal) =>
          (await requests.find({url, ...refusal}, timeout)) ?? Promise.reject(new Error('none')),
      );
      return Promise.any(searches).catch(() => undefined);
    },
  });
}

function toHaveRetriedOnce(
  this: ExpectMatcherState,
  requests: Requests,
  url: UrlMatch,
  {fresh = false, timeout = this.timeout}: RetryExpectation = {},
): Promise<MatcherReturnType> {
  checkRequests('toHaveRetriedOnce', requests);
  const isRetried = (): boolean => {
    const sent = requests.matching(url);
    return sent.length === 2 && sent[0]?.status === 401 && !(fresh && haveSameToken(sent));
  };

  const assertion = {
    written: `toHaveRetriedOnce(${shown(url)})`,
    recorder: requests,
    timeout,
    message: () => {
      const sent = requests.matching(url);
      const wanted = `${this.isNot ? 'anything but one retry' : 'one retry'}${fresh ? ' with another token' : ''}`;
      const statuses = sent.map(({status, outcome}) => status ?? outcome).join(', ') || 'none';
      const same = sent.length > 1 && haveSameToken(sent) ? ', to the same token' : '';
      return `Expected ${wanted} after a 401 from ${String(url)}; answers: ${statuses}${same}.`;
    },
  };

  return judgeSettled(
    this,
    assertion,
    this.isNot
      ? {holds: () => !isRetried(), isLost: () => false}
      : {holds: isRetried, isLost: () => requests.matching(url).length > 2},
  );
}

function toHaveCall(
  this: ExpectMatcherState,
  calls: Calls<unknown>,
  member: string,
  args?: readonly unknown[],
): Promise<MatcherReturnType> {
  checkCalls('toHaveCall', calls);
  const assertion = {
    written: `toHaveCall(${shown(member)})`,
    recorder: calls,
    timeout: this.timeout,
    message: () => `Expected ${this.isNot ? 'no' : 'a'} call of ${describeCall(member, args)}.`,
  };

  return judgePresence(this, assertion, {
    count: () => calls.matching(matchOf(member, args)).length,
    wait: () => calls.find(matchOf(member, args), this.timeout),
  });
}

function toHaveCallTimes(
  this: ExpectMatcherState,
  calls: Calls<unknown>,
  member: string,
  times: number,
  args?: readonly unknown[],
): Promise<MatcherReturnType> {
  checkCalls('toHaveCallTimes', calls);
  const count = (): number => calls.matching(matchOf(member, args)).length;

  const assertion = {
    written: `toHaveCallTimes(${shown(member)}, ${times})`,
    recorder: calls,
    timeout: this.timeout,
    message: () =>
      `Expected ${wantedTimes(this, times)} calls of ${describeCall(member, args)}; there are ${count()}.`,
  };

  return judgeTimes(this, assertion, {count, times});
}

function checkRequests(matcher: string, requests: unknown): asserts requests is Requests {
  if (requests instanceof Requests) return;
  throw new TypeError(`${matcher} is about requests: expect(host.requests).${matcher}(url, …)`);
}

function checkCalls(matcher: string, calls: unknown): asserts calls is Calls<unknown> {
  if (calls instanceof Calls) return;
  throw new TypeError(`${matcher} is about calls: expect(host.calls).${matcher}(member, …)`);
}

function shown(value: UrlMatch): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function wantedTimes({isNot}: ExpectMatcherState, times: number): string {
  return isNot ? `another number than ${times} of` : `exactly ${times}`;
}

function matchOf(member: string, args: readonly unknown[] | undefined): CallMatch {
  return args === undefined ? member : {member, args};
}

function describeCall(member: string, args: readonly unknown[] | undefined): string {
  return args === undefined ? member : `${member} with ${JSON.stringify(args)}`;
}

/** Whether the first two requests carried one token. */
function haveSameToken([first, second]: readonly LoggedRequest[]): boolean {
  return first?.token?.['jti'] === second?.token?.['jti'] && first?.case === second?.case;
}

const MATCHERS = {
  toHaveRequest,
  toHaveRequestTimes,
  toHaveBeenRefused,
  toHaveRetriedOnce,
  toHaveCall,
  toHaveCallTimes,
};

/** Playwright's `expect`, with matchers for what passed the gateway and what extensions did. */
export const expect: Expect<HostMatchers> = baseExpect.extend(MATCHERS);
