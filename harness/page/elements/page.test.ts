import {expect} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

test('a page shows its actions, the primary one as primary', async ({show}) => {
  const page = await show(`
    <s-page heading="Rewards">
      <s-button slot="breadcrumb-actions" href="/orders">Orders</s-button>
      <s-button slot="primary-action">Redeem</s-button>
      <s-button slot="secondary-actions">Share</s-button>
      <s-text>Body</s-text>
    </s-page>`);

  await expect(page.getByRole('link', {name: 'Orders'})).toBeVisible();
  await expect(page.getByRole('button', {name: 'Redeem'}).locator('.face')).toHaveAttribute(
    'data-variant',
    'primary',
  );

  await expect(page.getByRole('button', {name: 'Share'}).locator('.face')).toHaveAttribute(
    'data-variant',
    'auto',
  );

  await expect(page.getByText('Body')).toBeVisible();
});

test('a section is a region named by its heading, or by its accessibility label', async ({show, set}) => {
  const page = await show('<s-section heading="Points">120<s-button>Redeem</s-button></s-section>');
  await expect(page.getByRole('region', {name: 'Points', exact: true})).toContainText('120');
  await expect(page.getByRole('region', {name: 'Points'}).getByRole('button', {name: 'Redeem'})).toHaveText(
    'Redeem',
  );

  await set('s-section', {accessibilityLabel: 'Loyalty points'});
  await expect(page.getByRole('region', {name: 'Loyalty points', exact: true})).toBeVisible();
});
