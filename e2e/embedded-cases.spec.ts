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
  /** The text that the page shows. */
  readonly shows: string;
  /** The statuses of the page's request. */
  readonly page: readonly number[];
  /** The last sentence of the log about it. */
  readonly says?: string;
}

const ROWS: readonly Row[] = [
  {
    id: 'exchange-refused',
    times: Infinity,
    shows: 'Invalid token',
    page: [401, 401],
    says: `${AGAIN}, and got no further: the token was good`,
  },
  {id: 'exchange-unanswered', shows: 'The token endpoint answered 520.', page: [502]},
  {id: 'admin-throttled', shows: 'Throttled', page: [502]},
  {id: 'admin-500', shows: 'The Admin API answered 500.', page: [502]},
  {id: 'admin-offline', shows: 'fetch failed', page: [502]},
];

for (const {id, times = 1, shows, page, says} of ROWS) {
  test(`${id}${times === 1 ? '' : ', always'}: the page shows ${shows}`, async ({admin}) => {
    const {create, status} = await open(admin);
    await admin.arm(id, {times});
    await create.click();

    await expect(status).toHaveText(shows);
    expect(statuses(admin, PRODUCTS)).toEqual(page);
    if (says !== undefined) expect(admin.requests.last(PRODUCTS)?.problem?.cause).toBe(says);
  });
}

test('embed-token-never: the request of the page is never sent', async ({admin}) => {
  const {create, status} = await open(admin);
  await admin.arm('embed-token-never');
  await create.click();
  await expect(admin.requests).not.toHaveRequest(PRODUCTS);
  await expect(status).toHaveText('');
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
