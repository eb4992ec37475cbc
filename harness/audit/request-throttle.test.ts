import {expect, test} from '@playwright/test';
import type {Reply} from './http-sender.ts';
import {RequestThrottle} from './request-throttle.ts';

const answer = (status: number, headers: Record<string, string> = {}): {reply: Reply} => ({
  reply: {status, headers: new Headers(headers), body: ''},
});

test('no more requests go at once than allowed', async () => {
  const throttle = new RequestThrottle({concurrency: 3});
  let going = 0;
  let most = 0;

  const send = async (): Promise<{reply: Reply}> => {
    most = Math.max(most, ++going);
    await new Promise(setImmediate);
    going--;
    return answer(200);
  };

  await Promise.all(Array.from({length: 20}, () => throttle.run(send)));
  expect(most).toBe(3);
});

test('after a 429, half as many requests go at once, and the request is repeated after the time that it names', async () => {
  const waits: number[] = [];
  const throttle = new RequestThrottle({
    concurrency: 8,
    wait: async (milliseconds) => waits.push(milliseconds),
  });
  const answers = [answer(429, {'retry-after': '2'}), answer(503, {'retry-after': '1'}), answer(200)];
  let sent = 0;
  const result = await throttle.run(async () => answers[sent++] ?? answer(500));

  expect(result.reply).toMatchObject({status: 200});
  expect(waits).toEqual([2000, 1000]);
  expect(throttle.concurrency).toBe(2);
  expect(throttle.limited).toBe(false);
});

test('without Retry-After the waits grow, and after five of them the backend counts as limited', async () => {
  const waits: number[] = [];
  const throttle = new RequestThrottle({
    concurrency: 1,
    wait: async (milliseconds) => waits.push(milliseconds),
  });
  const {reply} = await throttle.run(async () => answer(429));

  expect(reply).toMatchObject({status: 429});
  expect(waits).toEqual([250, 500, 1000, 2000, 4000]);
  expect(throttle.limited).toBe(true);
  // The next ones do not wait all over again.
  await throttle.run(async () => answer(429));
  expect(waits).toHaveLength(5);
});

test('no wait is longer than ten seconds, whatever the backend says', async () => {
  const waits: number[] = [];
  const throttle = new RequestThrottle({
    concurrency: 1,
    wait: async (milliseconds) => waits.push(milliseconds),
  });
  const answers = [answer(429, {'retry-after': '86400'}), answer(200)];
  await throttle.run(async () => answers.shift() ?? answer(500));
  expect(waits).toEqual([10_000]);
});

test('a 503 without Retry-After is an answer like others', async () => {
  const throttle = new RequestThrottle({concurrency: 1, wait: () => Promise.reject(new Error('waited'))});
  expect((await throttle.run(async () => answer(503))).reply).toMatchObject({status: 503});
});
