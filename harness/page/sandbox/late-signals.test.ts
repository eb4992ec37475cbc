import {expect, test} from '@playwright/test';
import type {PendingWork} from '../../wire/activity.ts';
import {LateSignals} from './late-signals.ts';

const REQUEST: PendingWork = {what: 'request', method: 'GET', url: 'https://myapp.com/', milliseconds: 1};

test('a value comes after the first tree', async () => {
  const {late, set} = lateSignals();
  late.expect([['appMetafields', ['gold']]]);
  await late.arriveAfter(Promise.resolve());
  expect(set).toEqual([['appMetafields', ['gold']]]);
});

test('a value comes although the extension waits for it before its first tree', async () => {
  const {late, set} = lateSignals();
  late.expect([['appMetafields', ['gold']]]);
  await late.arriveAfter(new Promise(() => {}));
  expect(set).toEqual([['appMetafields', ['gold']]]);
});

test('a value does not come while a request before the first tree is open', async () => {
  const {late, set, turns} = lateSignals([REQUEST, REQUEST, REQUEST]);
  late.expect([['appMetafields', ['gold']]]);
  await late.arriveAfter(new Promise(() => {}));
  expect(set).toHaveLength(1);
  expect(turns()).toBeGreaterThan(3);
});

test('a value comes after a second even if the extension never rests', async () => {
  const {late, set, turns} = lateSignals(Array.from({length: 5000}, () => REQUEST));
  late.expect([['appMetafields', ['gold']]]);
  await late.arriveAfter(new Promise(() => {}));
  expect(set).toHaveLength(1);
  expect(turns()).toBeLessThan(1100);
});

test('a value of the page is newer than the one that comes later', async () => {
  const {late, set} = lateSignals();
  late.expect([['appMetafields', ['gold']]]);
  late.forget('appMetafields');
  await late.arriveAfter(Promise.resolve());
  expect(set).toEqual([]);
});

/** Makes late signals whose extension has one open piece of work fewer at each turn; a turn takes a millisecond. */
function lateSignals(open: readonly PendingWork[] = []): {
  late: LateSignals;
  set: [string, unknown][];
  turns: () => number;
} {
  const set: [string, unknown][] = [];
  let turns = 0;

  const late = new LateSignals({
    set: (path, value) => void set.push([path, value]),
    settle: async () => void turns++,
    activity: () => ({begun: open.length, pending: open.slice(turns)}),
    now: () => turns,
  });

  return {late, set, turns: () => turns};
}
