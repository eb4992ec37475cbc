import {expect, test} from '@playwright/test';
import {authorizedApp, CREDENTIALS, EXCHANGE} from './authorized-app.fixture.ts';
import type {AuthorizedApp} from './authorized-app.fixture.ts';

async function idToken({core}: AuthorizedApp): Promise<string> {
  return (await core.appAccess.idTokens.take())?.value ?? '';
}

async function exchanged(app: AuthorizedApp, more: Record<string, string>): Promise<Record<string, unknown>> {
  const response = await app.post({...EXCHANGE, subject_token: await idToken(app), ...more});
  return (await response.json()) as Record<string, unknown>;
}

async function titleOf(response: Response): Promise<string> {
  return /<title>(.*)<\/title>/.exec(await response.text())?.[1] ?? '';
}

test('exchanges an ID token for an expiring offline token', async () => {
  const app = authorizedApp();
  const answer = await exchanged(app, {expiring: '1'});
  expect(answer).toEqual({
    access_token: expect.stringMatching(/^shpat_[0-9a-f]{32}$/),
    scope: 'write_products,read_orders',
    expires_in: 3600,
    refresh_token: expect.stringMatching(/^shprt_[0-9a-f]{32}$/),
    refresh_token_expires_in: 7776000,
  });
  expect(app.core.secrets).toContain(answer['access_token']);
  expect(app.core.secrets).toContain(answer['refresh_token']);
});

test('exchanges an ID token for a permanent token, and for an online one', async () => {
  const app = authorizedApp();
  expect(await exchanged(app, {expiring: '0'})).toEqual({
    access_token: expect.stringMatching(/^shpat_/),
    scope: 'write_products,read_orders',
  });

  app.core.appAccess.signInStaff('joan');
  const online = {requested_token_type: 'urn:shopify:params:oauth:token-type:online-access-token'};
  expect(await exchanged(app, online)).toEqual({
    access_token: expect.stringMatching(/^shpua_/),
    scope: 'write_products,read_orders',
    expires_in: 86399,
    associated_user_scope: 'write_products',
    associated_user: {
      id: 5002,
      first_name: 'Joan',
      last_name: 'Clarke',
      email: 'joan@acme.example',
      email_verified: true,
      account_owner: false,
      locale: 'en',
      collaborator: false,
    },
  });
});

test('takes a form as well as JSON', async () => {
  const app = authorizedApp();
  const response = await app.send('https://acme.myshopify.com/admin/oauth/access_token', {
    method: 'POST',
    body: new URLSearchParams({...CREDENTIALS, grant_type: 'client_credentials'}),
  });
  expect(await response.json()).toMatchObject({expires_in: 86399, scope: 'write_products,read_orders'});
});

for (const [name, token] of [
  ['an expired ID token', async (app: AuthorizedApp) => app.core.mint('admin', {case: 'exp-past-60'})],
  ['an ID token of another app', async (app: AuthorizedApp) => app.core.mint('admin', {claims: {aud: 'x'}})],
  [
    'an ID token of another shop',
    async (app: AuthorizedApp) => app.core.mint('admin', {claims: {dest: 'https://globex.myshopify.com'}}),
  ],
  ['a forged ID token', async (app: AuthorizedApp) => app.core.mint('admin', {case: 'key-wrong'})],
  ['something else', async () => 'not a token'],
] as const) {
  test(`refuses ${name} with JSON`, async () => {
    const app = authorizedApp();
    const response = await app.post({...EXCHANGE, subject_token: await token(app)});
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({error: 'invalid_subject_token'});
  });
}

test('an ID token is refused a minute after it was issued', async () => {
  const app = authorizedApp();
  const subject = await idToken(app);
  app.core.clock.advance('61s');
  const response = await app.post({...EXCHANGE, subject_token: subject});
  expect(response.status).toBe(400);
});

