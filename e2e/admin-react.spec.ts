import {writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {expect, test} from 'simhost/playwright';
import {coreOf} from './core-of.ts';
import {writeExtension, writeReactExtension} from './written-extension.ts';

const NOTES = 'https://notes.example.com/api/notes';
const BLOCK = 'fixtures/extensions/product-notes-2025-07';
const ACTION = 'fixtures/extensions/product-notes-2023-10';
const ACTION_TARGET = 'admin.product-details.action';

test.use({
  app: {
    clientId: 'notes-client-id',
    clientSecret: 'notes-client-secret',
    url: 'https://notes.example.com',
    scopes: ['read_products'],
  },
  backends: {'https://notes.example.com': {command: 'node fixtures/backends/notes/server.js'}},
});

test('a React block of 2025-07 reads the Admin API and writes to its own backend', async ({
  host,
  simulation,
}) => {
  const [product] = simulation.world.products;
  const block = await host.mount(BLOCK);

  await expect(block.getByRole('heading', {name: 'Notes', exact: true})).toBeVisible();
  await expect(block.getByText(`Notes about ${product?.title}`)).toBeVisible();
  await expect(block.getByText('Nobody has written a note yet.')).toBeVisible();
  await expect(host.requests).toHaveRequest(/\/api\/notes\?product=/, {
    method: 'GET',
    status: 200,
    preflight: 'allowed',
    token: {aud: 'notes-client-id', dest: 'https://acme.myshopify.com'},
  });

  await block.getByLabel('New note').fill('Order more hats');
  await block.getByLabel('New note').blur();
  await block.getByLabel('Kind').selectOption('Task');
  await block.getByRole('button', {name: 'Add note'}).click();

  await expect(block.getByText('Order more hats')).toBeVisible();
  await expect(block.getByText('Task', {exact: true}).first()).toBeVisible();
  await expect(block.getByLabel('New note')).toHaveValue('');
  await expect(host.requests).toHaveRequest(NOTES, {method: 'POST', status: 201});
});

test('an action of 2023-10 saves with the token that the admin adds, and closes', async ({
  host,
  page,
  simulation,
}) => {
  const product = simulation.world.products[1];
  const action = await host.mount(ACTION, {selected: [product?.id ?? '']});

  await expect(action.getByRole('heading', {name: 'Write a note'})).toBeVisible();
  await expect(action.getByText(`A note about ${product?.title}`)).toBeVisible();
  await action.getByRole('button', {name: 'Save'}).click();
  await expect(action.getByText('Write something first.')).toBeVisible();

  await action.getByLabel('Note').fill('Too small');
  await action.getByLabel('Note').blur();
  await action.getByRole('button', {name: 'Save'}).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(host.calls).toHaveCall('close');
  await expect(host.requests).toHaveRequest(NOTES, {
    method: 'POST',
    status: 201,
    token: {aud: 'notes-client-id'},
  });
});

test('a condition of 2025-01 decides whether the menu shows its action', async ({
  host,
  page,
  simulation,
}, testInfo) => {
  const [first, second] = simulation.world.products;
  const source = `import {AdminAction, extension} from '@shopify/ui-extensions/admin';
export default extension('${ACTION_TARGET}.render', (root) => {
  root.append(root.createComponent(AdminAction, {title: 'Archive'}, 'Sure?'));
});`;
  const condition = `import {extension} from '@shopify/ui-extensions/admin';
export default extension('${ACTION_TARGET}.should-render', ({data}) => ({
  display: data.selected[0].id === '${second?.id}',
}));`;

  const folder = await writeExtension(`${ACTION_TARGET}.render`, source, testInfo, {
    version: '2025-01',
    toml: '  [extensions.targeting.should_render]\n  module = "./src/Condition.js"\n',
    modules: resolve(BLOCK, 'node_modules'),
  });
  await writeFile(`${folder}/src/Condition.js`, condition);

  await host.mount(folder, {selected: [second?.id ?? '']});
  await expect(page.getByRole('dialog').getByText('Sure?')).toBeVisible();
  await page.getByRole('button', {name: 'Close'}).click();
  await page.getByRole('button', {name: 'More actions'}).click();
  await expect(page.getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('Escape');

  await host.mount(folder, {selected: [first?.id ?? '']});
  await page.getByRole('button', {name: 'More actions'}).click();
  await expect(page.getByRole('menuitem')).toHaveCount(1);
});

test('an API member that a version lacks reads undefined, with a notice', async ({
  host,
  simulation,
}, testInfo) => {
  const source = `import {AdminBlock, extension} from '@shopify/ui-extensions/admin';
export default extension('admin.product-details.block.render', (root, api) => {
  const members = [api.auth, api.picker, api.resourcePicker, api.navigation, api.intents.invoke];
  root.append(root.createComponent(AdminBlock, {title: 'Members'}, members.map((each) => typeof each).join()));
});`;
  const block = await host.mount(
    await writeExtension('admin.product-details.block.render', source, testInfo, {
      version: '2024-07',
      modules: resolve(BLOCK, 'node_modules'),
    }),
  );

  await expect(block.getByText('undefined,undefined,function,object,undefined')).toBeVisible();
  expect(simulation.notices.all.map(({message}) => message)).toContain(
    'api.auth is undefined: admin.product-details.block.render does not have it.',
  );
});

test('the save bar saves and resets a Form of React in the settings of a discount Function', async ({
  host,
  page,
  simulation,
}, testInfo) => {
  const target = 'admin.discount-details.function-settings.render';
  const source = `import {useState} from 'react';
import {Form, NumberField, reactExtension, Text, useApi} from '@shopify/ui-extensions-react/admin';
export default reactExtension('${target}', () => <Settings />);
function Settings() {
  const {applyMetafieldChange} = useApi('${target}');
  const [limit, setLimit] = useState(5);
  const [seen, setSeen] = useState('');
  const save = async () => {
    const change = {type: 'updateMetafield', namespace: 'custom', key: 'limit', value: limit, valueType: 'number_integer'};
    const {type, message} = await applyMetafieldChange(change);
    if (type === 'error') throw new Error(message);
    setSeen('saved ' + limit);
  };
  const reset = () => {
    setLimit(5);
    setSeen('reset');
  };
  return (
    <Form onSubmit={save} onReset={reset}>
      <NumberField label="Most items" value={limit} defaultValue={5} onChange={setLimit} />
      <Text>{seen}</Text>
    </Form>
  );
}`;
  const settings = await host.mount(
    await writeReactExtension({version: '2025-07', target, source}, testInfo),
  );
  const bar = page.getByRole('region', {name: 'Unsaved changes'});
  const limit = settings.getByLabel('Most items');
  const setLimit = async (value: string): Promise<void> => {
    await limit.fill(value);
    await limit.blur();
  };

  await expect(limit).toHaveValue('5');
  await expect(bar).toBeHidden();
  await setLimit('7');
  await bar.getByRole('button', {name: 'Save'}).click();
  await expect(settings.getByText('saved 7')).toBeVisible();
  await expect(bar).toBeHidden();
  expect(coreOf(simulation).live.records.otherMetafields).toMatchObject([
    {metafield: {key: 'limit', value: 7}},
  ]);

  await setLimit('1.5');
  await bar.getByRole('button', {name: 'Save'}).click();
  await expect(bar.getByRole('alert')).toHaveText('The value does not fit the type number_integer.');
  await bar.getByRole('button', {name: 'Discard'}).click();
  await expect(settings.getByText('reset')).toBeVisible();
  await expect(limit).toHaveValue('5');
  await expect(bar).toBeHidden();
});
