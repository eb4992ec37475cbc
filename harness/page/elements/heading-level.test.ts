import {expect} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

test('the page has level 1, sections follow their nesting, headings stand one below', async ({show}) => {
  const page = await show(`
    <s-page heading="Rewards" subheading="Since 2024">
      <s-section heading="Points">
        <s-heading>History</s-heading>
        <s-section heading="Pending"><s-heading>Orders</s-heading></s-section>
      </s-section>
      <s-heading>More</s-heading>
    </s-page>`);

  for (const [name, level] of [
    ['Rewards', 1],
    ['Points', 2],
    ['History', 3],
    ['Pending', 3],
    ['Orders', 4],
    ['More', 2],
  ] as const) {
    await expect(page.getByRole('heading', {name, level}), name).toBeVisible();
  }

  await expect(page.getByText('Since 2024')).toBeVisible();
});

test('a section without heading does not count', async ({show, set}) => {
  const page = await show('<s-section><s-stack><s-heading>Points</s-heading></s-stack></s-section>');
  await expect(page.getByRole('heading', {name: 'Points', level: 2})).toBeVisible();
  await set('s-section', {heading: 'Rewards'});
  await expect(page.getByRole('heading', {name: 'Points', level: 3})).toBeVisible();
});

test('the host page says where an extension stands', async ({show}) => {
  const page = await show(
    '<div data-heading-level="3"><s-section heading="Points"><s-heading>History</s-heading></s-section></div>',
  );
  await expect(page.getByRole('heading', {name: 'Points', level: 3})).toBeVisible();
  await expect(page.getByRole('heading', {name: 'History', level: 4})).toBeVisible();
});

test('a moved heading takes the level of its new place', async ({show}) => {
  const page = await show('<s-section heading="Points"></s-section><s-heading>History</s-heading>');
  await expect(page.getByRole('heading', {name: 'History', level: 2})).toBeVisible();
  await page
    .locator('s-section')
    .evaluate((section) => section.append(document.querySelector('s-heading') ?? ''));
  await expect(page.getByRole('heading', {name: 'History', level: 3})).toBeVisible();
});

test('levels end at 6', async ({show}) => {
  const page = await show(
    `${'<s-section heading="x">'.repeat(7)}<s-heading>Deep</s-heading>${'</s-section>'.repeat(7)}`,
  );
  await expect(page.getByRole('heading', {name: 'Deep', level: 6})).toBeVisible();
});

test('a presentational heading is not a heading, and none is hidden from assistive technology', async ({
  show,
}) => {
  const page = await show(`
    <s-heading accessibility-role="presentation">Looks</s-heading><s-heading accessibility-role="none">Gone</s-heading>`);
  await expect(page.getByText('Looks')).toBeVisible();
  await expect(page.getByText('Gone')).toBeVisible();
  await expect(page.getByRole('heading')).toHaveCount(0);
});
