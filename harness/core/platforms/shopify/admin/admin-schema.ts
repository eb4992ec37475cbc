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

/** Returns the schema of what simhost simulates of the Admin API, in one version. */
export function adminSchema(version: string): Promise<GraphQLSchema> {
  const known = schemas.get(version);
  if (known !== undefined) return known;

  const made = makeSchema(version);
  schemas.set(version, made);
  return made;
}

async function makeSchema(version: string): Promise<GraphQLSchema> {
  const sdl = ADMIN_PARTS.map((part) => part.sdl);
  return new LazySchema([...typesOfSdl(sdl, version), ...(await sharedEnums())]);
}

async function sharedEnums(): Promise<readonly TypeFacts[]> {
  const {FACTS} = await import('../graphql/published/storefront.ts');
  return typesOfVersion(FACTS, publishedVersions('storefront').at(-1) ?? '').filter(({name}) =>
    SHARED_ENUMS.includes(name),
  );
}
