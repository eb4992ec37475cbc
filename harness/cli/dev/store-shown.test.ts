import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {PageLink} from '../../node/live/page-link.ts';
import {StoreShown} from './store-shown.ts';

test('a tab that waits for the store gets the cookies of the first login, once', async () => {
  const simulation = createSimulationCore({customer: 'ada', vtex: {account: 'acme'}});
  const link = new PageLink({simulation, handle: 'acme', refuse: () => null, blocked: () => {}});
  const page = new StoreShown({simulation, local: 'http://localhost:1', link, starting: () => {}});
  const headers: (readonly string[])[] = [];

  await page.open((takeCookies) => headers.push(takeCookies(), takeCookies()));

  expect(headers[0]).toContainEqual(expect.stringMatching(/^VtexIdclientAutCookie_acme=eyJ/));
  expect(headers[1]).toEqual([]);
  link.close();
});

test('each browser gets the cookies of each login, and their removal', async () => {
  const simulation = createSimulationCore({customer: 'ada', vtex: {account: 'acme'}});
  const link = new PageLink({simulation, handle: 'acme', refuse: () => null, blocked: () => {}});
  const page = new StoreShown({simulation, local: 'http://localhost:1', link, starting: () => {}});
  await page.open((takeCookies) => takeCookies());
  const take = page.cookiesFor(({name, value}) => `${name}=${value.slice(0, 3)}`);

  expect(take()).toContain('VtexIdclientAutCookie_acme=eyJ');
  expect(take()).toEqual([]);
  await page.signIn('bea');
  expect(take()).toContain('VtexIdclientAutCookie_acme=eyJ');
  await page.signIn(null);
  expect(take()).toContain('VtexIdclientAutCookie_acme=');
  link.close();
});
