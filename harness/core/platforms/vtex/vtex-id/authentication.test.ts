import {expect} from '@playwright/test';
import {decodeJwt} from 'jose';
import {VTEX_TEST_PASSWORD} from '../logins.ts';
import {STORE, bodyOf, cookiesSetBy, test} from '../vtex.fixture.ts';
import {ACME_ID, AUTHENTICATION, signIn, start} from './login.fixture.ts';

test('S1: a login issues a JWT and sets it in the cookies of its audience', async ({ask}) => {
  const shopper = await signIn(ask);
  const {authCookie, accountAuthCookie, ...rest} = (await bodyOf(shopper)) as Record<
    string,
    {Name: string; Value: string}
  >;

  expect(authCookie?.Name).toBe('VtexIdclientAutCookie_acme');
  expect(accountAuthCookie).toEqual({Name: `VtexIdclientAutCookie_${ACME_ID}`, Value: authCookie?.Value});
  expect(decodeJwt(authCookie?.Value ?? '')).toMatchObject({
    sub: 'ada@example.com',
    audience: 'webstore',
    account: 'acme',
  });

  expect(rest).toEqual({
    authStatus: 'Success',
    promptMFA: false,
    lastAttemptAvailable: null,
    clientToken: null,
    expiresIn: 86_399,
    userId: '5a09e600-0000-4000-8000-000000007001',
    phoneNumber: null,
    scope: null,
  });

  const tomorrow = 'Sat, 21 Nov 2026 12:00:00 GMT';
  const attributes = `expires=${tomorrow}; domain=acme.myvtex.com; path=/; secure; samesite=none; httponly`;
  const [first, second, refresh, transaction] = shopper.headers.getSetCookie();

  expect(first).toBe(`VtexIdclientAutCookie_acme=${authCookie?.Value}; ${attributes}`);
  expect(second).toBe(`VtexIdclientAutCookie_${ACME_ID}=${authCookie?.Value}; ${attributes}`);
  expect(refresh).toMatch(
    /^vid_rt=[\da-f]{64}; expires=Fri, 27 Nov 2026 12:00:00 GMT; domain=acme\.myvtex\.com; path=\/api\/vtexid\/refreshtoken\/webstore; secure; samesite=strict; httponly$/,
  );

  expect(transaction).toMatch(/^_vss=; expires=Thu, 01 Jan 1970/);

  const admin = await signIn(ask, {query: 'scope=&accountName=acme', login: 'grace@example.com'});
  const [only, adminRefresh] = admin.headers.getSetCookie();

  expect(only).toMatch(/^VtexIdclientAutCookie=eyJ/);
  expect(adminRefresh).toContain('path=/api/vtexid/refreshtoken/admin');
  expect(decodeJwt(/=(.*?);/.exec(only ?? '')?.[1] ?? '')).toMatchObject({
    sub: 'grace@example.com',
    audience: 'admin',
  });
});

test('an access key signs in once, only in the login in which it was sent', async ({ask, simulation}) => {
  const [mine, other] = [await start(ask), await start(ask)];
  expect(
    (await ask(`${AUTHENTICATION}/accesskey/send?email=nobody`, {method: 'POST', cookie: mine.cookie}))
      .status,
  ).toBe(400);

  expect((await ask(`${AUTHENTICATION}/accesskey/send?email=new@example.com`, {method: 'POST'})).status).toBe(
    400,
  );
  expect(
    (
      await ask(`${AUTHENTICATION}/accesskey/send?email=new@example.com`, {
        method: 'POST',
        cookie: mine.cookie,
      })
    ).status,
  ).toBe(200);

  const accessKey = simulation.vtex.accessKeyOf('new@example.com');
  expect(accessKey).toMatch(/^\d{6}$/);

  const validate = async (cookie: string, key: string): Promise<unknown[]> => {
    const answer = await ask(`${AUTHENTICATION}/accesskey/validate`, {
      cookie,
      form: {login: 'new@example.com', accessKey: key},
    });
    return [answer.status, (await bodyOf(answer))['authStatus']];
  };

  expect(await validate(mine.cookie, '000')).toEqual([400, 'WrongCredentials']);
  expect(await validate(other.cookie, accessKey)).toEqual([400, 'WrongCredentials']);
  expect(await validate(mine.cookie, accessKey)).toEqual([200, 'Success']);
  expect(await validate(mine.cookie, accessKey)).toEqual([400, 'InvalidToken']);
});

