import {expect, test} from 'simhost/playwright';
import type {MountOptions} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const BLOCK = 'purchase.checkout.block.render';
const CAPABILITIES =
  '[extensions.capabilities]\nblock_progress = true\nnetwork_access = true\napi_access = true\n';

/** Shows what it may do, tries it at the press of a button, and wants to keep the buyer. */
const SOURCE = `export default async () => {
  const [granted, outcome] = [document.createElement('s-text'), document.createElement('s-text')];
  const show = () => (granted.textContent = 'granted: ' + shopify.extension.capabilities.value.join(' '));
  show();
  shopify.extension.capabilities.subscribe(show);
  const button = Object.assign(document.createElement('s-button'), {textContent: 'Try'});
  button.addEventListener('click', async () => {
    const tried = await Promise.allSettled([fetch('https://myapp.com/a'), shopify.query('{ shop { name } }')]);
    outcome.textContent = tried.map(({status, reason}) => reason?.message ?? status).join('; ');
  });
  document.body.append(granted, outcome, button);
  await shopify.buyerJourney.intercept(({canBlockProgress}) => {
    console.log('canBlockProgress: ' + canBlockProgress);
    return {behavior: 'block', reason: 'not agreed', errors: [{message: 'Agree first'}]};
  });
};
`;

test('an extension whose merchant declined its capabilities may not use them, and may again later', async ({
  host,
  page,
}, testInfo) => {
  const folder = await writeExtension(BLOCK, SOURCE, testInfo, {toml: CAPABILITIES});
  const extension = await host.mount(folder, {declined: ['block_progress', 'network_access', 'api_access']});

  await expect(extension.getByText('granted:', {exact: true})).toBeVisible();
  await extension.getByRole('button', {name: 'Try'}).click();
  await expect(extension.getByText('fetch to https://myapp.com/a was refused')).toContainText(
    'The merchant declined network_access',
  );

  await expect(extension.getByText('shopify.query was refused')).toContainText(
    'The merchant declined api_access',
  );

  await page.getByRole('button', {name: 'Continue to shipping'}).press('Enter');
  await expect.poll(() => host.checkout.step).toBe('shipping');
  expect(host.logs.all.map(({text}) => text)).toEqual([
    'buyerJourney.intercept: the interceptor runs because the buyer goes on.',
    'canBlockProgress: false',
    "The interceptor may not block the buyer. The merchant declined block_progress: the test says so with declined: ['block_progress'].",
  ]);

  await host.update({declined: ['network_access']});
  await expect(extension.getByText('granted: api_access block_progress')).toBeVisible();
  await extension.getByRole('button', {name: 'Try'}).click();
  await expect(extension.getByText('The merchant declined network_access')).toContainText('; fulfilled');
  await page.getByRole('button', {name: 'Continue to payment'}).click();
  await expect(page.getByRole('alert').getByText('Agree first')).toBeVisible();
});

test('only what the extension declares can be declined', async ({host}, testInfo) => {
  const folder = await writeExtension(BLOCK, SOURCE, testInfo, {toml: CAPABILITIES});
  const misspelt = {declined: ['block_progres']} as unknown as MountOptions;

  await expect(host.mount(folder, misspelt)).rejects.toThrow(
    'The merchant cannot decline "block_progres": it is not declared.\nDid you mean "block_progress"?',
  );

  await expect(host.mount(folder, {declined: ['iframe.sources']})).rejects.toThrow(
    'Declared: api_access, network_access, block_progress.',
  );

  await host.mount(folder);
  await expect(host.update({declined: ['collect_buyer_consent.sms_marketing']})).rejects.toThrow(
    'it is not declared.',
  );
});
