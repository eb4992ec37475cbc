import type {Page} from '@playwright/test';
import {test, expect} from 'simhost/playwright';
import type {Mini} from 'simhost/playwright';

const POINTS = 'https://points.loyalty-sample.com/api/points';
const VERIFY = 'https://server.shop.app/minis/admin-api/alpha/graphql.json';

test.use({
  app: {clientId: 'points-mini'},
  backends: {'https://points.loyalty-sample.com': {command: 'node fixtures/backends/points/server.js'}},
});

const exchanges = (mini: Mini): number => mini.requests.all.filter(({url}) => url === VERIFY).length;

test('a verified user sees her points, by the public id that her token was exchanged for', async ({
  mini,
  page,
}) => {
  const body = await mini.open('fixtures/minis/points');
  await expect(body.getByRole('heading', {name: '120 points'})).toBeVisible();

  await expect(mini.requests).toHaveRequest(POINTS, {
    status: 200,
    origin: 'http://localhost:5173',
    preflight: 'allowed',
    token: {sub: 'shop-user-7001'},
  });

  await expect(mini.requests).toHaveRequest(VERIFY, {status: 200, outcome: 'platform'});
  expect(page.url()).toBe('http://localhost:5173/');
  expect(await page.evaluate(() => [innerWidth, navigator.userAgent.includes('iPhone')])).toEqual([
    390,
    true,
  ]);
});

test('her backend asks once for each token, and again when the token has ended', async ({mini, page}) => {
  await mini.clock.freeze('2026-11-20T12:00:00Z');
  const body = await mini.open('fixtures/minis/points');
  await expect(body.getByRole('heading', {name: '120 points'})).toBeVisible();
  const refresh = async (): Promise<void> => {
    const answered = page.waitForResponse(POINTS);
    await body.getByRole('button', {name: 'Refresh'}).click();
    await answered;
  };

  const before = exchanges(mini);

  await refresh();
  await mini.clock.set(Date.parse('2026-11-21T11:55:00Z') - 1);
  await refresh();
  expect(exchanges(mini)).toBe(before);
  await mini.clock.advance(1);
  await refresh();
  expect(exchanges(mini)).toBe(before + 1);
});

test.describe('a guest', () => {
  test.use({customer: null});

  test('has a token, and no public id', async ({mini}) => {
    const body = await mini.open('fixtures/minis/points');
    await expect(body.getByRole('heading', {name: 'Points are for members'})).toBeVisible();
    await expect(mini.requests).toHaveRequest(POINTS, {status: 200, token: {user_state: 'GUEST'}});
  });
});

const CAUSES: Record<string, (mini: Mini) => Promise<void>> = {
  TOKEN_INVALID: (mini) => mini.arm('key-wrong'),
  INVALID_MINI: (mini) => mini.arm('aud-wrong'),
  TOKEN_EXPIRED: (mini) => mini.arm('exp-past-60'),
  USER_NOT_FOUND: (mini) => mini.answer('userTokenVerify', 'USER_NOT_FOUND'),
};

test('each refusal of the exchange reaches the Mini, and the log says why', async ({mini, page}) => {
  const body = await mini.open('fixtures/minis/points');
  await expect(body.getByRole('heading', {name: '120 points'})).toBeVisible();

  for (const [code, cause] of Object.entries(CAUSES)) {
    await test.step(code, async () => {
      await cause(mini);
      await page.reload();
      await expect(body.getByRole('heading', {name: `Not available: ${code}`})).toBeVisible();
      expect(mini.requests.last(VERIFY)?.problem?.cause).toContain(`userTokenVerify answered ${code}: `);
    });
  }
});

test('a token past its life is refused by userTokenVerify', async ({mini, page}) => {
  await mini.clock.freeze('2026-11-20T12:00:00Z');
  await mini.answer('generateUserToken', {expiresAt: '2027-11-20T12:00:00Z'});
  const body = await mini.open('fixtures/minis/points');
  await expect(body.getByRole('heading', {name: '120 points'})).toBeVisible();
  await mini.clock.advance('24h');
  expect(await page.evaluate(() => new Date().toISOString())).toBe('2026-11-21T12:00:00.000Z');
  await body.getByRole('button', {name: 'Refresh'}).click();
  await expect(body.getByRole('heading', {name: 'Not available: TOKEN_EXPIRED'})).toBeVisible();
  await expect(mini.requests).toHaveRequest(POINTS, {status: 401});
});

test('a deleted user has no token, and her old one is worth nothing', async ({mini, page}) => {
  const body = await mini.open('fixtures/minis/points');
  await expect(body.getByRole('heading', {name: '120 points'})).toBeVisible();
  const sendAgain = await withOwnToken(page);
  await mini.deleteUser();
  expect(await sendAgain()).toEqual([401, {error: 'USER_NOT_FOUND'}]);
  await mini.clock.advance('25h');
  expect(await sendAgain()).toEqual([401, {error: 'TOKEN_EXPIRED'}]);
  await body.getByRole('button', {name: 'Refresh'}).click();
  await expect(body.getByRole('heading', {name: 'Sign in to Shop to see your points'})).toBeVisible();
});

