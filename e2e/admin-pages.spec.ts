import {expect, test} from 'simhost/playwright';
import {showing, writeExtension} from './written-extension.ts';

const BLOCK = 'admin.product-details.block.render';

test('host.goto leads to pages of the admin, and a block gets the resource of its page', async ({
  host,
  page,
  simulation,
}, testInfo) => {
  const [first, second, third] = simulation.world.products;
  const [order] = simulation.world.orders;
  const title = page.getByRole('heading', {level: 1});
  const block = await host.mount(
    await writeExtension(BLOCK, showing('shopify.data.selected[0].id'), testInfo),
  );
  await expect(block).toHaveText(first?.id ?? '');

  await host.goto(second?.id ?? '');
  await expect(title).toHaveText(second?.title ?? '');
  await expect(block).toHaveText(second?.id ?? '');

  await host.goto('shopify://admin/orders');
  await expect(page).toHaveURL('https://admin.shopify.com/store/acme/orders');
  await expect(title).toHaveText('Orders');
  await expect(block).toBeHidden();

  await host.goto(order?.id ?? '');
  await expect(title).toHaveText(order?.name ?? '');

  await host.goto(`/store/acme/products/${third?.id.split('/').at(-1)}`);
  await expect(title).toHaveText(third?.title ?? '');
  await expect(block).toHaveText(third?.id ?? '');

  await page.goBack();
  await expect(title).toHaveText(order?.name ?? '');
  await expect(host.goto('shopify://admin/prodcuts')).rejects.toThrow(
    'Did you mean "shopify://admin/products"?',
  );
});

test('a block that leads to another product starts there again', async ({
  host,
  page,
  simulation,
}, testInfo) => {
  const other = simulation.world.products[1];
  const address = `shopify://admin/products/${other?.id.split('/').at(-1)}`;
  const source = `export default () => {
    const button = document.createElement('s-button');
    button.textContent = shopify.data.selected[0].id;
    button.addEventListener('click', () => shopify.navigation.navigate('${address}'));
    document.body.append(button);
  };`;
  const block = await host.mount(await writeExtension(BLOCK, source, testInfo));
  await block.getByRole('button').click();

  await expect(page.getByRole('heading', {level: 1})).toHaveText(other?.title ?? '');
  await expect(block.getByRole('button')).toHaveText(other?.id ?? '');
});
