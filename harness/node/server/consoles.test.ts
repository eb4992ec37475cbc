import {once} from 'node:events';
import type {IncomingMessage} from 'node:http';
import {expect} from '@playwright/test';
import {WebSocket} from 'ws';
import {NONCE_PARAMETER} from '../../wire/channel-proof.ts';
import {CONSOLE_PATH} from '../../wire/console.ts';
import type {JournalEntry} from '../../wire/journal.ts';
import {ConsoleChannel} from './console-channel.ts';
import type {ConsoleSession} from './console-session.ts';
import {fakeSimulation, test} from './server.fixture.ts';

const NONCE = '0'.repeat(32);

// Browsers name the origin of every WebSocket. The check of the loopback server lets a client without one pass.
test('a client without an origin does not reach the channel of consoles', async ({server}) => {
  const local = await server.openLocal(fakeSimulation());
  const origin = local.showConsole({id: local.id} as ConsoleSession);
  const address = `${origin.replace('http', 'ws')}${CONSOLE_PATH}?${NONCE_PARAMETER}=${NONCE}`;

  const nameless = new WebSocket(address);
  nameless.on('error', () => {});
  const [, refused] = (await once(nameless, 'unexpected-response')) as [unknown, IncomingMessage];
  expect(refused.statusCode).toBe(403);
  expect((await refused.toArray()).join('')).toContain(`open to pages of ${origin} only`);
  nameless.terminate();

  const own = new WebSocket(address, {origin});
  const [challenge] = (await once(own, 'message')) as [Buffer];
  expect(JSON.parse(String(challenge))).toMatchObject({type: 'challenge'});
  own.terminate();
});

test('a console gets the entries of a change before the state, so that its list is never behind its strip', async () => {
  const frames: string[] = [];
  const changed: (() => void)[] = [];
  const entered: ((entry: JournalEntry) => void)[] = [];
  const socket = {
    OPEN: WebSocket.OPEN,
    readyState: WebSocket.OPEN,
    send: (frame: string) => frames.push((JSON.parse(frame) as {type: string}).type),
  } as unknown as WebSocket;

  const session = {
    secrets: [],
    tokens: 0,
    welcome: () => ({run: 'one'}),
    state: () => ({}),
    since: () => [],
    onState: (listener: () => void) => (changed.push(listener), () => {}),
    onEntry: (listener: (entry: JournalEntry) => void) => (entered.push(listener), () => {}),
  } as unknown as ConsoleSession;

  const hello = {type: 'hello', proof: '', since: 0, run: null, isWindow: false} as const;
  const channel = new ConsoleChannel(socket, session, hello, () => 1);
  expect(frames).toEqual(['welcome', 'state']);

  for (const listener of changed) listener();
  for (const listener of entered)
    listener({kind: 'change', topic: 'customer', text: 'Bea Byron signed in', n: 1, at: 0});
  await expect.poll(() => frames.slice(2)).toEqual(['events', 'state']);
  channel.close();
});
