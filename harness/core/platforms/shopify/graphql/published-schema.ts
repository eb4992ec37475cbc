import type {GraphQLSchema} from 'graphql';
import type {PublishedApi} from './published/releases.ts';

const schemas = new Map<string, Promise<GraphQLSchema>>();

/**
 * Returns the published schema of an API in one version. The facts and graphql-js are loaded at the first call, so that
 * a process that never queries does not pay for them.
 */
export function publishedSchema(api: PublishedApi, version: string): Promise<GraphQLSchema> {
  const key = `${api} ${version}`;
  const known = schemas.get(key);
  if (known !== undefined) return known;

  const loaded = loadSchema(api, version);
  schemas.set(key, loaded);
  return loaded;
}

async function loadSchema(api: PublishedApi, version: string): Promise<GraphQLSchema> {
  const [{LazySchema}, {typesOfVersion}, {FACTS}] = await Promise.all([
    import('./lazy-schema.ts'),
    import('./schema-facts.ts'),
    loadFacts(api),
  ]);

  return new LazySchema(typesOfVersion(FACTS, version));
}

function loadFacts(api: PublishedApi): Promise<{readonly FACTS: readonly string[]}> {
  return api === 'storefront'
    ? import('./published/storefront.ts')
    : import('./published/customer-account.ts');
}
