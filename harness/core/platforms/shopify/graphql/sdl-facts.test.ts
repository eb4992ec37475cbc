import {expect, test} from '@playwright/test';
import {isObjectType, isEnumType, printType} from 'graphql';
import {LazySchema} from './lazy-schema.ts';
import {typesOfSdl} from './sdl-facts.ts';

const SDL = [
  `type QueryRoot { shop(id: ID = "gid://shopify/Shop/1", tags: [String!]! = []): Shop! }
   type Mutation
   interface Node { id: ID! }
   type Shop implements Node { id: ID! name: String! @deprecated }
   enum Plan { BASIC PLUS @since(version: "2026-04") }
   type Feed @since(version: "2026-07") { id: ID! }`,
  `extend type Shop { plan: Plan @since(version: "2026-04") email: String @until(version: "2026-01") }
   extend type Mutation { shopUpdate(name: String): Shop }`,
];

function printed(version: string, name: string): string {
  const type = new LazySchema(typesOfSdl(SDL, version)).getType(name);
  return type === undefined ? 'none' : printType(type);
}

test('joins a type with its extensions', () => {
  const schema = new LazySchema(typesOfSdl(SDL, '2026-07'));
  const mutation = schema.getMutationType();
  expect(Object.keys(mutation.getFields())).toEqual(['shopUpdate']);
  expect(isObjectType(schema.getType('Shop')) && isEnumType(schema.getType('Plan'))).toBe(true);
  expect(printed('2026-07', 'QueryRoot')).toContain(
    'shop(id: ID = "gid://shopify/Shop/1", tags: [String!]! = []): Shop!',
  );
});

test('has the members of each version only', () => {
  expect(printed('2026-01', 'Shop')).toContain('email: String');
  expect(printed('2026-01', 'Shop')).not.toContain('plan');
  expect(printed('2026-04', 'Shop')).toContain('plan: Plan');
  expect(printed('2026-04', 'Shop')).not.toContain('email');
  expect(printed('2026-01', 'Plan')).not.toContain('PLUS');
  expect(printed('unstable', 'Plan')).toContain('PLUS');
});

test('has the types of each version only', () => {
  expect(printed('2026-04', 'Feed')).toBe('none');
  expect(printed('2026-07', 'Feed')).toContain('id: ID!');
});

test('keeps interfaces and deprecations', () => {
  expect(printed('2026-07', 'Shop')).toContain('type Shop implements Node');
  expect(printed('2026-07', 'Shop')).toContain('name: String! @deprecated');
});
