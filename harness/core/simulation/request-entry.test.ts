import {expect, test} from '@playwright/test';
import {whoOf} from './request-entry.ts';

for (const [platform, sub, who] of [
  ['Shopify', 'gid://shopify/Customer/7001', 'Ada'],
  ['Shop', 'shop-user-7002', 'Bea'],
  ['VTEX', 'ada@example.com', 'Ada'],
  ['an unknown issuer', 'somebody', 'somebody'],
] as const)
  test(`names the person of a token of ${platform}`, () => {
    expect(whoOf({sub})).toBe(who);
  });
