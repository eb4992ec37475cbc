import {createHmac} from 'node:crypto';
import {expect, test} from '@playwright/test';
import {createLocalJWKSet, decodeJwt, decodeProtectedHeader, importX509, jwtVerify} from 'jose';
import type {JWK} from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import {Clock} from '../../clock.ts';
import type {CaseId} from '../cases/case-id.ts';
import {CASE_IDS, caseOf} from '../cases/catalogue.ts';
import type {OutgoingRequest} from '../cases/outgoing-request.ts';
import {notApplicable} from '../cases/not-applicable.ts';
import {keysOf, runsOf} from '../cases/runs.ts';
import {Ids} from '../world/ids.ts';
import {createWorld} from '../world/world.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {TokenKind} from './token-kinds.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const app = {clientId: 'key', clientSecret: 'secret'};
const GET: OutgoingRequest = {method: 'GET', query: [], headers: [], body: null};

function frozen(): Clock {
  const clock = new Clock();
  clock.freeze(NOON);
  return clock;
}

async function tokensOf(profile: 'checkout' | 'admin', scope: string): Promise<readonly string[]> {
  const world = createWorld({app});
  const ids = new Ids({seed: 1, scope});
  const keys = keysOf({world});
  const forgerServer = 'http://127.0.0.1:4000';
  const tokens: string[] = [];

  for (const id of CASE_IDS) {
    if (notApplicable(id, profile, {forgerServer}) !== null || caseOf(id).destructive === true) continue;
    const runs = await runsOf(id, profile, {
      world,
      keys,
      forgerServer,
      now: () => NOON,
      jti: () => ids.uuid(),
      template: GET,
    });
    tokens.push(...runs.flatMap((run) => run.tokens));
  }

  return tokens;
}

/** ES256 signatures are random by nature. */
function comparable(token: string): string {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const text = Buffer.from(header, 'base64url').toString();
  return text.includes('"ES256"') ? `${header}.${claims}` : `${header}.${claims}.${signature}`;
}

test('one seed, scope and frozen instant give the same tokens for every case', async () => {
  const [once, again] = await Promise.all([tokensOf('checkout', 'a'), tokensOf('checkout', 'a')]);
  expect(once.length).toBeGreaterThan(300);
  expect(once.map(comparable)).toEqual(again.map(comparable));
});

test('two simulations never share a token of any case', async () => {
  const fixed = new Set(['', '.', '..']);
  const real = (token: string): boolean => decodes(token) && !fixed.has(token);
  const [one, other] = await Promise.all([tokensOf('checkout', 'a'), tokensOf('checkout', 'b')]);
  const seen = new Set(one.filter(real));

  const shared = other.filter(
    (token) =>
      real(token) &&
      seen.has(token) &&
      'jti' in decodeJwt(token) &&
      decodeJwt(token).jti !== 'one-id-for-two-tokens',
  );

  expect(shared).toEqual([]);
});

function decodes(token: string): boolean {
  try {
    return decodeJwt(token).jti?.length === 36;
  } catch {
    return false;
  }
}

test('the signature of an HS256 case token equals that of node:crypto', async () => {
  const token = await createSimulationCore({app, clock: frozen()}).mint('checkout', {case: 'crit-unknown'});
  const [header, claims, signature] = token.split('.');
  expect(createHmac('sha256', 'secret').update(`${header}.${claims}`).digest('base64url')).toBe(signature);
});

test('each delivery of an armed case uses its next spelling', async () => {
  const simulation = createSimulationCore({app, clock: frozen()});
  simulation.arm('exp-string', {times: 5});
  const seen: unknown[] = [];
  for (let nth = 0; nth < 5; nth++) seen.push(decodeJwt(await simulation.mint('checkout')).exp);
  expect(seen).toEqual([String(NOON / 1000 + 300), '1700000000', 'never', '', String(NOON / 1000 + 300)]);
});

