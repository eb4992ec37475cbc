import {expect} from '@playwright/test';
import '@shopify/shopify-api/adapters/web-api';
import {shopifyApi} from '@shopify/shopify-api';
import jsonwebtoken from 'jsonwebtoken';
import type {CaseId} from '../core/cases/case-id.ts';
import {CASE_IDS} from '../core/cases/catalogue.ts';
import {KNOWN_LIBRARIES} from '../core/cases/catalogue/known-libraries.ts';
import {isMatch} from '../core/cases/cause.ts';
import {DISAGREEMENTS} from '../core/cases/disagreements.fixture.ts';
import type {LibraryName} from '../core/cases/libraries.fixture.ts';
import {test} from './audit.fixture.ts';
import type {Handle} from './audit.fixture.ts';
import {audit} from './audit.ts';
import {recognizeLibrary} from './recognize-library.ts';

const APP = {clientId: 'key', secret: 'a-secret-of-some-length'};
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'Authorization, Content-Type',
};

function accepted(id: CaseId) {
  return {
    id,
    fault: {aspect: 'verdict'},
    expects: {verdict: 'refuse'},
    reply: {failure: '', unreachable: false},
  } as const;
}

for (const name of ['jose', 'jsonwebtoken', 'PyJWT'] as const satisfies readonly LibraryName[]) {
  test(`recognises ${name} by the verdicts that it is known for, and every one of them is a choice`, () => {
    const ids = DISAGREEMENTS.filter(({library}) => library === name).map(({id}) => id);
    const wrong = [...new Set(ids)].map(accepted);
    const passed = CASE_IDS.filter((id) => !ids.includes(id));

    const {library, others} = recognizeLibrary({wrong, passed});
    expect(library?.name).toContain(name);
    expect(others).toEqual([]);
    expect(library?.choices.flatMap(({cases}) => cases).toSorted()).toEqual(
      wrong.map(({id}) => id).toSorted(),
    );
  });
}

test('answers that no library gives together show none', () => {
  expect(recognizeLibrary({wrong: [accepted('aud-wrong')], passed: []})).toEqual({
    library: null,
    others: [accepted('aud-wrong')],
  });
});

test('a fault of the backend is a finding, and the choices of its library are not', async ({listen}) => {
  const url = await listen((request, response) => {
    if (request.method === 'OPTIONS') return response.writeHead(204, CORS).end();
    const token = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    try {
      jsonwebtoken.verify(token, APP.secret, {algorithms: ['HS256'], clockTolerance: 10});
      return response.writeHead(200, CORS).end('{}');
    } catch {
      return response.writeHead(401, {...CORS, 'www-authenticate': 'Bearer'}).end();
    }
  });

  const report = await audit(url, APP);
  expect(report.library?.name).toBe('jsonwebtoken');
  expect(report.library?.choices.flatMap(({cases}) => cases)).toContain('exp-missing');
  // It compares neither aud nor dest.
  expect(report.findings.map(({cause}) => cause)).toEqual(['audience', 'shop']);
});

/** Answers as `authenticate.public` of Shopify's server packages does, with the verifier that they use. */
function authenticatePublic(): Handle {
  const shopify = shopifyApi({
    apiKey: APP.clientId,
    apiSecretKey: APP.secret,
    apiVersion: '2026-07' as never,
    hostName: 'points.example',
    isEmbeddedApp: true,
    logger: {level: 0},
  });

  return async ({method, headers}, response) => {
    if (headers['user-agent']?.includes('Headless') === true) return response.writeHead(410).end();
    if (method === 'OPTIONS') return response.writeHead(204, CORS).end();
    const token = headers.authorization?.replace('Bearer ', '') ?? '';
    try {
      const {dest} = await shopify.session.decodeSessionToken(token, {checkAudience: false});
      return response.writeHead(200, CORS).end(JSON.stringify({shop: dest}));
    } catch {
      return response.writeHead(401).end();
    }
  };
}

for (const profile of ['customer-account', 'checkout', 'pos'] as const) {
  test(`recognises authenticate.public and authenticate.pos, whose one fault is a refusal without CORS: ${profile}`, async ({
    listen,
  }) => {
    const report = await audit(await listen(authenticatePublic()), {...APP, profile});
    expect(report.library?.name).toContain('authenticate.public');
    expect(report.findings).toMatchObject([{case: 'http-cors-on-401', reach: 'interop'}]);
    expect(report.counts.choices).toBeGreaterThan(40);
  });
}

test('every pattern of the table is about a case', () => {
  const patterns = KNOWN_LIBRARIES.flatMap(({choices}) => choices.flatMap(({cases}) => cases));
  expect(patterns.filter((pattern) => !CASE_IDS.some((id) => isMatch(pattern, id)))).toEqual([]);
});
