import type {ExpectMatcherState, MatcherReturnType} from '@playwright/test';
import type {OpenAssertions} from './assertions.ts';
import {type Condition, type PollActivity, type SettledResult, whenSettled} from './settle.ts';

/** The part of a recorder that matchers use: its entries, and a way to learn whether more can come. */
export interface Recorder {
  readonly poll: PollActivity;
  readonly assertions: OpenAssertions;
  /** The whole record, a line each. */
  describe(): string;
}

export interface Assertion {
  /** As the test writes it, for example `toHaveRequest("https://myapp.com/api")`. */
  readonly written: string;
  readonly recorder: Recorder;
  /** Milliseconds. */
  readonly timeout: number;
  /** Expected and actual, in a sentence. */
  readonly message: () => string;
  /** The record. Default: the recorder's own description. */
  readonly record?: () => string;
}

/** Passes as soon as something has come; with `not`, once all has settled and nothing has. */
export function judgePresence(
  state: ExpectMatcherState,
  assertion: Assertion,
  {count, wait}: {count: () => number; wait: () => Promise<unknown>},
): Promise<MatcherReturnType> {
  if (state.isNot)
    return judgeSettled(state, assertion, {holds: () => count() === 0, isLost: () => count() > 0});

  return run(state, assertion, async () => {
    const found = await wait();
    return resultOf(state, assertion, {holds: found !== undefined, pending: []});
  });
}

/** Passes once all has settled and so many have come; with `not`, another number. */
export function judgeTimes(
  state: ExpectMatcherState,
  assertion: Assertion,
  {count, times}: {count: () => number; times: number},
): Promise<MatcherReturnType> {
  if (!Number.isInteger(times) || times < 0) {
    throw new TypeError(
      `${assertion.written}: the number of times is ${String(times)}, not a whole number from 0.`,
    );
  }

  const condition: Condition = state.isNot
    ? {holds: () => count() !== times, isLost: () => false}
    : {holds: () => count() === times, isLost: () => count() > times};

  return judgeSettled(state, assertion, condition);
}

/** Passes once all has settled and the condition holds. The condition already knows about `not`. */
export function judgeSettled(
  state: ExpectMatcherState,
  assertion: Assertion,
  condition: Condition,
): Promise<MatcherReturnType> {
  const {recorder, timeout} = assertion;
  return run(state, assertion, async (signal) =>
    resultOf(state, assertion, await whenSettled(condition, recorder.poll, {timeout, signal})),
  );
}

function run(
  state: ExpectMatcherState,
  {written, recorder}: Assertion,
  work: (signal: AbortSignal) => Promise<MatcherReturnType>,
): Promise<MatcherReturnType> {
  const text = `expect(…)${state.isNot ? '.not' : ''}.${written}`;
  // The test fails by the missing await, so the assertion itself passes then.
  return recorder.assertions.run(text, work, {name: written, pass: !state.isNot, message: () => text});
}

function resultOf(
  {isNot}: ExpectMatcherState,
  {written, recorder, message, timeout, record}: Assertion,
  {holds, pending}: SettledResult,
): MatcherReturnType {
  const text = message();
  const unsettled =
    pending.length === 0
      ? ''
      : `\nNot settled within ${timeout} ms, so more may come:\n${pending.map((line) => `  ${line}`).join('\n')}`;

  const all = record?.() ?? recorder.describe();
  return {
    name: written.slice(0, written.indexOf('(')),
    // Playwright turns it round for `not`.
    pass: holds !== isNot,
    message: () => `${text}${unsettled}\n${all}`,
  };
}
