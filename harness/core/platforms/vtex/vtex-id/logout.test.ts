import {expect} from '@playwright/test';
import {STORE, bodyOf, cookiesSetBy, test} from '../vtex.fixture.ts';
import {ACME_ID, REFRESH, signIn} from './login.fixture.ts';

test('logout ends the session, removes the cookies and redirects only within the store', async ({ask}) => {
  const cookie = cookiesSetBy(await signIn(ask));
  const out = (returnUrl: string): Promise<Response> =>
    ask(`${STORE}/api/vtexid/pub/logout?scope=acme&returnUrl=${encodeURIComponent(returnUrl)}`, {cookie});

  expect((await out('https://evil.example/')).status).toBe(200);
  expect((await out('//evil.example/')).headers.get('location')).toBeNull();
  const answer = await out('/goodbye');
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/goodbye']);
  const taken = answer.headers
    .getSetCookie()
    .map((each) => /^(\S+)=; expires=Thu, 01 Jan 1970/.exec(each)?.[1]);

  expect(taken).toEqual(['VtexIdclientAutCookie_acme', `VtexIdclientAutCookie_${ACME_ID}`, 'vid_rt']);
  expect((await ask(`${STORE}/api/oms/user/orders`, {cookie})).status).toBe(401);
  expect(await bodyOf(await ask(REFRESH, {cookie, json: {}}))).toMatchObject({status: 'InvalidToken'});
});
