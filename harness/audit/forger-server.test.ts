import {expect} from '@playwright/test';
import {createRemoteJWKSet, decodeProtectedHeader, jwtVerify} from 'jose';
import {backend, test} from './audit.fixture.ts';
import type {Handle} from './audit.fixture.ts';
import {audit} from './audit.ts';

const APP = {clientId: 'key', secret: 'a-secret-of-some-length'};
const RIGHT = backend(APP);

/** Takes tokens whose key it found where they say. */
const trusting: Handle = async (request, response) => {
  const token = /(\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const good = await fetchedKeyVerifies(token).catch(() => false);
  return good ? response.end('{}') : RIGHT(request, response);
};

async function fetchedKeyVerifies(token: string): Promise<boolean> {
  const jku = String(decodeProtectedHeader(token)['jku']);
  await jwtVerify(token, createRemoteJWKSet(new URL(jku)));
  return true;
}

test('a backend that trusts the keys at jku is found, and the report names no port', async ({listen}) => {
  const url = await listen(trusting);
  const [report, again] = [
    await audit(url, {...APP, only: ['jku-fetch']}),
    await audit(url, {...APP, only: ['jku-fetch']}),
  ];

  expect(report.findings).toMatchObject([
    {case: 'jku-fetch', severity: 'critical', expected: 'refused (401)', got: '200 {}'},
  ]);

  expect(report.findings[0]?.sent).toContain('(ES256, RS256, fragment)');
  expect(report.findings[0]?.sent).toContain('"jku":"http://127.0.0.1:<port>/jwks.json","kid":"forged-ec"');
  expect(report.findings[0]?.curl).toBe(
    `: "\${SHOPIFY_API_SECRET:?}" && npx simhost audit ${url} --profile customer-account --client-id key --only jku-fetch`,
  );

  expect(again).toEqual(report);
});

test('a backend that fetches the keys and refuses all the same is right', async ({listen}) => {
  const fetched: string[] = [];
  const url = await listen(async (request, response) => {
    const token = /(\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const {jku, x5u = jku} =
      token === '' ? {} : (decodeProtectedHeader(token) as {jku?: string; x5u?: string});
    if (x5u !== undefined && !x5u.includes('@')) fetched.push(await (await fetch(x5u)).text());
    return RIGHT(request, response);
  });

  const report = await audit(url, {...APP, only: ['jku-fetch', 'x5u-fetch']});

  expect(report).toMatchObject({verdict: 'clean', passed: ['jku-fetch', 'x5u-fetch']});
  expect(fetched).toHaveLength(5);
  expect(fetched.filter((text) => /"kty":"EC"|BEGIN CERTIFICATE/.test(text))).toHaveLength(5);
});

test('for a backend that is not on this machine it does not apply', async ({listen}) => {
  const url = new URL(await listen(RIGHT));
  url.hostname = '0.0.0.0';
  const report = await audit(url, {...APP, allowRemote: true, only: ['jku-fetch', 'key-wrong']});
  expect(report).toMatchObject({verdict: 'clean', passed: ['key-wrong']});

  expect(report.notApplicable).toEqual([
    {
      case: 'jku-fetch',
      reason: 'the forged keys are only served on this machine, and the backend is on another one',
    },
  ]);
});
