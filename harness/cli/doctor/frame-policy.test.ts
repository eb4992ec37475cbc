import {expect, test} from '@playwright/test';
import {judgeFramePolicy} from './frame-policy.ts';

const SHOP = 'https://acme.myshopify.com';
const ADMIN = 'https://admin.shopify.com';
const LINE = `Content-Security-Policy: frame-ancestors ${SHOP} ${ADMIN};`;

type Row = readonly [policy: string | null, frameOptions: string | null, says: readonly string[]];

const ROWS: readonly Row[] = [
  [`frame-ancestors ${SHOP} ${ADMIN};`, null, [`ok: The document may be shown by ${SHOP} and ${ADMIN}`]],
  [`default-src *; Frame-Ancestors ${SHOP}/ ADMIN.shopify.com`, null, ['ok: ']],
  [`frame-ancestors ${SHOP} https://*.shopify.com:443`, null, ['ok: ']],
  [
    `frame-ancestors ${SHOP} ${ADMIN}`,
    'DENY',
    ['ok: ', 'notice: The document also has X-Frame-Options: DENY'],
  ],
  [
    `frame-ancestors ${SHOP}`,
    null,
    [`problem: The document is not shown in the admin: its frame-ancestors "${SHOP}" lacks ${ADMIN}`],
  ],
  [`frame-ancestors ${ADMIN}:8443 ${SHOP}`, null, ['problem: ']],
  [`frame-ancestors https://*.admin.shopify.com`, null, ['problem: ']],
  [`frame-ancestors 'none'`, null, ['problem: ']],
  [`frame-ancestors`, null, ['problem: ']],
  [`frame-ancestors 'self'`, 'SAMEORIGIN', ['problem: ', 'notice: ']],
  [`frame-ancestors ${SHOP} ${ADMIN}, frame-ancestors 'self'`, null, ['problem: ']],
  [`frame-ancestors ${ADMIN}`, null, [`warning: The document names another shop or none`]],
  [
    `frame-ancestors https://other-shop.myshopify.com ${ADMIN}`,
    null,
    [`warning: The document names another shop`],
  ],
  [
    `frame-ancestors https://*.myshopify.com ${ADMIN}`,
    null,
    ['warning: The document may be shown by other shops too'],
  ],
  [`frame-ancestors *`, null, ['warning: The document may be shown by other shops too']],
  [`frame-ancestors https:`, null, ['warning: ']],
  [`default-src 'self'`, null, ['warning: The document may be shown by any site']],
  [null, null, ['warning: The document may be shown by any site: it has no frame-ancestors.']],
  [
    null,
    'sameorigin',
    ['problem: The document is not shown in the admin: it has X-Frame-Options: sameorigin'],
  ],
  [null, 'ALLOW-FROM https://admin.shopify.com', ['warning: The document may be shown by any site']],
];

for (const [policy, frameOptions, says] of ROWS) {
  test(`${policy ?? 'no policy'}, X-Frame-Options ${frameOptions ?? 'missing'}: ${says[0]}`, () => {
    const headers = new Headers();
    if (policy !== null) headers.set('content-security-policy', policy);
    if (frameOptions !== null) headers.set('x-frame-options', frameOptions);

    const findings = judgeFramePolicy({what: 'The document', headers, shop: 'acme.myshopify.com'});
    expect(findings.map(({state, text}) => `${state}: ${text}`)).toEqual(
      says.map((each) => expect.stringContaining(each) as unknown),
    );
    const [first] = findings;
    if (first?.state !== 'ok') expect(first?.next).toContain(LINE);
  });
}
