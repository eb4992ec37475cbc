import {writeFile} from 'node:fs/promises';
import type {TestInfo} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

test.use({app: {scopes: ['read_products']}});

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
