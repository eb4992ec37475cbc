import {test, expect} from '@playwright/test';
import {connect, type Connection} from './rpc.ts';

test('a call returns the result of the other side', async () => {
  const {theirs} = pair({add: async (a: number, b: number) => a + b});
  expect(await theirs.add(2, 3)).toBe(5);
});

test('functions cross inside arrays and objects in both directions', async () => {
  const {theirs} = pair({
    twice:
      async ({each}: {each: ((value: number) => number)[]}) =>
      async (value: number) => {
        const triple = each[0] as unknown as (given: number) => Promise<number>; // a function that crossed answers later
        return triple(await triple(value));
      },
  });

  const twice = await theirs.twice({each: [(value) => value * 3]});
  expect(await twice(2)).toBe(18);
});

test('a function keeps its identity over calls', async () => {
  const seen: unknown[] = [];
  const {theirs} = pair({keep: (callback: () => void) => void seen.push(callback)});
  const callback = (): void => {};
  await theirs.keep(callback);
  await theirs.keep(callback);
  expect(seen[0]).toBe(seen[1]);
});

test('an error keeps class, name, message, code and stack, and gains the frames of the caller', async () => {
  const failing = Object.assign(new Error('no token'), {name: 'SessionTokenApiError', code: 'ERR_X'});
  const {theirs} = pair({
    typed: () => {
      throw new TypeError('bad');
    },
    named: () => Promise.reject(failing),
  });

  const typed: unknown = await theirs.typed().catch((error: unknown) => error);
  expect(typed).toBeInstanceOf(TypeError);
  const named: unknown = await callFromHere(theirs.named).catch((error: unknown) => error);
  expect(named).toMatchObject({name: 'SessionTokenApiError', message: 'no token', code: 'ERR_X'});
  expect((named as Error).stack).toContain(failing.stack);
  expect((named as Error).stack).toContain('callFromHere');
});

test('a thrown value that is not an error becomes the message', async () => {
  const {theirs} = pair({
    string: () => {
      throw 'plain';
    },
    object: () => Promise.reject({status: 3}),
  });

  await expect(theirs.string()).rejects.toThrow('plain');
  await expect(theirs.object()).rejects.toThrow('{"status":3}');
});

test('a missing or inherited name rejects', async () => {
  const {theirs} = pair({} as {missing(): void; toString(): string});
  await expect(theirs.missing()).rejects.toThrow('No function "missing" on this side of the connection.');
  await expect(theirs.toString()).rejects.toThrow('No function "toString"');
});

test('a value that contains itself rejects', async () => {
  const {theirs} = pair({take: (value: object) => typeof value});
  const loop: {self?: object} = {};
  loop.self = loop;
  await expect(theirs.take(loop)).rejects.toThrow('contains itself');
});

test('close rejects pending and later calls with its reason', async () => {
  const {theirs, close} = pair({never: () => new Promise<void>(() => {})});
  const pending = theirs.never();
  close(new Error('the sandbox was stopped'));
  await expect(pending).rejects.toThrow('the sandbox was stopped');
  await expect(theirs.never()).rejects.toThrow('the sandbox was stopped');
});

test('a port closed by the other side rejects pending calls', async () => {
  const {port1, port2} = new MessageChannel();
  const other = connect(port1, {never: () => new Promise<void>(() => {})});
  const {theirs} = connect<{never(): Promise<void>}>(port2, {});
  const pending = theirs.never();
  other.close();
  await expect(pending).rejects.toThrow('The connection is closed.');
});

function pair<Offered extends object>(offered: Offered): Connection<Offered> {
  const {port1, port2} = new MessageChannel();
  for (const port of [port1, port2]) (port as unknown as {unref(): void}).unref();
  connect(port1, offered);
  return connect<Offered>(port2, {});
}

function callFromHere<Result>(call: () => Promise<Result>): Promise<Result> {
  return call();
}

test('messages of another form are dropped, and a wrong answer rejects', async () => {
  const {port1, port2} = new MessageChannel();
  const {theirs, close} = connect<{add(): number; list(): number[]}>(port1, {});
  const [sum, list] = [theirs.add(), theirs.list()];

  for (const message of [undefined, null, 'call', {}, [], ['x', 1], ['done'], ['call', '1', 'add', []]])
    port2.postMessage(message);
  port2.postMessage(['failed', 1, null]);
  const endless: unknown[] = [];
  endless.push(endless);
  port2.postMessage(['done', 2, endless]);

  await expect(sum).rejects.toThrow('null');
  await expect(list).rejects.toThrow('The other side answered with a value that cannot be read.');
  close();
});
