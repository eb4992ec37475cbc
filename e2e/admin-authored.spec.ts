import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {buildSchema, introspectionFromSchema} from 'graphql';
import {runSpecs} from './inner-run.ts';

/** A part of the Admin API that simhost does not simulate. */
const SCHEMA = buildSchema(`
  schema { query: QueryRoot mutation: Mutation }
  type Mutation { themeDelete(id: ID!): ID }
  type QueryRoot { shop: Shop! themes(first: Int): ThemeConnection }
  type Shop { id: ID! name: String! nickname: String! }
  type ThemeConnection { nodes: [Theme!]! }
  type Theme { id: ID! name: String! }
`);

/** The configuration of the template's codegen, which writes the schema to the folder. */
const GRAPHQLRC = `import {ApiType, shopifyApiProject} from '@shopify/api-codegen-preset';
export default {projects: {default: shopifyApiProject({apiType: ApiType.Admin, outputDir: './app/generated'})}};
`;

const SPEC = `import {expect, test} from 'simhost/playwright';

test('fields of the schema and of a resolver', async ({request, simulation}) => {
  const token = await simulation.issueAdminAccessToken();
  const ask = async (query) => {
    const response = await request.post('https://acme.myshopify.com/admin/api/2026-07/graphql.json', {
      headers: {'X-Shopify-Access-Token': token},
      data: {query},
    });
    return response.json();
  };

  expect(await ask('{ shop { name nickname } }')).toMatchObject({
    data: {shop: {name: 'Acme Outfitters', nickname: expect.any(String)}},
    extensions: {simhost: {generated: ['shop.nickname']}},
  });
  expect((await ask('{ shop { mood } }')).errors[0].message).toContain('mood');

  await simulation.resolve('QueryRoot', {themes: ({}, {first}) => ({nodes: [{name: 'Dawn ' + first}]})}, {api: 'admin'});
  expect((await ask('{ themes(first: 2) { nodes { name } } }')).data).toEqual({themes: {nodes: [{name: 'Dawn 2'}]}});
});
`;

test('tests answer by the schema of the codegen, and by resolvers for the Admin API', async ({}, testInfo) => {
  test.slow();
  const folder = testInfo.outputPath('project');
  await mkdir(join(folder, 'app/generated'), {recursive: true});
  await writeFile(join(folder, '.graphqlrc.ts'), GRAPHQLRC);
  await writeFile(
    join(folder, 'app/generated/admin-2026-07.schema.json'),
    JSON.stringify({data: introspectionFromSchema(SCHEMA)}),
  );

  const {stdout} = await runSpecs(folder, {'admin.spec.ts': SPEC});
  expect(stdout).toContain('1 passed');
});
