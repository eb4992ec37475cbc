import {expect, test} from '@playwright/test';
import {auditLine} from './audit-line.ts';
import {readOptions} from './options.ts';
import type {AuditOptions} from './options.ts';

const ROUTE = 'http://127.0.0.1:3000/api/points';

for (const [says, url, options, line] of [
  [
    'as little as it takes',
    ROUTE,
    {},
    `npx simhost audit ${ROUTE} --profile customer-account --only http-leak`,
  ],
  [
    'the request that the route needs',
    ROUTE,
    {method: 'PUT', data: '{"a":1}', headers: {'Accept-Language': 'fr', 'X-Api-Key': 'sk_live'}},
    `npx simhost audit ${ROUTE} --profile customer-account --method PUT --header 'Accept-Language: fr' --header "X-Api-Key: \${HEADER_X_API_KEY:?}" --data '{"a":1}' --only http-leak`,
  ],
  [
    'the platform that is asked, and how accepted requests are told',
    ROUTE,
    {
      profile: 'shop-minis',
      platform: {url: 'http://127.0.0.1:4321', id: 'an-id-of-a-platform'},
      acceptedIf: ['status:200', 'not-body:error'],
    },
    `npx simhost audit ${ROUTE} --profile shop-minis --accepted-if status:200 --accepted-if not-body:error --platform http://127.0.0.1:4321 --only http-leak`,
  ],
  [
    'whom tokens are for and about',
    'https://myapp.com/api',
    {clientId: 'key', shop: 'other.myshopify.com', customer: null, allowRemote: true},
    'npx simhost audit https://myapp.com/api --profile customer-account --client-id key --shop other.myshopify.com --customer guest --allow-remote --only http-leak',
  ],
] as const) {
  test(`says ${says}`, async () => {
    expect(auditLine('http-leak', await readOptions(url, options as AuditOptions))).toBe(line);
  });
}

test('lets a case wait, or do damage, where it is made so', async () => {
  const config = await readOptions(ROUTE, {});
  expect(auditLine('life-replay-after-expiry', config)).toContain(' --wait --only');
  expect(auditLine('huge-1MB', config)).toContain(' --destructive --only');
});

test('stops without the secrets that were given', async () => {
  const options = {secret: 'a-secret-of-some-length', previousSecret: 'another-of-some-length'};
  const config = await readOptions(ROUTE, options);
  const line = `npx simhost audit ${ROUTE} --profile customer-account --only`;

  expect(auditLine('http-leak', config)).toBe(`: "\${SHOPIFY_API_SECRET:?}" && ${line} http-leak`);
  expect(auditLine('life-rotate-secret', config)).toBe(
    `: "\${SHOPIFY_API_SECRET:?}" "\${SHOPIFY_API_SECRET_PREVIOUS:?}" && ${line} life-rotate-secret`,
  );
});
