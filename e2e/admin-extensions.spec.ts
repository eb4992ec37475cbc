import {writeFile} from 'node:fs/promises';
import {expect, test} from 'simhost/playwright';
import {coreOf} from './core-of.ts';
import {showing, writeExtension} from './written-extension.ts';

const BLOCK = 'admin.product-details.block.render';
const ACTION = 'admin.product-details.action.render';

test('a block is a card on the page of a product', async ({host, page, simulation}, testInfo) => {
  const [product] = simulation.world.products;
  const source = showing(
    '[shopify.extension.target, shopify.data.selected[0].id, shopify.i18n.formatNumber(1000)]',
  );
  const block = await host.mount(await writeExtension(BLOCK, source, testInfo));

  await expect(block).toHaveText(`${BLOCK},${product?.id},1,000`);
  expect(new URL(page.url()).pathname).toBe(`/store/acme/products/${product?.id.split('/').at(-1)}`);
  await expect(page.getByRole('heading', {level: 1, name: String(product?.title)})).toBeVisible();
  await expect(page.getByRole('region', {name: 'At a target'}).getByText(BLOCK)).toBeVisible();
});

test('a block reads the product that the test selects', async ({host, page, simulation}, testInfo) => {
  const product = simulation.world.products[2];
  const folder = await writeExtension(BLOCK, showing('shopify.data.selected.map(({id}) => id)'), testInfo);
  const block = await host.mount(folder, {selected: [product?.id ?? '']});

  await expect(block).toHaveText(product?.id ?? '');
  await expect(page.getByRole('heading', {level: 1, name: String(product?.title)})).toBeVisible();
});

test('an action is a modal that More actions opens', async ({host, page}, testInfo) => {
  const source = `export default () => {
    const button = document.createElement('s-button');
    button.textContent = 'Done';
    button.addEventListener('click', () => shopify.close());
    document.body.append(button);
  };`;
  const action = await host.mount(await writeExtension(ACTION, source, testInfo));

  await expect(page.getByRole('dialog', {name: 'At a target'})).toBeVisible();
  await action.getByRole('button', {name: 'Done'}).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(host.calls).toHaveCall('close');

  await page.getByRole('button', {name: 'More actions'}).click();
  await page.getByRole('menuitem', {name: 'At a target'}).click();
  await expect(
    page.getByRole('dialog', {name: 'At a target'}).getByRole('button', {name: 'Done'}),
  ).toBeVisible();
});

test('storage keeps JSON for the whole app, and refuses what does not fit', async ({host}, testInfo) => {
  const source = `export default async () => {
    const {storage} = shopify;
    await storage.set('a', {points: 1});
    await storage.setMany({b: 2, c: undefined});
    const seen = [
      await storage.get('a'),
      (await storage.get('z')) === undefined,
      await storage.getMany(['b', 'z']),
      [...(await storage.entries())],
      await storage.delete('a'),
      await storage.delete('a'),
      await storage.deleteMany(['b', 'c']),
      await storage.set('d', 'x'.repeat(100)).catch(({name}) => name),
    ];
    await storage.clear();
    const text = document.createElement('s-text');
    text.textContent = JSON.stringify([...seen, [...(await storage.entries())].length]);
    document.body.append(text);
  };`;
  const block = await host.mount(await writeExtension(BLOCK, source, testInfo), {storageLimit: 100});

  await expect(block).toHaveText(
    '[{"points":1},true,[2,null],[["a",{"points":1}],["b",2]],true,false,{"b":true,"c":false},"StorageExceededError",0]',
  );
});

test('a block leads to pages of the admin, and opens an action of the app', async ({
  host,
  page,
}, testInfo) => {
  const source = `export default () => {
    for (const address of ['shopify://admin/orders', 'extension://other']) {
      const button = document.createElement('s-button');
      button.textContent = address;
      button.addEventListener('click', () => shopify.navigation.navigate(address));
      document.body.append(button);
    }
  };`;
  const block = await host.mount(await writeExtension(BLOCK, source, testInfo));
  await host.mount(await writeExtension(ACTION, showing('"other"'), testInfo, {name: 'other'}));
  await page.getByRole('button', {name: 'Close'}).click();

  await block.getByRole('button', {name: 'extension://other'}).click();
  await expect(page.getByRole('dialog').getByText('other', {exact: true})).toBeVisible();
  await page.getByRole('button', {name: 'Close'}).click();

  await block.getByRole('button', {name: 'shopify://admin/orders'}).click();
  await expect(page).toHaveURL(/\/store\/acme\/orders$/);
  await expect(page.getByRole('heading', {level: 1, name: 'Orders'})).toBeVisible();
});

test('a member that a target lacks reads undefined, with a notice', async ({host, simulation}, testInfo) => {
  const source = showing('[typeof shopify.navigation, typeof shopify.toast, typeof shopify.close]');
  const action = await host.mount(await writeExtension(ACTION, source, testInfo));

  await expect(action).toHaveText('undefined,undefined,function');
  expect(simulation.notices.all.map(({message}) => message)).toEqual([
    `shopify.navigation is undefined: ${ACTION} does not have it.`,
    `shopify.toast is undefined: ${ACTION} does not have it.`,
  ]);
});

test('a target that the admin does not have is refused with the nearest name', async ({host}, testInfo) => {
  const folder = await writeExtension('admin.product-detials.block.render', showing('1'), testInfo);
  await expect(host.mount(folder)).rejects.toThrow(/Did you mean "admin\.product-details\.block\.render"\?/);
});

test('requests of an extension carry the origin of the platform', async ({host}, testInfo) => {
  const block = await host.mount(await writeExtension(BLOCK, showing('location.origin'), testInfo));
  await expect(block).toHaveText('https://extensions.shopifycdn.com');
});

