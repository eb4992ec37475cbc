import {expect, test} from '@playwright/test';
import {getResponse} from 'msw';
import {STAFF} from '../../../world/staff.ts';
import {problemIn} from '../../problem.ts';
import {adminApi} from './admin-api.ts';
import {adminDeps} from './admin-deps.fixture.ts';
import type {AdminDepsFixture} from './admin-deps.fixture.ts';

const API = 'https://acme.myshopify.com/admin/api/2026-07/graphql.json';
const SHOP_NAME = '{ shop { name } }';

type Sent = Omit<RequestInit, 'headers'> & {readonly headers?: Readonly<Record<string, string>>};

/** Sends a request to the Admin API, with a live token unless `init` has other headers. */
async function send(deps: AdminDepsFixture, url: string, init: Sent = {}): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    'x-shopify-access-token': 'shpat_live',
    ...init.headers,
  };
  const request = new Request(url, {method: 'POST', ...init, headers});
  const pages = {knowsPage: () => false, directStaff: () => null};
  const answer = await getResponse([...adminApi(deps, pages)], request);
  if (answer === undefined) throw new Error(`Nothing answers ${url}.`);
  return answer;
}

function query(deps: AdminDepsFixture, text: string, token = 'shpat_live'): Promise<Response> {
  return send(deps, API, {body: JSON.stringify({query: text}), headers: {'x-shopify-access-token': token}});
}

test('answers a live token, with the cost and the version', async () => {
  const answer = await query(adminDeps(), SHOP_NAME);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('x-shopify-api-version')).toBe('2026-07');
  expect(answer.headers.get('x-shopify-api-deprecated-reason')).toBeNull();
  expect(await answer.json()).toEqual({
    data: {shop: {name: 'Acme Outfitters'}},
    extensions: {
      cost: {
        requestedQueryCost: 1,
        actualQueryCost: 1,
        throttleStatus: {maximumAvailable: 2000, currentlyAvailable: 1999, restoreRate: 100},
      },
    },
  });
});

const REFUSED = [
  ['without a token', '', 401],
  ['of another simulation', 'shpat_other', 401],
  ['that has expired', 'shpat_expired', 401],
  ['that was revoked', 'shpat_revoked', 401],
  ['that never expires, of an app that must use expiring ones', 'shpat_permanent', 403],
] as const;

for (const [name, token, status] of REFUSED) {
  test(`refuses a token ${name} with ${status}, and errors as a string`, async () => {
    const deps = adminDeps(
      {},
      {
        shpat_expired: {state: 'expired'},
        shpat_revoked: {state: 'revoked'},
        shpat_permanent: {isRefusedAsPermanent: true},
      },
    );
    const answer = await query(deps, SHOP_NAME, token);
    const {errors} = (await answer.json()) as {errors: string};

    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(problemIn(answer.headers)?.turn).toBe('backend');
    if (status === 401) {
      expect(errors).toBe('[API] Invalid API key or access token (unrecognized login or wrong password)');
      expect(answer.headers.get('www-authenticate')).toBe('Basic Realm="Shopify API Authentication"');
    } else {
      expect(errors).toMatch(/^\[API] Non-expiring access tokens are no longer accepted for the Admin API\./);
    }
  });
}

test('denies a field without its scope, and names the scope', async () => {
  const deps = adminDeps(
    {app: {scopes: ['read_products']}},
    {shpat_grace: {access: 'online', staff: STAFF.grace}},
  );
  const answer = await query(deps, '{ currentStaffMember { id } }', 'shpat_grace');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    data: {currentStaffMember: null},
    errors: [
      {
        message: 'Access denied for currentStaffMember field. Required access: `read_users` access scope.',
        path: ['currentStaffMember'],
        extensions: {code: 'ACCESS_DENIED', requiredAccess: '`read_users` access scope.'},
      },
    ],
  });
});

