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

  const explain = (status: number, headers: Headers): string | null => {
    const id = simulation.requests.add({
      method: 'GET',
      url: 'https://x.test/',
      at: simulation.clock.now(),
      outcome: 'backend',
      status,
    });

    const entry = simulation.requests.entries[id];
    return entry === undefined ? null : (simulation.tokens.explain(entry, headers)?.cause ?? null);
  };

  const {token, session} = await simulation.vtex.sessions.login('ada');
  const owner = 'the token of ada@example.com (webstore, account acme)';
  const headers = new Headers({vtexidclientautcookie: token});
  const both = new Headers({vtexidclientautcookie: token, cookie: `VtexIdclientAutCookie_acme=${token}`});

  expect(explain(401, headers)).toBe(`${owner} was good`);
  expect(explain(403, headers)).toBe(`${owner} is good, but gives no right to this`);
  expect(explain(401, both)).toBe('the token was sent twice, in a header and in a cookie');
  expect(explain(403, both)).toBe(`${owner} is good, but gives no right to this`);

  simulation.vtex.sessions.revoke(session.sess);
  expect(explain(401, headers)).toBe(`${owner} was revoked`);

  simulation.clock.advance('24h');
  expect(explain(401, both)).toBe(
    'the token had expired 0 s before it arrived, and was given out 24 h earlier',
  );
});
