import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {DefinitionNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionNode} from 'graphql';
import {SimhostError} from '../../errors.ts';
import {displayPath} from './display-path.ts';

/** The module of a `.graphql` file, and the files that its `#import` lines name. */
export interface GraphqlModule {
  readonly code: string;
  readonly imported: readonly string[];
}

/**
 * Makes a module of a `.graphql` file, as the GraphQL loader of Shopify's CLI does: the parsed document is the default
 * export, and each named operation is an export with the fragments that it uses.
 *
 * @throws {SimhostError} `ERR_EXTENSION_BUILD` with file, line and column
 * @see https://github.com/luckycatfactory/esbuild-graphql-loader
 */
export async function graphqlModule(path: string, text: string): Promise<GraphqlModule> {
  const {Kind} = await import('graphql');
  const imported = new Set<string>();
  const definitions = await definitionsOf(path, text, imported);

  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const exports = operations.flatMap((operation) =>
    operation.name === undefined
      ? []
      : [
          `export const ${operation.name.value} = ${documentOf([operation, ...fragmentsOf(operation, fragments)])};`,
        ],
  );

  return {
    code: [`export default ${documentOf(definitions)};`, ...exports].join('\n'),
    imported: [...imported],
  };
}

function documentOf(definitions: readonly DefinitionNode[]): string {
  return JSON.stringify({kind: 'Document', definitions});
}

/** Reads the definitions of a file, after those of the files that it imports. */
async function definitionsOf(
  path: string,
  text: string,
  imported: Set<string>,
): Promise<readonly DefinitionNode[]> {
  const before: DefinitionNode[] = [];
  for (const [, quoted = ''] of text.matchAll(/^# ?import (.*)$/gm)) {
    const other = join(dirname(path), quoted.replaceAll(/["'\r]/g, ''));
    if (other === path || imported.has(other)) continue;

    imported.add(other);
    const content = await readFile(other, 'utf8').catch((cause: unknown) => {
      throw new SimhostError(
        'ERR_EXTENSION_BUILD',
        `${displayPath(path)} imports ${displayPath(other)}, which does not exist.`,
        {
          next: 'Correct the path after #import.',
          cause,
        },
      );
    });
    before.push(...(await definitionsOf(other, content, imported)));
  }

  return [...before, ...(await parseFile(path, text))];
}

async function parseFile(path: string, text: string): Promise<readonly DefinitionNode[]> {
  const {GraphQLError, parse} = await import('graphql');
  try {
    return parse(text, {noLocation: true}).definitions;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const position = error.locations?.[0];
    const line = text.split(/\r?\n/)[(position?.line ?? 1) - 1]?.trim() ?? '';
    throw new SimhostError('ERR_EXTENSION_BUILD', `${displayPath(path, position)}: ${error.message}`, {
      next: `Correct this line: ${JSON.stringify(line)}.`,
      cause: error,
    });
  }
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * Finds the fragments as the loader does: it looks for spreads one level below the fields of an operation, and directly
 * in fragments, and no deeper. (Only fields have `arguments`, and only fields and spreads have a name.)
 */
function fragmentsOf(
  {selectionSet}: OperationDefinitionNode,
  fragments: Fragments,
): readonly FragmentDefinitionNode[] {
  const below = selectionSet.selections.flatMap((selection) =>
    'arguments' in selection ? (selection.selectionSet?.selections ?? []) : [],
  );
  return below.flatMap((selection) => spreadOf(selection, fragments));
}

function spreadOf(selection: SelectionNode, fragments: Fragments): readonly FragmentDefinitionNode[] {
  const fragment =
    'name' in selection && !('arguments' in selection) ? fragments.get(selection.name.value) : undefined;
  if (fragment === undefined) return [];
  return [...fragment.selectionSet.selections.flatMap((inner) => spreadOf(inner, fragments)), fragment];
}