test('refuses an unknown type of token with JSON', async () => {
  const app = authorizedApp();
  const response = await app.post({
    ...EXCHANGE,
    subject_token: await idToken(app),
    subject_token_type: 'jwt',
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({error: 'invalid_subject_token_type'});
});

test('refuses wrong credentials and a missing app with pages', async () => {
  const app = authorizedApp({authorization: {sameOrganization: false}});
  const credentials = {grant_type: 'client_credentials'};
  const foreign = await app.post(credentials);
  expect([foreign.status, foreign.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
  expect(await titleOf(foreign)).toBe('400 - Oauth error shop_not_permitted');

  const titles = [
    await titleOf(await app.post({...credentials, client_id: 'other'})),
    await titleOf(await app.post({...credentials, client_secret: 'other'})),
    await titleOf(await app.post({code: 'unknown'})),
    await titleOf(await app.post({})),
  ];
  app.core.appAccess.installation.uninstall();
  titles.push(await titleOf(await app.post({...EXCHANGE, subject_token: await idToken(app)})));
  expect(titles.map((title) => title.replace('400 - Oauth error ', ''))).toEqual([
    'application_cannot_be_found',
    'invalid_request',
    'invalid_request',
    'invalid_request',
    'app_not_installed',
  ]);
});

test('accepts the secret before a rotation', async () => {
  const app = authorizedApp({previousClientSecret: 'the earlier secret'});
  const response = await app.post({client_secret: 'the earlier secret', grant_type: 'client_credentials'});
  expect(response.status).toBe(200);
});

test('refreshes at 55 minutes, and refuses a dead refresh token with 401', async () => {
  const app = authorizedApp({authorization: {refreshRetry: 'none'}});
  const first = await exchanged(app, {expiring: '1'});
  app.core.clock.advance('55m');

  const refresh = {grant_type: 'refresh_token', refresh_token: String(first['refresh_token'])};
  const second = await app.post(refresh);
  expect(await second.json()).toMatchObject({expires_in: 3600, refresh_token_expires_in: 7776000});

  const again = await app.post(refresh);
  expect(again.status).toBe(401);
  expect(await again.json()).toEqual({
    error: 'invalid_request',
    error_description: 'This request requires an active refresh_token',
  });
});

test('the option deadRefreshToken chooses the other answer', async () => {
  const app = authorizedApp({authorization: {deadRefreshToken: 'invalid_grant'}});
  const response = await app.post({grant_type: 'refresh_token', refresh_token: 'shprt_unknown'});
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({error: 'invalid_grant'});
});

test('migrates a permanent token', async () => {
  const app = authorizedApp();
  const {access_token: permanent} = await exchanged(app, {expiring: '0'});
  const migrate = {
    ...EXCHANGE,
    subject_token: String(permanent),
    subject_token_type: EXCHANGE.requested_token_type,
    expiring: '1',
  };
  expect(await (await app.post(migrate)).json()).toMatchObject({expires_in: 3600});
  expect(app.core.appAccess.tokens.find(String(permanent))?.state).toBe('revoked');
});

test('a backend is found by its tokens, and by its credentials', async () => {
  const app = authorizedApp();
  const {platforms} = app.core;
  const host = 'acme.myshopify.com';
  const body = JSON.stringify({...CREDENTIALS, subject_token: await idToken(app)});
  expect(await platforms.identify({host, headers: new Headers(), body})).toBe('token');
  const noToken = JSON.stringify(CREDENTIALS);
  expect(await platforms.identify({host, headers: new Headers(), body: noToken})).toBe('key');

  const answer = await exchanged(app, {});
  const headers = new Headers({'x-shopify-access-token': String(answer['access_token'])});
  expect(await platforms.identify({host, headers, body: ''})).toBe('token');
});

test('the answer to a refresh is lost, and the same refresh token recovers the pair', async () => {
  const app = authorizedApp();
  const first = await exchanged(app, {expiring: '1'});
  const refresh = {grant_type: 'refresh_token', refresh_token: String(first['refresh_token'])};
  app.core.arm('refresh-answer-lost');

  const lost = await app.post(refresh);
  expect([lost.status, await lost.text()]).toEqual([520, 'error code: 520']);
  expect((await app.post(refresh)).status).toBe(200);
  expect(app.core.undeliveredCases()).toEqual([]);
});

test('without another use, a lost answer locks the app out until it is opened', async () => {
  const app = authorizedApp({authorization: {refreshRetry: 'none'}});
  const first = await exchanged(app, {expiring: '1'});
  const refresh = {grant_type: 'refresh_token', refresh_token: String(first['refresh_token'])};
  app.core.arm('refresh-answer-lost');
  await app.post(refresh);
  expect((await app.post(refresh)).status).toBe(401);
  expect(await exchanged(app, {expiring: '1'})).toHaveProperty('refresh_token');
});

test('armed cases fail the exchange without carrying it out', async () => {
  const app = authorizedApp();
  app.core.arm('exchange-unanswered');
  app.core.arm('exchange-refused');
  const exchange = {...EXCHANGE, subject_token: await idToken(app)};
  expect((await app.post(exchange)).status).toBe(520);

  const refused = await app.post(exchange);
  expect(await refused.json()).toMatchObject({error: 'invalid_subject_token'});
  expect(refused.headers.get('content-type')).toContain('application/json');
  expect(app.core.appAccess.tokens.issued).toEqual([]);
  expect((await app.post(exchange)).status).toBe(200);
});
