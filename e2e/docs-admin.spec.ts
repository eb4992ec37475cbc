import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {testsOf} from './code-blocks.ts';
import {runSpecs} from './inner-run.ts';
import {writeExtensionFolder} from './written-extension.ts';
import type {WrittenExtension} from './written-extension.ts';

const BLOCK = 'admin.product-details.block.render';

/** The extensions of the page, as short as its tests let them be. */
const EXTENSIONS: readonly WrittenExtension[] = [
  {
    handle: 'notes',
    name: 'Notes',
    target: BLOCK,
    source: 'export default () => document.body.append(shopify.data.selected[0].id);',
  },
  {
    handle: 'bundle',
    target: BLOCK,
    source: `export default () => {
      const button = document.createElement('s-button');
      button.textContent = 'Choose products';
      button.addEventListener('click', async () => {
        const picked = await shopify.resourcePicker({type: 'product', action: 'select'});
        button.after(picked.map(({title}) => title).join());
      });
      document.body.append(button);
    };`,
  },
  {
    handle: 'invoices',
    target: 'admin.order-details.print-action.render',
    source: `export default () => {
      const action = document.createElement('s-admin-print-action');
      action.src = 'data:text/html,<h1>Invoice 1001</h1>';
      document.body.append(action);
    };`,
  },
  {
    handle: 'note-tools',
    target: 'admin.app.tools.data',
    toml: 'tools = "./tools.json"\n',
    source: `export default () =>
      shopify.tools.register('search_notes', ({query}) => ({results: [{text: query}, {text: query}]}));`,
  },
  {
    handle: 'note-editor',
    target: 'admin.app.intent.render',
    toml: `
    [[extensions.targeting.intents]]
    type = "application/note"
    action = "edit"
    schema = "./note.json"
`,
    source: `export default () => {
      const save = document.createElement('s-button');
      save.textContent = 'Save';
      const {request, response} = shopify.intents;
      save.addEventListener('click', () => response.ok({id: request.value.value}));
      document.body.append(save);
    };`,
  },
];

const TOOLS = [{name: 'search_notes', description: 'Finds notes.', inputSchema: {type: 'object'}}];

test.setTimeout(240_000); // a whole inner run

test('every test of docs/admin-extensions.md passes', async ({}, testInfo) => {
  const folder = testInfo.outputPath('suite');
  const pathOf = (path: string): string => join(folder, 'extensions', path);
  for (const extension of EXTENSIONS) await writeExtensionFolder(pathOf(extension.handle), extension);
  await writeFile(pathOf('note-tools/tools.json'), JSON.stringify(TOOLS));
  await writeFile(pathOf('note-editor/note.json'), JSON.stringify({inputSchema: {type: 'object'}}));

  const tests = await testsOf('docs/admin-extensions.md');
  const specs = tests.map((code, place) => [`page-${place}.spec.ts`, code] as const);
  const {stdout} = await runSpecs(folder, Object.fromEntries(specs));
  expect(tests).toHaveLength(6);
  expect(stdout, stdout).toContain('6 passed');
});
