import type {Frame, FrameLocator, Locator} from '@playwright/test';
import type {CaseId} from 'simhost';
import {expect} from 'simhost/playwright';
import type {Admin} from 'simhost/playwright';
import {test} from './apps.fixture.ts';

const ORIGIN = 'https://back-in-stock.example.com';
const PRODUCTS = `${ORIGIN}/api/products`;
const CREATED = 'Created Wool blanket (ACTIVE)';
const AGAIN = 'App Bridge sent the refused request again, with a new token';

test.use({
  app: {
    clientId: 'e91b3f5a7c2d4068b4a3928170f6e5d4',
    clientSecret: 'secret of back in stock',
    scopes: ['read_products', 'write_products'],
    url: ORIGIN,
  },
  backends: {[ORIGIN]: {command: 'node server.js', cwd: 'fixtures/apps/plain-app'}},
});

/** Opens the app. Its button asks the server, which asks the shop. */
async function open(admin: Admin): Promise<{readonly create: Locator; readonly status: Locator}> {
  const app: FrameLocator = await admin.open();
  return {create: app.getByRole('button', {name: 'Create a product'}), status: app.getByRole('status')};
}

/** The statuses of the answers to an address, oldest first. */
function statuses(admin: Admin, url: string | RegExp): readonly (number | null)[] {
  return admin.requests.matching(url).map(({status}) => status);
}

const TOKENS = /\/admin\/oauth\/access_token$/;
const API = /\/graphql\.json$/;

const DOCUMENTS: readonly (readonly [id: CaseId, statuses: readonly number[]])[] = [
  ['embed-url-token-expired', [302, 200]],
  ['embed-url-token-missing', [302, 200]],
  ['embed-url-token-forged', [302, 200]],
  ['embed-url-token-other-shop', [200]],
];

for (const [id, expected] of DOCUMENTS) {
  test(`${id}: the document is shown, after the bounce page if its token is bad`, async ({admin}) => {
    await admin.arm(id);
    const {create} = await open(admin);
    await expect(create).toBeVisible();
    expect(statuses(admin, /back-in-stock\.example\.com\/\?/)).toEqual(expected);
  });
}

interface Row {
  readonly id: CaseId;
  readonly times?: number;
  /** Whether the app has an access token before. */
  readonly hasSession?: true;
  /** Moves the clock before the case. */
  readonly advance?: string;
  /** The text that the page shows. */
  readonly shows: string | RegExp;
  /** The statuses of the page's request. */
  readonly page: readonly number[];
  /** The requests that the case happens to. Default: those to the Admin API. */
  readonly to?: string | RegExp;
  /** Whether the request with the case is a good one, which needs no sentence. */
  readonly isGood?: true;
  /** The last sentence of the log about the page's request. */
  readonly says?: string;
}

const ROWS: readonly Row[] = [
  {id: 'embed-token-expired', shows: CREATED, page: [401, 201], to: PRODUCTS, says: AGAIN},
  {id: 'embed-token-stale', shows: CREATED, page: [201], to: PRODUCTS, isGood: true},
  {id: 'exchange-refused', shows: CREATED, page: [401, 201], to: TOKENS, says: AGAIN},
  {
    id: 'exchange-refused',
    times: Infinity,
    shows: 'Invalid token',
    page: [401, 401],
    to: TOKENS,
    says: `${AGAIN}, and got no further: the token was good`,
  },
  {id: 'exchange-unanswered', shows: 'The token endpoint answered 520.', page: [502], to: TOKENS},
  {
    id: 'refresh-unanswered',
    hasSession: true,
    advance: '56m',
    shows: 'The token endpoint answered 520.',
    page: [502],
    to: TOKENS,
  },
  {id: 'admin-token-revoked', hasSession: true, shows: CREATED, page: [201]},
  {id: 'admin-uninstalled', hasSession: true, shows: 'The token endpoint answered 400.', page: [502]},
  {id: 'admin-no-scope', shows: /^Access denied for productCreate/, page: [502]},
  {id: 'admin-throttled', shows: 'Throttled', page: [502]},
  {id: 'admin-500', shows: 'The Admin API answered 500.', page: [502]},
  {id: 'admin-offline', shows: 'fetch failed', page: [502]},
];