test('clients without cookies send the authentication token as a field or in the query', async ({
  ask,
  simulation,
}) => {
  const {token} = await start(ask);
  await ask(`${AUTHENTICATION}/accesskey/send`, {
    form: {email: 'ada@example.com', authenticationToken: token},
  });
  const key = simulation.vtex.accessKeyOf('ada@example.com');
  const query = new URLSearchParams({login: 'ada@example.com', accesskey: key, authenticationToken: token});

  expect(
    await bodyOf(
      await ask(
        `https://vtexid.vtex.com.br/api/vtexid/pub/authentication/accesskey/validate?${query.toString()}`,
      ),
    ),
  ).toMatchObject({
    authStatus: 'Success',
  });
});

test('a started login expires after ten minutes', async ({ask, simulation}) => {
  const {cookie} = await start(ask);
  simulation.clock.advance('601s');
  const answer = await ask(`${AUTHENTICATION}/classic/validate`, {
    cookie,
    form: {login: 'ada@example.com', password: VTEX_TEST_PASSWORD},
  });

  expect(await bodyOf(answer)).toMatchObject({
    authStatus: 'InvalidToken',
    authCookie: null,
    expiresIn: 0,
    userId: null,
  });
});

for (const [what, form, authStatus] of [
  ['a wrong password', {login: 'ada@example.com', password: 'wrong'}, 'WrongCredentials'],
  ['no password', {login: 'ada@example.com'}, 'WrongCredentials'],
  ['no e-mail', {login: 'ada', password: VTEX_TEST_PASSWORD}, 'InvalidEmail'],
] as const) {
  test(`${what} does not sign in`, async ({ask}) => {
    const {cookie} = await start(ask);
    const answer = await ask(`${AUTHENTICATION}/classic/validate`, {cookie, form});
    expect([answer.status, (await bodyOf(answer))['authStatus'], answer.headers.getSetCookie()]).toEqual([
      400,
      authStatus,
      [],
    ]);
  });
}

test('a shopper cannot sign in as an admin', async ({ask}) => {
  expect(await bodyOf(await signIn(ask, {query: 'scope='}))).toMatchObject({authStatus: 'InvalidEmail'});
});

test('startlogin stores the user, and a new password replaces the old one and ends sessions', async ({
  ask,
}) => {
  const before = cookiesSetBy(await signIn(ask));
  const begin = async (): Promise<string> =>
    cookiesSetBy(
      await ask(`${AUTHENTICATION}/startlogin`, {
        form: {accountName: 'acme', scope: 'acme', user: 'ada@example.com'},
      }),
    );

  const change = (cookie: string, newPassword: string): Promise<Response> =>
    ask(`${AUTHENTICATION}/classic/setpassword?expireSessions=true`, {
      cookie,
      form: {newPassword, currentPassword: VTEX_TEST_PASSWORD},
    });

  expect((await change(await begin(), 'weak')).status).toBe(400);
  expect((await change(await begin(), 'Better-Secret-2')).status).toBe(200);
  expect((await ask(`${STORE}/api/oms/user/orders`, {cookie: before})).status).toBe(401);
  expect(await bodyOf(await signIn(ask))).toMatchObject({authStatus: 'WrongCredentials'});
  const answer = await ask(`${AUTHENTICATION}/classic/validate`, {
    cookie: await begin(),
    form: {password: 'Better-Secret-2'},
  });

  expect(await bodyOf(answer)).toMatchObject({authStatus: 'Success'});
});
