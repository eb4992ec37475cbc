import {expect} from '@playwright/test';
import type {CaseId} from '../core/cases/case-id.ts';
import {test, verify} from './audit.fixture.ts';
import type {Handle} from './audit.fixture.ts';
import {audit} from './audit.ts';
import type {AuditReport} from './report.ts';

const APP = {clientId: 'key', secret: 'a-secret-of-some-length'};
const CDN = 'https://extensions.shopifycdn.com';

const CORS_CASES: readonly CaseId[] = [
  'http-preflight',
  'http-preflight-shopifycdn',
  'http-preflight-content-type',
  'http-cors-on-200',
  'http-cors-on-401',
  'http-cors-credentials',
  'host-opaque-origin',
  'host-new-origin',
];

/** Right, with these headers on every answer. */
function allowing(
  allowed: Readonly<Record<string, string>>,
  isGood: (authorization?: string) => Promise<boolean> = isSigned,
): Handle {
  const headers = {'access-control-allow-headers': 'Authorization, Content-Type', ...allowed};
  return async (request, response) => {
    const good = request.method === 'OPTIONS' || (await isGood(request.headers.authorization));
    response.writeHead(good ? 200 : 401, headers).end('{}');
  };
}

async function isSigned(authorization?: string): Promise<boolean> {
  return typeof (await verify(authorization, APP)) !== 'string';
}

const told = (report: AuditReport): readonly string[] => report.findings.map((finding) => finding.case);

test('one origin for all is not what pages of accounts come from', async ({listen}) => {
  const url = await listen(allowing({'access-control-allow-origin': CDN}));
  const report = await audit(url, {...APP, only: CORS_CASES});

  expect(report.findings).toHaveLength(1);
  expect(report.findings[0]).toMatchObject({
    cases: [
      'http-cors-on-200',
      'http-preflight',
      'http-preflight-content-type',
      'http-cors-on-401',
      'host-opaque-origin',
      'host-new-origin',
    ],
    expected: 'accepted (2xx), readable for a page of the origin null',
    got: `Access-Control-Allow-Origin is "${CDN}", not "null": 200 {}`,
  });
});

test('a list of the origins that are known today is a finding, and the cure is to allow every origin', async ({
  listen,
}) => {
  const url = await listen((request, response) => {
    const {origin = ''} = request.headers;
    const allowed = ['null', CDN].includes(origin) ? {'access-control-allow-origin': origin} : {};
    return allowing(allowed)(request, response);
  });

  const {findings} = await audit(url, {...APP, only: CORS_CASES});
  expect(findings).toMatchObject([{case: 'host-new-origin', cases: ['host-new-origin'], reach: 'interop'}]);
  expect(findings[0]?.fix).toContain('Allow every origin: Access-Control-Allow-Origin: *.');
});

test('and is what those of the admin come from', async ({listen}) => {
  const url = await listen(allowing({'access-control-allow-origin': CDN}));
  expect(told(await audit(url, {...APP, profile: 'admin', only: CORS_CASES}))).toEqual([]);
});

test('every origin is right', async ({listen}) => {
  const url = await listen(allowing({'access-control-allow-origin': '*'}));
  expect(told(await audit(url, {...APP, only: CORS_CASES}))).toEqual([]);
});

test('a Mini may ask from any port', async ({listen}) => {
  const isThere = (authorization?: string): Promise<boolean> => Promise.resolve(authorization !== undefined);
  const options = {...APP, profile: 'shop-minis', only: ['host-minis-origin']} as const;
  const fixed = await audit(
    await listen(allowing({'access-control-allow-origin': 'http://localhost:3000'}, isThere)),
    options,
  );

  expect(told(fixed)).toEqual(['host-minis-origin']);
  expect(fixed.findings[0]?.got).toContain('"http://localhost:3000", not "http://localhost:5173"');
  const first = await audit(
    await listen(allowing({'access-control-allow-origin': 'http://localhost:5173'}, isThere)),
    options,
  );

  expect(first.findings[0]?.got).toContain('"http://localhost:5173", not "http://localhost:41999"');
});

test('a method that must be allowed is looked for', async ({listen}) => {
  const open = {'access-control-allow-origin': '*'};
  const url = await listen(allowing({...open, 'access-control-allow-methods': 'GET'}));
  const report = await audit(url, {...APP, method: 'DELETE', only: CORS_CASES});

  expect(report.findings.map(({cases}) => cases)).toEqual([
    ['http-preflight', 'http-preflight-shopifycdn', 'http-preflight-content-type'],
  ]);

  expect(report.findings[0]?.got).toContain('Access-Control-Allow-Methods lacks DELETE');
  expect(told(await audit(url, {...APP, method: 'POST', only: CORS_CASES}))).toEqual([]);
});
