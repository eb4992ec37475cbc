import type {BrowserContext, Page} from '@playwright/test';
import {http, HttpResponse} from 'msw';
import {expect, test} from 'simhost/playwright';

const ORIGIN = 'https://acme.myvtex.com';
const ORDERS = `${ORIGIN}/api/oms/user/orders`;
const VALIDATION = `${ORIGIN}/api/vtexid/credential/validate`;
const REFRESH = `${ORIGIN}/api/vtexid/refreshtoken/webstore`;

test.use({backends: {[ORIGIN]: {command: 'node fixtures/storefronts/orders/server.js'}}});

test('a shopper sees their orders, and nobody else’s', async ({storefront, page}) => {
  await storefront.signIn('ada');
  await storefront.open('/');
  await expect(page.getByRole('status')).toHaveText('Signed in as ada@example.com');
  const hers = await page.getByRole('listitem').allTextContents();
  await storefront.signIn('bea');
  await page.getByRole('button', {name: 'Reload'}).click();
  await expect(page.getByRole('status')).toHaveText('Signed in as ada@example.com'); // the session of this page is read once
  await page.reload();
  await expect(page.getByRole('status')).toHaveText('Signed in as bea@engines.example');
  const theirs = await page.getByRole('listitem').allTextContents();
  expect([hers.length, theirs.length]).toEqual([3, 1]);
  for (const row of theirs) expect(hers).not.toContain(row);
  await expect(storefront.requests).toHaveRequest(ORDERS, {
    status: 200,
    token: {sub: 'bea@engines.example', audience: 'webstore'},
  });
});

test('a login through the page ends with the cookies that VTEX ID sets', async ({
  storefront,
  page,
  simulation,
  context,
}) => {
  await storefront.open('/');
  await expect(page.getByRole('status')).toHaveText('Sign in to see your orders');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByRole('button', {name: 'Send access key'}).click();
  await page.getByLabel('Access key').fill('000000x');
  await page.getByRole('button', {name: 'Sign in'}).click();
  await expect(page.getByRole('status')).toHaveText('That did not work (WrongCredentials)');
  await page.getByLabel('Access key').fill(simulation.vtex.accessKeyOf('ada@example.com'));
  await page.getByRole('button', {name: 'Sign in'}).click();
  await expect(page.getByRole('listitem')).toHaveCount(3);
  const {id} = storefront.account;
  const byName = new Map((await context.cookies()).map((cookie) => [cookie.name, cookie]));

  for (const name of ['VtexIdclientAutCookie_acme', `VtexIdclientAutCookie_${id}`]) {
    expect(byName.get(name)).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'None',
      path: '/',
      domain: '.acme.myvtex.com',
    });
  }

  expect(byName.get('vid_rt')).toMatchObject({
    httpOnly: true,
    secure: true,
    sameSite: 'Strict',
    path: '/api/vtexid/refreshtoken/webstore',
  });

  expect(byName.has('_vss')).toBe(false);
  expect(await page.evaluate('document.cookie')).not.toContain('VtexIdclientAutCookie');
});

test('loginAs gives the browser the very cookies of a login through the page', async ({
  storefront,
  context,
}) => {
  const {cookies} = await storefront.signIn('ada');
  const held = (await context.cookies()).toSorted((a, b) => a.name.localeCompare(b.name));

  expect(held.map(({name, value}) => [name, value])).toEqual(
    cookies.map(({name, value}) => [name, value]).toSorted(([a = ''], [b = '']) => a.localeCompare(b)),
  );

  for (const {httpOnly, secure, domain} of held)
    expect([httpOnly, secure, domain]).toEqual([true, true, '.acme.myvtex.com']);
});

test('life-vtex-24h and life-vtex-24h-over: a second before its day is over the cookie is there, a second after it is gone and a refresh brings a new one', async ({
  storefront,
  page,
  context,
}) => {
  await storefront.clock.freeze('2026-11-20T12:00:00Z');
  await storefront.signIn('ada');
  await storefront.open('/');
  await expect(page.getByRole('listitem')).toHaveCount(3);
  const before = await refreshTokenOf(context);

  await storefront.clock.advance('23h59m59s');
  await reload(page);
  await expect(storefront.requests).not.toHaveRequest(REFRESH);

  await storefront.clock.advance('2s');
  expect((await context.cookies()).map(({name}) => name)).toEqual(['vid_rt']);
  await page.getByRole('button', {name: 'Reload'}).click();
  await expect(storefront.requests).toHaveRequest(REFRESH, {status: 200});
  const asked = (): typeof storefront.requests.all =>
    storefront.requests.all.filter(({url}) => url === ORDERS).slice(-2);
  await expect.poll(() => asked().map(({status}) => status)).toEqual([401, 200]);
  await expect(page.getByRole('listitem')).toHaveCount(3);
  const answered = asked().at(-1);
  expect(answered?.token).toMatchObject({iat: storefront.clock.now() / 1000});

  const after = await refreshTokenOf(context);
  expect(after).not.toBe(before);

  await context.addCookies([
    {
      name: 'vid_rt',
      value: before,
      domain: '.acme.myvtex.com',
      path: '/api/vtexid/refreshtoken/webstore',
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
    },
  ]);

  expect(await refreshIn(page)).toMatchObject({status: 'InvalidToken'});
});

