import {writeFile} from 'node:fs/promises';
import type {TestInfo} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

test.use({app: {scopes: ['read_products']}});

const EDITOR = `export default () => {
  const {request, response} = shopify.intents;
  const text = document.createElement('s-text');
  const show = () => (text.textContent = JSON.stringify(request.value));
  request.subscribe(show);
  show();
  shopify.tools.register('search', ({query}) => {
    text.textContent = query;
    return {query};
  });
  const save = document.createElement('s-button');
  save.textContent = 'Save';
  save.addEventListener('click', async () => {
    await response.ok({id: request.value?.value});
    console.log('answered');
  });
  document.body.append(text, save);
};
`;

const INVOKER = `export default () => {
  const text = document.createElement('s-text');
  const edit = document.createElement('s-button');
  edit.textContent = 'Edit';
  edit.addEventListener('click', async () => {
    const {complete} = await shopify.intents.invoke('edit:shopify/Product,gid://shopify/Product/3001', {data: {a: 1}});
    text.textContent = JSON.stringify(await complete);
  });
  document.body.append(edit, text);
};
`;

const INTENT = `
    [[extensions.targeting.intents]]
    type = "application/note"
    action = "edit"
    schema = "./note.json"
`;

const QUERY = {type: 'object', required: ['query'], properties: {query: {type: 'string'}}};
const TOOLS = [
  {name: 'search', description: 'Finds products.', inputSchema: QUERY, outputSchema: QUERY},
  {name: 'fail', description: 'Throws.', inputSchema: {}},
  {name: 'late', description: 'Is registered later.', inputSchema: {}},
  {name: 'never', description: 'Is never registered.', inputSchema: {}},
];

const SOURCE = `export default () => {
  shopify.tools.register('search', async ({query}) => {
    const {data} = await shopify.query('{products(first: 1) {nodes {id}}}');
    return {query, first: data.products.nodes[0].id};
  });
  const remove = shopify.tools.register('fail', () => {
    throw new RangeError('no such note');
  });
  setTimeout(() => shopify.tools.register('late', () => {
    remove();
    return 'not an object';
  }), 50);
  shopify.tools.register('unknown', () => ({}));
};
`;

async function writeTools(target: string, source: string, testInfo: TestInfo, toml = ''): Promise<string> {
  const folder = await writeExtension(target, source, testInfo, {toml: `tools = "./tools.json"\n${toml}`});
  await writeFile(`${folder}/tools.json`, JSON.stringify(TOOLS));
  await writeFile(`${folder}/note.json`, JSON.stringify({value: {pattern: '^note-'}, inputSchema: {}}));
  return folder;
}

test('the assistant calls tools of an extension that draws nothing', async ({host}, testInfo) => {
  await host.mount(await writeTools('admin.app.tools.data', SOURCE, testInfo));

  const found = await host.tools.call('search', {query: 'gift'});
  expect(found).toEqual({query: 'gift', first: expect.stringContaining('gid://shopify/Product/')});
  await expect(host.tools.call('search', {query: 1})).rejects.toMatchObject({
    code: 'ERR_BAD_TOOL_INPUT',
    message: expect.stringContaining('"query" should be string'),
  });
  await expect(host.tools.call('serach')).rejects.toMatchObject({
    code: 'ERR_UNKNOWN_TOOL',
    message: expect.stringContaining('Did you mean "search"?'),
  });
  await expect(host.tools.call('fail')).rejects.toMatchObject({
    code: 'ERR_TOOL_FAILED',
    message: expect.stringMatching(/threw \(src\/Target\.js:7:\d+\): RangeError: no such note/),
  });

  expect(await host.tools.call('late')).toBe('not an object');
  await expect.poll(() => host.tools.names).toEqual(['search', 'late']);
  await expect(host.tools.call('never', {}, {timeout: 300})).rejects.toMatchObject({
    code: 'ERR_NO_TOOL_RESULT',
    message: expect.stringContaining('was not registered within 0.3 s'),
  });

  const notices = host.notices.filter(({code}) => code.startsWith('tool-'));
  expect(notices.map(({code}) => code)).toEqual(['tool-undeclared', 'tool-output-unfit']);
});

test('an extension handles an intent, and its answer ends it', async ({host}, testInfo) => {
  const target = 'admin.app.intent.render';
  const folder = await writeTools(target, EDITOR, testInfo, INTENT);
  const intent = {action: 'edit', type: 'application/note', value: 'note-1', data: {title: 'Gift'}};
  const editor = await host.mount(folder, {intent});

  await expect(editor.getByText('"value":"note-1"')).toBeVisible();
  await host.tools.call('search', {query: 'from the assistant'});
  await expect(editor.getByText('from the assistant')).toBeVisible();
  await editor.getByRole('button', {name: 'Save'}).click();
  await expect(host.calls).toHaveCall('intents.response.ok', [{id: 'note-1'}]);
  await expect(editor).toBeHidden();
  await host.logs.waitFor('answered');

  await expect(host.mount(folder, {intent: {...intent, value: '1'}})).rejects.toMatchObject({
    code: 'ERR_BAD_INTENT',
    message: expect.stringContaining('value of the intent "edit:application/note" does not fit its schema'),
  });
  await expect(host.mount(folder, {intent: {...intent, action: 'edti'}})).rejects.toThrow(
    'Did you mean "edit:application/note"?',
  );
  await expect(
    host.mount(await writeExtension('admin.product-details.block.render', INVOKER, testInfo, {name: 'b'}), {
      intent,
    }),
  ).rejects.toThrow('"admin.product-details.block.render" handles no intents.');
});

test('app home answers the intent that it starts with, and stays', async ({host}, testInfo) => {
  const folder = await writeTools('admin.app.home.render', EDITOR, testInfo);
  const home = await host.mount(folder, {
    intent: {action: 'edit', type: 'application/note', value: 'note-2'},
  });
  await expect(home.getByText('note-2')).toBeVisible();
  await home.getByRole('button', {name: 'Save'}).click();
  await expect(home.getByText('null')).toBeVisible();
});

test('an intent that an extension invokes is a dialog, as in an embedded app', async ({
  host,
  page,
}, testInfo) => {
  const folder = await writeExtension('admin.product-details.block.render', INVOKER, testInfo);
  const block = await host.mount(folder);
  const edited = async (answer: string): Promise<void> => {
    await block.getByRole('button', {name: 'Edit'}).click();
    const dialog = page.getByRole('dialog', {name: 'edit shopify/Product'});
    await expect(dialog.getByText('gid://shopify/Product/3001')).toBeVisible();
    await dialog.getByRole('button', {name: answer}).click();
  };

  await edited('Save');
  await expect(
    block.getByText('{"code":"ok","data":{"id":"gid://shopify/Product/3001","a":1}}'),
  ).toBeVisible();
  await edited('Cancel');
  await expect(block.getByText('{"code":"closed"}')).toBeVisible();
});
