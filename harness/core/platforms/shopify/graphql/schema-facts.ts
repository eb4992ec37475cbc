/** The kind of a type, or `directive`, as a block of facts begins. */
export type TypeKind = 'scalar' | 'type' | 'interface' | 'union' | 'enum' | 'input' | 'directive';

/** A type of one version. Its members are read at first use, because a query is about few types. */
export class TypeFacts {
  readonly kind: TypeKind;
  readonly name: string;
  readonly #lines: readonly string[];
  readonly #version: string;
  #members: readonly MemberFacts[] | undefined;

  constructor(header: string, lines: readonly string[], version: string) {
    const [kind = '', name = ''] = header.split(' ');
    this.kind = kind as TypeKind;
    this.name = name;
    this.#lines = lines;
    this.#version = version;
  }

  /** The lines of the members, without their ranges of versions. */
  get members(): readonly MemberFacts[] {
    this.#members ??= this.#read(this.#lines);
    return this.#members;
  }

  /** Lists the names of the members with a sign: `& Node`, `| Product`. */
  namesWith(sign: '&' | '|'): readonly string[] {
    const lines = this.#lines.filter((line) => line.startsWith(`  ${sign}`));
    return this.#read(lines).map(({text}) => text.slice(2));
  }

  #read(lines: readonly string[]): readonly MemberFacts[] {
    return lines.flatMap((line) => {
      const read = readLine(line);
      const {text, isDeprecated} = read;
      return isInRange(read, this.#version) ? {text: text.slice(2), isDeprecated} : [];
    });
  }
}

/** A member of a type: a field, a value, a possible type, an interface. */
export interface MemberFacts {
  /** For example `title: String!`, `= BLACK WHITE`, `| Product`, `& Node`. */
  readonly text: string;
  readonly isDeprecated: boolean;
}

/**
 * Reads the types of one version out of the facts about all versions. A member without a range has that of its type.
 * Versions are compared as strings.
 */
export function typesOfVersion(facts: readonly string[], version: string): readonly TypeFacts[] {
  return facts
    .flatMap((part) => part.split(BLOCK))
    .flatMap((block) => {
      const [first = '', ...lines] = block.split('\n');
      const header = readLine(first);
      return isInRange(header, version) ? new TypeFacts(header.text, lines, version) : [];
    });
}

/** The end of a block: the next line is not indented. */
const BLOCK = /\n(?! )/;

/** The versions that have a line. */
interface VersionRange {
  readonly since: string;
  readonly until: string;
}

function isInRange({since, until}: VersionRange, version: string): boolean {
  return since <= version && version <= until;
}

const SINCE = ' since ';
const UNTIL = ' until ';
const DEPRECATED = ' deprecated';
const VERSION_LENGTH = 'yyyy-mm'.length;

/** Reads a line from its end: `market: Market! deprecated since 2025-07`. Most lines have no range. */
function readLine(line: string): MemberFacts & VersionRange {
  let text = line;

  const cut = (word: string): string | undefined => {
    const at = text.length - word.length - VERSION_LENGTH;
    if (at < 0 || !text.startsWith(word, at)) return undefined;

    const version = text.slice(at + word.length);
    text = text.slice(0, at);
    return version;
  };

  const until = cut(UNTIL) ?? '9';
  const since = cut(SINCE) ?? '';
  const isDeprecated = text.endsWith(DEPRECATED);
  return {text: isDeprecated ? text.slice(0, -DEPRECATED.length) : text, isDeprecated, since, until};
}

/** A field of an object, an interface or an input. */
export interface FieldFacts {
  readonly name: string;
  readonly type: string;
  readonly args: readonly InputFacts[];
}

/** An argument, or a field of an input. */
export interface InputFacts {
  readonly name: string;
  readonly type: string;
  /** The default value as a GraphQL literal. */
  readonly defaultValue: string | undefined;
}

/** Reads a line such as `variants(first: Int; reverse: Boolean = false): ProductVariantConnection!`. */
export function readField(text: string): FieldFacts {
  const open = text.indexOf('(');
  const close = text.lastIndexOf('): ');
  if (open === -1 || close === -1) {
    const [name = '', type = ''] = text.split(': ');
    return {name, type, args: []};
  }

  return {
    name: text.slice(0, open),
    type: text.slice(close + 3),
    args: readInputs(text.slice(open + 1, close)),
  };
}

/** Reads inputs such as `first: Int; reverse: Boolean = false`. No default value has a semicolon. */
export function readInputs(text: string): readonly InputFacts[] {
  return text === '' ? [] : text.split('; ').map(readInput);
}

/** Reads an input such as `reverse: Boolean = false`. */
export function readInput(text: string): InputFacts {
  const [, name = '', type = '', defaultValue] = /^(\w+): (\S+)(?: = (.*))?$/.exec(text) ?? [];
  return {name, type, defaultValue};
}
