import {
  Kind,
  TypeInfo,
  isObjectType,
  parse,
  print,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type {DocumentNode, FieldNode, FragmentDefinitionNode, GraphQLSchema} from 'graphql';
import type {GraphQLBody} from '../../graphql.ts';
import type {FieldResolver, TypeResolvers} from '../graphql/query-context.ts';
import {selectedOf} from './selected-value.ts';

/** The scalar of a field that only the test's own resolver knows. */
const AUTHORED = 'SimhostAuthored';

/** A query whose fields of the test are known to the schema. */
export interface AuthoredQuery {
  readonly body: GraphQLBody;
  /** The fields that the schema must have besides its own, in SDL; null for none. */
  readonly sdl: string | null;
  readonly resolvers: TypeResolvers;
}

/** A field of the query, with its place in the schema. */
interface AuthoredField {
  readonly type: string;
  readonly node: FieldNode;
  readonly resolve: FieldResolver;
}

/**
 * Prepares a query for fields that the schema lacks and a resolver of the test answers. Such a field becomes a scalar,
 * whose value is what the query selects of the resolver's result.
 */
export function withAuthoredFields(
  body: GraphQLBody,
  schema: GraphQLSchema,
  resolvers: TypeResolvers,
): AuthoredQuery {
  const document = parsed(body.query);
  if (document === null || resolvers.size === 0) return {body, sdl: null, resolvers};

  const fields: AuthoredField[] = [];
  const rewritten = rewrite(document, schema, resolvers, fields);
  if (fields.length === 0) return {body, sdl: null, resolvers};

  const lines = new Set(
    fields.map(({type, node}) => `${type} { ${node.name.value}(call: Int): ${AUTHORED} }`),
  );
  const sdl = [`scalar ${AUTHORED}`, ...[...lines].map((line) => `extend type ${line}`)].join('\n');
  return {
    body: {...body, query: print(withoutUnused(rewritten, document))},
    sdl,
    resolvers: withCalls(resolvers, fields, fragmentsOf(document), body.variables ?? {}),
  };
}

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}

/** Replaces the arguments and the selection of each field of the test by its number. */
function rewrite(
  document: DocumentNode,
  schema: GraphQLSchema,
  resolvers: TypeResolvers,
  fields: AuthoredField[],
): DocumentNode {
  const types = new TypeInfo(schema);
  const seen = new Map<string, number>();

  const numberOf = (type: string, node: FieldNode, resolve: FieldResolver): number => {
    const key = `${type} ${print(node)}`;
    const number = seen.get(key) ?? fields.push({type, node, resolve}) - 1;
    seen.set(key, number);
    return number;
  };

  const visitor = visitWithTypeInfo(types, {
    Field(node) {
      const parent = types.getParentType();
      if (!isObjectType(parent) || parent.getFields()[node.name.value] !== undefined) return undefined;

      const resolve = resolvers.get(parent.name)?.[node.name.value];
      if (resolve === undefined) return undefined;
      const {selectionSet: _, ...kept} = node;
      const value = {kind: Kind.INT, value: String(numberOf(parent.name, node, resolve))} as const;
      return {...kept, arguments: [{kind: Kind.ARGUMENT, name: {kind: Kind.NAME, value: 'call'}, value}]};
    },
  });
  return visit(document, visitor);
}

/** Removes the variables and fragments that only the removed parts of a query used. */
function withoutUnused(rewritten: DocumentNode, original: DocumentNode): DocumentNode {
  const [before, after] = [usedIn(original), usedIn(rewritten)];
  const isLost = (name: string): boolean => before.has(name) && !after.has(name);

  return visit(rewritten, {
    VariableDefinition: ({variable}) => (isLost(`$${variable.name.value}`) ? null : undefined),
    FragmentDefinition: ({name}) => (isLost(`...${name.value}`) ? null : undefined),
  });
}

function usedIn(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({name}) => void names.add(`$${name.value}`),
    FragmentSpread: ({name}) => void names.add(`...${name.value}`),
  });
  return names;
}

function withCalls(
  resolvers: TypeResolvers,
  fields: readonly AuthoredField[],
  fragments: readonly FragmentDefinitionNode[],
  variables: Readonly<Record<string, unknown>>,
): TypeResolvers {
  const all = new Map(resolvers);
  const call: FieldResolver = async (source, {call: number}) => {
    const field = fields[Number(number)];
    if (field === undefined) return null;

    const {node, resolve} = field;
    const given = (node.arguments ?? []).map(({name, value}) => [
      name.value,
      valueFromASTUntyped(value, {...variables}),
    ]);
    const value: unknown = await resolve(source, Object.fromEntries(given));
    return selectedOf(value, node.selectionSet, fragments);
  };

  for (const {type, node} of fields) all.set(type, {...all.get(type), [node.name.value]: call});
  return all;
}

function fragmentsOf({definitions}: DocumentNode): readonly FragmentDefinitionNode[] {
  return definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
}
