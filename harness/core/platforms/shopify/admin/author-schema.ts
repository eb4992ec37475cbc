import type {GraphQLSchema, IntrospectionSchema} from 'graphql';
import {SimhostError} from '../../../../errors.ts';
import {isRecord} from '../../../../records.ts';
import {typesOfIntrospection} from '../graphql/introspection-facts.ts';
import {LazySchema} from '../graphql/lazy-schema.ts';
import type {AdminSchema} from './admin-schema-option.ts';

/** The schemas that were read. A file of the platform has several megabytes. */
const schemas = new WeakMap<AdminSchema, Promise<GraphQLSchema>>();

/**
 * Returns the author's own schema of the Admin API, which has every field of the platform.
 *
 * @throws {SimhostError} `ERR_BAD_ADMIN_SCHEMA` for a file that is not an introspection of that API
 */
export function authorSchema(given: AdminSchema): Promise<GraphQLSchema> {
  const known = schemas.get(given);
  if (known !== undefined) return known;

  const made = readSchema(given);
  schemas.set(given, made);
  return made;
}

async function readSchema(given: AdminSchema): Promise<GraphQLSchema> {
  const read = parsed(await given.read());
  const data = isRecord(read) && isRecord(read['data']) ? read['data'] : read;
  const schema = isRecord(data) ? data['__schema'] : undefined;
  if (!isRecord(schema) || !Array.isArray(schema['types'])) throw badSchema('it has no __schema');

  const types = typesOfIntrospection(schema as unknown as IntrospectionSchema);
  if (!types.some(({name}) => name === 'QueryRoot')) throw badSchema('it has no type QueryRoot');
  return new LazySchema(types);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badSchema('it is not JSON');
  }
}

function badSchema(cause: string): SimhostError {
  return new SimhostError('ERR_BAD_ADMIN_SCHEMA', `The schema of the Admin API cannot be used: ${cause}.`, {
    next: 'Write it again with the codegen of your app: npm run graphql-codegen.',
  });
}
