import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {createSimulation} from 'simhost';
import type {Simulation} from 'simhost';
import {expect, test} from 'simhost/playwright';
import {test as cli} from './cli.fixture.ts';

const BACKEND = 'fixtures/backends/vtex-orders/server.js';
const ORIGIN = 'https://orders.acme.example';
const VTEX = 'acme.vtexcommercestable.com.br';

type Outcome = [status: number, body: unknown];

/** The backend's answer to each token. It is the same for every way to VTEX. */
const EXPECTED: Readonly<Record<string, Outcome>> = {
  ada: [
    200,
    {
      user: 'ada@example.com',
      audience: 'webstore',
      orders: [expect.any(String), expect.any(String), expect.any(String)],
    },
  ],
  bea: [200, {user: 'bea@engines.example', audience: 'webstore', orders: [expect.any(String)]}],
  grace: [200, {user: 'grace@example.com', audience: 'admin', orders: Array(4).fill(expect.any(String))}],
  'joan, who has no right to orders': [403, {error: 'joan@example.com may not see orders'}],
  'an app key': [
    200,
    {user: 'vtexappkey-acme-ORDERS', audience: 'admin', orders: Array(4).fill(expect.any(String))},
  ],
  'a token of another account': [403, {error: 'Tokens of globex are not ours'}],
  'an expired token': [401, {error: 'Invalid token'}],
  'a token that nobody signed': [401, {error: 'Invalid token'}],
};

async function tokensOf(simulation: Simulation): Promise<Record<string, string>> {
  const ada = await simulation.mint('vtex-shopper', {customer: 'ada'});
  return {
    ada: ada,
    bea: await simulation.mint('vtex-shopper', {customer: 'bea'}),
    grace: await simulation.mint('vtex-admin', {admin: 'grace'}),
    'joan, who has no right to orders': await simulation.mint('vtex-admin', {admin: 'joan'}),
    'an app key': await simulation.mint('vtex-appkey'),
    'a token of another account': await simulation.mint('vtex-shopper', {customer: 'ada', account: 'globex'}),
    'an expired token': await simulation.mint('vtex-shopper', {
      claims: {exp: Math.floor(simulation.clock.now() / 1000) - 1},
    }),
    'a token that nobody signed': `${ada.slice(0, -6)}AAAAAA`,
  };
}

async function outcomes(
  tokens: Readonly<Record<string, string>>,
  ask: (token: string) => Promise<Outcome>,
): Promise<Record<string, Outcome>> {
  const found: Record<string, Outcome> = {};
  for (const [what, token] of Object.entries(tokens)) found[what] = await ask(token);
  return found;
}

for (const [how, backend] of [
  ['node --import simhost/register', {command: `node ${BACKEND}`}],
  [
    'a base URL of the test’s own server',
    {command: `VTEX_BASE_URL=$SIMHOST_URL/${VTEX} node ${BACKEND}`, register: false},
  ],
] as const) {
  test.describe(`with ${how}`, () => {
    test.use({backends: {[ORIGIN]: backend}});

    test('a backend that asks credential/validate knows each token', async ({simulation, request}) => {
      const ask = async (token: string): Promise<Outcome> => {
        const answer = await request.get(`${ORIGIN}/api/orders`, {headers: {VtexIdclientAutCookie: token}});
        return [answer.status(), await answer.json()];
      };
      expect(await outcomes(await tokensOf(simulation), ask)).toEqual(EXPECTED);
      expect((await request.get(`${ORIGIN}/api/orders`)).status()).toBe(401);
    });
  });
}

cli(
  'with simhost serve and a base URL a backend that asks credential/validate knows each token',
  async ({running}) => {
    const url = await running.start(['serve']);
    const backend = spawn(process.execPath, [BACKEND], {
      env: {...process.env, PORT: '0', VTEX_BASE_URL: `${url}/${VTEX}`},
    });

    try {
      const ask = await askerOf(backend.stdout);
      expect(await outcomes(await tokensOf(createSimulation()), ask)).toEqual(EXPECTED);
    } finally {
      backend.kill();
      await once(backend, 'exit');
    }
  },
);

test.describe('in one test', () => {
  test.use({backends: {[ORIGIN]: {command: `node ${BACKEND}`}}});

  test('a token that is revoked, or a day old, is refused from then on', async ({
    simulation,
    storefront,
    request,
  }) => {
    const status = async (token: string): Promise<number> =>
      (await request.get(`${ORIGIN}/api/orders`, {headers: {VtexIdclientAutCookie: token}})).status();
    const [ada, bea] = [await storefront.signIn('ada'), await simulation.vtex.sessions.login('bea')];

    expect([await status(ada.token), await status(bea.token)]).toEqual([200, 200]);
    await storefront.revoke();
    expect([await status(ada.token), await status(bea.token)]).toEqual([401, 200]);
    await storefront.clock.advance('24h1s');
    expect([await status(ada.token), await status(bea.token)]).toEqual([401, 401]);
  });
});

/** Asks a backend that listens on any free port, once it says where. */
async function askerOf(stdout: NodeJS.ReadableStream): Promise<(token: string) => Promise<Outcome>> {
  for await (const line of createInterface({input: stdout})) {
    const [address] = /http:\S+/.exec(line) ?? [];
    if (address === undefined) continue;
    return async (token) => {
      const answer = await fetch(`${address}/api/orders`, {headers: {VtexIdclientAutCookie: token}});
      return [answer.status, await answer.json()];
    };
  }

  throw new Error('The backend never said where it listens.');
}
