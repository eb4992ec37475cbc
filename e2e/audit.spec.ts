import {readdir} from 'node:fs/promises';
import {expect} from '@playwright/test';
import {audit} from 'simhost/audit';
import type {AuditOptions, AuditReport} from 'simhost/audit';
import {APP, test} from './backend.fixture.ts';

const ROUTES = {points: '/api/points', orders: '/api/orders', offer: '/api/offer'};

for (const [script, path, profile, request = {}] of [
  ['loyalty/server.js', ROUTES.points, 'customer-account'],
  ['loyalty/server.js', ROUTES.points, 'checkout'],
  ['faulty/backend.js', ROUTES.points, 'customer-account'],
  ['staff/server.js', ROUTES.orders, 'admin'],
  ['staff/server.js', ROUTES.orders, 'pos'],
  ['offers/server.js', ROUTES.offer, 'post-purchase', {data: '{}'}],
] as const) {
  test(`${script} is clean for ${profile}`, async ({backend}) => {
    const report = await audit(`${await backend(script)}${path}`, {...APP, profile, ...request});
    expect(told(report)).toEqual([]);
    expect(report.verdict).toBe('clean');
  });
}

interface Fault {
  /** A script in fixtures/backends/faulty. */
  readonly script: string;
  /** The case that represents the finding. */
  readonly found: string;
  /** Further cases that the same cause explains: they are grouped under it. */
  readonly also?: string;
  /** The finding of a second fault. */
  readonly second?: string;
  readonly options?: AuditOptions;
  readonly path?: string;
}

/** Tokens that are over, in whatever form. */
const EXPIRED_IS_GOOD = 'exp-past-30 exp-past-60 exp-past-10min exp-past-fresh-iat';

