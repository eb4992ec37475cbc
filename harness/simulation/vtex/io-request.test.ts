import {expect} from '@playwright/test';
import {decodeJwt} from 'jose';
import {vtexIoRequest} from '../../platforms/vtex/io-request.ts';
import {bodyOf, test} from './vtex.fixture.ts';

const URL_OF_SERVICE = 'http://127.0.0.1:3000/_v/private/orders';

test('a private route gets the app’s token, account and workspace in headers, and the browser’s cookies', async ({ask, simulation}) => {
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
  expect(decodeJwt(request.headers.get('x-vtex-credential') ?? '')).toMatchObject({sub: 'vtexappkey-acme-ORDERS'});
  const cookies = new Map((request.headers.get('cookie') ?? '').split('; ').map((pair) => pair.split('=') as [string, string]));
  expect([...cookies.keys()]).toEqual([
    'VtexIdclientAutCookie_acme',
    `VtexIdclientAutCookie_${simulation.vtex.world.account.id}`,
    'VtexIdclientAutCookie',
  ]);
  // What a service does with them: ask whose they are.
  for (const [name, user] of [
    ['VtexIdclientAutCookie_acme', 'ada@example.com'],
    ['VtexIdclientAutCookie', 'grace@example.com'],
  ] as const) {
    const json = {token: cookies.get(name)};
    expect(await bodyOf(await ask('http://vtexid.vtex.com.br/api/vtexid/credential/validate?an=acme', {json}))).toMatchObject({user});
  }
});

test('a public route gets no cookies', async ({simulation}) => {
  const request = await vtexIoRequest(simulation, URL_OF_SERVICE, {shopper: 'ada', route: 'public'});
  expect(request.headers.get('cookie')).toBeNull();
});

test('refuses people and accounts that are not there', async ({simulation}) => {
  await expect(vtexIoRequest(simulation, URL_OF_SERVICE, {shopper: 'adda'})).rejects.toThrow('Did you mean "ada"?');
  await expect(vtexIoRequest(simulation, URL_OF_SERVICE, {account: 'acm'})).rejects.toThrow('Did you mean "acme"?');
});
