import {expect} from '@playwright/test';
import {decodeJwt} from 'jose';
import {ACME, NOON, STORE, bodyOf, cookiesSetBy, test} from '../vtex.fixture.ts';

type Namespaces = Record<string, Record<string, {value: string}>>;

async function namespacesOf(response: Response): Promise<Namespaces> {
  return (await bodyOf(response))['namespaces'] as Namespaces;
}

test('a session shows the signed-in users, in strings', async ({ask, simulation}) => {
  const url = `${STORE}/api/sessions?items=*`;
  const nobody = await namespacesOf(await ask(url));

  expect(nobody['profile']).toEqual({isAuthenticated: {value: 'false'}});
  expect(nobody['account']).toEqual({
    id: {value: simulation.vtex.world.account.id},
    accountName: {value: 'acme'},
  });

  expect(nobody['store']).toEqual({
    channel: {value: '1'},
    countryCode: {value: 'USA'},
    cultureInfo: {value: 'en-US'},
    currencyCode: {value: 'USD'},
    currencySymbol: {value: '$'},
  });

  const [shopper, admin] = [
    await simulation.vtex.sessions.login('ada'),
    await simulation.vtex.sessions.login('grace'),
  ];

  const cookie = [...shopper.cookies, ...admin.cookies].map(({name, value}) => `${name}=${value}`).join('; ');
  const both = await namespacesOf(await ask(url, {cookie}));

  expect(both['profile']).toMatchObject({
    isAuthenticated: {value: 'true'},
    email: {value: 'ada@example.com'},
    firstName: {value: 'Ada'},
  });

  expect(both['authentication']).toEqual({
    storeUserId: {value: shopper.session.userId},
    storeUserEmail: {value: 'ada@example.com'},
    adminUserId: {value: admin.session.userId},
    adminUserEmail: {value: 'grace@example.com'},
  });

  expect(both['cookie']?.['VtexIdclientAutCookie_acme']).toEqual({value: shopper.token});
  simulation.clock.advance('25h');
  expect((await namespacesOf(await ask(url, {cookie})))['profile']).toEqual({
    isAuthenticated: {value: 'false'},
  });
});

test('answers only the requested items', async ({ask, simulation}) => {
  const {token} = await simulation.vtex.sessions.login('ada');
  const cookie = `VtexIdclientAutCookie_acme=${token}`;
  const items = async (wanted: string): Promise<Namespaces> =>
    namespacesOf(await ask(`${STORE}/api/sessions?items=${wanted}`, {cookie}));

  expect(await items('profile.email,account.accountName')).toEqual({
    profile: {email: {value: 'ada@example.com'}},
    account: {accountName: {value: 'acme'}},
  });

  expect(Object.keys(await items('store.*'))).toEqual(['store']);
  expect(await items('nothing.here')).toEqual({});
});

test('creates a session, changes it, and finds it by its cookie for eight days', async ({ask}) => {
  const made = await ask(`${STORE}/api/sessions`, {json: {public: {country: {value: 'FRA'}}}});
  expect(made.status).toBe(201);
  const {sessionToken, segmentToken} = (await bodyOf(made)) as {sessionToken: string; segmentToken: string};

  expect(decodeJwt(sessionToken)).toMatchObject({
    sub: 'session',
    account: 'session',
    iss: 'token-emitter',
    exp: NOON / 1000 + 691_200,
  });

  expect(JSON.parse(atob(segmentToken))).toMatchObject({
    channel: '1',
    currencyCode: 'USD',
    cultureInfo: 'en-US',
  });

  const cookie = cookiesSetBy(made);
  expect(cookie).toBe(`vtex_session=${sessionToken}; vtex_segment=${segmentToken}`);
  const changed = await ask(`${STORE}/api/sessions?items=public.*`, {
    method: 'PATCH',
    cookie,
    json: {public: {postalCode: {value: '1'}}},
  });

  expect(changed.status).toBe(200);
  const {id, namespaces} = await bodyOf(changed);
  expect(id).toBe(decodeJwt(sessionToken)['id']);
  expect(namespaces).toEqual({public: {country: {value: 'FRA'}, postalCode: {value: '1'}}});
  expect(
    (await bodyOf(await ask(`${ACME}/api/sessions?items=public.country`, {cookie})))['namespaces'],
  ).toEqual({
    public: {country: {value: 'FRA'}},
  });

  expect(await bodyOf(await ask(`${STORE}/api/segments`))).toMatchObject({
    channelPrivacy: 'public',
    countryCode: 'USA',
  });
});

test('a session keeps the users of its last change, for readers without their cookies', async ({
  ask,
  simulation,
}) => {
  const {cookies, session} = await simulation.vtex.sessions.login('ada');
  const signedIn = cookies.map(({name, value}) => `${name}=${value}`).join('; ');
  const held = cookiesSetBy(await ask(`${STORE}/api/sessions`, {json: {}, cookie: signedIn}));
  const isSignedIn = async (): Promise<unknown> =>
    (await namespacesOf(await ask(`${STORE}/api/sessions?items=profile.*`, {cookie: held})))['profile']?.[
      'isAuthenticated'
    ]?.value;

  expect(await isSignedIn()).toBe('true');
  await ask(`${STORE}/api/sessions`, {method: 'PATCH', json: {}, cookie: held});
  expect(await isSignedIn()).toBe('false');
  await ask(`${STORE}/api/sessions`, {method: 'PATCH', json: {}, cookie: `${held}; ${signedIn}`});
  expect(await isSignedIn()).toBe('true');
  simulation.vtex.sessions.revoke(session.sess);
  expect(await isSignedIn()).toBe('false');
});

test('a session with storeUserEmail is identified, and not authenticated', async ({ask}) => {
  const held = cookiesSetBy(await ask(`${STORE}/api/sessions`, {json: {}}));
  const changed = await ask(`${STORE}/api/sessions?items=*`, {
    method: 'PATCH',
    cookie: held,
    json: {public: {storeUserEmail: {value: 'ada@example.com'}}},
  });

  const {profile, authentication} = await namespacesOf(changed);
  expect(profile).toEqual({
    isAuthenticated: {value: 'false'},
    id: {value: expect.stringMatching(/^[\da-f-]{36}$/)},
    email: {value: 'ada@example.com'},
  });

  expect(authentication).toBeUndefined();
});

test('a shopper who signs out stays identified in the session', async ({ask, simulation}) => {
  const {cookies} = await simulation.vtex.sessions.login('ada');
  const signedIn = cookies.map(({name, value}) => `${name}=${value}`).join('; ');
  const held = cookiesSetBy(await ask(`${STORE}/api/sessions`, {json: {}, cookie: signedIn}));

  const out = await ask(`${STORE}/api/sessions?items=*`, {method: 'PATCH', json: {}, cookie: held});
  const {profile, authentication} = await namespacesOf(out);

  expect(profile).toMatchObject({
    isAuthenticated: {value: 'false'},
    email: {value: 'ada@example.com'},
    firstName: {value: 'Ada'},
  });

  expect(authentication).toBeUndefined();
});

test.describe('if sessions without a token are anonymous', () => {
  test.use({vtex: {assume: {sessionWithoutToken: 'anonymous'}}});

  test('storeUserEmail names nobody', async ({ask}) => {
    const answer = await ask(`${STORE}/api/sessions?items=profile.*`, {
      json: {public: {storeUserEmail: {value: 'ada@example.com'}}},
    });

    expect((await namespacesOf(answer))['profile']).toEqual({isAuthenticated: {value: 'false'}});
  });
});