const FAULTS: readonly Fault[] = [
  {
    script: 'decode-instead-of-verify',
    found: 'key-wrong',
    also: `alg-none alg-None alg-NONE alg-nOnE alg-none-with-sig alg-empty alg-missing alg-null alg-array alg-number alg-object
      alg-padded alg-unknown alg-lower alg-HS384 alg-HS512 alg-HS384-says-HS256 alg-RS256 alg-ES256 jwk-embedded jwk-symmetric
      key-empty key-placeholder key-client-id key-secret-newline key-secret-cut key-secret-base64 sig-stripped sig-flip
      sig-truncated sig-truncated-16 sig-extended sig-doubled sig-zero32 sig-ones32 sig-hex sig-claims-only sig-json
      payload-swapped header-swapped part-empty sig-padded sig-std-b64 sig-nonzero-trailing-bits sig-illegal-chars
      header-illegal-chars token-cut crit-unknown crit-empty crit-not-a-list crit-registered crit-b64-false
      header-dup-alg-none-last header-not-object header-notjson header-bad-utf8 header-proto enc-member header-alg-none-kid
      claims-not-signed nbf-string http-quoted http-parameter
      hmac-rsa-pub jku-fetch jwk-private kid-prototype kid-sql kid-traversal kid-unknown x5c-embedded x5u-fetch`,
  },
  {
    script: 'alg-from-header',
    found: 'alg-none',
    also: 'alg-None alg-NONE alg-nOnE alg-none-with-sig alg-HS384 alg-HS512 header-dup-alg-none-last header-alg-none-kid',
  },
  {
    script: 'no-expiry',
    found: 'exp-past-1y',
    also: `${EXPIRED_IS_GOOD} exp-past-59min exp-zero exp-negative`,
  },
  {
    script: 'hour-of-tolerance',
    found: 'exp-past-59min',
    also: `${EXPIRED_IS_GOOD} nbf-future-60 nbf-future-1h nbf-after-exp life-clock-browser-too-fast`,
  },
  {
    script: 'no-audience',
    found: 'aud-wrong',
    also: `aud-missing aud-null aud-empty aud-empty-array aud-prefix aud-substring aud-upper aud-blank aud-joined aud-array-other
      aud-object aud-pattern`,
  },
  {script: 'audience-by-substring', found: 'aud-prefix', also: 'aud-blank aud-joined'},
  {
    script: 'dest-unchecked',
    found: 'dest-evil',
    also: `dest-missing dest-empty dest-suffix-trick dest-look-alike dest-subdomain dest-platform-alone dest-userinfo-trick
      dest-backslash-trick dest-fragment-trick dest-newline dest-port dest-homograph dest-percent dest-traversal dest-array`,
  },
  {
    script: 'dest-by-suffix',
    found: 'dest-look-alike',
    also: `dest-subdomain dest-platform-alone dest-backslash-trick dest-fragment-trick dest-newline dest-homograph dest-percent
      dest-traversal`,
  },
  {
    script: 'customer-on-staff-route',
    found: 'surf-customer-on-admin',
    also: 'surf-checkout-on-admin surf-customer-number-on-admin iss-missing iss-other-shop iss-not-a-text',
    options: {profile: 'admin'},
    path: ROUTES.orders,
  },
  {script: 'trusts-customer-id', found: 'trust-query-customer-id', also: 'trust-guest-with-customer-id'},
  {script: 'anybodys-order', found: 'trust-query-order-id'},
  {script: 'cached-by-address', found: 'trust-customer-swap', also: 'trust-guest-with-customer-id'},
  {script: 'fails-on-odd-claims', found: 'dest-array', also: 'dest-missing'},
  {
    script: 'preflight-behind-auth',
    found: 'http-preflight',
    also: 'http-preflight-shopifycdn http-preflight-content-type',
  },
  {
    script: 'one-origin',
    found: 'http-cors-on-200',
    also: 'http-preflight http-preflight-content-type http-cors-on-401 host-opaque-origin host-new-origin',
  },
  {script: 'no-cors-on-401', found: 'http-cors-on-401'},
  {script: 'pattern-goes-back', found: 'http-long-blanks', options: {destructive: true, timeout: 4000}},
  {script: 'token-from-query', found: 'http-query-access-token'},
  {script: 'refuses-guests', found: 'surf-guest', also: 'ok-checkout sub-missing'},
  {
    script: 'requires-issuer',
    found: 'surf-checkout-without-iss',
    also: 'surf-checkout-with-iss',
    options: {profile: 'checkout'},
  },
  {script: 'echoes-token', found: 'http-leak'},
  {script: 'fetches-jku', found: 'jku-fetch'},
  {script: 'fetches-x5u', found: 'x5u-fetch'},
  {script: 'shows-stack', found: 'http-stack'},
  {script: 'echoes-without-cors', found: 'http-leak', second: 'http-cors-on-401'},
  {script: 'cached-verdict', found: 'life-replay-after-expiry', options: {wait: true}},
];

test('each faulty backend is audited', async () => {
  const files = (await readdir('fixtures/backends/faulty')).filter(
    (name) => name.endsWith('.js') && name !== 'backend.js',
  );
  expect(FAULTS.map(({script}) => `${script}.js`).toSorted()).toEqual(files.toSorted());
  expect(files.length).toBeGreaterThanOrEqual(16);
});

for (const {script, found, also = '', second, options, path = ROUTES.points} of FAULTS) {
  test(`${script} is one finding, found by ${found}, with no false alarm`, async ({backend}) => {
    const report = await audit(`${await backend(`faulty/${script}.js`)}${path}`, {...APP, ...options});
    expect(report.verdict).toBe('findings');
    expect(told(report)).toEqual([
      [found, ...words(also)].toSorted(),
      ...(second === undefined ? [] : [[second]]),
    ]);
    expect(report.findings[0]?.case).toBe(found);
  });
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** The cases of each finding. */
function told({findings, diagnosis}: AuditReport): readonly (readonly string[])[] {
  return diagnosis === undefined ? findings.map(({cases}) => cases.toSorted()) : [[diagnosis]];
}
