import {test} from '@playwright/test';
import * as fc from 'fast-check';
import {getResponse} from 'msw';
import {expectRefusals, hostileString, hostileValue} from '../../../wire/bad-input.fixture.ts';
import {readSetCookie, withMaxAge} from '../../../node/server/set-cookie.ts';
import {createSimulationCore} from '../../simulation/simulation-core.ts';
import {cookiesOf} from './vtex-cookies.ts';

const ACME = 'https://acme.vtexcommercestable.com.br';
const STORE = 'https://acme.myvtex.com';

const PATHS = [
  '/api/oms/pvt/orders',
  '/api/oms/pvt/orders/%zz',
  '/api/oms/pvt/orders/v1001-01',
  '/api/oms/user/orders?page=-1&per_page=NaN',
  '/api/vtexid/credential/validate',
  '/api/vtexid/pub/authentication/start',
  '/api/vtexid/pub/authentication/classic/validate',
  '/api/vtexid/pub/authentication/accesskey/send',
  '/api/vtexid/pub/authentication/accesskey/validate',
  '/api/vtexid/apptoken/login',
  '/api/vtexid/refreshtoken/webstore',
  '/api/vtexid/pub/authenticated/user',
  '/api/sessions',
  '/api/sessions?items=*',
  '/api/checkout/pub/orderForm',
  '/api/checkout/pub/orderForm/x/items',
  '/api/catalog/pvt/product/1',
  '/api/logistics/pvt/inventory/skus/1',
  '/api/license-manager/users',
  '/__proto__',
  '/%',
  '/',
];

const TOKENS = [
  '',
  'x',
  'a.b.c',
  'eyJhbGciOiJub25lIn0.e30.',
  'eyJhbGciOiJFUzI1NiJ9.bnVsbA.x',
  'eyJ'.repeat(2000),
  'é',
];

const headerValue = fc.oneof(
  fc.constantFrom(...TOKENS),
  hostileString.filter((text) => /^[\t\x20-\x7e\x80-\xff]*$/.test(text)),
);

const cookie = fc.oneof(
  headerValue,
  fc
    .tuple(
      fc.constantFrom(
        'VtexIdclientAutCookie',
        'VtexIdclientAutCookie_acme',
        'vid_rt',
        '_vss',
        'vtex_session',
        'checkout.vtex.com',
        '__proto__',
      ),
      headerValue,
    )
    .map(([name, value]) => `${name}=${value}`),
  fc.constantFrom(
    'a=b; a=c; =; ;; b',
    'a=1; '.repeat(2000),
    `a="${' '.repeat(15_000)}"x`,
    'VtexIdclientAutCookie="',
  ),
);

test('VTEX answers what it cannot read with a status and a reason', async () => {
  const simulation = createSimulationCore({scope: 'one'});

  await expectRefusals({
    area: 'requests to VTEX',
    inputs: fc.record({
      base: fc.constantFrom(ACME, STORE),
      path: fc.constantFrom(...PATHS),
      method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
      cookie,
      token: fc.option(headerValue),
      type: fc.constantFrom(
        'application/json',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        'text/plain',
        '',
      ),
      body: fc.oneof(
        hostileString,
        hostileValue.map(written),
        fc.constantFrom(
          '{"orderItems": [null]}',
          '{"email": {"a": 1}}',
          'a=%zz&a=b',
          '[]',
          '['.repeat(20_000),
        ),
      ),
    }),
    runs: 300,
    least: 120,
    mayPass: true,
    attempt: async ({base, path, method, cookie: cookies, token, type, body}) => {
      const headers = new Headers({
        cookie: cookies,
        ...(type === '' ? {} : {'content-type': type}),
        ...(token === null
          ? {}
          : {VtexIdclientAutCookie: token, 'x-vtex-api-appkey': token, 'x-vtex-api-apptoken': 'x'}),
      });
      const request = new Request(`${base}${path}`, {method, headers, ...(method === 'GET' ? {} : {body})});
      const response = await getResponse([...simulation.handlers], request);
      // A page of the store that no platform answers.
      if (response === undefined) return 'passed on';

      const answer = await response.text();
      if (response.status < 400) return 'answered';
      if (!hasReason(response.status, answer)) throw new Error(`${response.status} ${answer}`);
      return 'refused';
    },
  });
});

/** Whether a refusal has a body that says why. 501 names an endpoint that is not simulated, with the nearest one. */
function hasReason(status: number, answer: string): boolean {
  if (status === 501) return /"error":"[^"]+.*"next":"[^"]+/.test(answer);
  return status < 500 && /[a-z]{4}/i.test(answer);
}

test('cookies of any form are read without a failure', async () => {
  await expectRefusals({
    area: 'cookies (browsers drop what they cannot read)',
    inputs: fc.tuple(
      cookie,
      fc.oneof(
        hostileString,
        fc.tuple(hostileString, hostileString).map(([name, value]) => `a=b; ${name}=${value}`),
        fc.constantFrom(
          'a=b; max-age=1e400',
          'a=b; expires=x',
          'a=b; domain=.',
          '=',
          ';',
          'a=b; max-age=99999999999999999999',
        ),
      ),
    ),
    runs: 300,
    least: 15,
    mayPass: true,
    attempt: ([sent, set]) => {
      const read = cookiesOf({headers: new Headers({cookie: sent})});
      for (const [name, value] of read)
        if (typeof name !== 'string' || typeof value !== 'string') throw new Error('Not strings.');
      withMaxAge(set, 1);
      return readSetCookie(set, new URL('https://acme.myvtex.com/a/b')) === null ? 'refused' : 'read';
    },
  });
});

function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}
