import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputType,
  GraphQLObjectType,
  GraphQLSchema,
} from 'graphql';

/** Ids and access tokens for arguments, by the field that has the argument. Others are unknown. */
export type KnownIds = Readonly<Record<string, string>>;

/** Whether a query asks for a field of a type. */
type IsAsked = (type: string, field: string) => boolean;

/**
 * Writes one query for each field of `QueryRoot`, with all fields down to a depth.
 *
 * @param isAsked leaves fields out. Default: none
 */
export function rootQueries(
  schema: GraphQLSchema,
  depth: number,
  ids: KnownIds,
  isAsked?: IsAsked,
): readonly string[] {
  return fieldsOf(schema.getQueryType()).map(
    (field) => `{ ${new Selections(schema, ids, isAsked).field(field, depth)} }`,
  );
}

/** Writes a query with all fields of a type, as if it were the root. */
export function typeQuery(schema: GraphQLSchema, type: GraphQLObjectType): string {
  return `{ ${new Selections(schema).of(type, 2)} }`;
}

/** Returns a schema that has another type as its root. */
export function withRoot(schema: GraphQLSchema, type: GraphQLObjectType): GraphQLSchema {
  return new Proxy(schema, {
    get(target, name) {
      if (name === 'getQueryType' || name === 'getRootType') return () => type;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Lists the object types of a schema, without those of introspection and the mutations. */
export function objectTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__') && type !== schema.getMutationType());
}

function fieldsOf(type: GraphQLObjectType | null | undefined): readonly GraphQLField<unknown, unknown>[] {
  return Object.values(type?.getFields() ?? {});
}

/** Writes selections. Below an abstract type each field has an alias, because its types may disagree about a name. */
class Selections {
  readonly #schema: GraphQLSchema;
  readonly #ids: KnownIds;
  readonly #isAsked: IsAsked;
  #aliases = 0;

  constructor(schema: GraphQLSchema, ids: KnownIds = {}, isAsked: IsAsked = () => true) {
    this.#schema = schema;
    this.#ids = ids;
    this.#isAsked = isAsked;
  }

  /** Selects a field, with its required arguments, and one of a page. */
  field(field: GraphQLField<unknown, unknown>, depth: number, prefix = ''): string {
    const {name, args, type} = field;
    const named = getNamedType(type);
    const id = this.#ids[name];
    const takesId = (arg: GraphQLArgument): boolean =>
      id !== undefined && ['id', 'customerAccessToken'].includes(arg.name);
    const given = args
      .filter((arg) => isRequired(arg) || arg.name === 'first' || takesId(arg))
      .map((arg) => (takesId(arg) ? `${arg.name}: "${id}"` : argument(arg)));
    const written = `${prefix}${name}${given.length === 0 ? '' : `(${given.join(', ')})`}`;

    if (isLeafType(named)) return written;
    if (isAbstractType(named)) {
      const possible = this.#schema.getPossibleTypes(named).slice(0, depth > 1 ? 50 : 0);
      const fragments = possible.map((each) => `... on ${each.name} { ${this.of(each, depth - 2, true)} }`);
      return `${written} { __typename ${fragments.join(' ')} }`;
    }

    return `${written} { ${this.of(named as GraphQLObjectType, depth - 1)} }`;
  }

  of(type: GraphQLObjectType, depth: number, hasAliases = false): string {
    const selected = fieldsOf(type)
      .filter((field) => depth > 0 || isLeafType(getNamedType(field.type)))
      .filter(({name}) => this.#isAsked(type.name, name));
    const alias = (): string => (hasAliases ? `f${this.#aliases++}: ` : '');
    return ['__typename', ...selected.map((field) => this.field(field, depth, alias()))].join(' ');
  }
}

function isRequired({type, defaultValue}: GraphQLArgument): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

function argument({name, type}: GraphQLArgument): string {
  return `${name}: ${name === 'first' ? '1' : literal(type)}`;
}

const LITERALS: Readonly<Record<string, string>> = {
  Boolean: 'false',
  Int: '1',
  Float: '1.0',
  ID: '"gid://shopify/Unknown/1"',
};

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return LITERALS[type.name] ?? '"1"';

  const fields = Object.values(type.getFields()).filter(isRequired);
  return `{${fields.map(({name, type: inner}) => `${name}: ${literal(inner)}`).join(', ')}}`;
}
