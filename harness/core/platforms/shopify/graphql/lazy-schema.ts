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
  readonly #types: LazyTypes;
  readonly #facts: readonly TypeFacts[];
  /** The names of the types that implement an interface, or that a union consists of. Known once a query needs them. */
  #members: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(facts: readonly TypeFacts[]) {
    const types = new LazyTypes(facts);
    const directives = facts.filter(({kind}) => kind === 'directive');

    super({
      directives: [...specifiedDirectives, ...directives.map((directive) => types.directiveOf(directive))],
      // The platform publishes valid schemas.
      assumeValid: true,
    });

    this.#types = types;
    this.#facts = facts;
  }

  override getTypeMap(): TypeMap {
    return {...super.getTypeMap(), ...Object.fromEntries(this.#types.all)};
  }

  override getType(name: string): GraphQLNamedType | undefined {
    return this.#types.named(name) ?? super.getType(name);
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
    const types = [...this.#membersOf(name)].flatMap((member) => this.#types.named(member) ?? []);
    return {
      objects: types.filter((type) => type instanceof GraphQLObjectType),
      interfaces: types.filter(isInterfaceType),
    };
  }

  override isSubType({name}: GraphQLAbstractType, type: {readonly name: string}): boolean {
    return this.#membersOf(name).has(type.name);
  }

  #membersOf(name: string): ReadonlySet<string> {
    this.#members ??= readMembers(this.#facts);
    return this.#members.get(name) ?? new Set();
  }

  #objectType(name: string): GraphQLObjectType {
    const type = this.#types.named(name);
    if (type instanceof GraphQLObjectType) return type;
    throw new Error(`The published schema has no type "${name}".`);
  }
}

function readMembers(facts: readonly TypeFacts[]): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  const add = (abstract: string, name: string): void => {
    const names = members.get(abstract) ?? new Set();
    members.set(abstract, names.add(name));
  };

  for (const type of facts) {
    for (const member of type.namesWith('|')) add(type.name, member);
    for (const member of type.namesWith('&')) add(member, type.name);
  }

  return members;
}
