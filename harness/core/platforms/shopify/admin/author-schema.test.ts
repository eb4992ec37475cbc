import {expect, test} from '@playwright/test';
import {buildSchema, introspectionFromSchema} from 'graphql';
import {adminDeps, ask} from './admin-deps.fixture.ts';
import type {AdminDepsFixture} from './admin-deps.fixture.ts';
import {answerAdmin} from './answer-admin.ts';

/** A schema with fields that simhost does not simulate. */
const SDL = `
  schema { query: QueryRoot mutation: Mutation }
  scalar DateTime
  type QueryRoot {
    shop: Shop!
    theme(id: ID!): Theme
    themes(first: Int, roles: [Role!] = [MAIN]): ThemeConnection
    node(id: ID!): Node
  }
  type Mutation { themeCreate(name: String!): ThemePayload }
  interface Node { id: ID! }
  type Shop implements Node { id: ID! name: String! nickname: String mood: Mood! opened: DateTime! old: Int @deprecated }
  enum Mood { GOOD BAD }
  enum Role { MAIN DEMO }
  type Theme implements Node { id: ID! }
  type ThemePayload { theme: Theme }
  type ThemeConnection { nodes: [Theme!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
`;

function withSchema(text: string): AdminDepsFixture & {reads: () => number} {
  let reads = 0;
  const schema = {
    read: async () => {
      reads += 1;
      return text;
    },
  };
  return {...adminDeps(), schema, reads: () => reads};
}

const INTROSPECTION = JSON.stringify(introspectionFromSchema(buildSchema(SDL)));

test('answers every field of the schema, and reports those that the world does not know', async () => {
  const deps = withSchema(INTROSPECTION);
  const answer = await ask(
    deps,
    '{ shop { name nickname mood } themes(first: 2) { nodes { id } } theme(id: "gid://shopify/Theme/1") { id } }',
  );
  expect(answer).toMatchObject({
    data: {
      shop: {name: 'Acme Outfitters', nickname: expect.any(String), mood: 'GOOD'},
      themes: {nodes: []},
      theme: null,
    },
    extensions: {simhost: {generated: ['shop.nickname', 'shop.mood']}},
  });
});

test('a mutation that the world cannot carry out fails by name', async () => {
  expect(
    await ask(withSchema(INTROSPECTION), 'mutation { themeCreate(name: "Dawn") { theme { id } } }'),
  ).toMatchObject({
    data: {themeCreate: null},
    errors: [
      {message: expect.stringContaining('"themeCreate"'), extensions: {code: 'SIMHOST_NOT_SIMULATED'}},
    ],
  });
});

test('a field that the schema lacks fails as on the platform', async () => {
  expect(await ask(withSchema(INTROSPECTION), '{ shop { nmae } }')).toMatchObject({
    errors: [{message: "Field 'nmae' doesn't exist on type 'Shop'", extensions: {code: 'undefinedField'}}],
  });
});

test('states deprecated fields, and checks default values and enums', async () => {
  const deps = withSchema(JSON.stringify({data: introspectionFromSchema(buildSchema(SDL))}));
  const caller = {access: 'offline', scopes: [], staff: null} as const;
  const answer = await answerAdmin({version: '2026-07', body: {query: '{ shop { old } }'}, caller}, deps);
  expect(answer.isDeprecated).toBe(true);
  expect(await ask(deps, '{ themes(first: 1, roles: [NONE]) { nodes { id } } }')).toMatchObject({
    errors: [{extensions: {code: 'argumentLiteralsIncompatible'}}],
  });
});

test('the file is read once', async () => {
  const deps = withSchema(INTROSPECTION);
  await ask(deps, '{ shop { name } }');
  await ask(deps, '{ shop { id } }');
  expect(deps.reads()).toBe(1);
});

for (const text of ['not json', '{}', '{"__schema": {"types": [], "directives": []}}'])
  test(`refuses the schema file ${text}`, async () => {
    await expect(ask(withSchema(text), '{ shop { name } }')).rejects.toMatchObject({
      code: 'ERR_BAD_ADMIN_SCHEMA',
    });
  });
