import {expect, test} from '@playwright/test';
import {decodeJwt, jwtVerify} from 'jose';
import {authorizedApp, EXCHANGE} from '../platforms/shopify/app-authorization/authorized-app.fixture.ts';
import type {AuthorizedApp} from '../platforms/shopify/app-authorization/authorized-app.fixture.ts';

const SECRET = new TextEncoder().encode('a client secret');
const APP_URL = 'https://app.example/products';

async function exchange({core, post}: AuthorizedApp): Promise<Response> {
  return post({
    ...EXCHANGE,
    expiring: '1',
    subject_token: (await core.appAccess.idTokens.take())?.value ?? '',
  });
}

async function accessToken(app: AuthorizedApp): Promise<string> {
  return ((await (await exchange(app)).json()) as {access_token: string}).access_token;
}

function query({send}: AuthorizedApp, token: string, text = '{currentStaffMember {id}}'): Promise<Response> {
  return send('https://acme.myshopify.com/admin/api/2026-07/graphql.json', {
    method: 'POST',
    headers: {'content-type': 'application/json', 'x-shopify-access-token': token},
    body: JSON.stringify({query: text}),
  });
}

async function launched({core}: AuthorizedApp): Promise<string | null> {
  return new URL(await core.appAccess.launchUrl(APP_URL, {locale: 'en'})).searchParams.get('id_token');
}

test('a token that is revoked at a query stays so', async () => {
  const app = authorizedApp();
  const token = await accessToken(app);
  app.core.arm('admin-token-revoked');

  const refused = await query(app, token);
  expect(refused.status).toBe(401);
  expect(await refused.json()).toEqual({
    errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
  });
  expect((await query(app, token)).status).toBe(401);
  expect((await query(app, await accessToken(app))).status).toBe(200);
});

test('an app that is uninstalled before a query has no token any more, and the exchange says so', async () => {
  const app = authorizedApp();
  const token = await accessToken(app);
  app.core.arm('admin-uninstalled');

  expect((await query(app, token)).status).toBe(401);
  expect(app.core.appAccess.installation.isInstalled).toBe(false);
  expect(await (await exchange(app)).text()).toContain('app_not_installed');
});

for (const [id, code] of [
  ['admin-no-scope', 'ACCESS_DENIED'],
  ['admin-throttled', 'THROTTLED'],
] as const) {
  test(`${id} answers 200 with ${code} once`, async () => {
    const app = authorizedApp({scopes: ['read_users']});
    const token = await accessToken(app);
    app.core.arm(id);

    const response = await query(app, token);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({errors: [{extensions: {code}}]});
    expect(await (await query(app, token)).json()).not.toHaveProperty('errors');
  });
}

test('the Admin API fails with 500, breaks the connection, and answers late', async () => {
  const app = authorizedApp();
  const token = await accessToken(app);

  app.core.arm('admin-500');
  expect((await query(app, token)).status).toBe(500);

  app.core.arm('admin-offline');
  expect((await query(app, token)).type).toBe('error');

  app.core.arm('admin-slow');
  let isAnswered = false;
  const asked = query(app, token).then((response) => {
    isAnswered = true;
    return response.status;
  });
  await expect.poll(() => app.core.undeliveredCases()).toEqual([]);
  expect(isAnswered).toBe(false);
  app.core.clock.advance('5s');
  expect(await asked).toBe(200);
});

test('only the first URL has the broken token, and App Bridge gets a good one', async () => {
  const app = authorizedApp();
  const now = app.core.clock.nowOf('platform') / 1000;

  app.core.arm('embed-url-token-expired');
  expect(decodeJwt((await launched(app)) ?? '').exp).toBe(now - 60);
  expect(decodeJwt((await app.core.appAccess.idTokens.take())?.value ?? '').exp).toBe(now + 60);

  app.core.arm('embed-url-token-missing');
  expect(await launched(app)).toBeNull();

  app.core.arm('embed-url-token-other-shop');
  expect(decodeJwt((await launched(app)) ?? '')['dest']).toBe('https://other-shop.myshopify.com');

  app.core.arm('embed-url-token-forged');
  await expect(jwtVerify((await launched(app)) ?? '', SECRET)).rejects.toThrow('signature');
  expect(app.core.undeliveredCases()).toEqual([]);
});

test('only App Bridge gets the broken token, whether or not the first URL has a good one', async () => {
  const app = authorizedApp();
  const now = app.core.clock.nowOf('platform') / 1000;

  for (const [id, left] of [
    ['embed-token-stale', 10],
    ['embed-token-expired', -60],
  ] as const) {
    app.core.arm(id);
    expect(decodeJwt((await launched(app)) ?? '').exp).toBe(now + 60);
    expect(decodeJwt((await app.core.appAccess.idTokens.take())?.value ?? '').exp).toBe(now + left);
    expect(decodeJwt((await app.core.appAccess.idTokens.take())?.value ?? '').exp).toBe(now + 60);
  }
});

test('App Bridge waits for a token that never comes, and the first URL has one', async () => {
  const app = authorizedApp();
  app.core.arm('embed-token-never');
  expect(await launched(app)).not.toBeNull();

  const pending = app.core.appAccess.idTokens.take();
  await expect.poll(() => app.core.holdingCases).toEqual(['embed-token-never']);
  app.core.close();
  expect(await pending).toBeNull();
});

test('a token that a case broke is not given again', async () => {
  const app = authorizedApp();
  const now = app.core.clock.nowOf('platform') / 1000;
  app.core.arm('exp-past-60');

  expect(decodeJwt((await app.core.appAccess.idTokens.take())?.value ?? '').exp).toBe(now - 60);
  expect(decodeJwt((await app.core.appAccess.idTokens.take())?.value ?? '').exp).toBe(now + 60);
});