test('expire lets the tokens of the browser grow old', async ({storefront, page, context}) => {
  await storefront.signIn('ada');
  await storefront.open('/');
  await expect(page.getByRole('listitem')).toHaveCount(3);
  await storefront.expire();
  expect((await context.cookies()).map(({name}) => name)).toEqual(['vid_rt']);
  await page.getByRole('button', {name: 'Reload'}).click();
  await expect(storefront.requests).toHaveRequest(REFRESH, {status: 200});
});

test('a revoked session is over, refresh and all, though the browser still has its cookies', async ({
  storefront,
  page,
  context,
}) => {
  await storefront.signIn('ada');
  await storefront.open('/');
  await expect(page.getByRole('listitem')).toHaveCount(3);
  await storefront.revoke();
  expect(await context.cookies()).toHaveLength(3);
  await page.getByRole('button', {name: 'Reload'}).click();
  await expect(page.getByRole('status')).toHaveText('Sign in to see your orders');
  expect(storefront.requests.last(ORDERS)?.problem).toMatchObject({
    cause: expect.stringContaining('was revoked'),
    turn: 'extension',
  });
});

test('a token in a header and a cookie is refused, and the log says that it came twice', async ({
  storefront,
  page,
}) => {
  const {token} = await storefront.signIn('ada');
  await storefront.open('/');
  const status = await page.evaluate(
    async ([url = '', VtexIdclientAutCookie = '']) => {
      const body = JSON.stringify({token: VtexIdclientAutCookie});
      return (await fetch(url, {method: 'POST', headers: {VtexIdclientAutCookie}, body})).status;
    },
    [VALIDATION, token],
  );

  expect(status).toBe(401);
  expect(storefront.requests.last(VALIDATION)?.problem).toEqual({
    headline: `401 from ${VALIDATION}`,
    cause: 'the token was sent twice, in a header and in a cookie',
    turn: 'extension',
    fix: 'VTEX refuses both together: send the token in one of them.',
  });
});

test('a page finds a session identified, and not authenticated, after the shopper signed out', async ({
  storefront,
  page,
}) => {
  await storefront.signIn('ada');
  await storefront.open('/');
  const change = (): Promise<unknown> =>
    page.evaluate(async () => {
      const response = await fetch('/api/sessions?items=*', {method: 'POST', body: '{}'});
      const {namespaces} = (await response.json()) as {namespaces: Record<string, unknown>};
      return {profile: namespaces['profile'], authentication: namespaces['authentication']};
    });

  expect(await change()).toMatchObject({
    profile: {isAuthenticated: {value: 'true'}},
    authentication: {storeUserEmail: {value: 'ada@example.com'}},
  });

  await page.evaluate(() => fetch('/api/vtexid/pub/logout?scope=acme'));
  expect(await change()).toEqual({
    profile: expect.objectContaining({
      isAuthenticated: {value: 'false'},
      email: {value: 'ada@example.com'},
    }),
    authentication: undefined,
  });
});

test('the browser gets the cookie that shows the data of an order form, and other requests get it masked', async ({
  storefront,
  page,
  simulation,
}) => {
  await storefront.open('/');
  const [own, path] = await page.evaluate(async () => {
    const forms = '/api/checkout/pub/orderForm';
    const json = async (
      url: string,
      body?: object,
    ): Promise<{orderFormId: string; clientProfileData: object}> => {
      const init = {method: 'POST', body: JSON.stringify(body)};
      return (await fetch(url, body === undefined ? {} : init)).json() as never;
    };

    const {orderFormId} = await json(forms);
    const profile = {email: 'guest@example.com', firstName: 'Guest', lastName: 'Guestson'};
    await json(`${forms}/${orderFormId}/attachments/clientProfileData`, profile);
    return [(await json(forms)).clientProfileData, `${forms}/${orderFormId}`] as const;
  });

  expect(own).toEqual({email: 'guest@example.com', firstName: 'Guest', lastName: 'Guestson'});
  const [handler] = simulation.vtex.handlers;
  const {response} = (await handler?.run({
    request: new Request(`${ORIGIN}${path}`),
    requestId: 'without-cookies',
  })) ?? {response: undefined};
  expect(await response?.json()).toMatchObject({clientProfileData: {lastName: 'Gue*****'}});
});

test('logging out by the page and by the test both leave nobody signed in', async ({
  storefront,
  page,
  context,
}) => {
  await storefront.signIn('ada');
  await storefront.open('/');
  await page.getByRole('link', {name: 'Sign out'}).click();
  await expect(page.getByRole('status')).toHaveText('Sign in to see your orders');
  expect(await context.cookies()).toEqual([]);

  await storefront.signIn('ada');
  await storefront.signOut();
  expect(await context.cookies()).toEqual([]);
});

test('a token that a case made is refused, and the log names the case', async ({storefront, page}) => {
  await storefront.arm('exp-past-60');
  await storefront.signIn('ada');
  await storefront.open('/');
  await expect(storefront.requests).toHaveRequest(ORDERS, {status: 401, case: 'exp-past-60'});
  await expect(page.getByRole('listitem')).toHaveCount(3); // refreshed
});

