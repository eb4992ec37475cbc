import {expect, test} from '@playwright/test';
import type {ActivityReport} from '../../core/simulation/activity.ts';
import {whenSettled} from './settle.ts';

const QUIET: ActivityReport = {begun: 0, pending: []};
const BUSY: ActivityReport = {begun: 0, pending: ['GET https://myapp.com/a has been in flight for 0.1 s.']};

/** Answers with these reports in turn, and then with the last one. */
function answering(...reports: readonly ActivityReport[]) {
  const poll = async (): Promise<ActivityReport> =>
    reports[Math.min(poll.count++, reports.length - 1)] ?? QUIET;
  poll.count = 0;
  return poll;
}

function always(timeout = 10_000) {
  return {timeout, signal: new AbortController().signal};
}

const HOLDS = {holds: () => true, isLost: () => false};

test('settles after two quiet round trips', async () => {
  const poll = answering(QUIET);
  expect(await whenSettled(HOLDS, poll, always())).toEqual({holds: true, pending: []});
  expect(poll.count).toBe(2);
});

test('two quiet round trips settle nothing if something is pending or begins in between', async () => {
  const busyBetween = answering(QUIET, BUSY, QUIET);
  await whenSettled(HOLDS, busyBetween, always());
  expect(busyBetween.count).toBe(4);

  const newBetween = answering(QUIET, {begun: 1, pending: []});
  await whenSettled(HOLDS, newBetween, always());
  expect(newBetween.count).toBe(3);
});

test('names what is pending when the time is over', async () => {
  expect(await whenSettled(HOLDS, answering(BUSY), always(1))).toEqual({holds: false, pending: BUSY.pending});
});

test('settles a quiet extension even without time', async () => {
  expect(await whenSettled(HOLDS, answering(QUIET), always(0))).toEqual({holds: true, pending: []});
});

test('ends although something new begins again and again', async () => {
  let begun = 0;
  const poll = async (): Promise<ActivityReport> => ({begun: ++begun, pending: []});
  expect(await whenSettled(HOLDS, poll, always(1))).toEqual({
    holds: false,
    pending: ['Something new begins again and again.'],
  });
});

test('ends at once when the condition is lost', async () => {
  const poll = answering(BUSY);
  expect(await whenSettled({holds: () => false, isLost: () => poll.count > 0}, poll, always())).toEqual({
    holds: false,
    pending: [],
  });
});

test('says that the page does not answer', async () => {
  const {pending} = await whenSettled(HOLDS, () => new Promise(() => {}), always(1));
  expect(pending).toEqual([
    expect.stringMatching(/^The page has not answered for \d\.\d s: its script may be in an endless loop\.$/),
  ]);
});
