import {expect} from '@playwright/test';
import {STORE, bodyOf, cookiesSetBy, test} from '../vtex.fixture.ts';
import {ACME_ID, REFRESH, signIn} from './login.fixture.ts';

test('a refresh issues a new token and ends the old vid_rt', async ({ask, simulation}) => {
  const first = cookiesSetBy(await signIn(ask));
  simulation.clock.advance('25h');
  expect((await ask(`${STORE}/api/oms/user/orders`, {cookie: first})).status).toBe(401);
  const answer = await ask(REFRESH, {cookie: first, json: {fingerprint: null}});
  expect(await bodyOf(answer)).toEqual({
    status: 'Success',
    userId: '5a09e600-0000-4000-8000-000000007001',
    refreshAfter: '2026-11-22T13:00:00+00:00',
  });

  const second = cookiesSetBy(answer);
  expect(second.split('; ').map((pair) => pair.split('=')[0])).toEqual([
    'VtexIdclientAutCookie_acme',
    `VtexIdclientAutCookie_${ACME_ID}`,
    'vid_rt',
  ]);

  expect((await ask(`${STORE}/api/oms/user/orders`, {cookie: second})).status).toBe(200);
  const again = await ask(REFRESH, {cookie: first, json: {}});
  expect([again.status, (await bodyOf(again))['status'], again.headers.getSetCookie()]).toEqual([
    200,
    'InvalidToken',
    [],
  ]);

  expect(await bodyOf(await ask(REFRESH, {cookie: second, json: {}}))).toMatchObject({status: 'Success'});
});

test("a refresh requires the login's fingerprint, its audience, and a vid_rt that has not expired", async ({
  ask,
  simulation,
}) => {
  const cookie = cookiesSetBy(await signIn(ask, {query: 'scope=acme&fingerprint=device-1'}));
  const refresh = async (fingerprint: string | null, url = REFRESH): Promise<unknown> =>
    (await bodyOf(await ask(url, {cookie, json: {fingerprint}})))['status'];

  expect(await refresh('device-2')).toBe('InvalidSession');
  expect(await refresh(null)).toBe('InvalidSession');
  expect(await refresh('device-1', REFRESH.replace('webstore', 'admin'))).toBe('InvalidToken');
  simulation.clock.advance('8d');
  expect(await refresh('device-1')).toBe('InvalidToken');
  simulation.clock.advance('-8d');
  expect(await refresh('device-1')).toBe('Success');
});

test('an admin refreshes with only vid_rt', async ({ask}) => {
  const signedIn = cookiesSetBy(await signIn(ask, {query: 'scope=', login: 'grace@example.com'}));
  const vidRt = signedIn.split('; ').find((pair) => pair.startsWith('vid_rt')) ?? '';
  const answer = await ask(`${STORE}/api/vtexid/refreshtoken/admin`, {method: 'POST', cookie: vidRt});
  expect(await bodyOf(answer)).toEqual({status: 'Success', userId: null, refreshAfter: null});
  expect(cookiesSetBy(answer)).toMatch(/^VtexIdclientAutCookie=eyJ.*vid_rt=/);
});

test("a shopper's vid_rt refreshes only at the hosts of its own account", async ({ask, simulation}) => {
  const {refreshToken} = await simulation.vtex.sessions.login('ada');
  const refresh = async (host: string, query = ''): Promise<unknown[]> => {
    const url = `https://${host}/api/vtexid/refreshtoken/webstore${query}`;
    const answer = await ask(url, {cookie: `vid_rt=${refreshToken}`, json: {fingerprint: null}});
    return [answer.status, await bodyOf(answer), answer.headers.getSetCookie()];
  };

  const refused = [200, {status: 'InvalidScope', userId: null, refreshAfter: null}, []];

  expect(await refresh('globex.myvtex.com')).toEqual(refused);
  expect(await refresh('acme.myvtex.com', '?an=globex')).toEqual(refused);
  expect(await refresh('vtexid.vtex.com.br')).toEqual(refused);
  expect(await refresh('acm.myvtex.com')).toEqual(refused);
  // None of these requests used the token up.
  expect(await refresh('dev--acme.myvtex.com')).toEqual([
    200,
    expect.objectContaining({status: 'Success'}),
    expect.any(Array),
  ]);
});

test("an admin's vid_rt refreshes only at the hosts of its own account", async ({ask, simulation}) => {
  const {refreshToken} = await simulation.vtex.sessions.login('grace');
  const refresh = async (origin: string): Promise<unknown> =>
    (
      await bodyOf(
        await ask(`${origin}/api/vtexid/refreshtoken/admin`, {
          method: 'POST',
          cookie: `vid_rt=${refreshToken}`,
        }),
      )
    )['status'];

  expect(await refresh('https://globex.myvtex.com')).toBe('InvalidScope');
  expect(await refresh(STORE)).toBe('Success');
});

test.describe('if a refresh requires all cookies', () => {
  test.use({vtex: {assume: {refreshShows: 'all-cookies'}}});

  test("vid_rt requires the session's token in both cookies, even an expired one", async ({
    ask,
    simulation,
  }) => {
    const [ada, bea] = [
      await simulation.vtex.sessions.login('ada'),
      await simulation.vtex.sessions.login('bea'),
    ];

    simulation.clock.advance('25h');
    const refresh = async (
      ...tokens: readonly (readonly [name: string, token: string])[]
    ): Promise<unknown> => {
      const cookie = [...tokens, ['vid_rt', ada.refreshToken] as const]
        .map((pair) => pair.join('='))
        .join('; ');
      return (await bodyOf(await ask(REFRESH, {cookie, json: {}})))['status'];
    };

    const [name, id] = ['VtexIdclientAutCookie_acme', `VtexIdclientAutCookie_${ACME_ID}`];

    expect(await refresh()).toBe('InvalidToken');
    expect(await refresh([name, ada.token])).toBe('InvalidToken');
    expect(await refresh([name, bea.token], [id, ada.token])).toBe('InvalidToken');
    expect(await refresh([name, ada.token], [id, ada.token])).toBe('Success');
  });

  test('an admin still refreshes with only vid_rt', async ({ask, simulation}) => {
    const {refreshToken} = await simulation.vtex.sessions.login('grace');
    const answer = await ask(`${STORE}/api/vtexid/refreshtoken/admin`, {
      method: 'POST',
      cookie: `vid_rt=${refreshToken}`,
    });
    expect(await bodyOf(answer)).toMatchObject({status: 'Success'});
  });
});
