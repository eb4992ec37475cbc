import {expect, test} from '@playwright/test';
import {execute, parse, validate} from 'graphql';
import type {GraphQLObjectType, GraphQLSchema} from 'graphql';
import {objectTypes, typeQuery, withRoot} from './every-field.fixture.ts';
import {resolveField} from './field-resolver.ts';
import {publishedSchema} from './published-schema.ts';
import {publishedVersions} from './published/releases.ts';
import {queryDeps} from './query-deps.fixture.ts';

for (const api of ['storefront', 'customer-account'] as const) {
  test(`answers every field of every version of ${api} for objects without data`, async () => {
    const asked = new Set<string>();
    const failed: string[] = [];

    for (const version of publishedVersions(api)) {
      const schema = await publishedSchema(api, version);

      for (const type of objectTypes(schema)) {
        const query = typeQuery(schema, type);
        // Most types are the same in the next version.
        if (asked.has(`${type.name} ${query}`)) continue;

        asked.add(`${type.name} ${query}`);
        for (const message of await faultsOf(schema, type, query)) failed.push(`${version}: ${message}`);
      }
    }

    expect(failed).toEqual([]);
  });
}

/** Lists the errors of a query for all fields of a type: those before it runs, and those of its answer. */
async function faultsOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  query: string,
): Promise<readonly string[]> {
  const rooted = withRoot(schema, type);
  const document = parse(query);
  const {errors = []} = await execute({
    schema: rooted,
    document,
    rootValue: {},
    contextValue: {...queryDeps(), values: []},
    fieldResolver: resolveField,
  });

  return [...validate(rooted, document), ...errors].map(
    ({message, path}) => `${type.name} ${path?.join('.') ?? ''}: ${message}`,
  );
}
