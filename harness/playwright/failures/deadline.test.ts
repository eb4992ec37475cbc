import {expect, test} from '@playwright/test';
import {Deadline} from './deadline.ts';

test('a deadline is shortly before the time-out of the test, and moves with it', () => {
  let now = 1000;
  const testInfo = {timeout: 30_000};
  const deadline = new Deadline(testInfo, () => now);

  expect(deadline.left()).toBe(27_000);
  now += 10_000;
  expect(deadline.left()).toBe(17_000);
  testInfo.timeout = 90_000;
  expect(deadline.left()).toBe(77_000);
  testInfo.timeout = 0;
  expect(deadline.left()).toBe(Infinity);
});

test('a test in the inspector has no deadline', () => {
  const leftWith = (PWDEBUG: string): number => new Deadline({timeout: 30_000}, () => 0, {PWDEBUG}).left();
  expect(['1', 'true', 'inspector'].map(leftWith)).toEqual([Infinity, Infinity, Infinity]);
  expect(['', '0', 'false', 'console'].map(leftWith)).toEqual([27_000, 27_000, 27_000, 27_000]);
});

test('a test that pauses has no deadline from then on', async () => {
  let pauses = 0;
  const page = {pause: async () => void pauses++};
  const deadline = new Deadline({timeout: 30_000}, () => 0, {});
  deadline.followPauses(page);
  expect(deadline.left()).toBe(27_000);

  await page.pause();
  expect(deadline.left()).toBe(Infinity);
  expect(pauses).toBe(1);
});

test('work that ends in time gives its value or its own error', async () => {
  const deadline = new Deadline({timeout: 0});
  const explain = async (): Promise<Error> => new Error('not asked for');
  expect(await deadline.wait(Promise.resolve('value'), explain)).toBe('value');
  await expect(deadline.wait(Promise.reject(new Error('own')), explain)).rejects.toThrow('own');
});

test('work that does not end is explained, at the limit or before the time-out', async () => {
  let now = 0;
  const never = new Promise<never>(() => {});
  const explain = async (waited: number): Promise<Error> => new Error(`waited ${waited} ms`);
  const deadline = new Deadline({timeout: 30_000}, () => now);

  await expect(deadline.wait(never, explain, 0)).rejects.toThrow('waited 0 ms');
  now = 27_000;
  await expect(deadline.wait(never, explain)).rejects.toThrow('waited 0 ms');
});

test('waits that are open when Playwright has ended the test are explained, before the page closes', async () => {
  const deadline = new Deadline({timeout: 0});
  const never = new Promise<never>(() => {});
  const explained: string[] = [];
  const explain = (name: string) => async (): Promise<Error> => {
    await new Promise(setImmediate);
    explained.push(name);
    return new Error(name);
  };

  await deadline.wait(Promise.resolve(), explain('over')).catch(() => undefined);
  const first = deadline.wait(never, explain('first'));
  const second = deadline.wait(never, explain('second'), 60_000);
  const both = Promise.allSettled([first, second]);
  await deadline.end();

  expect(explained).toEqual(['first', 'second']);
  expect(await both).toMatchObject([{reason: {message: 'first'}}, {reason: {message: 'second'}}]);
});

test('a machine clock that jumps ends no wait, and prolongs none', () => {
  const {now} = Date;
  const deadline = new Deadline({timeout: 3_600_000});

  try {
    for (const jump of [86_400_000, -86_400_000]) {
      Date.now = () => now() + jump;
      expect(deadline.left()).toBeGreaterThan(3_000_000);
      expect(deadline.left()).toBeLessThan(3_600_000);
    }
  } finally {
    Date.now = now;
  }
});
