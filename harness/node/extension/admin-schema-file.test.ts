import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {findAdminSchema} from './admin-schema-file.ts';

const CONFIG = `export default {projects: {default: shopifyApiProject({
  apiType: ApiType.Admin, apiVersion: ApiVersion.July26, documents: ['./app/**/*.ts'], outputDir: 'FOLDER',
})}};`;

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(path, '..'), {recursive: true});
  await writeFile(path, text);
}

test('finds the newest schema in the output folder of the nearest .graphqlrc', async ({}, testInfo) => {
  const root = testInfo.outputPath('app');
  await write(join(root, '.graphqlrc.ts'), CONFIG.replace('FOLDER', './types/out'));
  await write(join(root, 'types/out/admin-2026-04.schema.json'), 'old');
  await write(join(root, 'types/out/admin-2026-07.schema.json'), 'new');
  await write(join(root, 'types/out/storefront-2026-10.schema.json'), 'other');
  await mkdir(join(root, 'tests'), {recursive: true});

  const found = await findAdminSchema(join(root, 'tests'));
  expect(found?.path).toBe(join(root, 'types/out/admin-2026-07.schema.json'));
  expect(await found?.read()).toBe('new');
  expect(await findAdminSchema(root)).toBe(found);
});

test('finds the schema at the folder of the template without an outputDir', async ({}, testInfo) => {
  const root = testInfo.outputPath('app');
  await write(join(root, '.graphqlrc.json'), '{"projects": {}}');
  expect(await findAdminSchema(root)).toBeNull();
  await write(join(root, 'app/types/admin-2026-07.schema.json'), '{}');
  expect((await findAdminSchema(root))?.path).toBe(join(root, 'app/types/admin-2026-07.schema.json'));
});

test('finds nothing without .graphqlrc', async ({}, testInfo) => {
  const root = testInfo.outputPath('app');
  await write(join(root, 'app/types/admin-2026-07.schema.json'), '{}');
  expect(await findAdminSchema(root)).toBeNull();
});
