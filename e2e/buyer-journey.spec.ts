import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const BLOCK = 'purchase.checkout.block.render';
const BLOCK_PROGRESS = '[extensions.capabilities]\nblock_progress = true\n';

test('what an interceptor throws, or its perform, is an error of the extension, and the buyer goes on', async ({
  host,
  page,
}, testInfo) => {
  const source = `export default async () => {
  await shopify.buyerJourney.intercept(() => ({
    behavior: 'allow',
    perform() {
      throw new RangeError('cannot perform');
    },
  }));
  await shopify.buyerJourney.intercept(() => {
    throw new TypeError('cannot answer');
  });
};
`;

  await host.mount(await writeExtension(BLOCK, source, testInfo));
  await page.getByRole('button', {name: 'Continue to shipping'}).click();
  const performed = await host.errors.waitFor('cannot perform');
  expect([performed.error.name, performed.handle, performed.source]).toEqual([
    'RangeError',
    'at-target',
    'src/Target.js:5:13',
  ]);

  const answered = await host.errors.waitFor('cannot answer');
  expect([answered.error.name, answered.source]).toEqual(['TypeError', 'src/Target.js:9:11']);
  await expect.poll(() => host.checkout.step).toBe('shipping');
});

test('a step that was reached before is no way around an interceptor, and going back asks nobody', async ({
  host,
  page,
}, testInfo) => {
  const source = `export default async () => {
  await shopify.buyerJourney.intercept(() => ({behavior: 'block', reason: 'not agreed', errors: [{message: 'Agree first'}]}));
};
`;

  await host.update({checkout: {step: 'payment'}});
  await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: BLOCK_PROGRESS}));
  const steps = page.getByRole('navigation', {name: 'Steps'});
  await steps.getByRole('button', {name: 'Shipping'}).click();
  await expect(page.getByRole('button', {name: 'Return to information'})).toBeVisible();
  await page.getByRole('button', {name: 'Return to information'}).click();
  await expect(steps.getByRole('button', {name: 'Payment'})).toBeVisible();
  await steps.getByRole('button', {name: 'Payment'}).click();
  await expect(page.getByRole('alert').getByText('Agree first')).toBeVisible();
  expect(host.checkout.step).toBe('information');
});
