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

/** The types of a schema, made from facts when graphql-js asks for them, and their fields after that. */
export class LazyTypes {
  readonly #facts: ReadonlyMap<string, TypeFacts>;
  readonly #types = new Map<string, GraphQLNamedType>();
  /** Types as they are written: `[String!]!`. */
  readonly #references = new Map<string, GraphQLType>();

  constructor(facts: readonly TypeFacts[]) {
    for (const scalar of specifiedScalarTypes) this.#types.set(scalar.name, scalar);
    const types = facts.filter(({kind}) => kind !== 'directive');
    this.#facts = new Map(types.map((type) => [type.name, type]));
  }

  /** Lists all types, which takes some time. */
  get all(): ReadonlyMap<string, GraphQLNamedType> {
    for (const name of this.#facts.keys()) this.named(name);
    return this.#types;
  }

  /** Returns the type with a name; `undefined` for an unknown one. */
  named(name: string): GraphQLNamedType | undefined {
    const known = this.#types.get(name);
    if (known !== undefined) return known;

    const facts = this.#facts.get(name);
    const made = facts === undefined ? undefined : this.#typeOf(facts);
    if (made !== undefined) this.#types.set(name, made);
    return made;
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

  #typeOf(facts: TypeFacts): GraphQLNamedType {
    const {kind, name} = facts;
    const fields = (): Record<string, GraphQLFieldConfig<unknown, unknown>> => this.#fieldsOf(facts.members);
    const interfaces = (): GraphQLInterfaceType[] => this.#namedBy('&', facts) as GraphQLInterfaceType[];

    switch (kind) {
      case 'scalar':
        return new GraphQLScalarType({name, ...serializerOf(name)});
      case 'union':
        return new GraphQLUnionType({name, types: () => this.#namedBy('|', facts) as GraphQLObjectType[]});
      case 'enum':
        return new GraphQLEnumType({name, values: () => valuesOf(facts.members)});
      case 'input':
        return new GraphQLInputObjectType({
          name,
          fields: () => this.#inputsOf(facts.members.map(({text}) => readInput(text))),
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
  #namedBy(sign: '&' | '|', facts: TypeFacts): GraphQLType[] {
    return facts.namesWith(sign).map((name) => this.#referenceTo(name));
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

    const named = this.named(written);
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
