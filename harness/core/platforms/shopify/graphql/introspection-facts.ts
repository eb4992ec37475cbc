import type {
  IntrospectionEnumType,
  IntrospectionField,
  IntrospectionInputValue,
  IntrospectionOutputTypeRef,
  IntrospectionInputTypeRef,
  IntrospectionSchema,
  IntrospectionType,
} from 'graphql';
import {TypeFacts} from './schema-facts.ts';

const KINDS: Readonly<Record<IntrospectionType['kind'], string>> = {
  SCALAR: 'scalar',
  OBJECT: 'type',
  INTERFACE: 'interface',
  UNION: 'union',
  ENUM: 'enum',
  INPUT_OBJECT: 'input',
};

/** Directives that every schema has. */
const OF_SPECIFICATION = ['deprecated', 'include', 'oneOf', 'skip', 'specifiedBy'];

/** Scalars that every schema has. */
const STANDARD_SCALARS = ['Boolean', 'Float', 'ID', 'Int', 'String'];

/** Reads the types out of a schema that was introspected, as codegen tools write it. */
export function typesOfIntrospection({types, directives}: IntrospectionSchema): readonly TypeFacts[] {
  const own = types.filter(({name}) => !name.startsWith('__') && !STANDARD_SCALARS.includes(name));
  const others = directives.filter(({name}) => !OF_SPECIFICATION.includes(name));

  return [
    ...own.map((type) => new TypeFacts(`${KINDS[type.kind]} ${type.name}`, linesOf(type), '')),
    ...others.map(({name, args, locations}) => {
      const lines = [`  on ${locations.join(' ')}`, `  args${argumentsText(args)}`];
      return new TypeFacts(`directive ${name}`, lines, '');
    }),
  ];
}

function linesOf(type: IntrospectionType): readonly string[] {
  switch (type.kind) {
    case 'OBJECT':
    case 'INTERFACE':
      return [...type.interfaces.map(({name}) => `  & ${name}`), ...type.fields.map(fieldLine)];
    case 'UNION':
      return type.possibleTypes.map(({name}) => `  | ${name}`);
    case 'ENUM':
      return type.enumValues.map(valueLine);
    case 'INPUT_OBJECT':
      return type.inputFields.map((field) => `  ${inputText(field)}`);
    default:
      return [];
  }
}

function fieldLine({name, args, type, isDeprecated}: IntrospectionField): string {
  const written = args.length === 0 ? '' : argumentsText(args);
  return `  ${name}${written}: ${typeText(type)}${isDeprecated ? ' deprecated' : ''}`;
}

function valueLine({name, isDeprecated}: IntrospectionEnumType['enumValues'][number]): string {
  return `  = ${name}${isDeprecated ? ' deprecated' : ''}`;
}

function argumentsText(args: readonly IntrospectionInputValue[]): string {
  return `(${args.map(inputText).join('; ')})`;
}

function inputText({name, type, defaultValue}: IntrospectionInputValue): string {
  return `${name}: ${typeText(type)}${defaultValue == null ? '' : ` = ${defaultValue}`}`;
}

function typeText(type: IntrospectionOutputTypeRef | IntrospectionInputTypeRef): string {
  if (type.kind === 'NON_NULL') return `${typeText(type.ofType)}!`;
  return type.kind === 'LIST' ? `[${typeText(type.ofType)}]` : type.name;
}
