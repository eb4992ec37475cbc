import {createHmac} from 'node:crypto';
import {expect, test} from '@playwright/test';
import {STAFF} from '../../../world/staff.ts';
import {launchUrl} from './launch-url.ts';

const FACTS = {
  app: {clientSecret: 'a client secret'},
  shop: {domain: 'acme.myshopify.com'},
  staff: STAFF.grace,
  idToken: 'e.y.J',
  locale: 'en',
  now: Date.parse('2026-11-20T12:00:00Z'),
};

test('the first URL has the parameters of the admin, sorted', async () => {
  const url = new URL(await launchUrl('https://myapp.com/app?tab=2', FACTS));
  expect(url.origin + url.pathname).toBe('https://myapp.com/app');
  expect([...url.searchParams.keys()].join()).toBe(
    'embedded,hmac,host,id_token,locale,session,shop,tab,timestamp',
  );
  expect(atob(url.searchParams.get('host') ?? '')).toBe('admin.shopify.com/store/acme');
  expect(url.searchParams.get('host')).not.toContain('=');
  expect(url.searchParams.get('timestamp')).toBe('1795176000');
});

test('hmac signs all other parameters', async () => {
  const url = new URL(await launchUrl('https://myapp.com/?q=a%20b', FACTS));
  const hmac = url.searchParams.get('hmac');
  url.searchParams.delete('hmac');
  const expected = createHmac('sha256', 'a client secret').update(url.searchParams.toString()).digest('hex');
  expect(hmac).toBe(expected);
});

test('parameters of the admin replace those of the given URL', async () => {
  const url = new URL(await launchUrl('https://myapp.com/?shop=evil.myshopify.com&hmac=1', FACTS));
  expect(url.searchParams.getAll('shop')).toEqual(['acme.myshopify.com']);
  expect(url.searchParams.getAll('hmac')).toHaveLength(1);
});
