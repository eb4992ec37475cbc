import {expect, test} from '@playwright/test';
import {authorizedApp} from './authorized-app.fixture.ts';

const HOME = 'https://admin.shopify.com/store/acme';
const NAVIGATION = {headers: {'sec-fetch-mode': 'navigate'}};

const PAGES: readonly (readonly [
  name: string,
  installed: boolean,
  path: string,
  parts: readonly string[],
])[] = [
  [
    'the home of a shop without the app leads to its installation',
    false,
    '',
    ['Test app is not installed.', `<a href="${HOME}/oauth/install?client_id=key">Install Test app</a>`],
  ],
  [
    'the home of a shop with the app leads to it',
    true,
    '',
    ['Test app is installed.', `<a href="${HOME}/apps/key">Open Test app</a>`],
  ],
  [
    'a page that is not simulated says so, and leads to the app',
    true,
    '/products/<b>',
    ['<h1>/products/%3Cb%3E</h1>', 'does not simulate this page', 'Open Test app'],
  ],
];

for (const [name, installed, path, parts] of PAGES) {
  test(name, async () => {
    const {send} = authorizedApp({installed});
    const response = await send(`${HOME}${path}`, NAVIGATION);
    expect([response.status, response.headers.get('content-security-policy')]).toEqual([
      200,
      "frame-ancestors 'none'",
    ]);

    const html = await response.text();
    for (const part of parts) expect(html).toContain(part);
  });
}

test('a script gets no page of the admin', async () => {
  const {send} = authorizedApp();
  await expect(send(HOME, {headers: {'sec-fetch-mode': 'cors'}})).rejects.toThrow('nothing answers');
  await expect(send(`${HOME}/products`)).rejects.toThrow('nothing answers');
});
