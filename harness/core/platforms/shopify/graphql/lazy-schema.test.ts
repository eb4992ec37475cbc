import {expect, test} from '@playwright/test';
import {buildSchema, graphql, lexicographicSortSchema, printSchema, validateSchema} from 'graphql';
import type {GraphQLSchema} from 'graphql';
import {LazySchema} from './lazy-schema.ts';
import {publishedSchema} from './published-schema.ts';
import {PUBLISHED_APIS, publishedVersions} from './published/releases.ts';
import type {PublishedApi} from './published/releases.ts';
import {readInputs, typesOfVersion} from './schema-facts.ts';

const FACTS = [
  `directive inContext
  args(country: Country; tags: [String!] = ["a, b: c", "d"])
  on MUTATION QUERY
enum Country
  = CA US
  = ZZ deprecated since 2025-04
input Filter
  price: Float = 1.5
  since: Int`,
  `interface Node
  id: ID!
type Mutation
  rename(filter: Filter; id: ID!): Shop
type QueryRoot
  node(id: ID!): Node
  shop(country: Country = US): Shop!
  things: [Thing!]!
type Shop
  & Node
  id: ID!
  name: String! until 2025-01
  title: String! since 2025-04
type Tag since 2025-04
  name: String!
union Thing
  | Shop
  | Tag since 2025-04`,
];

const SDL_OF_2025_04 = `
  directive @inContext(country: Country, tags: [String!] = ["a, b: c", "d"]) on QUERY | MUTATION
  schema { query: QueryRoot mutation: Mutation }
  enum Country { CA US ZZ @deprecated(reason: "deprecated") }
  input Filter { price: Float = 1.5 since: Int }
  interface Node { id: ID! }
  type Mutation { rename(filter: Filter, id: ID!): Shop }
  type QueryRoot { node(id: ID!): Node shop(country: Country = US): Shop! things: [Thing!]! }
  type Shop implements Node { id: ID! title: String! }
  type Tag { name: String! }
  union Thing = Shop | Tag`;

test('a schema of facts prints as the schema that they describe', () => {
  const lazy = new LazySchema(typesOfVersion(FACTS, '2025-04'));
  expect(printed(lazy)).toBe(printed(buildSchema(SDL_OF_2025_04)));
});

test('an older version has other members', () => {
  const sdl = printed(new LazySchema(typesOfVersion(FACTS, '2025-01')));
  expect(sdl).toContain('name: String!');
  expect(sdl).not.toMatch(/title|Tag|ZZ/);
});

test('interfaces and unions resolve to their types', async () => {
  const schema = new LazySchema(typesOfVersion(FACTS, '2025-04'));
  const rootValue = {
    node: {__typename: 'Shop', id: '1'},
    things: [{__typename: 'Tag', name: 'new'}],
  };

  const source = '{ node(id: "1") { __typename id } things { ... on Tag { name } ... on Shop { id } } }';
  expect(await graphql({schema, source, rootValue})).toEqual({
    data: {node: {__typename: 'Shop', id: '1'}, things: [{name: 'new'}]},
  });
});

test('a default value may have commas and colons', () => {
  expect(readInputs('a: [X!]! = [A, B]; b: String = "c, d: e"; f: In = {g: 1, h: 2}')).toEqual([
    {name: 'a', type: '[X!]!', defaultValue: '[A, B]'},
    {name: 'b', type: 'String', defaultValue: '"c, d: e"'},
    {name: 'f', type: 'In', defaultValue: '{g: 1, h: 2}'},
  ]);
});

for (const api of Object.keys(PUBLISHED_APIS) as PublishedApi[]) {
  test(`the newest version of ${api} is a valid schema`, async () => {
    const schema = await publishedSchema(api, publishedVersions(api).at(-1) ?? '');
    // Without this, graphql-js takes the schema for valid, as `assumeValid` says.
    Object.assign(schema, {__validationErrors: undefined});
    expect(validateSchema(schema)).toEqual([]);
  });
}

function printed(schema: GraphQLSchema): string {
  return printSchema(lexicographicSortSchema(schema));
}
