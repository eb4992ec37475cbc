import {expect, test} from '@playwright/test';
import {RunningBuilds} from './running-builds.ts';

test('builds run until the last one has ended, also if an earlier one ends first', () => {
  const builds = new RunningBuilds();
  const reported: boolean[] = [];
  builds.changes.subscribe((isRunning) => reported.push(isRunning));

  builds.count(true);
  builds.count(true);
  builds.count(false);
  expect(builds.isRunning).toBe(true);
  expect(reported).toEqual([true]);

  builds.count(false);
  expect(builds.isRunning).toBe(false);
  expect(reported).toEqual([true, false]);
});
