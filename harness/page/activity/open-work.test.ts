import {expect, test} from '@playwright/test';
import {OpenWork, mergeActivities} from './open-work.ts';

test('work is pending until its promise has settled, and stays counted as begun', async () => {
  let now = 1000;
  const work = new OpenWork(() => now);
  const request = {what: 'request', method: 'GET', url: 'https://myapp.com/a'} as const;
  let resolve = (_value: string): void => {};
  let reject = (_error: Error): void => {};
  const answer = work.follow(request, new Promise<string>((answered) => (resolve = answered)));
  const refusal = work.follow(
    {what: 'call', member: 'sessionToken.get'},
    new Promise<string>((_, refused) => (reject = refused)),
  );

  now = 1500;
  expect(work.activity).toEqual({
    begun: 2,
    pending: [
      {...request, milliseconds: 500},
      {what: 'call', member: 'sessionToken.get', milliseconds: 500},
    ],
  });

  resolve('120 points');
  reject(new Error('refused'));
  expect(await answer).toBe('120 points');
  await expect(refusal).rejects.toThrow('refused');
  expect(work.activity).toEqual({begun: 2, pending: []});
});

test('merged activities list the pending work of all, and add up the begun work', () => {
  const timer = {what: 'timer', delay: 300, stack: ''} as const;
  expect(
    mergeActivities([
      {begun: 2, pending: [timer]},
      {begun: 1, pending: []},
    ]),
  ).toEqual({begun: 3, pending: [timer]});
});
