import {GraphQLObjectType, GraphQLSchema, isInterfaceType, isUnionType, specifiedDirectives} from 'graphql';
import type {GraphQLAbstractType, GraphQLInterfaceType, GraphQLNamedType} from 'graphql';
import {LazyTypes} from './lazy-types.ts';
import type {TypeFacts} from './schema-facts.ts';

/** Types by name, as graphql-js keeps them. */
type TypeMap = ReturnType<GraphQLSchema['getTypeMap']>;

/** The types that implement an interface, as graphql-js keeps them. */
type Implementations = ReturnType<GraphQLSchema['getImplementations']>;

/**
 * A schema that reads only the fields that a query needs.
 *
 * The constructor of `GraphQLSchema` walks through all fields of all types, which takes longer than all else before the
 * first answer. So this class gives it none, and answers the questions about types itself.
 */
export class LazySchema extends GraphQLSchema {
  readonly #types: TypeMap;
  /** The names of the types that implement an interface, or that a union consists of. */
  readonly #members: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(facts: readonly TypeFacts[]) {
    const types = new LazyTypes(facts);
    const directives = facts.filter(({kind}) => kind === 'directive');

    super({
      directives: [...specifiedDirectives, ...directives.map((directive) => types.directiveOf(directive))],
      // The platform publishes valid schemas.
      assumeValid: true,
    });

    this.#types = {...super.getTypeMap(), ...Object.fromEntries(types.all)};
    this.#members = membersOf(facts);
  }

  override getTypeMap(): TypeMap {
    return this.#types;
  }

  override getType(name: string): GraphQLNamedType | undefined {
    return this.#types[name];
  }

  override getQueryType(): GraphQLObjectType {
    return this.#objectType('QueryRoot');
  }

  override getMutationType(): GraphQLObjectType {
    return this.#objectType('Mutation');
  }

  override getPossibleTypes(abstract: GraphQLAbstractType): readonly GraphQLObjectType[] {
    return isUnionType(abstract) ? abstract.getTypes() : this.getImplementations(abstract).objects;
  }

  override getImplementations({name}: GraphQLInterfaceType): Implementations {
    const types = [...(this.#members.get(name) ?? [])].flatMap((member) => this.#types[member] ?? []);
    return {
      objects: types.filter((type) => type instanceof GraphQLObjectType),
      interfaces: types.filter(isInterfaceType),
    };
  }

  override isSubType({name}: GraphQLAbstractType, type: {readonly name: string}): boolean {
    return this.#members.get(name)?.has(type.name) === true;
  }

  #objectType(name: string): GraphQLObjectType {
    const type = this.#types[name];
    if (type instanceof GraphQLObjectType) return type;
    throw new Error(`The published schema has no type "${name}".`);
  }
}

function membersOf(facts: readonly TypeFacts[]): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  const add = (abstract: string, name: string): void => {
    const names = members.get(abstract) ?? new Set();
    members.set(abstract, names.add(name));
  };

  for (const {kind, name, members: lines} of facts) {
    for (const {text} of lines) {
      if (kind === 'union') add(name, text.slice(2));
      if (text.startsWith('&')) add(text.slice(2), name);
    }
  }

  return members;
}
