import {expect} from '@playwright/test';
import {VTEX_TEST_PASSWORD} from './logins.ts';
import {ACME, STORE, bodyOf, cookiesSetBy, test} from './vtex.fixture.ts';
import type {Ask} from './vtex.fixture.ts';

const BASE = `${STORE}/api/vtexid/pub/authentication`;
const ADA = 'Ada@Example.COM';

async function begin(ask: Ask, query = 'scope=acme'): Promise<string> {
  return cookiesSetBy(await ask(`${BASE}/start?${query}`));
}

async function listed(response: Response): Promise<number> {
  return ((await bodyOf(response))['list'] as unknown[]).length;
}

test('signs a shopper in with a password, regardless of the case of their e-mail', async ({ask}) => {
  const answer = await ask(`${BASE}/classic/validate`, {
    cookie: await begin(ask),
    form: {login: ADA, password: VTEX_TEST_PASSWORD},
  });

  const cookie = cookiesSetBy(answer);

  expect(await listed(await ask(`${ACME}/api/oms/user/orders`, {cookie}))).toBe(3);
  expect(await bodyOf(await ask(`${STORE}/api/vtexid/user/info?scope=acme`, {cookie}))).toMatchObject({
    user: 'ada@example.com',
  });
});

test('signs a shopper in with an access key that was requested in another case', async ({
  ask,
  simulation,
}) => {
  const cookie = await begin(ask);
  await ask(`${BASE}/accesskey/send?email=${ADA}`, {method: 'POST', cookie});
  const accessKey = simulation.vtex.accessKeyOf('ADA@example.com');
  const answer = await ask(`${BASE}/accesskey/validate`, {
    cookie,
    form: {login: 'ada@example.com', accessKey},
  });

  expect(await bodyOf(answer)).toMatchObject({
    authStatus: 'Success',
    userId: '5a09e600-0000-4000-8000-000000007001',
  });
});

test('a new password is valid in every case of the e-mail, and ends all sessions', async ({
  ask,
  simulation,
}) => {
  const {token} = await simulation.vtex.sessions.login('ada');
  const form = {login: ADA, newPassword: 'Better-Secret-2', currentPassword: VTEX_TEST_PASSWORD};

  await ask(`${BASE}/classic/setpassword?expireSessions=true`, {cookie: await begin(ask), form});
  expect((await ask(`${ACME}/api/oms/user/orders`, {token})).status).toBe(401);

  for (const [password, status] of [
    [VTEX_TEST_PASSWORD, 400],
    ['Better-Secret-2', 200],
  ] as const) {
    const answer = await ask(`${BASE}/classic/validate`, {
      cookie: await begin(ask),
      form: {login: 'ada@example.com', password},
    });
    expect(answer.status).toBe(status);
  }
});

test('New@… and new@… sign in as one new shopper, stored in lower case', async ({ask}) => {
  const signedIn = async (login: string): Promise<unknown> => {
    const answer = await ask(`${BASE}/classic/validate`, {
      cookie: await begin(ask),
      form: {login, password: VTEX_TEST_PASSWORD},
    });
    return bodyOf(await ask(`${STORE}/api/vtexid/user/info?scope=acme`, {cookie: cookiesSetBy(answer)}));
  };

  const first = await signedIn('New@Example.com');

  expect(first).toMatchObject({user: 'new@example.com'});
  expect(await signedIn('new@example.com')).toEqual(first);
});

test('finds an admin in logins and License Manager, regardless of case', async ({ask, simulation}) => {
  const form = {login: 'Grace@Example.com', password: VTEX_TEST_PASSWORD};
  const answer = await ask(`${BASE}/classic/validate`, {cookie: await begin(ask, 'scope='), form});
  expect((await ask(`${STORE}/admin`, {cookie: cookiesSetBy(answer)})).status).toBe(200);
  const token = await simulation.mint('vtex-admin');
  expect(
    await (await ask(`${ACME}/api/license-manager/users/Grace@Example.com/roles`, {token})).json(),
  ).toHaveLength(1);

  expect((await simulation.vtex.sessions.login('Mary@Example.com')).session.user).toBe('mary@example.com');
});

test('finds a shopper for operators and VTEX ID, regardless of case', async ({ask, simulation}) => {
  const token = await simulation.mint('vtex-admin');
  expect(await listed(await ask(`${ACME}/api/oms/user/orders?clientEmail=${ADA}`, {token}))).toBe(3);
  expect((await ask(`${ACME}/api/oms/user/orders/1172452901001-01?clientEmail=${ADA}`, {token})).status).toBe(
    200,
  );

  expect(await (await ask(`${ACME}/api/vtexid/pvt/user/id?usuario=${ADA}`, {token})).json()).toBe(
    '5a09e600-0000-4000-8000-000000007001',
  );
});

test('a token with the e-mail in another case belongs to its shopper', async ({ask, simulation}) => {
  const token = await simulation.mint('vtex-shopper', {claims: {sub: ADA}});
  expect(await listed(await ask(`${ACME}/api/oms/user/orders`, {token}))).toBe(3);
  expect(await bodyOf(await ask(`${ACME}/api/checkout/pub/orderForm`, {token}))).toMatchObject({
    clientProfileData: {firstName: 'Ada'},
  });
});
