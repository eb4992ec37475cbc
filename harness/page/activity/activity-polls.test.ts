import {expect, test} from '@playwright/test';
import type {Activity} from '../../wire/activity.ts';
import {ActivityPolls} from './activity-polls.ts';

const IDLE: Activity = {begun: 3, pending: []};

/** Milliseconds that no test waits. */
const LONG = 60_000;

test('returns the answer of a sandbox, however short the patience', async () => {
  const polls = new ActivityPolls(() => Promise.resolve(IDLE));
  expect(await polls.poll(0)).toEqual(IDLE);
});

test('reports the silence of a sandbox, and asks it only once', async () => {
  const {polls, asked} = silentSandbox();

  for (const {pending} of [await polls.poll(0), await polls.poll(0)]) {
    expect(pending).toEqual([{what: 'silence', milliseconds: expect.any(Number)}]);
  }
  expect(asked).toHaveLength(1);
});

test('asks again after a late answer', async () => {
  const {polls, asked} = silentSandbox();
  await polls.poll(0);

  const late = polls.poll(LONG);
  asked[0]?.(IDLE);
  expect(await late).toEqual(IDLE);

  const next = polls.poll(LONG);
  asked[1]?.({begun: 4, pending: []});
  expect(await next).toEqual({begun: 4, pending: []});
});

test('reports nothing for a sandbox that was stopped', async () => {
  const polls = new ActivityPolls(() => Promise.reject(new Error('stopped')));
  expect(await polls.poll(0)).toEqual({begun: 0, pending: []});
});

/** Polls of a sandbox that answers when the test calls the function that `asked` has for the question. */
function silentSandbox(): {polls: ActivityPolls; asked: ((activity: Activity) => void)[]} {
  const asked: ((activity: Activity) => void)[] = [];
  const polls = new ActivityPolls(() => new Promise((resolve) => asked.push(resolve)));
  return {polls, asked};
}
