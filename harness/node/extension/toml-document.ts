import {TomlError, parse, type TomlTable as Values, type TomlValue} from 'smol-toml';
import type {ErrorCode} from '../../error-codes.ts';
import {SimhostError} from '../../errors.ts';
import {nearest} from '../../known-values.ts';
import type {Notice, NoticeCode} from '../../notices.ts';
import {displayPath} from './display-path.ts';
import {tomlPositions} from './toml-position.ts';

export interface TomlSource {
  readonly path: string;
  readonly text: string;
  /** The code of every error in the document. */
  readonly code: ErrorCode;
}

/** Parses TOML and returns its root table. Malformed TOML is an error with line and column. */
export function parseToml({path, text: given, code}: TomlSource): TomlTable {
  const text = given.replace(/^\uFEFF/, ' ');
  try {
    return new TomlTable({path, text, code}, '', parse(text));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ''] = error.message.replace('Invalid TOML document: ', '').split('\n');
    const line = text.split(/\r?\n/)[error.line - 1]?.trim() ?? '';
    throw new SimhostError(code, `${displayPath(path, error)}: malformed TOML: ${reason}.`, {
      next: `Correct this line: ${JSON.stringify(line)}.`,
      cause: error,
    });
  }
}

/** A table of TOML. Each reading method fails with file, line and column if the value has another type. */
export class TomlTable {
  readonly #source: TomlSource;
  readonly #path: string;
  readonly #values: Values;
  readonly #notices: Notice[];

  constructor(source: TomlSource, path: string, values: Values, notices: Notice[] = []) {
    this.#source = source;
    this.#path = path;
    this.#values = values;
    this.#notices = notices;
  }

  /** The notices so far about the whole file, from all of its tables. */
  get notices(): readonly Notice[] {
    return this.#notices;
  }

  /** Makes an error at the value of `key`, or at the table if there is none. */
  error(key: string | undefined, message: string, next: string): SimhostError {
    return new SimhostError(this.#source.code, `${this.#displayPosition(key)}: ${message}`, {next});
  }

  /** Adds a notice at the value of `key`, about something that Shopify's CLI accepts. */
  notice(code: NoticeCode, key: string | undefined, message: string, next: string): void {
    this.#notices.push({code, message: `${this.#displayPosition(key)}: ${message}`, next});
  }

  has(key: string): boolean {
    return this.#values[key] !== undefined;
  }

  value(key: string): TomlValue | undefined {
    return this.#values[key];
  }

  string(key: string): string | undefined {
    const value = this.#values[key];
    if (value === undefined || typeof value === 'string') return value;
    throw this.error(key, `"${key}" is ${kindOf(value)}, not a string.`, `Write it in quotes: ${key} = "…".`);
  }

  requiredString(key: string, what: string): string {
    const value = this.string(key)?.trim();
    if (value !== undefined && value !== '') return value;

    const mistyped = Object.keys(this.#values).find(
      (candidate) => candidate !== key && nearest(candidate, [key]) === key,
    );

    const next =
      mistyped === undefined ? `Add ${key} = "…".` : `Did you mean "${key}" instead of "${mistyped}"?`;
    throw this.error(mistyped, `${what} has no "${key}".`, next);
  }

  flag(key: string): boolean | undefined {
    const value = this.#values[key];
    if (value === undefined || typeof value === 'boolean') return value;
    throw this.error(
      key,
      `"${key}" is ${kindOf(value)}, not true or false.`,
      `Write ${key} = true, without quotes.`,
    );
  }

  strings(key: string): readonly string[] {
    const value = this.#values[key] ?? [];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    throw this.error(key, `"${key}" is not a list of strings.`, `Write ${key} = ["…"].`);
  }

  table(key: string): TomlTable | undefined {
    const value = this.#values[key];
    if (value === undefined) return undefined;
    if (isTable(value)) return new TomlTable(this.#source, this.#child(key), value, this.#notices);

    throw this.error(
      key,
      `"${key}" is ${kindOf(value)}, not a table.`,
      `Write it as [${this.#header(key)}].`,
    );
  }

  tables(key: string): readonly TomlTable[] {
    const value = this.#values[key] ?? [];
    if (Array.isArray(value) && value.every(isTable)) {
      return value.map(
        (item, index) => new TomlTable(this.#source, `${this.#child(key)}.${index}`, item, this.#notices),
      );
    }

    throw this.error(
      key,
      `"${key}" is ${kindOf(value)}, not a list of tables.`,
      `Write each as [[${this.#header(key)}]].`,
    );
  }

  /** Notices each key that is not in `known`. Shopify's CLI drops such keys silently. */
  noticeUnknownKeys(known: readonly string[]): void {
    for (const key of Object.keys(this.#values)) {
      if (known.includes(key)) continue;
      const near = this.#nearestKey(key, known);
      const next = near === undefined ? `Known: ${known.join(', ')}.` : `Did you mean "${near}"?`;
      this.notice('toml-key-unknown', key, `unknown key "${key}". Shopify's CLI ignores it.`, next);
    }
  }

  /** Fails for a key that resembles one of `known`. Others pass. */
  refuseMistyped(known: readonly string[]): void {
    for (const key of Object.keys(this.#values)) {
      if (known.includes(key)) continue;
      const near = this.#nearestKey(key, known);
      if (near !== undefined)
        throw this.error(key, `unknown key "${key}".`, `Did you mean "${near}"? Known: ${known.join(', ')}.`);
    }
  }

  #nearestKey(key: string, known: readonly string[]): string | undefined {
    return nearest(key, known) ?? known.find((candidate) => candidate.startsWith(`${key}_`));
  }

  #displayPosition(key: string | undefined): string {
    const {path, text} = this.#source;
    const positions = tomlPositions(text);
    const child = this.#child(key);
    const below = [...positions.keys()].find((candidate) => candidate.startsWith(`${child}.`));
    const position = positions.get(child) ?? positions.get(below ?? this.#path) ?? {line: 1, column: 1};
    return displayPath(path, position);
  }

  #child(key: string | undefined): string {
    return [this.#path, key].filter((part) => part !== undefined && part !== '').join('.');
  }

  #header(key: string): string {
    return this.#child(key).replaceAll(/\.\d+(?=\.|$)/g, '');
  }
}

function isTable(value: TomlValue): value is Values {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);
}

function kindOf(value: TomlValue): string {
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  return typeof value === 'object' ? 'a table' : `the ${typeof value} ${JSON.stringify(String(value))}`;
}
