import {Kind, parse, print} from 'graphql';
import type {
  DefinitionNode,
  DirectiveNode,
  EnumTypeDefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  NamedTypeNode,
  TypeNode,
} from 'graphql';
import {TypeFacts} from './schema-facts.ts';

/** The version after all others, as strings are compared. Facts without an end have it too. */
const NEWEST = '9';

/** The types of one schema by name: the header and the members, as {@link TypeFacts} reads them. */
type Blocks = Map<string, {readonly header: string; readonly lines: string[]}>;

/**
 * Reads the types of one version out of SDL. `extend type` adds members to a type of the same SDL. Fields, values and
 * types may have `@deprecated`, `@since(version: "2026-04")` and `@until(version: "2026-07")`.
 */
export function typesOfSdl(sdl: readonly string[], handle: string): readonly TypeFacts[] {
  const version = handle === 'unstable' ? NEWEST : handle;
  const blocks: Blocks = new Map();
  for (const part of sdl)
    for (const definition of parse(part, {noLocation: true}).definitions) add(definition, blocks, version);

  return [...blocks.values()].map(({header, lines}) => new TypeFacts(header, lines, version));
}

const KINDS: Readonly<Record<string, string>> = {
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
  [Kind.OBJECT_TYPE_DEFINITION]: 'type',
  [Kind.OBJECT_TYPE_EXTENSION]: 'type',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.INTERFACE_TYPE_EXTENSION]: 'interface',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.UNION_TYPE_EXTENSION]: 'union',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.ENUM_TYPE_EXTENSION]: 'enum',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: 'input',
};

function add(definition: DefinitionNode, blocks: Blocks, version: string): void {
  const kind = KINDS[definition.kind];
  if (kind === undefined || !('name' in definition) || definition.name === undefined) return;

  const {value: name} = definition.name;
  if ('directives' in definition && !isInVersion(definition.directives ?? [], version)) return;
  const lines = blocks.get(name)?.lines ?? [];
  lines.push(...membersOf(definition));
  blocks.set(name, {header: `${kind} ${name}`, lines});
}

function membersOf(definition: DefinitionNode): readonly string[] {
  const lines: string[] = [];
  if ('interfaces' in definition) lines.push(...named('&', definition.interfaces ?? []));
  if ('types' in definition) lines.push(...named('|', definition.types ?? []));
  if ('values' in definition) lines.push(...(definition.values ?? []).map(valueLine));
  if ('fields' in definition) lines.push(...(definition.fields ?? []).map(fieldLine));
  return lines;
}

function named(sign: '&' | '|', types: readonly NamedTypeNode[]): readonly string[] {
  return types.map(({name}) => `  ${sign} ${name.value}`);
}

function valueLine({name, directives = []}: NonNullable<EnumTypeDefinitionNode['values']>[number]): string {
  return `  = ${name.value}${rangeOf(directives)}`;
}

function fieldLine(field: FieldDefinitionNode | InputValueDefinitionNode): string {
  const {name, type, directives = []} = field;
  if (field.kind === Kind.INPUT_VALUE_DEFINITION) return `  ${inputText(field)}${rangeOf(directives)}`;

  const {arguments: args = []} = field;
  const written = args.length === 0 ? '' : `(${args.map(inputText).join('; ')})`;
  return `  ${name.value}${written}: ${typeText(type)}${rangeOf(directives)}`;
}

function inputText({name, type, defaultValue}: InputValueDefinitionNode): string {
  const value = defaultValue === undefined ? '' : ` = ${print(defaultValue)}`;
  return `${name.value}: ${typeText(type)}${value}`;
}

function typeText(type: TypeNode): string {
  return print(type);
}

function rangeOf(directives: readonly DirectiveNode[]): string {
  const isDeprecated = directives.some(({name}) => name.value === 'deprecated');
  const since = versionOf(directives, 'since');
  const until = versionOf(directives, 'until');
  const words = [isDeprecated ? ' deprecated' : '', since && ` since ${since}`, until && ` until ${until}`];
  return words.join('');
}

function versionOf(directives: readonly DirectiveNode[], name: 'since' | 'until'): string {
  const value = directives.find((directive) => directive.name.value === name)?.arguments?.[0]?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}

function isInVersion(directives: readonly DirectiveNode[], version: string): boolean {
  const until = versionOf(directives, 'until');
  return versionOf(directives, 'since') <= version && (until === '' || version <= until);
}
