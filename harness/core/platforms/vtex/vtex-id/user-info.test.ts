import {expect} from '@playwright/test';
import {ACME, bodyOf, test} from '../vtex.fixture.ts';
import {ACME_ID, APP_KEY} from './login.fixture.ts';

test('pvt/user/info requires an app key, pvt/user/id a token', async ({ask, simulation}) => {
  const headers = {'X-VTEX-API-AppKey': APP_KEY.appkey, 'X-VTEX-API-AppToken': APP_KEY.apptoken};
  const token = await simulation.mint('vtex-admin');
  const info = `${ACME}/api/vtexid/pvt/user/info?user=ada@example.com`;

  expect(await bodyOf(await ask(info, {headers}))).toMatchObject({
    user: 'ada@example.com',
    accountName: 'acme',
    accountId: ACME_ID,
  });

  expect((await ask(info, {token})).status).toBe(401);
  const id = `${ACME}/api/vtexid/pvt/user/id?usuario=`;
  expect(await (await ask(`${id}ada@example.com`, {token})).json()).toBe(
    '5a09e600-0000-4000-8000-000000007001',
  );

  expect(await (await ask(`${id}eve@example.com`, {token})).json()).toBeNull();
  const refused = await ask(`${id}ada@example.com`, {headers});
  expect([refused.status, await refused.text()]).toEqual([401, 'Invalid or missing VtexIdclientAutCookie.']);
});