/** Takes a token that the backend has not seen yet; sends it from the Mini's page, whenever called. */
async function withOwnToken(page: Page): Promise<() => Promise<unknown>> {
  const token = await page.evaluate(async () => {
    const {minisSDK} = window as never as {
      minisSDK: {generateUserToken(): Promise<{data: {data: {token: string}}}>};
    };
    return (await minisSDK.generateUserToken()).data.data.token;
  });

  return () =>
    page.evaluate(
      async ([url, sent]) => {
        const response = await fetch(url, {headers: {Authorization: `Bearer ${sent}`}});
        return [response.status, await response.json()];
      },
      [POINTS, token] as const,
    );
}

test('429, then success; a broken connection and a wrong key are failures of the backend', async ({
  mini,
  page,
}) => {
  await mini.answer('userTokenVerify', 'TOO_MANY_REQUESTS', {times: Infinity});
  const body = await mini.open('fixtures/minis/points');
  await expect(body.getByRole('heading', {name: 'Not available: Shop answered 429'})).toBeVisible();
  await expect(mini.requests).toHaveRequest(POINTS, {status: 503});
  await mini.stopAnswering('userTokenVerify');
  await body.getByRole('button', {name: 'Refresh'}).click();
  await expect(body.getByRole('heading', {name: '120 points'})).toBeVisible();

  // A broken connection and a wrong key are failures of the backend.
  await mini.answer('userTokenVerify', 'NETWORK_ERROR', {times: Infinity});
  await page.reload();
  await expect(body.getByRole('heading', {name: /^Not available: .*fetch/})).toBeVisible();
  await mini.stopAnswering('userTokenVerify');
  await mini.answer('userTokenVerify', 'WRONG_KEY');
  await body.getByRole('button', {name: 'Refresh'}).click();
  await expect(body.getByRole('heading', {name: 'Not available: Shop answered 401'})).toBeVisible();
});

test.describe('a backend that knows only a base URL', () => {
  const api = '"$SIMHOST_URL/server.shop.app/minis/admin-api/alpha/graphql.json"';
  const command = `SHOP_MINIS_ADMIN_API=${api} node fixtures/backends/points/server.js`;

  test.use({backends: {'https://points.loyalty-sample.com': {command, register: false, clock: 'real'}}});

  test('reaches the simulation of the token that it shows', async ({mini}) => {
    const body = await mini.open('fixtures/minis/points');
    await expect(body.getByRole('heading', {name: '120 points'})).toBeVisible();
    await expect(mini.requests).toHaveRequest(VERIFY, {status: 200, outcome: 'platform'});
    await mini.signIn('bea');
    await mini.arm('aud-wrong');
    await mini.clock.advance('25h');
    await body.getByRole('button', {name: 'Refresh'}).click();
    await expect(body.getByRole('heading', {name: 'Not available: INVALID_MINI'})).toBeVisible();
  });
});

test.describe('opaque tokens', () => {
  test.use({minis: {tokenFormat: 'opaque'}});

  test('are exchanged just so', async ({mini}) => {
    const body = await mini.open('fixtures/minis/points');
    await expect(body.getByRole('heading', {name: '120 points'})).toBeVisible();
    await expect(mini.requests).toHaveRequest(POINTS, {status: 200, token: {sub: 'shop-user-7001'}});
  });
});

test.describe('a backend that reads the token itself', () => {
  test.use({
    backends: {'https://points.loyalty-sample.com': {command: 'node fixtures/backends/points/decoding.js'}},
  });

  test('is told so in the request log', async ({mini}) => {
    const body = await mini.open('fixtures/minis/points');
    await expect(body.getByRole('heading', {name: '120 points'})).toBeVisible();
    const {problem} = await mini.requests.waitFor({url: POINTS, status: 200});
    expect(problem).toMatchObject({
      cause: expect.stringContaining('for a user token that was not exchanged with userTokenVerify'),
      turn: 'backend',
    });
  });
});

test.describe('with the sheet', () => {
  test.use({minis: {consent: 'ask'}});

  for (const [button, shown] of [
    ['Allow', '120 points'],
    ["Don't allow", 'Points are for members'],
  ] as const) {
    test(`${button}: ${shown}`, async ({mini, page}) => {
      const body = await mini.open('fixtures/minis/points');
      const sheet = page.getByRole('dialog', {name: 'Share with points'});
      await expect(sheet.getByText('openid', {exact: true})).toBeVisible();
      await sheet.getByRole('button', {name: button, exact: true}).click();
      await expect(body.getByRole('heading', {name: shown})).toBeVisible();
    });
  }
});

test('a declined sheet leaves a user without a name', async ({mini}) => {
  await mini.consent('declined');
  const body = await mini.open('fixtures/minis/points');
  await expect(body.getByRole('heading', {name: 'Points are for members'})).toBeVisible();
});
