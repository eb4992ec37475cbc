import {expect, test} from '@playwright/test';
import {findHost, type HostState} from './backend-address.ts';

/** Answers the looks in turn, and records the hosts that were asked. */
function looks(...results: readonly HostState[]): {
  asked: string[];
  lookAt: (host: string) => Promise<HostState>;
} {
  const asked: string[] = [];
  const lookAt = async (host: string): Promise<HostState> => {
    const result = results[asked.length] ?? null;
    asked.push(host);
    return result;
  };
  return {asked, lookAt};
}

test('a server that is ready at 127.0.0.1 is used there, and the look at ::1 ends', async () => {
  let isNeeded = true;
  const found = await findHost(async (host, signal) => {
    if (host === '127.0.0.1') return 'ready';
    return new Promise(() => signal.addEventListener('abort', () => (isNeeded = false)));
  });
  expect(found).toEqual({host: '127.0.0.1'});
  expect(isNeeded).toBe(false);
});

test('both hosts are asked before one has answered', async () => {
  const asked: string[] = [];
  void findHost((host) => new Promise(() => asked.push(host)));
  expect(asked).toEqual(['127.0.0.1', '[::1]']);
});

test('a server that opens all addresses between two looks is used at 127.0.0.1', async () => {
  const {asked, lookAt} = looks(null, 'ready', 'ready');
  expect(await findHost(lookAt)).toEqual({host: '127.0.0.1'});
  expect(asked).toEqual(['127.0.0.1', '[::1]', '127.0.0.1']);
});

test('a server that listens at ::1 alone is used there', async () => {
  expect(await findHost(looks(null, 'ready', null).lookAt)).toEqual({host: '[::1]'});
});

test('a server that hangs at 127.0.0.1 is not asked there again', async () => {
  const {asked, lookAt} = looks('hanging', 'ready');
  expect(await findHost(lookAt)).toEqual({host: '[::1]'});
  expect(asked).toEqual(['127.0.0.1', '[::1]']);
});

for (const [states, expected] of [
  [[503, null], 503],
  [[404, 500], 500],
  [[404, 'hanging'], 404],
  [['hanging', 404], 404],
  [['hanging', null], 'hanging'],
  [[null, 'hanging'], 'hanging'],
  [[null, null], null],
] as const)
  test(`reports ${expected} for a server that is ${states.join(' and ')}`, async () => {
    expect(await findHost(looks(...states).lookAt)).toEqual({status: expected});
  });
