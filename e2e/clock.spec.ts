import {expect, test} from 'simhost/playwright';

const POINTS = 'https://loyalty.example.com/api/points';
const command = 'node fixtures/backends/loyalty/server.js';

test.use({backends: {'https://loyalty.example.com': {command}}});

test('after six minutes the cached token is replaced, and the old one is refused', async ({host, page}) => {
  const extension = await host.mount('fixtures/extensions/loyalty');
  const sent = page.waitForRequest(POINTS);
  await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
  const first = await host.requests.waitFor({url: POINTS, status: 200});

  await host.clock.advance('6m');
  await extension.getByRole('button', {name: 'Refresh'}).click();
  await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
  const second = await host.requests.waitFor({url: POINTS, status: 200, token: {iat: expect.any(Number)}});
  await expect.poll(() => host.requests.last(POINTS)?.token?.['jti']).not.toBe(first.token?.['jti']);
  expect(second.status).toBe(200);

  const stale = (await (await sent).allHeaders())['authorization'] ?? '';
  const status = await page.evaluate(
    async ([url, authorization]) => (await fetch(url, {headers: {authorization}})).status,
    [POINTS, stale] as const,
  );

  expect(status).toBe(401);
  expect(host.requests.last(POINTS)?.problem?.cause).toContain('the token had expired');
});

test('a frozen clock stands still for page, sandbox and backend', async ({host}) => {
  await host.clock.freeze('2030-01-01T00:00:00Z');
  await host.mount('fixtures/extensions/loyalty');
  const {token} = await host.requests.waitFor({url: POINTS, status: 200});
  expect(token).toMatchObject({iat: Date.parse('2030-01-01T00:00:00Z') / 1000});
});

test.describe('a backend without register', () => {
  test.use({backends: {'https://loyalty.example.com': {command, register: false}}});

  test('keeps the clock from moving, by name', async ({host}) => {
    await expect(host.clock.advance('6m')).rejects.toThrow(
      /this backend keeps real time: .*node fixtures\/backends\/loyalty\/server\.js/,
    );
  });
});

test.describe('a backend that is said to keep real time', () => {
  test.use({backends: {'https://loyalty.example.com': {command, register: false, clock: 'real'}}});

  test('refuses a token from the future', async ({host}) => {
    await host.clock.advance('6m');
    const extension = await host.mount('fixtures/extensions/loyalty');
    await expect(extension.getByText('We could not show your points')).toBeVisible();
  });
});
