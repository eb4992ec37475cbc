import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {buildSchema, introspectionFromSchema} from 'graphql';
import {RELEASES} from '../harness/core/platforms/shopify/graphql/published/releases.ts';
import {VERSIONS_PAGE, withVersions} from './generate-published-schemas.mjs';
import {factsOf, splitFacts} from './schema-facts.mjs';

const VERSIONS = ['2025-01', '2025-04', '2025-07'];

test('a member has the versions that it is in, and none if its type has the same', () => {
  const facts = factsOf(
    [
      'type Query { shop: Shop! old(id: ID!): Int } type Shop { name: String! }',
      'type Query { shop: Shop! old(id: ID!): Int } type Shop { name: String! }',
      'type Query { shop: Shop! } type Shop { name: String! plan(first: Int = 3): Plan } enum Plan { BASIC PLUS }',
    ].map(schemaOf),
    VERSIONS,
  );

  expect(facts.get('Query')).toBe('type Query\n  old(id: ID!): Int until 2025-04\n  shop: Shop!');
  expect(facts.get('Shop')).toBe('type Shop\n  name: String!\n  plan(first: Int = 3): Plan since 2025-07');
  expect(facts.get('Plan')).toBe('enum Plan since 2025-07\n  = BASIC PLUS');
});

test('a field that becomes deprecated is two facts', () => {
  const facts = factsOf(
    ['type Query { a: Int }', 'type Query { a: Int @deprecated }'].map(schemaOf),
    VERSIONS.slice(0, 2),
  );
  expect(facts.get('Query')).toBe('type Query\n  a: Int deprecated since 2025-04\n  a: Int until 2025-01');
});

test('a field that is missing in a version between is an error', () => {
  const schemas = ['type Query { a: Int b: Int }', 'type Query { b: Int }', 'type Query { a: Int b: Int }'];
  expect(() => factsOf(schemas.map(schemaOf), VERSIONS)).toThrow('"a: Int" is gone in a version between.');
});

test('a type stays in its file when types before it come and go', () => {
  const facts = new Map([
    ['Cart', 'type Cart'],
    ['Shop', 'type Shop'],
    ['Video', 'type Video'],
  ]);
  expect([...splitFacts(facts, ['A', 'ShopPay'])]).toEqual([
    ['from-a', ['type Cart', 'type Shop']],
    ['from-shop-pay', ['type Video']],
  ]);
});

test('the page lists the releases', () => {
  const page = readFileSync(VERSIONS_PAGE, 'utf8');
  expect(withVersions(page, RELEASES)).toBe(page);
});

/** Introspects a schema as the packages do, without the types of introspection. */
function schemaOf(sdl) {
  return introspectionFromSchema(buildSchema(sdl), {descriptions: false})['__schema'];
}
