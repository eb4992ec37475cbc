import {expect, test} from '@playwright/test';
import {getResponse} from 'msw';
import {PAGE_SECRET_HEADER} from '../../../../wire/control.ts';
import {STAFF} from '../../../world/staff.ts';
import type {StaffMember} from '../../../world/staff.ts';
import {Ids} from '../../../world/ids.ts';
import {AppInstallation} from '../app-authorization/app-installation.ts';
import {AppTokens} from '../app-authorization/app-tokens.ts';
import {adminApi, answerDirectly} from './admin-api.ts';
import type {AdminApiFault} from './admin-api-fault.ts';
import {adminDeps} from './admin-deps.fixture.ts';
import type {AdminDepsFixture} from './admin-deps.fixture.ts';

const SHOP = 'https://acme.myshopify.com/';
const WHO = '{ currentStaffMember { name } }';
const ADMIN = 'https://admin.shopify.com';

/** Makes deps with the real store of tokens, which knows what a staff member may do. */
function withTokens(scopes: readonly string[], fault?: AdminApiFault): AdminDepsFixture {
  const deps = adminDeps({app: {scopes}});
  const {app, now} = deps;
  const installation = new AppInstallation(app);
  const tokens = new AppTokens({app, ids: new Ids({seed: 1, scope: 'direct'}), now, installation});
  const nextFault = async () => (fault === undefined ? null : {case: 'a case', fault});
  return {...deps, installation, tokens, nextFault};
}

async function ask(
  staff: StaffMember | null,
  {deps = withTokens(['read_users']), path = 'admin/api/graphql.json', method = 'POST'} = {},
): Promise<{status: number; headers: Headers; body: unknown}> {
  const request = new Request(SHOP + path, {
    method,
    headers: {'content-type': 'application/json'},
    ...(method === 'GET' ? {} : {body: JSON.stringify({query: WHO})}),
  });
  const answer = await answerDirectly(request, staff, deps);
  return {status: answer.status, headers: answer.headers, body: await answer.json()};
}

test('asks as the staff member, in the oldest version without one', async () => {
  const {status, headers, body} = await ask(STAFF.grace);
  expect([status, headers.get('x-shopify-api-version')]).toEqual([200, '2025-10']);
  expect(body).toMatchObject({data: {currentStaffMember: {name: 'Grace Hopper'}}});
});

test('the permissions of the staff member limit the scopes of the app', async () => {
  const path = 'admin/api/2026-07/graphql.json';
  const {status, body} = await ask(STAFF.joan, {path});
  expect(status).toBe(200);
  expect(body).toMatchObject({errors: [{extensions: {code: 'ACCESS_DENIED'}}]});
});

test('the offline mode has all scopes of the app, and no staff member', async () => {
  const {body} = await ask(null);
  expect(body).toMatchObject({data: {currentStaffMember: null}});
});

const FAULTS = [
  ['token revoked', 401, {errors: expect.stringContaining('[API] Invalid API key')}],
  ['app uninstalled', 401, {errors: expect.stringContaining('[API] Invalid API key')}],
  ['no scope', 200, {errors: [{extensions: {code: 'ACCESS_DENIED'}}]}],
  ['throttled by cost', 200, {errors: [{extensions: {code: 'THROTTLED'}}]}],
  ['internal error', 500, {errors: [{extensions: {code: 'INTERNAL_SERVER_ERROR'}}]}],
] as const;

for (const [gives, status, body] of FAULTS) {
  test(`answers ${status} under the fault "${gives}"`, async () => {
    const answer = await ask(STAFF.grace, {deps: withTokens(['read_users'], {gives})});
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(body);
  });
}

for (const [path, method] of [
  ['admin/api/2026-07/products.json', 'GET'],
  ['admin/api/2026-07/products.json', 'POST'],
  ['admin/api/2026-07/graphql.json', 'GET'],
] as const) {
  test(`answers 404 to ${method} ${path}`, async () => {
    const {status, body} = await ask(STAFF.grace, {path, method});
    expect([status, body]).toEqual([404, {errors: 'Not Found'}]);
  });
}

/** Sends a request of a host page, which holds a secret instead of an access token. */
async function fromPage(init: RequestInit, secret = 'page-secret'): Promise<Response> {
  const headers = {origin: ADMIN, 'content-type': 'application/json', [PAGE_SECRET_HEADER]: secret};
  const request = new Request(`${SHOP}admin/api/2026-07/graphql.json`, {headers, ...init});
  const pages = {
    knowsPage: (given: string | null) => given === 'page-secret',
    directStaff: () => STAFF.grace,
  };
  const answer = await getResponse([...adminApi(withTokens(['read_users']), pages)], request);
  if (answer === undefined) throw new Error('Nothing answers.');
  return answer;
}

test('a host page asks without an access token, and can read the answer', async () => {
  const answer = await fromPage({method: 'POST', body: JSON.stringify({query: WHO})});
  expect(answer.headers.get('access-control-allow-origin')).toBe(ADMIN);
  expect(await answer.json()).toMatchObject({data: {currentStaffMember: {name: 'Grace Hopper'}}});
});

test('a page of another simulation needs an access token', async () => {
  const answer = await fromPage({method: 'POST', body: JSON.stringify({query: WHO})}, 'another-secret');
  expect(answer.status).toBe(401);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test('the preflight of a host page is answered, and that of any other page is not', async () => {
  const headers = {origin: ADMIN, 'access-control-request-method': 'POST'};
  const asked = {...headers, 'access-control-request-headers': `content-type,${PAGE_SECRET_HEADER}`};
  const answers = [
    await fromPage({method: 'OPTIONS', headers: asked}),
    await fromPage({method: 'OPTIONS', headers}),
  ];
  expect(answers.map(({status}) => status)).toEqual([204, 401]);
});