test('a page knows account, workspace and session before its own code runs', async ({storefront, page}) => {
  await storefront.signIn('ada');
  await storefront.open('/');

  expect(await page.evaluate('__RUNTIME__')).toMatchObject({
    account: 'acme',
    workspace: 'master',
    rootPath: '',
    culture: {locale: 'en-US', currency: 'USD'},
  });

  const namespaces = await page.evaluate(
    '__RENDER_8_SESSION__.sessionPromise.then(({response}) => response.namespaces)',
  );

  expect(namespaces).toMatchObject({
    profile: {isAuthenticated: {value: 'true'}, email: {value: 'ada@example.com'}},
    account: {accountName: {value: 'acme'}},
    authentication: {storeUserEmail: {value: 'ada@example.com'}},
  });

  await storefront.signOut();
  await page.reload();
  expect(
    await page.evaluate(
      '__RENDER_8_SESSION__.sessionPromise.then(({response}) => response.namespaces.profile.isAuthenticated.value)',
    ),
  ).toBe('false');
});

test('a page’s own time and timers follow the clock', async ({storefront, page}) => {
  await storefront.use(http.get(`${ORIGIN}/_v/late`, () => HttpResponse.text('late')));
  await storefront.open('/');
  await page.evaluate(`setTimeout(() => fetch('/_v/late'), 23 * 3600 * 1000)`);
  await storefront.clock.advance('22h');
  expect(Math.abs(Number(await page.evaluate('Date.now()')) - storefront.clock.now())).toBeLessThan(5000);
  await expect(storefront.requests).not.toHaveRequest(`${ORIGIN}/_v/late`);
  await storefront.clock.advance('1h');
  await expect(storefront.requests).toHaveRequest(`${ORIGIN}/_v/late`, {status: 200});
  await storefront.clock.freeze('2030-01-01T00:00:00Z');
  expect(await page.evaluate('new Date().toISOString()')).toBe('2030-01-01T00:00:00.000Z');
  await page.reload();
  expect(await page.evaluate('new Date().toISOString()')).toBe('2030-01-01T00:00:00.000Z');
  await page.evaluate(`setTimeout(() => (document.title = 'an hour later'), 3600 * 1000)`);
  await storefront.clock.advance('59m');
  await expect(page).not.toHaveTitle('an hour later');
  await storefront.clock.advance('1m');
  await expect(page).toHaveTitle('an hour later');
  expect(await page.evaluate('new Date().toISOString()')).toBe('2030-01-01T01:00:00.000Z');
});

test('a cookie that a page’s script writes dies in simulated time', async ({storefront, page}) => {
  await storefront.clock.freeze('2030-01-01T00:00:00Z');
  await storefront.open('/');
  const written = await page.evaluate<string>(`
    document.cookie = 'dated=1; path=/; expires=' + new Date(Date.now() + 3600_000).toUTCString();
    document.cookie = 'aged=1; path=/; max-age=7200';
    document.cookie = 'gone=1; path=/; expires=' + new Date(Date.now() - 1000).toUTCString();
    document.cookie`);

  expect(written).toBe('dated=1; aged=1');
  const cookies = (): Promise<string> => page.evaluate('document.cookie');
  await storefront.clock.advance('59m');
  expect(await cookies()).toBe('dated=1; aged=1');
  await storefront.clock.advance('2m');
  expect(await cookies()).toBe('aged=1');
  await storefront.clock.advance('1h');
  expect(await cookies()).toBe('');
});

test('the admin opens to an admin, and not to a shopper', async ({storefront}) => {
  await storefront.signIn('grace');
  expect((await storefront.open('/admin'))?.status()).toBe(200);
  await storefront.signOut();
  await storefront.signIn('ada');
  expect((await storefront.open('/admin'))?.status()).toBe(403);
});

test('a store without a server, and nobody to expire, are told by name', async ({storefront}) => {
  await expect(storefront.open('/', {account: 'globex'})).rejects.toThrow(
    /is served by your own storefront, and backends has no https:\/\/globex\.myvtex\.com/,
  );
  await expect(storefront.open('/', {account: 'globx'})).rejects.toThrow(/Did you mean "globex"/);
  await expect(storefront.expire()).rejects.toThrow('Nobody is signed in to this store');
  await expect(storefront.signIn('ad')).rejects.toThrow('Did you mean "ada"');
});

async function refreshTokenOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).find(({name}) => name === 'vid_rt')?.value ?? '';
}

async function reload(page: Page): Promise<void> {
  // The page says so before, too.
  const answered = page.waitForResponse(ORDERS);
  await page.getByRole('button', {name: 'Reload'}).click();
  await answered;
  await expect(page.getByRole('status')).toHaveText('Signed in as ada@example.com');
}

function refreshIn(page: Page): Promise<unknown> {
  return page.evaluate(async () =>
    (await fetch('/api/vtexid/refreshtoken/webstore', {method: 'POST', body: '{}'})).json(),
  );
}
