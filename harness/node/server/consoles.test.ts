import {once} from 'node:events';
import type {IncomingMessage} from 'node:http';
import {expect} from '@playwright/test';
import {WebSocket} from 'ws';
import {NONCE_PARAMETER} from '../../wire/channel-proof.ts';
import {CONSOLE_PATH} from '../../wire/console.ts';
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
