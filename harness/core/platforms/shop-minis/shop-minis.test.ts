import {expect, test} from '@playwright/test';
import {getResponse} from 'msw';
import {Clock} from '../../../clock.ts';
import {createSimulationCore} from '../../simulation/simulation-core.ts';
import type {SimulationCore} from '../../simulation/simulation-core.ts';
import {PUBLISHED_MINIS_API_KEY} from '../../world/minis.ts';
import type {MinisOptions} from '../../world/minis.ts';
import {problemIn} from '../problem.ts';
import type {Reason} from '../../../wire/verdict.ts';
import {MINIS_ADMIN_API_URL} from './minis-admin-api.ts';

const NOON = '2026-11-20T12:00:00Z';
const VERIFY = `mutation Verify($token: String!) {
  userTokenVerify(token: $token) { publicId tokenExpiresAt userIdentifier userState userErrors { code field message } }
}`;

function simulate(minis: MinisOptions = {}): SimulationCore {
  const clock = new Clock();
  clock.freeze(NOON);
  return createSimulationCore({
    app: {clientId: 'points', clientSecret: 'secret'},
    minis,
    clock,
    scope: 'test',
  });
}

interface Answer {
  readonly status: number;
  readonly body: {data?: {userTokenVerify?: Record<string, unknown>} | null; errors?: {message: string}[]};
  readonly problem: Reason | null;
}

async function post(
  simulation: SimulationCore,
  body: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const sent = {
    'content-type': 'application/json',
    authorization: `Bearer ${PUBLISHED_MINIS_API_KEY}`,
    ...headers,
  };

  const response = await getResponse(
    [...simulation.handlers],
    new Request(MINIS_ADMIN_API_URL, {method: 'POST', body, headers: sent}),
  );
  if (response === undefined) throw new Error('nothing answered');
  if (response.type === 'error') return {status: 0, body: {}, problem: null};

  return {
    status: response.status,
    body: (await response.json()) as Answer['body'],
    problem: problemIn(response.headers),
  };
}

async function verify(
  simulation: SimulationCore,
  token: string,
  headers?: Record<string, string>,
): Promise<Record<string, unknown>> {
  const {body} = await post(simulation, JSON.stringify({query: VERIFY, variables: {token}}), headers);
  return body.data?.userTokenVerify ?? {};
}

const codeOf = async (simulation: SimulationCore, token: string): Promise<unknown> =>
  ((await verify(simulation, token))['userErrors'] as {code: string}[])[0]?.code;

test('every token of a verified user is exchanged for the same public id', async () => {
  const simulation = simulate();
  const first = await verify(simulation, await simulation.mint('shop-minis'));

  expect(first).toEqual({
    publicId: expect.stringMatching(/^[\da-f-]{36}$/) as unknown,
    tokenExpiresAt: '2026-11-21T12:00:00.000Z',
    userIdentifier: first['publicId'],
    userState: 'VERIFIED',
    userErrors: [],
  });

  expect((await verify(simulation, await simulation.mint('shop-minis')))['publicId']).toBe(first['publicId']);
  expect(
    (await verify(simulation, await simulation.mint('shop-minis', {customer: 'bea'})))['publicId'],
  ).not.toBe(first['publicId']);
});

test('a guest, or a user without openid, has a state and no public id', async () => {
  const simulation = simulate();
  expect(await verify(simulation, await simulation.mint('shop-minis', {customer: null}))).toMatchObject({
    publicId: null,
    userState: 'GUEST',
  });

  const unnamed = await simulation.mint('shop-minis', {claims: {scope: ''}});
  expect(await verify(simulation, unnamed)).toMatchObject({
    publicId: null,
    userState: 'VERIFIED',
    userErrors: [],
  });

  const given = simulate({publicIdWithoutOpenid: 'given', guestPublicId: 'given'});
  for (const options of [{claims: {scope: ''}}, {customer: null}]) {
    expect((await verify(given, await given.mint('shop-minis', options)))['publicId']).toMatch(
      /^[\da-f-]{36}$/,
    );
  }
});