test('refuses a staff member without the permission with 403', async () => {
  const deps = adminDeps(
    {app: {scopes: ['read_users']}},
    {shpat_joan: {access: 'online', staff: STAFF.grace, scopes: []}},
  );
  const answer = await query(deps, '{ currentStaffMember { id } }', 'shpat_joan');
  expect(answer.status).toBe(403);
  expect(problemIn(answer.headers)?.cause).toContain('read_users');
});

test('throttles once the points are used up, until they come back', async () => {
  const deps = adminDeps();
  deps.records.bucket.take(2000);
  const throttled = (await (await query(deps, SHOP_NAME)).json()) as object;
  expect(throttled).toMatchObject({
    errors: [{message: 'Throttled', extensions: {code: 'THROTTLED'}}],
    extensions: {
      cost: {requestedQueryCost: 1, actualQueryCost: null, throttleStatus: {currentlyAvailable: 0}},
    },
  });

  deps.clock.now += 1000;
  const answered = (await (await query(deps, SHOP_NAME)).json()) as object;
  expect(answered).toMatchObject({data: {shop: {name: 'Acme Outfitters'}}});
});

test('refuses a query that costs more than 1000', async () => {
  const page = 'webhookSubscriptions(first: 250) { nodes { apiVersion { handle } } }';
  const text = `{ one: ${page} two: ${page} }`;
  const {errors} = (await (await query(adminDeps(), text)).json()) as {errors: {message: string}[]};
  expect(errors).toMatchObject([{extensions: {code: 'MAX_COST_EXCEEDED', cost: 1004, maxCost: 1000}}]);
});

test('answers an old version with the oldest that is supported', async () => {
  const body = JSON.stringify({query: SHOP_NAME});
  for (const path of ['2024-01/', '2026-05/', '']) {
    const url = `https://acme.myshopify.com/admin/api/${path}graphql.json`;
    const answer = await send(adminDeps(), url, {body});
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-shopify-api-version')).toBe('2025-10');
  }
});

test('reads application/graphql and forms, and no other type', async () => {
  const withType = (type: string, body: string): Promise<Response> =>
    send(adminDeps(), API, {body, headers: {'content-type': type}});

  expect(await (await withType('application/graphql', SHOP_NAME)).json()).toHaveProperty('data.shop.name');
  const form = new URLSearchParams({query: SHOP_NAME}).toString();
  expect(await (await withType('application/x-www-form-urlencoded', form)).json()).toHaveProperty('data');

  const plain = await withType('text/plain', JSON.stringify({query: SHOP_NAME}));
  expect(plain.status).toBe(400);
  expect(await plain.json()).toEqual({errors: {query: 'Required parameter missing or invalid'}});
});

test('states that a field is deprecated', async () => {
  const answer = await query(adminDeps(), '{ shop { plan { displayName } } }');
  expect(answer.headers.get('x-shopify-api-deprecated-reason')).toMatch(/^https:\/\/shopify\.dev\//);
});

test('refuses a field that is not simulated by its name, with what is', async () => {
  const {errors} = (await (await query(adminDeps(), '{ shop { nmae } }')).json()) as {
    errors: {message: string; extensions: object}[];
  };
  expect(errors[0]?.extensions).toMatchObject({
    code: 'SIMHOST_NOT_SIMULATED',
    typeName: 'Shop',
    fieldName: 'nmae',
  });
  expect(errors[0]?.message).toContain('Did you mean "name"?');
});

test('refuses REST by its path, after the token', async () => {
  const deps = adminDeps();
  const url = 'https://acme.myshopify.com/admin/api/2026-07/products.json';
  const answer = await send(deps, url, {method: 'GET'});
  expect(answer.status).toBe(501);
  expect(((await answer.json()) as {errors: string}).errors).toContain(
    'GET /admin/api/2026-07/products.json',
  );
  expect((await send(deps, url, {method: 'GET', headers: {'x-shopify-access-token': 'x'}})).status).toBe(401);
});
