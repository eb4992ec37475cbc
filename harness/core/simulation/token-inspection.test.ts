import {expect, test} from '@playwright/test';
import {createSimulationCore} from './simulation-core.ts';
import {createSimulation} from './simulation.ts';

const COOKIE = 'VtexIdclientAutCookie_acme';

test('a request is searched for tokens once, however often it is looked at', async () => {
  const simulation = createSimulationCore();
  const token = await simulation.mint('checkout');
  const {platforms, tokens} = simulation;
  const search = platforms.tokensIn.bind(platforms);
  let searches = 0;
  platforms.tokensIn = (headers) => {
    searches++;
    return search(headers);
  };

  const headers = new Headers({authorization: `Bearer ${token}`});
  expect(tokens.inspect(headers)?.claims).toMatchObject({aud: simulation.world.app.clientId});
  expect(tokens.describe(headers)).toMatchObject({signature: 'valid'});
  tokens.reached(headers, null, 0);
  expect(searches).toBe(1);

  tokens.inspect(new Headers(headers));
  expect(searches).toBe(2);
});

test('a token is gone with the cookie that carried it', async () => {
  const simulation = createSimulationCore();
  const token = await simulation.mint('vtex-shopper');
  const headers = new Headers({cookie: `${COOKIE}=${token}`});
  expect(simulation.tokens.inspect(headers)).not.toBeNull();

  headers.delete('cookie');
  expect(simulation.tokens.inspect(headers)).toBeNull();
});

test('headers that their owner has changed are read again', async () => {
  const simulation = createSimulation();
  const headers = new Headers({authorization: `Bearer ${await simulation.mint('checkout')}`});
  const first = simulation.inspect(headers)?.claims?.['jti'];

  headers.set('authorization', `Bearer ${await simulation.mint('checkout')}`);
  const second = simulation.inspect(headers)?.claims?.['jti'];
  expect([first, second]).toEqual([expect.any(String), expect.any(String)]);
  expect(second).not.toBe(first);
});
