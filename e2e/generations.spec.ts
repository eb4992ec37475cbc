import type {Locator} from '@playwright/test';
import {expect, test} from 'simhost/playwright';

const POINTS = 'https://loyalty.example.com/api/points';

/** The same job, written with each generation of Shopify's SDK. */
const GENERATIONS: Record<string, {folder: string; target: string}> = {
  '2023-04': {
    folder: 'fixtures/extensions/loyalty-2023-04',
    target: 'Checkout::OrderStatus::Dynamic::Render',
  },
  '2023-07': {
    folder: 'fixtures/extensions/loyalty-2023-07',
    target: 'Checkout::OrderStatus::Dynamic::Render',
  },
  '2025-07': {
    folder: 'fixtures/extensions/loyalty-2025-07',
    target: 'customer-account.order-status.block.render',
  },
  '2026-07': {folder: 'fixtures/extensions/loyalty', target: 'customer-account.order-status.block.render'},
};

const AT_CHECKOUT: typeof GENERATIONS = {
  '2023-04 at checkout': {folder: 'fixtures/extensions/loyalty-2023-04', target: 'Checkout::Dynamic::Render'},
  '2023-07 at checkout': {
    folder: 'fixtures/extensions/loyalty-2023-07',
    target: 'purchase.checkout.block.render',
  },
  '2025-07 at checkout': {
    folder: 'fixtures/extensions/loyalty-2025-07',
    target: 'purchase.checkout.block.render',
  },
};

test.use({
  app: {clientId: 'loyalty-client-id', clientSecret: 'loyalty-client-secret'},
  backends: {'https://loyalty.example.com': {command: 'node fixtures/backends/loyalty/server.js'}},
});

for (const [version, {folder, target}] of Object.entries({...GENERATIONS, ...AT_CHECKOUT})) {
  test.describe(`an extension of ${version}`, () => {
    test('sends a token that the backend takes, and hears of presses, of what is typed and of new settings', async ({
      host,
    }) => {
      const extension = await host.mount(folder, {target, settings: {program: 'Circle of friends'}});
      await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
      await expect(host.requests).toHaveRequest(POINTS, {
        status: 200,
        preflight: 'allowed',
        token: {sub: host.customer.id, dest: 'acme.myshopify.com', aud: 'loyalty-client-id'},
      });

      await extension.getByRole('button', {name: 'Refresh'}).click();
      await expect
        .poll(() => host.requests.all.filter(({method, url}) => method === 'GET' && url === POINTS).length)
        .toBe(2);

      await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();

      const field = extension.getByLabel("A friend's email");
      await field.fill('grace@example.com');
      await field.blur();
      await expect(extension.getByText('You share them with grace@example.com.')).toBeVisible();
      await expect(field).toHaveValue('grace@example.com');

      await expect(extension.getByText('Circle of friends')).toBeVisible();
      await host.update({settings: {program: 'Inner circle'}});
      await expect(extension.getByText('Inner circle')).toBeVisible();
      await expect(extension.getByText('Circle of friends')).toBeHidden();
    });

    test.describe('that starts for a guest', () => {
      test.use({customer: null});

      // Each step mounts once more on the same page, so every case meets an extension that starts.
      test('invites, redraws at sign-in, recovers from an expired token, and tells of a missing one', async ({
        host,
      }) => {
        await test.step('invites a guest, and draws again for who signs in', async () => {
          const extension = await host.mount(folder, {target});
          await expect(extension.getByText('Sign in to collect points')).toBeVisible();
          expect(host.requests.last(POINTS)).toBeUndefined();
          await host.signIn('bea');
          await expect(extension.getByRole('heading', {name: '10 points'})).toBeVisible();
        });

        await test.step('recovers from a token that has expired', async () => {
          await host.arm('exp-past-60');
          const extension = await host.mount(folder, {target});
          await expect(extension.getByRole('heading', {name: '10 points'})).toBeVisible();
          await expect(host.requests).toHaveRequest(POINTS, {status: 401, case: 'exp-past-60'});
          expect(host.requests.last(POINTS)).toMatchObject({status: 200, case: null});
        });

        await test.step('tells the customer when the platform gives no token', async () => {
          await host.arm('host-reject');
          const extension = await host.mount(folder, {target});
          await expect(extension.getByText('Your points are not available right now')).toBeVisible();
        });
      });
    });
  });
}

test('extensions of four generations run on one page', async ({host, page}) => {
  const extensions: Locator[] = [];
  for (const {folder, target} of Object.values(GENERATIONS))
    extensions.push(await host.mount(folder, {target}));
  for (const extension of extensions)
    await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
  expect(page.workers()).toHaveLength(4);

  for (const extension of extensions) {
    const field = extension.getByLabel("A friend's email");
    await field.fill('grace@example.com');
    await field.blur();
    await expect(extension.getByText('You share them with grace@example.com.')).toBeVisible();
  }

  await host.signOut();
  for (const extension of extensions)
    await expect(extension.getByText('Sign in to collect points')).toBeVisible();
});