for (const tokenFormat of ['jwt', 'opaque'] as const) {
  test(`each of the four error codes has its own cause, with ${tokenFormat} tokens`, async () => {
    const simulation = simulate({tokenFormat, otherKeys: {'key-of-another': 'another-mini'}});
    const token = await simulation.mint('shop-minis');

    expect(token.startsWith('eyJ')).toBe(tokenFormat === 'jwt');
    expect(await codeOf(simulation, 'user-token-123')).toBe('TOKEN_INVALID');
    expect(await codeOf(simulation, await simulation.mint('shop-minis', {case: 'key-wrong'}))).toBe(
      'TOKEN_INVALID',
    );

    expect(await codeOf(simulation, await simulation.mint('shop-minis', {case: 'aud-wrong'}))).toBe(
      'INVALID_MINI',
    );

    expect((await verify(simulation, token, {authorization: 'Bearer key-of-another'}))['userErrors']).toEqual(
      [{code: 'INVALID_MINI', field: ['token'], message: 'Token is for a different Mini'}],
    );

    simulation.minis.deleteUser({id: 'gid://shopify/Customer/7001'});
    expect(await codeOf(simulation, token)).toBe('USER_NOT_FOUND');
    simulation.clock.advance('24h');
    expect(await verify(simulation, token)).toMatchObject({
      publicId: null,
      tokenExpiresAt: null,
      userErrors: [{code: 'TOKEN_EXPIRED'}],
    });
  });
}

test('a token is valid to the last millisecond of tokenLife', async () => {
  const simulation = simulate({tokenLife: '10m'});
  const token = await simulation.mint('shop-minis');
  simulation.clock.advance(599_999);
  expect(await codeOf(simulation, token)).toBeUndefined();
  simulation.clock.advance(1);
  expect(await codeOf(simulation, token)).toBe('TOKEN_EXPIRED');
});

test('both content types, aliases, fragments, literals and unknown fields follow GraphQL', async () => {
  const simulation = simulate();
  const token = await simulation.mint('shop-minis');
  const query = `mutation { a: userTokenVerify(token: "${token}") { ...P } } fragment P on UserTokenVerifyPayload { userState }`;
  const raw = await post(simulation, query, {'content-type': 'application/graphql; charset=utf-8'});

  expect(raw.body).toEqual({data: {a: {userState: 'VERIFIED'}}});
  expect((await post(simulation, JSON.stringify({query}))).body).toEqual(raw.body);
  const unknown = await post(
    simulation,
    JSON.stringify({query: `mutation { userTokenVerify(token: "${token}") { user { id } } }`}),
  );

  expect(unknown.body.errors?.[0]?.message).toContain(
    'Cannot query field "user" on type "UserTokenVerifyPayload"',
  );

  expect(unknown.problem?.cause).toContain('Cannot query field "user"');
  expect((await post(simulation, query, {'content-type': 'text/plain'})).status).toBe(400);
  expect((await post(simulation, '[1')).body.errors?.[0]?.message).toContain('The body is not');
});

test('a wrong, missing or misplaced key is refused, and the log has the reason', async () => {
  const simulation = simulate();
  const body = JSON.stringify({query: '{ __typename }'});

  expect(await post(simulation, body, {authorization: 'Bearer nobody'})).toMatchObject({
    status: 401,
    problem: {cause: expect.stringContaining('an API key that belongs to no Mini'), turn: 'backend'},
  });

  const misplaced = await post(simulation, body, {
    authorization: '',
    'x-shopify-access-token': PUBLISHED_MINIS_API_KEY,
  });

  expect(misplaced.problem?.fix).toContain('X-Shopify-Access-Token is not for this API');
  expect((await post(simulate({wrongKeyStatus: 403}), body, {authorization: 'Bearer nobody'})).status).toBe(
    403,
  );
});