for (const {id, times = 1, hasSession, advance, shows, page, to = API, isGood, says} of ROWS) {
  test(`${id}${times === 1 ? '' : ', always'}: the page shows ${String(shows)}`, async ({admin}) => {
    const {create, status} = await open(admin);
    if (hasSession) {
      await create.click();
      await expect(status).toHaveText(CREATED);
      await status.evaluate((element) => (element.textContent = ''));
    }

    if (advance !== undefined) await admin.clock.advance(advance);
    await admin.arm(id, {times});
    const before = admin.requests.matching(PRODUCTS).length;
    await create.click();

    await expect(status).toHaveText(shows);
    expect(statuses(admin, PRODUCTS).slice(before)).toEqual(page);
    if (says !== undefined) expect(admin.requests.last(PRODUCTS)?.problem?.cause).toBe(says);

    const [met] = admin.requests.matching(to).filter((request) => request.case === id);
    expect(met?.case).toBe(id);
    if (isGood) expect(met?.problem).toBeNull();
    else expect(met?.problem?.cause).toContain(id);
  });
}

for (const [id, time] of [
  ['exchange-slow', '20s'],
  ['admin-slow', '5s'],
] as const) {
  test(`${id}: the page waits for the answer, on the clock of the test`, async ({admin, simulation}) => {
    const {create, status} = await open(admin);
    await admin.clock.freeze();
    await admin.arm(id);
    await create.click();
    await expect.poll(() => simulation.undeliveredCases()).toEqual([]);
    await expect(status).toHaveText('');

    await admin.clock.advance(time);
    await expect(status).toHaveText(CREATED);
    expect(statuses(admin, PRODUCTS)).toEqual([201]);
  });
}

test('embed-token-never: the request of the page is never sent', async ({admin, simulation}) => {
  const {create, status} = await open(admin);
  await admin.arm('embed-token-never');
  await create.click();
  await expect.poll(() => simulation.undeliveredCases()).toEqual([]);
  expect(statuses(admin, PRODUCTS)).toEqual([]);
  await expect(status).toHaveText('');
});

test('embed-session-ending: the token is refreshed before its end', async ({admin}) => {
  const {create, status} = await open(admin);
  await create.click();
  await expect(status).toHaveText(CREATED);
  await admin.clock.advance('56m');
  await status.evaluate((element) => (element.textContent = ''));
  await create.click();
  await expect(status).toHaveText(CREATED);
  expect(statuses(admin, TOKENS)).toEqual([200, 200]);
  expect(statuses(admin, API)).toEqual([200, 200]);
});

test('embed-cookies-blocked: the app has partitioned cookies and storage alone, and needs none', async ({
  admin,
}) => {
  await admin.blockThirdPartyCookies();
  const {create, status} = await open(admin);
  const kept = await frameOf(admin).evaluate(() => {
    document.cookie = 'session=1; Secure; SameSite=None';
    document.cookie = 'partitioned=1; Secure; SameSite=None; Partitioned';
    localStorage.setItem('draft', 'hat');
    return [document.cookie, localStorage.getItem('draft')];
  });
  expect(kept).toEqual(['partitioned=1', 'hat']);

  await create.click();
  await expect(status).toHaveText(CREATED);
});

test('embed-top-level: the app goes to the admin', async ({admin, page, shop}) => {
  await open(admin);
  await page.goto(`${ORIGIN}/alerts?shop=${shop.domain}`);
  await expect(page).toHaveURL(/^https:\/\/admin\.shopify\.com\/store\/[^/]+\/apps\/[^/]+\/alerts/);
});

for (const [what, advance] of [
  ['before the app has a session', null],
  ['when the session ends', '56m'],
] as const) {
  test(`embed-parallel-loaders: two requests at once work, ${what}`, async ({admin}) => {
    const {create, status} = await open(admin);
    if (advance !== null) {
      await create.click();
      await expect(status).toHaveText(CREATED);
      await admin.clock.advance(advance);
    }

    const answers = await frameOf(admin).evaluate(async () => {
      const init = {method: 'POST', body: JSON.stringify({title: 'Wool blanket'})};
      const sent = await Promise.all([fetch('/api/products', init), fetch('/api/products', init)]);
      return sent.map((response) => response.status);
    });
    expect(answers).toEqual([201, 201]);

    await create.click();
    await expect(status).toHaveText(CREATED);
    expect(statuses(admin, API)).not.toContain(401);
  });
}

function frameOf(admin: Admin): Frame {
  const frame = admin.page.frame({name: 'app-iframe'});
  if (frame === null) throw new Error('The admin shows no app.');
  return frame;
}