for (const [answer, shown, notices] of [
  ['({display: shopify.data.selected.length === 1})', true, []],
  ['({display: false})', false, []],
  ['true', false, [/answered true\..* does not show/]],
  ['Promise.reject(new Error("No access."))', false, [/threw: No access\. So "/]],
] as const) {
  test(`an action whose condition answers ${answer} is ${shown ? 'in' : 'not in'} the menu`, async ({
    host,
    page,
    simulation,
  }, testInfo) => {
    const toml = '  [extensions.targeting.should_render]\n  module = "./src/condition.js"\n';
    const folder = await writeExtension(ACTION, showing('"rendered"'), testInfo, {toml});
    await writeFile(`${folder}/src/condition.js`, `export default async () => ${answer};`);
    const action = await host.mount(folder);

    await expect(action).toBeVisible({visible: shown});
    await expect(page.getByRole('dialog')).toBeVisible({visible: shown});
    await expect(page.locator('button[aria-haspopup=menu]', {hasText: 'More actions'})).toBeVisible({
      visible: shown,
    });
    expect(simulation.notices.all).toHaveLength(notices.length);
    for (const [index, notice] of notices.entries())
      expect(simulation.notices.all[index]?.message).toMatch(notice);
  });
}

test('settings change metafields of the world, and refuse a value of another type', async ({
  host,
  simulation,
}, testInfo) => {
  const source = `export default async () => {
    const apply = (change) => shopify.applyMetafieldChange(change);
    const seen = [
      await apply({type: 'updateMetafield', key: 'limit', namespace: 'custom', value: 5, valueType: 'number_integer'}),
      await apply({type: 'updateMetafield', key: 'limit', namespace: 'custom', value: 'many'}),
      await apply({type: 'updateMetafield', key: '', value: 'x'}),
      await apply({type: 'updateMetafield', key: 'gone', namespace: 'custom', value: 'x'}),
      await apply({type: 'removeMetafield', key: 'gone', namespace: 'custom'}),
    ];
    const text = document.createElement('s-text');
    text.textContent = seen.map(({type, message = ''}) => type + ' ' + message).join('|') + shopify.data.metafields.length;
    document.body.append(text);
  };`;
  const folder = await writeExtension('admin.discount-details.function-settings.render', source, testInfo);
  const settings = await host.mount(folder);

  await expect(settings).toHaveText(
    'success |error The value does not fit the type number_integer.|error The change has no key.|success |success 0',
  );
  expect(coreOf(simulation).live.records.otherMetafields).toMatchObject([
    {target: {type: 'discount'}, metafield: {namespace: 'custom', key: 'limit', value: 5}},
  ]);

  const reading = showing('shopify.data.metafields[0].value');
  const target = 'admin.discount-details.function-settings.render';
  const again = await host.mount(await writeExtension(target, reading, testInfo, {name: 'again'}));
  await expect(again).toHaveText('5');
});

test('the heading of an action names its dialog, and a collapsed block shows its summary', async ({
  host,
  page,
}, testInfo) => {
  const outer = (tag: string, properties: object): string => `export default () => {
    const outer = Object.assign(document.createElement('${tag}'), ${JSON.stringify(properties)});
    const button = document.createElement('s-button');
    button.textContent = 'Change';
    button.addEventListener('click', () => (outer.heading = 'Changed'));
    outer.append(button);
    document.body.append(outer);
  };`;

  const summary = 'Three notes, the newest one of which is from today';
  const notes = outer('s-admin-block', {heading: 'Notes', collapsedSummary: summary});
  const block = await host.mount(await writeExtension(BLOCK, notes, testInfo, {name: 'notes'}));
  const card = page.getByRole('region', {name: 'At a target'});
  await card.getByRole('button', {name: 'Collapse', expanded: true}).click();
  await expect(block).toBeHidden();
  await expect(card.getByRole('heading')).toHaveText('Notes');
  await expect(card.getByText('Three notes, the newest one of…', {exact: true})).toBeVisible();
  await card.getByRole('button', {name: 'Expand', expanded: false}).click();
  await expect(block.getByRole('button', {name: 'Change'})).toBeVisible();

  const action = await host.mount(await writeExtension(ACTION, outer('s-admin-action', {}), testInfo));
  await expect(page.getByRole('dialog', {name: 'At a target'})).toBeVisible();
  await action.getByRole('button', {name: 'Change'}).click();
  await expect(page.getByRole('dialog', {name: 'Changed'}).getByRole('heading')).toHaveText(['Changed']);
});

test('a toast of app home is over the modal that the app opens', async ({host, page}, testInfo) => {
  const source = `export default () => {
    document.body.innerHTML = '<s-page heading="Home"><s-button command="--show" commandFor="modal">Open</s-button>' +
      '<s-modal id="modal" heading="Ask">Sure?</s-modal></s-page>';
    shopify.toast.show('Before', {duration: 60000});
  };`;
  const home = await host.mount(await writeExtension('admin.app.home.render', source, testInfo));
  const box = await page.getByText('Before', {exact: true}).boundingBox();
  if (box === null) throw new Error('The page has no toast.');
  const clip = {x: box.x + 8, y: box.y + 8, width: box.width - 16, height: box.height - 16};
  const picture = async (): Promise<string> => (await page.screenshot({clip})).toString('base64');
  const before = await picture();

  await home.getByRole('button', {name: 'Open'}).click();
  await expect(home.getByRole('dialog', {name: 'Ask'})).toBeVisible();
  await expect.poll(picture).toBe(before);
});