test('an armed case waits for a token of a kind that it applies to', async () => {
  const simulation = createSimulationCore({app, clock: frozen()});
  simulation.arm('iss-missing');
  expect(decodeJwt(await simulation.mint('checkout')).iss).toBe('https://acme.myshopify.com/admin');
  expect(simulation.undeliveredCases()).toEqual([{id: 'iss-missing', delivered: 0, times: 1}]);
  expect(decodeJwt(await simulation.mint('admin'))).not.toHaveProperty('iss');
  expect(simulation.undeliveredCases()).toEqual([]);
});

test('sub-withheld takes the customer from a token, even with read_customers, and then no longer', async () => {
  const simulation = createSimulationCore({app, clock: frozen(), customer: 'ada'});
  simulation.arm('sub-withheld');
  expect(decodeJwt(await simulation.mint('customer-account'))).not.toHaveProperty('sub');
  expect(decodeJwt(await simulation.mint('customer-account')).sub).toBe('gid://shopify/Customer/7001');
});

test('admin and pos tokens name the admin URL and grace; post-purchase tokens have no aud', async () => {
  const simulation = createSimulationCore({app, clock: frozen()});
  for (const kind of ['admin', 'pos'] as const) {
    const token = await simulation.mint(kind);
    expect(
      jsonwebtoken.verify(token, 'secret', {
        algorithms: ['HS256'],
        audience: 'key',
        clockTimestamp: NOON / 1000,
      }),
    ).toEqual({
      iss: 'https://acme.myshopify.com/admin',
      dest: 'https://acme.myshopify.com',
      aud: 'key',
      sub: '5001',
      exp: NOON / 1000 + 60,
      nbf: NOON / 1000,
      iat: NOON / 1000,
      jti: expect.any(String),
      sid: expect.stringMatching(/^[0-9a-f]{64}$/),
      sig: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  }

  const {iss, aud, jti, ...rest} = decodeJwt(await simulation.mint('post-purchase', {customer: 'bea'}));
  expect([iss, aud, jti]).toEqual(['shopify', undefined, undefined]);

  expect(rest).toMatchObject({
    input_data: {
      initialPurchase: {referenceId: rest.sub, customerId: '7002'},
      shop: {domain: 'acme.myshopify.com'},
    },
  });
});

test('a forged token has its keys in a data URL if there is no server', async () => {
  const simulation = createSimulationCore({app, clock: frozen()});
  for (const variant of ['ES256', 'RS256', 'user name', 'fragment']) {
    const token = await simulation.mint('checkout', {case: 'jku-fetch', variant});
    const {keys} = (await (await fetch(String(decodeProtectedHeader(token)['jku']))).json()) as {keys: JWK[]};
    await jwtVerify(token, createLocalJWKSet({keys}), {currentDate: new Date(NOON)});
  }

  const token = await simulation.mint('checkout', {case: 'x5u-fetch'});
  const certificate = await (await fetch(String(decodeProtectedHeader(token)['x5u']))).text();
  await jwtVerify(token, await importX509(certificate, 'ES256'), {currentDate: new Date(NOON)});
});

test('a token is minted at the time of the browser', async () => {
  const clock = frozen();
  const simulation = createSimulationCore({app, clock});
  clock.skew({browser: '+11s'});
  expect(decodeJwt(await simulation.mint('checkout')).nbf).toBe(NOON / 1000 + 11);
});

test('life-rotate-secret signs with the previous secret, which is listed for redaction', async () => {
  const simulation = createSimulationCore({
    app: {...app, previousClientSecret: 'old-secret'},
    clock: frozen(),
  });
  const token = await simulation.mint('checkout', {case: 'life-rotate-secret'});
  jsonwebtoken.verify(token, 'old-secret', {algorithms: ['HS256'], clockTimestamp: NOON / 1000});
  expect(simulation.secrets).toEqual(['secret', 'old-secret']);
});

test('an armed request case changes one request: the next with a token of this simulation', async () => {
  const simulation = createSimulationCore({app});
  const token = await simulation.mint('checkout');

  const given: OutgoingRequest = {
    ...GET,
    headers: [
      ['Accept', '*/*'],
      ['authorization', `Bearer ${token}`],
    ],
  };

  simulation.arm('http-no-scheme');
  expect(
    await simulation.tokens.send({...GET, headers: [['authorization', 'Bearer of.somebody.else']]}),
  ).toBeNull();

  expect(await simulation.tokens.send(given)).toEqual({
    delivery: {id: 'http-no-scheme', nth: 0, times: 1},
    request: {
      ...GET,
      headers: [
        ['Accept', '*/*'],
        ['Authorization', token],
      ],
    },
  });

  expect(await simulation.tokens.send(given)).toBeNull();
  simulation.arm('http-missing');
  expect((await simulation.tokens.send(given))?.request.headers).toEqual([['Accept', '*/*']]);
});

for (const [id, problem] of [
  ['http-preflight', 'simhost audit <url> --only http-preflight sends them.'],
  ['life-replay-jti', 'it needs requests that no page sends'],
  ['life-idle-24h', "await host.clock.advance('24h')"],
] as const) {
  test(`${id} cannot be armed, and the error names the alternative`, () => {
    expect(() => createSimulationCore().arm(id)).toThrow(problem);
  });
}

test('host-slow returns the token after simulated time or at the end of the simulation', async () => {
  const clock = frozen();
  const simulation = createSimulationCore({app, clock});
  simulation.arm('host-slow', {times: 2});
  const slow = simulation.issueSessionToken();
  let given = false;

  void slow.then(() => (given = true));
  clock.advance('4s');
  await new Promise((resolve) => setImmediate(resolve));
  expect(given).toBe(false);
  clock.advance('1s');
  expect((await slow)?.value).toMatch(/^ey/);
  const last = simulation.issueSessionToken();
  simulation.close();
  expect((await last)?.value).toMatch(/^ey/);
});

test('the rest of host-slow-30s passes by itself after the clock moves', async () => {
  test.setTimeout(20_000); // less than the 30 s that a wait not shortened by the move takes
  const clock = new Clock();
  const simulation = createSimulationCore({app, clock});
  simulation.arm('host-slow-30s');
  const slow = simulation.issueSessionToken();
  clock.advance(29_990);
  expect((await slow)?.value).toMatch(/^ey/);
});

test('host-null and host-permission-revoked return null, also to Minis', async () => {
  const simulation = createSimulationCore({app});
  for (const id of ['host-null', 'host-permission-revoked'] as const) {
    simulation.arm(id, {times: 2});
    expect(await simulation.issueSessionToken()).toEqual({value: null, expiresIn: 0});
    expect(await simulation.minis.generateUserToken()).toEqual({
      data: {token: null, expiresAt: null, userState: null},
    });
  }
});

test('life-minis-expired-mock makes a Mini token that is already expired for the hook', async () => {
  const simulation = createSimulationCore({app, clock: frozen()});
  simulation.arm('exp-past-60', {times: 2});
  for (let nth = 0; nth < 2; nth++) {
    const {data} = (await simulation.minis.generateUserToken()) ?? {data: {expiresAt: null}};
    expect(Date.parse(data.expiresAt ?? '')).toBe(NOON - 60_000);
  }
});

for (const [id, kind] of [
  ['surf-minis-guest', 'shop-minis'],
  ['surf-minis-jwt-decode', 'shop-minis'],
  ['surf-minis-other-mini', 'shop-minis'],
  ['surf-vtex-shopper-other-account', 'vtex-shopper'],
  ['life-vtex-24h-over', 'vtex-shopper'],
  ['es256-zero', 'vtex-shopper'],
] as const satisfies readonly (readonly [CaseId, TokenKind])[]) {
  test(`${id} makes a ${kind} token, and the log names the case`, async () => {
    const simulation = createSimulationCore({app, clock: frozen()});
    const token = await simulation.mint(kind, {case: id});
    expect(simulation.tokens.inspect(new Headers({authorization: `Bearer ${token}`}))).toMatchObject({
      case: id,
      claims: decodeJwt(token),
    });
  });
}