test('one line arranges a 429, a broken connection or an error code', async () => {
  const simulation = simulate();
  const token = await simulation.mint('shop-minis');
  const {arranged} = simulation.minis;
  arranged.add('userTokenVerify', 'TOO_MANY_REQUESTS', {times: 2});
  const body = JSON.stringify({query: VERIFY, variables: {token}});

  for (let i = 0; i < 2; i++) {
    expect(await post(simulation, body)).toMatchObject({
      status: 429,
      body: {
        data: null,
        errors: [{message: 'Slow down there partner.', extensions: {code: 'TOO_MANY_REQUESTS'}}],
      },
    });
  }

  arranged.add('userTokenVerify', 'NETWORK_ERROR');
  expect((await post(simulation, body)).status).toBe(0);
  arranged.add('userTokenVerify', 'USER_NOT_FOUND');
  expect(await codeOf(simulation, token)).toBe('USER_NOT_FOUND');
  arranged.add('userTokenVerify', 'WRONG_KEY');
  expect((await post(simulation, body)).status).toBe(401);
  expect(arranged.undelivered()).toEqual([]);
  expect(await verify(simulation, token)).toMatchObject({userState: 'VERIFIED'});
  arranged.add('userTokenVerify', 'TOKEN_EXPIRED', {times: Infinity});
  expect(arranged.undelivered()).toEqual(['userTokenVerify: "TOKEN_EXPIRED" (given 0 of Infinity times)']);
});

test('a mistyped answer or option is refused with the nearest name', () => {
  const {arranged} = simulate().minis;
  expect(() => arranged.add('userTokenVerify', 'TOKEN_EXPIERD' as never)).toThrow(
    'Did you mean "TOKEN_EXPIRED"?',
  );

  expect(() => arranged.add('userTokenVerfy' as never, 'TOKEN_EXPIRED' as never)).toThrow(
    'Did you mean "userTokenVerify"?',
  );

  expect(() => arranged.add('generateUserToken', {tokn: null} as never)).toThrow('Did you mean "token"?');
  expect(() => simulate().minis.app.setConsent('grantd' as never)).toThrow('Did you mean "granted"?');
  expect(() => simulate({tokenFormat: 'opaqe' as never})).toThrow('Did you mean "opaque"?');
  expect(() => simulate({tokenLive: '1h'} as never)).toThrow('Did you mean "tokenLife"?');
});

test('a request belongs to the Mini of its token, or else of its API key', async () => {
  const [own, other] = [simulate(), createSimulationCore({scope: 'other'})];
  const shown = async (token: string, key = 'none'): ReturnType<SimulationCore['platforms']['identify']> =>
    own.platforms.identify({
      host: 'server.shop.app',
      headers: new Headers({authorization: `Bearer ${key}`}),
      body: JSON.stringify({variables: {token}}),
    });

  expect(await shown(await own.mint('shop-minis'))).toBe('token');
  expect(await shown(await other.mint('shop-minis'))).toBeNull();
  expect(await shown('garbage', PUBLISHED_MINIS_API_KEY)).toBe('key');
});

test('a good answer without an exchange gets an explanation', async () => {
  const simulation = simulate({tokenFormat: 'opaque'});
  const token = await simulation.mint('shop-minis');
  const {claims} = simulation.tokens.inspect(new Headers({'x-user': token})) ?? {claims: null};
  expect(claims).toMatchObject({sub: 'shop-user-7001'});

  const id = simulation.requests.add({
    method: 'GET',
    url: 'https://myapp.com/',
    at: 0,
    outcome: 'backend',
    status: 200,
    token: claims,
  });

  const explain = (): Reason | null =>
    simulation.tokens.explain(simulation.requests.entries[id] as never, new Headers({'x-user': token}));

  expect(explain()).toMatchObject({
    cause: 'this answer is for a user token that was not exchanged with userTokenVerify',
    turn: 'backend',
  });
  await verify(simulation, token);
  expect(explain()).toBeNull();
});
