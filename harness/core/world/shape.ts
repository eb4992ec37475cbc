/**
 * Shapes: tables that say which values a field of a change may have. One table checks a test's values, names
 * wrong ones, and drives the generated tests.
 */
import {SimhostError} from '../../errors.ts';
import type {ErrorCode} from '../../error-codes.ts';
import {didYouMean} from '../../known-values.ts';
import {kindOf, shown, written} from '../../shown-value.ts';

const LONGEST_EXAMPLE = 240;

/** The values that one place may have. */
export interface Shape<Value> {
  /** The values in words, as they follow "Give": `a whole number from 1 up`. */
  readonly expected: string;
  /** A value that is accepted. */
  readonly example: Value;
  /** The value of `undefined` and of a missing key. `'refused'` leaves the field of a partial change as it is. */
  readonly unset: 'refused' | 'null' | 'omitted';
  /** The shapes of an object's fields. */
  readonly fields?: Readonly<Record<string, Shape<unknown>>>;
  /** The shape of an array's items. */
  readonly item?: Shape<unknown>;
  /**
   * Checks a value and returns it as the world keeps it.
   *
   * @param path the place of the value, for example `order.lines[0].quantity`
   * @param expected the expected values in an error about the place itself; default: that of the shape
   * @throws {SimhostError} `ERR_BAD_OPTION` or the shape's own code for a wrong value, `ERR_UNKNOWN_OPTION` for
   *   an unknown field
   */
  read(given: unknown, path: string, expected?: string): Value;
}

/** The shape of a field that may be missing. */
export interface OptionalShape<Value> extends Shape<Value | undefined> {
  readonly unset: 'omitted';
}

/** A shape for each field: a field that is added to the type without one is a compile error. */
export type FieldShapes<Fields> = {
  readonly [Key in keyof Fields]-?: Partial<Pick<Fields, Key>> extends Pick<Fields, Key>
    ? OptionalShape<Exclude<Fields[Key], undefined>>
    : Shape<Fields[Key]>;
};

/** Some fields of an object. `undefined` unsets what can be unset, and leaves the rest as it is. */
export type PartOf<Fields> = {readonly [Key in keyof Fields]?: Fields[Key] | undefined};

/** Creates the shape of a single value, which `accepts` checks. */
export function single<Value>({
  expected,
  example,
  accepts,
  code = 'ERR_BAD_OPTION',
  hint = () => undefined,
}: {
  readonly expected: string;
  readonly example: Value;
  readonly accepts: (given: unknown) => boolean;
  readonly code?: ErrorCode;
  /** A sentence for a value that comes near. */
  readonly hint?: (given: unknown) => string | undefined;
}): Shape<Value> {
  return {
    expected,
    example,
    unset: 'refused',
    read(given, path, wanted = expected) {
      if (accepts(given)) return given as Value;
      const near = hint(given);
      throw new SimhostError(code, `${path} is ${shown(given)}.`, {
        next: `${near === undefined ? '' : `${near} `}Give ${wanted}.`,
      });
    },
  };
}

/** Creates the shape of a string of a few: the keys of `values`, so that the compiler reports a missing one. */
export function oneOf<Value extends string>(values: Readonly<Record<Value, true>>): Shape<Value> {
  const known = Object.keys(values) as Value[];
  const [example] = known;
  if (example === undefined) throw new Error('oneOf needs at least one value.');

  return single({
    expected:
      known.length === 1
        ? shown(example)
        : `${known.slice(0, -1).map(shown).join(', ')} or ${shown(known.at(-1))}`,
    example,
    accepts: (given) => known.includes(given as Value),
    hint: (given) => didYouMean(given, known, {label: null}) || undefined,
  });
}

/** Adds `null` to the values of a shape. */
export function nullable<Value>(shape: Shape<Value>): Shape<Value | null> {
  const expected = `${shape.expected}, or null`;
  return {
    ...shape,
    expected,
    unset: 'null',
    read: (given, path) => (given === null ? null : shape.read(given, path, expected)),
  };
}

/** Adds `undefined` and a missing field to the values of a shape. */
export function optional<Value>(shape: Shape<Value>): OptionalShape<Value> {
  const expected = `${shape.expected}, or leave it out`;
  return {
    ...shape,
    expected,
    unset: 'omitted',
    read: (given, path) => (given === undefined ? undefined : shape.read(given, path, expected)),
  };
}

/** Creates the shape of an array. */
export function list<Value>(item: Shape<Value>): Shape<readonly Value[]> {
  const example = [item.example];
  const expected = isShort(example)
    ? `an array such as ${written(example)}`
    : `an array of ${item.expected.replace(/^an object/, 'objects')}`;

  return {
    expected,
    example,
    unset: 'refused',
    item,
    read(given, path, wanted = expected) {
      if (!Array.isArray(given)) throw wrongValue(path, given, wanted);
      return Array.from(given, (each: unknown, index) => item.read(each, `${path}[${index}]`));
    },
  };
}

/**
 * Adds a rule about the whole value to a shape. `rule` returns the wrong place within the value and the values
 * that are expected there, or null.
 */
export function ruled<Value>(
  shape: Shape<Value>,
  rule: (value: Value) => {readonly at: string; readonly given: unknown; readonly expected: string} | null,
): Shape<Value> {
  return {
    ...shape,
    read(given, path, expected) {
      const value = shape.read(given, path, expected);
      const broken = rule(value);
      if (broken !== null) throw wrongValue(`${path}.${broken.at}`, broken.given, broken.expected);
      return value;
    },
  };
}

/** Whether an example is short enough to be part of a message. */
export function isShort(example: unknown): boolean {
  return written(example).length <= LONGEST_EXAMPLE;
}

/** Creates the error for a value of the wrong kind, which may hold a secret. The message shows only its kind. */
export function wrongKind(path: string, given: unknown, expected: string): SimhostError {
  return new SimhostError('ERR_BAD_OPTION', `${path} is ${kindOf(given)}.`, {next: `Give ${expected}.`});
}

/** Creates the error for a wrong value. An empty path is the change itself. */
export function wrongValue(path: string, given: unknown, expected: string): SimhostError {
  return new SimhostError('ERR_BAD_OPTION', `${path === '' ? 'The change' : path} is ${shown(given)}.`, {
    next: `Give ${expected}.`,
  });
}
