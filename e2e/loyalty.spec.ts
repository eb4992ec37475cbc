import {expect, test} from 'simhost/playwright';

const POINTS = 'https://loyalty.example.com/api/points';

test.use({
  app: {clientId: 'loyalty-client-id', clientSecret: 'loyalty-client-secret'},
  backends: {'https://loyalty.example.com': {command: 'node fixtures/backends/loyalty/server.js'}},
});

test('a signed-in customer sees the points that the backend answered', async ({host}) => {
  const extension = await host.mount('fixtures/extensions/loyalty');
  await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();

  await expect(host.requests).toHaveRequest(POINTS, {
    status: 200,
    preflight: 'allowed',
    origin: 'null',
    token: {sub: host.customer.id, dest: 'acme.myshopify.com', aud: 'loyalty-client-id'},
  });
});

test('another customer sees their own points', async ({host}) => {
  const extension = await host.mount('fixtures/extensions/loyalty');
  await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
  await host.signIn('bea');
  await expect(extension.getByRole('heading', {name: '10 points'})).toBeVisible();
  expect(host.requests.last(POINTS)?.token).toMatchObject({sub: 'gid://shopify/Customer/7002'});
});

test.describe('a guest', () => {
  test.use({customer: null});

  test('is invited without a token, sees points after signing in, and none after signing out', async ({
    host,
  }) => {
    const extension = await host.mount('fixtures/extensions/loyalty');
    await expect(extension.getByText('Sign in to collect points')).toBeVisible();
    expect(host.requests.last(POINTS)).toBeUndefined();

    await host.signIn('ada');
    await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
    await host.signOut();
    await expect(extension.getByText('Sign in to collect points')).toBeVisible();
  });
});

for (const app of [
  {scopes: ['read_orders'], protectedCustomerData: true},
  {scopes: ['read_customers'], protectedCustomerData: false},
]) {
  test.describe(`an app with ${JSON.stringify(app)}`, () => {
    test.use({app: {clientId: 'loyalty-client-id', clientSecret: 'loyalty-client-secret', ...app}});

    test('sends a token without sub', async ({host}) => {
      await host.mount('fixtures/extensions/loyalty');
      const {token} = await host.requests.waitFor({url: POINTS, status: 200});
      expect(token).toHaveProperty('jti');
      expect(token).not.toHaveProperty('sub');
    });
  });
}

test('a stale token is refreshed, not shown as an error', async ({host}) => {
  await host.arm('exp-past-60');
  const extension = await host.mount('fixtures/extensions/loyalty');
  await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
  await expect(host.requests).toHaveRequest(POINTS, {status: 401, case: 'exp-past-60'});
  await expect(host.requests).toHaveRequest(POINTS, {status: 200, case: null});
});

test('a wrong token is refused and the log says why, and a platform without one is told to the customer', async ({
  host,
}) => {
  for (const id of ['key-wrong', 'aud-wrong'] as const) {
    await test.step(id, async () => {
      await host.arm(id);
      const extension = await host.mount('fixtures/extensions/loyalty');
      await expect(extension.getByText('We could not show your points')).toBeVisible();
      const {problem} = await host.requests.waitFor({url: POINTS, status: 401, case: id});
      expect(problem?.cause).toContain(`this is the right answer to ${id} (`);
    });
  }

  await test.step('host-reject', async () => {
    await host.arm('host-reject');
    const extension = await host.mount('fixtures/extensions/loyalty');
    await expect(extension.getByText('Your points are not available right now')).toBeVisible();
    await expect
      .poll(() => host.logs.all.map(({text}) => text).join())
      .toContain('SessionTokenApiError: Error fetching session token.');
  });
});

test('the page holds one token until it expires', async ({host}) => {
  const extension = await host.mount('fixtures/extensions/loyalty');
  const first = await host.requests.waitFor({url: POINTS, status: 200});

  await extension.getByRole('button', {name: 'Refresh'}).click();
  await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
  await expect
    .poll(() => host.requests.all.filter(({method, url}) => method === 'GET' && url === POINTS).length)
    .toBe(2);

  expect(host.requests.last(POINTS)?.token?.['jti']).toBe(first.token?.['jti']);
});

test.describe('a French customer', () => {
  test.use({locale: 'fr'});

  test('reads French', async ({host}) => {
    const extension = await host.mount('fixtures/extensions/loyalty');
    await expect(extension.getByRole('button', {name: 'Actualiser'})).toBeVisible();
  });
});

test.describe('a backend that is down', () => {
  test.use({backends: {'https://loyalty.example.com': 'http://127.0.0.1:9'}});

  test('is told to the customer, and by name to the test', async ({host}) => {
    const extension = await host.mount('fixtures/extensions/loyalty');
    await expect(extension.getByText('Our points service cannot be reached')).toBeVisible();
    expect(host.requests.last(POINTS)?.problem?.headline).toContain('127.0.0.1:9');
  });
});

test('settings that a merchant made reach the extension, and are held against the fields', async ({host}) => {
  const extension = await host.mount('fixtures/extensions/loyalty', {
    settings: {program: 'Circle of friends'},
  });

  await expect(extension.getByRole('heading', {name: 'Circle of friends'})).toBeVisible();
  await expect(host.mount('fixtures/extensions/loyalty', {settings: {progam: 'x'}})).rejects.toThrow(
    /progam[\s\S]*program/,
  );
});
