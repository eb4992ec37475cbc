import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const BLOCK = 'purchase.checkout.block.render';

test('the same error twice is awaited twice', async ({host}, testInfo) => {
  const source = `export default () => {
    const button = document.createElement('s-button');
    button.textContent = 'Save';
    button.addEventListener('click', () => { throw new Error('no luck'); });
    document.body.append(button);
  };`;

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
  const save = extension.getByRole('button', {name: 'Save'});

  await save.click();
  const first = await host.errors.waitFor('no luck');
  await save.click();
  const second = await host.errors.waitFor('no luck');

  expect(host.errors.all).toEqual([first, second]);
  expect(second).not.toBe(first);
});

test('a missing translation is one error of a mount that draws it twice', async ({host}, testInfo) => {
  const source = `export default () => {
    document.body.append(shopify.i18n.translate('title'), ' ', shopify.i18n.translate('title'));
  };`;

  await expect(await host.mount(await writeExtension(BLOCK, source, testInfo))).toHaveText('title title');
  await host.errors.waitFor('No translation "title"');
  expect(host.errors.all).toHaveLength(1);
});
