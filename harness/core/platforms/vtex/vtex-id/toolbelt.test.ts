import {expect} from '@playwright/test';
import {decodeJwt} from 'jose';
import {VTEX_TEST_PASSWORD} from '../logins.ts';
import {ACME, STORE, bodyOf, cookiesSetBy, test} from '../vtex.fixture.ts';
import type {Ask} from '../vtex.fixture.ts';

const OTHER = 'https://globex.myvtex.com';
const LOGIN_PAGE = '/_v/segment/admin-login/v1/login';
const SECRET = 'a-secret-of-the-command-line';

test('the command line signs in: start, browser, loopback, validate', async ({ask}) => {
  const secret = 'a-secret-of-the-command-line';
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  const loopbackUrl = 'http://127.0.0.1:3000/login_callback';
  const started = await ask(`${STORE}/api/vtexid/toolbelt/start`, {
    form: {secretHash: Buffer.from(hash).toString('base64'), loopbackUrl},
  });

  const state = await started.text();
  const callback = `/api/vtexid/toolbelt/callback?state=${state}`;
  const toLogin = await ask(`${STORE}${callback}`);
  expect(toLogin.status).toBe(302);
  const page = `${STORE}/_v/segment/admin-login/v1/login?returnUrl=${callback}`;
  expect(await (await ask(page)).text()).toContain('Grace Hopper');
  const signedIn = await ask(page, {form: {admin: 'grace'}});
  expect(signedIn.headers.get('location')).toBe(callback);
  const back = await ask(`${STORE}${callback}`, {cookie: cookiesSetBy(signedIn)});
  const location = new URL(back.headers.get('location') ?? '');
  expect(location.href).toContain(loopbackUrl);
  const ott = location.searchParams.get('ott') ?? '';
  const validate = (form: Record<string, string>): Promise<Response> =>
    ask(`${STORE}/api/vtexid/toolbelt/validate`, {form});

  expect((await validate({state, secret: 'guessed', ott})).status).toBe(401);
  expect((await validate({state, secret, ott: 'guessed'})).status).toBe(401);
  const {token, refresh_token} = await bodyOf(await validate({state, secret, ott}));
  expect(decodeJwt(String(token))).toMatchObject({sub: 'grace@example.com', audience: 'admin'});
  expect(refresh_token).toMatch(/^[\da-f]{64}$/);
  expect((await validate({state, secret, ott})).status).toBe(401);
});

test('the toolbelt sends a browser only to a loopback address', async ({ask}) => {
  const form = {secretHash: 'x', loopbackUrl: 'https://evil.example/login_callback'};
  expect((await ask(`${STORE}/api/vtexid/toolbelt/start`, {form})).status).toBe(400);
});

/** Signs in from the command line up to the browser's return, and returns the fields for `validate`. */
async function cameBack(
  ask: Ask,
  origin: string,
  admin: string,
): Promise<{status: number; form: Record<string, string>}> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(SECRET));
  const started = await ask(`${origin}/api/vtexid/toolbelt/start`, {
    form: {
      secretHash: Buffer.from(hash).toString('base64'),
      loopbackUrl: 'http://127.0.0.1:3000/login_callback',
    },
  });

  const state = await started.text();
  const signedIn = await ask(`${origin}${LOGIN_PAGE}`, {form: {admin}});
  const back = await ask(`${origin}/api/vtexid/toolbelt/callback?state=${state}`, {
    cookie: cookiesSetBy(signedIn),
  });

  const ott = new URL(back.headers.get('location') ?? 'none:', origin).searchParams.get('ott') ?? '';
  return {status: signedIn.status, form: {state, secret: SECRET, ott}};
}

test('a login of the command line gives one token, only at the account where it started', async ({ask}) => {
  const {form} = await cameBack(ask, STORE, 'grace');
  expect((await ask(`${OTHER}/api/vtexid/toolbelt/validate`, {form})).status).toBe(401);
  const answers = await Promise.all([1, 2].map(() => ask(`${STORE}/api/vtexid/toolbelt/validate`, {form})));
  expect(answers.map(({status}) => status)).toEqual(expect.arrayContaining([200, 401]));
});

test('an admin signs in at an account without a role, and may do nothing there', async ({ask}) => {
  const {form} = await cameBack(ask, OTHER, 'mary');
  const {token} = await bodyOf(await ask(`${OTHER}/api/vtexid/toolbelt/validate`, {form}));
  expect(decodeJwt(String(token))).toMatchObject({sub: 'mary@example.com', account: 'globex'});
  expect((await ask(`${OTHER}/api/oms/pvt/orders`, {token: String(token)})).status).toBe(403);
  expect((await ask(`${ACME}/api/oms/pvt/orders`, {token: String(token)})).status).toBe(200);
});

test.describe('if admins without a role are refused', () => {
  test.use({vtex: {assume: {adminWithoutRole: 'refuse'}}});

  test('an admin signs in neither on the page nor by password, and gets no token for the command line', async ({
    ask,
    simulation,
  }) => {
    const signIn = async (origin: string, login: string): Promise<unknown> => {
      const cookie = cookiesSetBy(await ask(`${origin}/api/vtexid/pub/authentication/start?scope=`));
      const form = {login, password: VTEX_TEST_PASSWORD};
      return (
        await bodyOf(await ask(`${origin}/api/vtexid/pub/authentication/classic/validate`, {cookie, form}))
      )['authStatus'];
    };

    expect(await signIn(STORE, 'mary@example.com')).toBe('Success');
    expect(await signIn(OTHER, 'mary@example.com')).toBe('InvalidEmail');
    const {status, form} = await cameBack(ask, OTHER, 'mary');
    expect(status).toBe(403);
    expect((await ask(`${OTHER}/api/vtexid/toolbelt/validate`, {form})).status).toBe(401);
    // The token of an account where they have a role does not help.
    const token = await simulation.mint('vtex-admin', {admin: 'mary'});
    const callback = await ask(`${OTHER}/api/vtexid/toolbelt/callback?state=${form['state']}`, {token});

    expect([callback.status, await callback.text()]).toEqual([
      403,
      'mary@example.com has no role in globex.',
    ]);

    expect((await cameBack(ask, OTHER, 'joan')).status).toBe(302);
  });
});
