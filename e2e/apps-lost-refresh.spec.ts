import type {Locator} from '@playwright/test';
import {expect} from 'simhost/playwright';
import {test} from './apps.fixture.ts';

const PLAIN = 'https://back-in-stock.example.com';
const SCOPES = ['read_products', 'write_products'];

// The access token ends after 60 minutes. Apps renew it when less than five minutes are left.
const NEARLY_OVER = '56m';

test.describe('an app that only refreshes', () => {
  const app = {
    clientId: 'e91b3f5a7c2d4068b4a3928170f6e5d4',
    clientSecret: 'secret of back in stock',
    scopes: SCOPES,
    url: PLAIN,
  };

  test.use({app, backends: {[PLAIN]: {command: 'node server.js', cwd: 'fixtures/apps/plain-app'}}});

  test('recovers, because the used refresh token works until its replacement is used', async ({
    admin,
    shop,
  }) => {
    const {create, status} = await loseRefresh(admin);

    await create.click();
    await expect(status).toHaveText('Created Wool blanket (ACTIVE)');
    expect(statuses(admin, shop)).toEqual([200, 520, 200]);
  });

  test.describe('on a platform without a retry window', () => {
    test.use({app: {...app, authorization: {refreshRetry: 'none'}}});

    test('is locked out, also after the merchant opens it again', async ({admin, shop}) => {
      const {create, status} = await loseRefresh(admin);

      await admin.open();
      await create.click();
      await expect(status).toHaveText('The token endpoint answered 401.');
      expect(statuses(admin, shop)).toEqual([200, 520, 401]);
    });
  });
});

type Fixtures = Parameters<Parameters<typeof test>[2]>[0];

/** Opens the app and uses it twice, the second time with the answer to its refresh lost. */
async function loseRefresh(admin: Fixtures['admin']): Promise<Record<'create' | 'status', Locator>> {
  const app = await admin.open();
  const create = app.getByRole('button', {name: 'Create a product'});
  const status = app.getByRole('status');
  await create.click();
  await expect(status).toHaveText('Created Wool blanket (ACTIVE)');

  await admin.clock.advance(NEARLY_OVER);
  await admin.arm('refresh-answer-lost', {times: 1});
  await create.click();
  await expect(status).toHaveText('The token endpoint answered 520.');
  return {create, status};
}

/** The answers of the token endpoint, oldest first. */
function statuses(admin: Fixtures['admin'], shop: Fixtures['shop']): (number | null)[] {
  return admin.requests.matching(`https://${shop.domain}/admin/oauth/access_token`).map(({status}) => status);
}
