import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLUnionType,
  parseValue,
  specifiedScalarTypes,
  valueFromAST,
} from 'graphql';
import type {
  GraphQLArgumentConfig,
  GraphQLFieldConfig,
  GraphQLInputType,
  GraphQLNamedType,
  GraphQLOutputType,
  GraphQLType,
} from 'graphql';
import {SERIALIZERS} from './scalars.ts';
import {readField, readInput, readInputs} from './schema-facts.ts';
import type {InputFacts, TypeFacts} from './schema-facts.ts';

/** The types of a schema, made from facts. Their fields are read when graphql-js asks for them. */
export class LazyTypes {
  readonly #types = new Map<string, GraphQLNamedType>();
  /** Types as they are written: `[String!]!`. */
  readonly #references = new Map<string, GraphQLType>();

  constructor(facts: readonly TypeFacts[]) {
    for (const scalar of specifiedScalarTypes) this.#types.set(scalar.name, scalar);

    for (const type of facts)
      if (type.kind !== 'directive' && !this.#types.has(type.name))
        this.#types.set(type.name, this.#typeOf(type));
  }

  get all(): ReadonlyMap<string, GraphQLNamedType> {
    return this.#types;
  }

  /** Makes a directive: `args(country: CountryCode)`, `on QUERY MUTATION`. */
  directiveOf({name, members}: TypeFacts): GraphQLDirective {
    const textAfter = (start: string): string =>
      members.find(({text}) => text.startsWith(start))?.text.slice(start.length) ?? '';

    const locations = textAfter('on ').split(' ');

    return new GraphQLDirective({
      name,
      locations: Object.values(DirectiveLocation).filter((location) => locations.includes(location)),
      args: this.#inputsOf(readInputs(textAfter('args(').slice(0, -1))),
    });
  }

  #typeOf({kind, name, members}: TypeFacts): GraphQLNamedType {
    const fields = (): Record<string, GraphQLFieldConfig<unknown, unknown>> => this.#fieldsOf(members);
    const interfaces = (): GraphQLInterfaceType[] => this.#namedBy('&', members) as GraphQLInterfaceType[];

    switch (kind) {
      case 'scalar':
        return new GraphQLScalarType({name, ...serializerOf(name)});
      case 'union':
        return new GraphQLUnionType({name, types: () => this.#namedBy('|', members) as GraphQLObjectType[]});
      case 'enum':
        return new GraphQLEnumType({name, values: () => valuesOf(members)});
      case 'input':
        return new GraphQLInputObjectType({
          name,
          fields: () => this.#inputsOf(members.map(({text}) => readInput(text))),
        });
      case 'interface':
        return new GraphQLInterfaceType({name, interfaces, fields});
      default:
        return new GraphQLObjectType({name, interfaces, fields});
    }
  }

  #fieldsOf(members: TypeFacts['members']): Record<string, GraphQLFieldConfig<unknown, unknown>> {
    const fields: Record<string, GraphQLFieldConfig<unknown, unknown>> = {};

    for (const {text, isDeprecated} of members) {
      if (text.startsWith('&')) continue;
      const {name, type, args} = readField(text);

      fields[name] = {
        type: this.#referenceTo(type) as GraphQLOutputType,
        args: this.#inputsOf(args),
        ...(isDeprecated ? {deprecationReason: 'deprecated'} : {}),
      };
    }

    return fields;
  }

  #inputsOf(inputs: readonly InputFacts[]): Record<string, GraphQLArgumentConfig> {
    return Object.fromEntries(
      inputs.map(({name, type: written, defaultValue}) => {
        const type = this.#referenceTo(written) as GraphQLInputType;
        if (defaultValue === undefined) return [name, {type}];
        return [name, {type, defaultValue: valueFromAST(parseValue(defaultValue), type)}];
      }),
    );
  }

  /** The types that lines with a sign name: `& Node`. */
  #namedBy(sign: string, members: TypeFacts['members']): GraphQLType[] {
    return members
      .filter(({text}) => text.startsWith(sign))
      .map(({text}) => this.#referenceTo(text.slice(2)));
  }

  /** The facts are the platform's, so each reference has the kind of type that its place needs. */
  #referenceTo(written: string): GraphQLType {
    const known = this.#references.get(written);
    if (known !== undefined) return known;

    const made = this.#wrap(written);
    this.#references.set(written, made);
    return made;
  }

  #wrap(written: string): GraphQLType {
    if (written.endsWith('!')) return new GraphQLNonNull(this.#referenceTo(written.slice(0, -1)));
    if (written.startsWith('[')) return new GraphQLList(this.#referenceTo(written.slice(1, -1)));

    const named = this.#types.get(written);
    if (named === undefined) throw new Error(`The published schema has no type "${written}".`);
    return named;
  }
}

function serializerOf(name: string): {serialize?: (value: unknown) => unknown} {
  const serialize = SERIALIZERS[name];
  return serialize === undefined ? {} : {serialize};
}

/** Reads the lines of an enum: `= BLACK WHITE`. */
function valuesOf(members: TypeFacts['members']): Record<string, {deprecationReason?: string}> {
  const values = members.flatMap(({text, isDeprecated}) =>
    text
      .slice(2)
      .split(' ')
      .map((value): [string, object] => [value, isDeprecated ? {deprecationReason: 'deprecated'} : {}]),
  );

  return Object.fromEntries(values);
}
