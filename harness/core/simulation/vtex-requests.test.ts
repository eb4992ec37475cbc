import {expect, test} from '@playwright/test';
import {createSimulationCore} from './simulation-core.ts';

test('a request belongs to the simulation of its token or key', async () => {
  const [mine, other] = [createSimulationCore(), createSimulationCore()];
  const token = await mine.mint('vtex-shopper');
  const host = 'acme.vtexcommercestable.com.br';
  const validate = {host, headers: new Headers(), body: JSON.stringify({token})};
  expect([await mine.platforms.identify(validate), await other.platforms.identify(validate)]).toEqual([
    'token',
    null,
  ]);
  const carried = {host, headers: new Headers({cookie: `VtexIdclientAutCookie_acme=${token}`}), body: ''};
  expect([await mine.platforms.identify(carried), await other.platforms.identify(carried)]).toEqual([
    'token',
    null,
  ]);
  const {key} = mine.world.vtex.appKeys['orders'] ?? {key: ''};

  for (const shown of [
    {headers: new Headers({'x-vtex-api-appkey': key}), body: ''},
    {headers: new Headers(), body: JSON.stringify({appkey: key, apptoken: 'x'})},
    {headers: new Headers(), body: `appkey=${key}`},
  ]) {
    expect(await mine.platforms.identify({host, ...shown})).toBe('key');
  }

  expect(
    await mine.platforms.identify({
      host,
      headers: new Headers({'x-vtex-api-appkey': 'vtexappkey-nobody-X'}),
      body: 'not json',
    }),
  ).toBeNull();
});

test('the log names the owner of a token in a header or cookie', async () => {
  const simulation = createSimulationCore();
  const token = await simulation.mint('vtex-shopper', {customer: 'bea'});
  expect(
    simulation.tokens.inspect(new Headers({cookie: `VtexIdclientAutCookie_acme=${token}`}))?.claims?.['sub'],
  ).toBe('bea@engines.example');
  expect(simulation.tokens.inspect(new Headers({cookie: 'a=b'}))).toBeNull();
});

test('explain names the known cause of a refusal by VTEX', async () => {
  const simulation = createSimulationCore();
  simulation.clock.freeze('2026-11-20T12:00:00Z');
  const shopper =
    simulation.tokens.inspect(new Headers({vtexidclientautcookie: await simulation.mint('vtex-shopper')}))
      ?.claims ?? {};

  const explain = (status: number, claims: object): string | null => {
    const id = simulation.requests.add({
      method: 'GET',
      url: 'https://x.test/',
      at: simulation.clock.now(),
      status,
      token: {...claims},
    });

    const entry = simulation.requests.entries[id];
    return entry === undefined ? null : simulation.tokens.explain(entry);
  };

  expect(explain(401, {...shopper, exp: Number(shopper['iat']) - 1})).toBe(
    '401 from https://x.test/: the token had expired 1 s before.',
  );

  expect(explain(401, shopper)).toContain(
    'the token of ada@example.com (webstore, account acme) has not expired',
  );

  expect(explain(403, shopper)).toContain(
    'the token of ada@example.com (webstore, account acme) is good, but gives no right to this',
  );
});
