import {SimhostError} from '../errors.ts';
import {place} from './place.ts';

/**
 * What the GraphQL loader of Shopify's CLI makes of a `.graphql` file: the parsed document as default export, and each
 * operation that has a name, with the fragments of the file, under that name.
 *
 * @see https://github.com/luckycatfactory/esbuild-graphql-loader
 */
export async function graphqlModule(path: string, text: string): Promise<string> {
  const {GraphQLError, Kind, parse} = await import('graphql');
  try {
    const {kind, definitions} = parse(text, {noLocation: true});
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const named = operations.flatMap((operation) => (operation.name === undefined ? [] : [{name: operation.name.value, operation}]));
    return [
      `export default ${JSON.stringify({kind, definitions})};`,
      ...named.map(({name, operation}) => `export const ${name} = ${JSON.stringify({kind, definitions: [operation, ...fragments]})};`),
    ].join('\n');
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const position = error.locations?.[0];
    const line = text.split(/\r?\n/)[(position?.line ?? 1) - 1]?.trim() ?? '';
    throw new SimhostError('ERR_EXTENSION_BUILD', `${place(path, position)}: ${error.message}`, {
      next: `Correct this line: ${JSON.stringify(line)}.`,
      cause: error,
    });
  }
}
