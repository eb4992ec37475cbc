import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const CHECKOUT = 'purchase.checkout.block.render';
const SUMMARY = 'purchase.checkout.reductions.render-before';
const ACCOUNT = 'customer-account.order-status.block.render';

/** Shows what is stored, and stores a text at the press of a button. */
const STORING = `export default async () => {
  const text = document.createElement('s-text');
  const show = async (found) => (text.textContent = found + ': ' + (await shopify.storage.read('seen')));
  for (const name of ['Store', 'Look']) {
    const button = Object.assign(document.createElement('s-button'), {textContent: name});
    button.addEventListener('click', async () => {
      if (name === 'Store') await shopify.storage.write('seen', shopify.extension.target);
      await show(name === 'Store' ? 'stored' : 'found');
    });
    document.body.append(button);
  }
  document.body.append(text);
  await show('stored');
};
`;

for (const [target, other, shared] of [
  [CHECKOUT, SUMMARY, false],
  [ACCOUNT, 'customer-account.profile.block.render', true],
] as const) {
  test(`storage at ${target} ${shared ? "is the app's" : "is the extension's own"}`, async ({
    host,
  }, testInfo) => {
    const one = await host.mount(await writeExtension(target, STORING, testInfo, {name: 'one'}));
    await one.getByRole('button', {name: 'Store'}).click();
    await expect(one.getByText(`stored: ${target}`)).toBeVisible();
    const again = await host.mount(
      await writeExtension(shared ? target : other, STORING, testInfo, {name: 'one'}),
    );

    await expect(again.getByText(`stored: ${target}`)).toBeVisible();
    const two = await host.mount(await writeExtension(target, STORING, testInfo, {name: 'two'}));
    await expect(two.getByText(shared ? `stored: ${target}` : 'stored: null')).toBeVisible();
  });
}

test('what is stored at checkout is not what is stored in the account', async ({host}, testInfo) => {
  const checkout = await host.mount(await writeExtension(CHECKOUT, STORING, testInfo, {name: 'one'}));
  await checkout.getByRole('button', {name: 'Store'}).click();
  await expect(checkout.getByText(`stored: ${CHECKOUT}`)).toBeVisible();
  const account = await host.mount(await writeExtension(ACCOUNT, STORING, testInfo, {name: 'one'}));
  await expect(account.getByText('stored: null')).toBeVisible();
});

test.describe('a guest', () => {
  test.use({customer: null});

  test('keeps what was stored in a checkout when signing in', async ({host}, testInfo) => {
    const extension = await host.mount(await writeExtension(CHECKOUT, STORING, testInfo));
    await extension.getByRole('button', {name: 'Store'}).click();
    await expect(extension.getByText(`stored: ${CHECKOUT}`)).toBeVisible();
    await host.signIn('ada');
    await extension.getByRole('button', {name: 'Look'}).click();
    await expect(extension.getByText(`found: ${CHECKOUT}`)).toBeVisible();
  });
});
