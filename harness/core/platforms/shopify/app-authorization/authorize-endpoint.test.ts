import {createHmac} from 'node:crypto';
import {expect, test} from '@playwright/test';
import {signParameters} from './request-signature.ts';
import {authorizedApp} from './authorized-app.fixture.ts';
import type {AuthorizedApp} from './authorized-app.fixture.ts';

const CALLBACK = 'https://myapp.com/auth/callback';

function authorizeUrl(more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: 'key',
    scope: 'write_products,read_orders',
    redirect_uri: CALLBACK,
    state: 'a state',
    ...more,
  });
  return `https://acme.myshopify.com/admin/oauth/authorize?${query.toString()}`;
}

async function locationOf(response: Promise<Response>): Promise<URL> {
  return new URL((await response).headers.get('location') ?? 'none:');
}

function answered(app: AuthorizedApp, url: string, answer: string): Promise<URL> {
  return locationOf(app.send(url, {method: 'POST', body: new URLSearchParams({answer})}));
}

test('sends the browser back with a signed code, and the code gives a token', async () => {
  const app = authorizedApp();
  const callback = await locationOf(app.send(authorizeUrl()));
  expect(callback.origin + callback.pathname).toBe(CALLBACK);
  expect([...callback.searchParams.keys()].join()).toBe('code,hmac,host,shop,state,timestamp');
  expect(callback.searchParams.get('state')).toBe('a state');

  const hmac = callback.searchParams.get('hmac');
  const code = callback.searchParams.get('code') ?? '';
  callback.searchParams.delete('hmac');
  const signed = createHmac('sha256', 'a client secret').update(callback.searchParams.toString());
  expect(hmac).toBe(signed.digest('hex'));

  const answer = await app.post({code, expiring: '1'});
  expect(await answer.json()).toMatchObject({scope: 'write_products,read_orders', expires_in: 3600});
  expect((await app.post({code})).status).toBe(400);
});

test('an app that is not installed asks first, and is installed by the code', async () => {
  const app = authorizedApp({installed: false});
  const page = await app.send(authorizeUrl());
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<h1>Install Test app</h1>');
  expect((await answered(app, authorizeUrl(), 'decline')).href).toBe('https://admin.shopify.com/store/acme');

  const callback = await answered(app, authorizeUrl(), 'approve');
  expect(app.core.appAccess.installation.isInstalled).toBe(false);
  await app.post({code: callback.searchParams.get('code') ?? ''});
  expect(app.core.appAccess.installation.isInstalled).toBe(true);
});

test('asks again for other scopes, and a code for one staff member gives an online token', async () => {
  const app = authorizedApp();
  const wider = authorizeUrl({
    scope: 'write_products,read_orders,read_themes',
    'grant_options[]': 'per-user',
  });
  expect(await (await app.send(wider)).text()).toContain('<h1>Update data access for Test app</h1>');

  const callback = await answered(app, wider, 'approve');
  const answer = await app.post({code: callback.searchParams.get('code') ?? ''});
  expect(await answer.json()).toMatchObject({
    scope: 'write_products,read_orders,read_themes',
    associated_user: {first_name: 'Grace'},
  });
});

test('a code expires after ten minutes', async () => {
  const app = authorizedApp();
  const callback = await locationOf(app.send(authorizeUrl()));
  app.core.clock.advance('10m');
  const answer = await app.post({code: callback.searchParams.get('code') ?? ''});
  expect(await answer.text()).toContain('<title>400 - Oauth error invalid_request</title>');
});

test('refuses an unknown client and an unlisted redirect URL', async () => {
  const app = authorizedApp({authorization: {redirectUrls: [CALLBACK]}});
  expect((await app.send(authorizeUrl())).status).toBe(302);

  const unlisted = await app.send(authorizeUrl({redirect_uri: 'https://evil.example/'}));
  expect([unlisted.status, await unlisted.text()]).toEqual([400, expect.stringContaining('redirect_uri')]);
  const unknown = await app.send(authorizeUrl({client_id: 'other'}));
  expect(await unknown.text()).toContain('application_cannot_be_found');
});

test('a form of another origin is not the answer of the merchant', async () => {
  const app = authorizedApp({installed: false});
  const response = await app.send(authorizeUrl(), {
    method: 'POST',
    headers: {origin: 'https://evil.example'},
    body: new URLSearchParams({answer: 'approve'}),
  });
  expect(response.status).toBe(403);
});

test('managed installation grants the scopes of the TOML, and opens the app', async () => {
  const app = authorizedApp({installed: false});
  const url = 'https://admin.shopify.com/store/acme/oauth/install?client_id=key';
  expect(await (await app.send(url)).text()).toContain('<li>write_products</li>');

  const opened = await answered(app, url, 'approve');
  expect(opened.href).toBe('https://admin.shopify.com/store/acme/apps/key');
  expect(app.core.appAccess.installation.scopes.granted).toEqual(['write_products', 'read_orders']);
  expect((await locationOf(app.send(url))).href).toBe(opened.href);
});

test('a legacy install begins at the application URL, signed and without a token', async () => {
  const authorization = {legacyInstallFlow: true};
  const app = authorizedApp({installed: false, url: 'https://myapp.com/home?plan=1', authorization});
  const url = 'https://admin.shopify.com/store/acme/oauth/install?client_id=key';

  const {origin, pathname, searchParams} = await locationOf(app.send(url));
  expect(`${origin}${pathname}`).toBe('https://myapp.com/home');
  expect([...searchParams.keys()]).toEqual(['hmac', 'host', 'plan', 'shop', 'timestamp']);
  expect(app.core.appAccess.installation.isInstalled).toBe(false);

  const {hmac = '', ...others} = Object.fromEntries(searchParams);
  const signed = await signParameters(others, 'a client secret');
  expect(signed.get('hmac')).toBe(hmac);
});

test('optional scopes are granted by the page to which scopes.request() redirects', async () => {
  const app = authorizedApp({optionalScopes: ['read_themes']});
  const url =
    'https://acme.myshopify.com/admin/oauth/install?client_id=key&optional_scopes=read_themes,read_x';
  expect(await (await app.send(url)).text()).toContain('<li>read_themes</li>');

  await answered(app, url, 'decline');
  expect(app.core.appAccess.installation.has('read_themes')).toBe(false);
  await answered(app, url, 'approve');
  expect(app.core.appAccess.installation.has('read_themes')).toBe(true);
  expect(app.core.appAccess.installation.has('read_x')).toBe(false);
});

test('the old address of the app leads to the admin', async () => {
  const app = authorizedApp();
  const opened = await locationOf(app.send('https://acme.myshopify.com/admin/apps/key/products?tab=2'));
  expect(opened.href).toBe('https://admin.shopify.com/store/acme/apps/key/products?tab=2');
});
