import {expect, test} from '@playwright/test';
import type {FieldResolver} from '../graphql/query-context.ts';
import {queryDeps} from '../graphql/query-deps.fixture.ts';
import {adminDeps, ask} from './admin-deps.fixture.ts';
import type {AdminDepsFixture} from './admin-deps.fixture.ts';

function withResolvers(
  resolvers: Readonly<Record<string, Readonly<Record<string, FieldResolver>>>>,
): AdminDepsFixture {
  return {...adminDeps(), queries: queryDeps({resolvers: new Map(Object.entries(resolvers))})};
}

test('a resolver answers a field that simhost does not simulate, as far as it is selected', async () => {
  const deps = withResolvers({
    QueryRoot: {
      themes: (_, {first, roles}) => ({
        nodes: [
          {__typename: 'OnlineStoreTheme', id: 1, name: `${String(first)} ${String(roles)}`, secret: 'no'},
        ],
      }),
    },
  });

  const query = `query Themes($n: Int!, $roles: [ThemeRole!]) {
    shop { name }
    active: themes(first: $n, roles: $roles) {
      nodes { ...Named ... on OtherType { secret } missing __typename }
    }
  }
  fragment Named on OnlineStoreTheme { title: name }`;

  expect(await ask(deps, query, {n: 2, roles: ['MAIN']})).toMatchObject({
    data: {
      shop: {name: 'Acme Outfitters'},
      active: {nodes: [{title: '2 MAIN', missing: null, __typename: 'OnlineStoreTheme'}]},
    },
  });
});

test('a resolver of the test changes nothing for fields that are simulated', async () => {
  const deps = withResolvers({Shop: {name: () => 'Globex', note: ({id}) => `note of ${String(id)}`}});
  expect(await ask(deps, '{ shop { name note other: note } }')).toMatchObject({
    data: {shop: {name: 'Globex', note: expect.stringMatching(/^note of gid/), other: expect.any(String)}},
  });
});

test('a mutation of the test is carried out once, with its input', async () => {
  const inputs: unknown[] = [];
  const deps = withResolvers({
    Mutation: {
      themeCreate: (_, {input}) => {
        inputs.push(input);
        return {theme: {id: 1}, userErrors: []};
      },
    },
  });
  const mutation = `mutation ($name: String) {
    themeCreate(input: {name: $name, role: MAIN}) { theme { id } userErrors { message } }
  }`;
  expect(await ask(deps, mutation, {name: 'Dawn'})).toMatchObject({
    data: {themeCreate: {theme: {id: 1}, userErrors: []}},
  });
  expect(inputs).toEqual([{name: 'Dawn', role: 'MAIN'}]);
});

test('a field that neither simhost nor the test knows is refused by name', async () => {
  const deps = withResolvers({QueryRoot: {themes: () => null}});
  const {errors} = (await ask(
    deps,
    '{ themes(first: 1) { nodes { id } } carrierServices(first: 1) { nodes { id } } }',
  )) as {
    errors: {message: string}[];
  };
  expect(errors[0]?.message).toContain("Field 'carrierServices' doesn't exist on type 'QueryRoot'");
});
