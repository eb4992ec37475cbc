import type {NameAndValue} from '../core/cases/outgoing-request.ts';
/** Headers that hold no secret. Any other that a route needs may be a key or a session, and its value is written nowhere. */
const OPEN: ReadonlySet<string> = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'content-type',
  'host',
  'origin',
  'user-agent',
  'x-requested-with',
]);

/** The caller's headers whose values may be secrets. */
export class SecretHeaders {
  readonly #lines: readonly NameAndValue[];

  constructor(given: readonly NameAndValue[]) {
    this.#lines = given.filter(([name, value]) => value !== '' && !OPEN.has(name.toLowerCase()));
  }

  /** The variable for the value of this header, if the caller gave it. Cases send headers of that name too. */
  variableOf([name, value]: NameAndValue): string | null {
    const isSecret = this.#lines.some(
      ([known, secret]) => known.toLowerCase() === name.toLowerCase() && secret === value,
    );
    return isSecret ? variableFor(name) : null;
  }

  /** The values, and those of their parts that may be secrets, to redact in answers that repeat them. */
  get values(): readonly string[] {
    return this.#lines.flatMap(([, value]) => [
      value,
      ...wordsIn(value).filter(({length}) => length >= LONG),
      ...wordsIn(value.replaceAll(NAME, ' ')),
    ]);
  }
}

/** No part of a name, or a name that is as good as a secret. */
const LONG = 8;

/** A label of the rest: a scheme, or the name in front of a value. */
const NAME = /^[a-z-]+\s+(?=\S)|"?[\w$.-]+"?\s*[=:](?=\s*[^\s=])/gi;

function wordsIn(value: string): readonly string[] {
  return value.split(/[\s;,=:"'{}[\]]+/).filter((word) => /\w/.test(word));
}

function variableFor(header: string): string {
  return `HEADER_${header.toUpperCase().replaceAll(/[^A-Z\d]+/g, '_')}`;
}
