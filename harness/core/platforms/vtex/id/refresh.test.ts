import {expect} from '@playwright/test';
import {STORE, bodyOf, test} from '../vtex.fixture.ts';

const ACME_ID = 'ac3e0000-0000-4000-8000-000000000001';
const REFRESH = `${STORE}/api/vtexid/refreshtoken/webstore`;

test('a vid_rt refreshes at the hosts of its own account alone', async ({ask, simulation}) => {
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
  // Nothing of it used the token up.
  expect(await refresh('dev--acme.myvtex.com')).toEqual([
    200,
    expect.objectContaining({status: 'Success'}),
    expect.any(Array),
  ]);
});

test('an admin’s vid_rt too', async ({ask, simulation}) => {
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

test.describe('where a refresh shows all cookies', () => {
  test.use({vtex: {assume: {refreshShows: 'all-cookies'}}});

  test('vid_rt needs beside it the session’s token under both names, be it expired', async ({
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

  test('an admin still refreshes with vid_rt alone', async ({ask, simulation}) => {
    const {refreshToken} = await simulation.vtex.sessions.login('grace');
    const answer = await ask(`${STORE}/api/vtexid/refreshtoken/admin`, {
      method: 'POST',
      cookie: `vid_rt=${refreshToken}`,
    });
    expect(await bodyOf(answer)).toMatchObject({status: 'Success'});
  });
});
