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

test('a server that is ready at 127.0.0.1 is not looked for elsewhere', async () => {
  const {asked, lookAt} = looks('ready');
  expect(await findHost(lookAt)).toEqual({host: '127.0.0.1'});
  expect(asked).toEqual(['127.0.0.1']);
});

test('a server that opens all addresses between two looks is used at 127.0.0.1', async () => {
  const {asked, lookAt} = looks(null, 'ready', 'ready');
  expect(await findHost(lookAt)).toEqual({host: '127.0.0.1'});
  expect(asked).toEqual(['127.0.0.1', '[::1]', '127.0.0.1']);
});

test('a server that listens at ::1 alone is used there', async () => {
  expect(await findHost(looks(null, 'ready', null).lookAt)).toEqual({host: '[::1]'});
});

test('a status other than ready is reported, the later one first', async () => {
  expect(await findHost(looks(503, null).lookAt)).toEqual({status: 503});
  expect(await findHost(looks(404, 500).lookAt)).toEqual({status: 500});
  expect(await findHost(looks().lookAt)).toEqual({status: null});
});
