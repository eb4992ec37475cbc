import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const BLOCK = 'purchase.checkout.block.render';

/** Sets the note at each press, and keeps the buyer. */
const NOTING = `export default async () => {
  const [text, button] = [document.createElement('s-text'), document.createElement('s-button')];
  button.textContent = 'Save';
  let presses = 0;
  button.addEventListener('click', async () => {
    const {type, message} = await shopify.applyNoteChange({type: 'updateNote', note: 'Ring twice'});
    text.textContent = ++presses + ': ' + (message ?? type);
  });
  document.body.append(text, button);
  await shopify.buyerJourney.intercept(({canBlockProgress}) => {
    console.log('canBlockProgress: ' + canBlockProgress);
    return {behavior: 'block', reason: 'not agreed', errors: [{message: 'Agree first'}]};
  });
};
`;
const BLOCK_PROGRESS = '[extensions.capabilities]\nblock_progress = true\n';

test('host-changes-limited: a limited extension changes nothing any more, and the buyer goes on', async ({
  host,
  page,
}, testInfo) => {
  const extension = await host.mount(await writeExtension(BLOCK, NOTING, testInfo, {toml: BLOCK_PROGRESS}));
  const goOn = page.getByRole('button', {name: 'Continue to shipping'});
  await goOn.press('Enter');
  await expect(page.getByRole('alert').getByText('Agree first')).toBeVisible();

  await host.arm('host-changes-limited');
  await extension.getByRole('button', {name: 'Save'}).click();
  await expect(extension.getByText('1: Too many changes: the extension is rate limited.')).toBeVisible();
  await extension.getByRole('button', {name: 'Save'}).click();
  await expect(extension.getByText('2: Too many changes: the extension is rate limited.')).toBeVisible();
  expect(host.checkout.note).toBeNull();

  await goOn.press('Enter');
  await expect.poll(() => host.checkout.step).toBe('shipping');
  await host.logs.waitFor('canBlockProgress: false');
  await host.logs.waitFor('The interceptor may not block the buyer. It made too many changes');
});

test('the same change twice in a row is a notice, and passes', async ({host}, testInfo) => {
  const extension = await host.mount(await writeExtension(BLOCK, NOTING, testInfo));
  await extension.getByRole('button', {name: 'Save'}).click();
  await expect(extension.getByText('1: success')).toBeVisible();
  expect(host.notices).toEqual([]);

  await extension.getByRole('button', {name: 'Save'}).click();
  await expect(extension.getByText('2: success')).toBeVisible();
  expect(host.notices).toMatchObject([{code: 'change-repeated'}]);
});
