import {expect} from '@playwright/test';
import {decodeJwt} from 'jose';
import {vtexIoRequest} from './io-request.ts';
import {STORE, bodyOf, test} from './vtex.fixture.ts';

const URL_OF_SERVICE = 'http://127.0.0.1:3000/_v/private/orders';

test("sends a private route the app's token, account and workspace in headers, and the browser's cookies", async ({
  ask,
  simulation,
}) => {
  const request = await vtexIoRequest(simulation, URL_OF_SERVICE, {
    shopper: 'ada',
    admin: 'grace',
    workspace: 'dev',
    method: 'POST',
    body: '{}',
  });

  expect([request.method, request.url, await request.text()]).toEqual(['POST', URL_OF_SERVICE, '{}']);
  expect(Object.fromEntries(request.headers)).toMatchObject({
    'x-vtex-account': 'acme',
    'x-vtex-workspace': 'dev',
    'x-forwarded-host': 'dev--acme.myvtex.com',
  });

  expect(decodeJwt(request.headers.get('x-vtex-credential') ?? '')).toMatchObject({
    sub: 'vtexappkey-acme-ORDERS',
  });

  const cookies = new Map(
    (request.headers.get('cookie') ?? '').split('; ').map((pair) => pair.split('=') as [string, string]),
  );

  expect([...cookies.keys()]).toEqual([
    'VtexIdclientAutCookie_acme',
    `VtexIdclientAutCookie_${simulation.vtex.world.account.id}`,
    'VtexIdclientAutCookie',
    'vtex_session',
    'vtex_segment',
  ]);

  // A service asks VTEX whose tokens they are.
  for (const [name, user] of [
    ['VtexIdclientAutCookie_acme', 'ada@example.com'],
    ['VtexIdclientAutCookie', 'grace@example.com'],
  ] as const) {
    const json = {token: cookies.get(name)};
    expect(
      await bodyOf(await ask('http://vtexid.vtex.com.br/api/vtexid/credential/validate?an=acme', {json})),
    ).toMatchObject({user});
  }
});

test('a service reads the user from the session, and currency and culture from the segment', async ({
  ask,
  simulation,
}) => {
  const {headers} = await vtexIoRequest(simulation, URL_OF_SERVICE, {shopper: 'ada', account: 'globex'});
  const cookie = `vtex_session=${headers.get('x-vtex-session')}`;

  const read = async (): Promise<unknown> =>
    (
      await bodyOf(
        await ask(
          'http://portal.vtexcommercestable.com.br/api/sessions?an=globex&items=profile.*,account.*',
          {cookie},
        ),
      )
    )['namespaces'];

  expect(await read()).toMatchObject({
    profile: {isAuthenticated: {value: 'true'}, email: {value: 'ada@example.com'}},
    account: {accountName: {value: 'globex'}},
  });

  expect(JSON.parse(atob(headers.get('x-vtex-segment') ?? ''))).toMatchObject({
    currencyCode: 'USD',
    cultureInfo: 'en-US',
  });

  simulation.clock.advance('25h');
  expect(await read()).toMatchObject({profile: {isAuthenticated: {value: 'false'}}});
});

test('sends a session even if no user is signed in', async ({ask, simulation}) => {
  const {headers} = await vtexIoRequest(simulation, URL_OF_SERVICE);
  const cookie = `vtex_session=${headers.get('x-vtex-session')}`;
  expect(headers.get('cookie')).toBe(`${cookie}; vtex_segment=${headers.get('x-vtex-segment')}`);
  const {namespaces} = await bodyOf(await ask(`${STORE}/api/sessions?items=profile.*`, {cookie}));
  expect(namespaces).toEqual({profile: {isAuthenticated: {value: 'false'}}});
});

test('sends the segment to a route below /_v/segment, and neither segment nor cookies to a public route', async ({
  simulation,
}) => {
  const shownTo = async (route: 'segment' | 'public'): Promise<(string | null)[]> => {
    const {headers} = await vtexIoRequest(simulation, URL_OF_SERVICE, {shopper: 'ada', route});
    return ['x-vtex-session', 'x-vtex-segment', 'cookie'].map((name) => headers.get(name));
  };

  const [session, segment, cookie] = await shownTo('segment');

  expect([session, cookie]).toEqual([null, `vtex_segment=${segment}`]);
  expect(await shownTo('public')).toEqual([null, null, null]);
});

test('refuses unknown users and accounts', async ({simulation}) => {
  await expect(vtexIoRequest(simulation, URL_OF_SERVICE, {shopper: 'adda'})).rejects.toThrow(
    'Did you mean "ada"?',
  );
  await expect(vtexIoRequest(simulation, URL_OF_SERVICE, {account: 'acm'})).rejects.toThrow(
    'Did you mean "acme"?',
  );
});
