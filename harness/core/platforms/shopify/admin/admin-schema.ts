import type {GraphQLSchema} from 'graphql';
import {LazySchema} from '../graphql/lazy-schema.ts';
import {publishedVersions} from '../graphql/published/releases.ts';
import {typesOfVersion} from '../graphql/schema-facts.ts';
import type {TypeFacts} from '../graphql/schema-facts.ts';
import {typesOfSdl} from '../graphql/sdl-facts.ts';
import {ADMIN_PARTS} from './admin-parts.ts';

/** The long enums that the Admin API and the Storefront API share. */
const SHARED_ENUMS = ['CountryCode', 'CurrencyCode', 'LanguageCode'];

const schemas = new Map<string, Promise<GraphQLSchema>>();

/**
 * Returns the schema of what simhost simulates of the Admin API, in one version.
 *
 * @param more more types and fields, in SDL. Default: none
 */
export function adminSchema(version: string, more = ''): Promise<GraphQLSchema> {
  const key = `${version} ${more}`;
  const known = schemas.get(key);
  if (known !== undefined) return known;

  const made = makeSchema(version, more);
  schemas.set(key, made);
  return made;
}

async function makeSchema(version: string, more: string): Promise<GraphQLSchema> {
  const sdl = [...ADMIN_PARTS.map((part) => part.sdl), ...(more === '' ? [] : [more])];
  return new LazySchema([...typesOfSdl(sdl, version), ...(await sharedEnums())]);
}

async function sharedEnums(): Promise<readonly TypeFacts[]> {
  const {FACTS} = await import('../graphql/published/storefront.ts');
  return typesOfVersion(FACTS, publishedVersions('storefront').at(-1) ?? '').filter(({name}) =>
    SHARED_ENUMS.includes(name),
  );
}
