/**
 * Shapes: tables that say which values a place of a change may have. One table checks what a test gives, names what is wrong
 * with it, and drives the generated tests.
 */
import {SimhostError} from '../../errors.ts';
import {nearest} from '../../known-values.ts';
import {redact} from '../../redact.ts';
import type {ErrorCode} from '../../error-codes.ts';

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
   * The value as the world keeps it.
   *
   * @param path the place of the value, for example `order.lines[0].quantity`
   * @param expected what an error about the place itself says; default: that of the shape
   * @throws {SimhostError} `ERR_BAD_OPTION` or the shape's own code for a wrong value, `ERR_UNKNOWN_OPTION` for a field that the object lacks
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

type AnyShapes = Readonly<Record<string, Shape<unknown>>>;

export interface ObjectRules {
  /** Fields that a test cannot give, each with the reason. */
  readonly fixed?: Readonly<Record<string, string>>;
}

/** A single value: `accepts` decides, `reads` gives it another form. */
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

/** A string of a few. They are the keys of `values`, so that the compiler reports one that the type gains. */
export function oneOf<Value extends string>(values: Readonly<Record<Value, true>>): Shape<Value> {
  const known = Object.keys(values) as Value[];
  const [example] = known;
  if (example === undefined) throw new Error('There is no value to choose from.');

  return single({
    expected:
      known.length === 1
        ? shown(example)
        : `${known.slice(0, -1).map(shown).join(', ')} or ${shown(known.at(-1))}`,
    example,
    accepts: (given) => known.includes(given as Value),
    hint: (given) => didYouMean(given, known),
  });
}

/** Any value of the shape, or `null` for none. */
export function nullable<Value>(shape: Shape<Value>): Shape<Value | null> {
  const expected = `${shape.expected}, or null`;
  return {
    ...shape,
    expected,
    unset: 'null',
    read: (given, path) => (given === null ? null : shape.read(given, path, expected)),
  };
}

/** Any value of the shape, or none: the field is missing or `undefined`. */
export function optional<Value>(shape: Shape<Value>): OptionalShape<Value> {
  const expected = `${shape.expected}, or leave it out`;
  return {
    ...shape,
    expected,
    unset: 'omitted',
    read: (given, path) => (given === undefined ? undefined : shape.read(given, path, expected)),
  };
}

/** An array. */
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
      if (!Array.isArray(given)) throw wrong(path, given, wanted);
      return Array.from(given, (each: unknown, index) => item.read(each, `${path}[${index}]`));
    },
  };
}

/** A whole object: every field that is not optional must be there. */
export function object<Fields extends object>(
  fields: FieldShapes<Fields>,
  rules: ObjectRules = {},
): Shape<Fields> {
  const shapes: AnyShapes = fields;
  const example = examplesOf(shapes);
  const names = Object.keys(shapes).join(', ');
  const whole = isShort(example) ? `an object such as ${written(example)}` : `an object with ${names}`;

  return {
    expected: whole,
    example: example as Fields,
    unset: 'refused',
    fields: shapes,
    read(given, path, expected = whole) {
      const known = readKnown(given, {path, expected, shapes, rules});
      const value: Record<string, unknown> = {};

      for (const [key, shape] of Object.entries(shapes)) {
        if (known[key] !== undefined) value[key] = shape.read(known[key], placeOf(path, key));
        else if (shape.unset === 'null') value[key] = null;
        else if (shape.unset === 'refused') throw missing(key, {path, known, shapes});
      }

      return value as Fields;
    },
  };
}

/** Some fields of an object. */
export function part<Fields extends object>(
  fields: FieldShapes<Fields>,
  rules: ObjectRules = {},
): Shape<PartOf<Fields>> {
  const shapes: AnyShapes = fields;
  const some = `an object with some of ${Object.keys(shapes).join(', ')}`;
  return {
    expected: some,
    example: examplesOf(shapes),
    unset: 'refused',
    fields: shapes,
    read(given, path, expected = some) {
      const known = readKnown(given, {path, expected, shapes, rules});
      const value: Record<string, unknown> = {};

      for (const [key, shape] of Object.entries(shapes)) {
        if (!Object.hasOwn(known, key)) continue;
        if (known[key] !== undefined) value[key] = shape.read(known[key], placeOf(path, key));
        else if (shape.unset === 'null') value[key] = null;
        else if (shape.unset === 'omitted') value[key] = undefined;
      }

      return value as PartOf<Fields>;
    },
  };
}

/** A shape of several; `choose` selects it by the given value. */
export function either<Value>(
  shapes: readonly [Shape<Value>, ...Shape<Value>[]],
  choose: (given: Readonly<Record<string, unknown>>) => Shape<Value>,
): Shape<Value> {
  const [first] = shapes;
  const expected = shapes.map((shape) => shape.expected).join(', or ');
  return {
    expected,
    example: first.example,
    unset: 'refused',
    ...(first.fields === undefined ? {} : {fields: first.fields}),
    read(given, path, wanted = expected) {
      if (!isPlainObject(given)) throw wrong(path, given, wanted);
      return choose(given).read(given, path);
    },
  };
}

/** An object of several kinds, which one of the fields distinguishes. */
export function tagged<Tag extends string, Value extends {readonly [Key in Tag]: string}>(
  tag: Tag,
  shapes: {readonly [Kind in Value[Tag]]: Shape<Extract<Value, {readonly [Key in Tag]: Kind}>>},
): Shape<Value> {
  const kinds: Readonly<Record<string, Shape<Value>>> = shapes;
  const kind = oneOf<string>(Object.fromEntries(Object.keys(kinds).map((key) => [key, true as const])));
  const all = Object.values(kinds) as [Shape<Value>, ...Shape<Value>[]];
  const known = either<Value>(all, (given) => kinds[String(given[tag])] ?? all[0]);

  return {
    ...known,
    read(given, path, expected = known.expected) {
      if (isPlainObject(given)) kind.read(given[tag], placeOf(path, tag));
      return known.read(given, path, expected);
    },
  };
}

/**
 * The shape with one more rule, which sees the whole value. `rule` answers the wrong place within the value and
 * what to give there.
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
      if (broken !== null) throw wrong(`${path}.${broken.at}`, broken.given, broken.expected);
      return value;
    },
  };
}

/** A sentence that names the nearest of the known strings, if any is near. */
export function didYouMean(given: unknown, known: readonly string[]): string | undefined {
  if (typeof given !== 'string' || given.length > LONGEST_SHOWN) return undefined;
  // "country" is meant to be "countryCode", whose distance is large.
  const near =
    nearest(given, known) ??
    known.find((name) => given.length > 2 && name.toLowerCase().startsWith(given.toLowerCase()));
  return near === undefined ? undefined : `Did you mean ${shown(near)}?`;
}

/** A value as an error message shows it: as source code, on one line, cut after 80 characters. */
export function shown(value: unknown): string {
  const text = redact(written(value));
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

const LONGEST_SHOWN = 80;
const LONGEST_EXAMPLE = 240;
const DEEPEST_SHOWN = 4;

function written(value: unknown, depth = 0): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth === DEEPEST_SHOWN) return '…';
  if (Array.isArray(value))
    return `[${Array.from(value, (each: unknown) => written(each, depth + 1)).join(', ')}]`;
  if (!isPlainObject(value)) return `a ${Object.prototype.toString.call(value).slice('[object '.length, -1)}`;

  return `{${Object.entries(value)
    .map(([key, each]) => `${key}: ${written(each, depth + 1)}`)
    .join(', ')}}`;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function isShort(example: unknown): boolean {
  return written(example).length <= LONGEST_EXAMPLE;
}

function examplesOf(shapes: AnyShapes): object {
  return Object.fromEntries(Object.entries(shapes).map(([key, shape]) => [key, shape.example]));
}

function placeOf(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function wrong(path: string, given: unknown, expected: string): SimhostError {
  return new SimhostError('ERR_BAD_OPTION', `${path === '' ? 'The change' : path} is ${shown(given)}.`, {
    next: `Give ${expected}.`,
  });
}

/** The given object, if it is one and has none but known fields. */
function readKnown(
  given: unknown,
  {
    path,
    expected,
    shapes,
    rules: {fixed = {}},
  }: {path: string; expected: string; shapes: AnyShapes; rules: ObjectRules},
): Readonly<Record<string, unknown>> {
  if (!isPlainObject(given)) throw wrong(path, given, expected);
  const other = Object.keys(given).find((key) => !Object.hasOwn(shapes, key));
  if (other === undefined) return given;

  const place = placeOf(path, other);
  const reason = Object.hasOwn(fixed, other) ? fixed[other] : undefined;

  if (reason !== undefined)
    throw new SimhostError('ERR_BAD_OPTION', `${place} cannot be changed: ${reason}.`, {
      next: `Leave ${other} out.`,
    });

  const near = didYouMean(other, Object.keys(shapes));
  throw new SimhostError('ERR_UNKNOWN_OPTION', `Unknown field ${place}.`, {
    next: `${near === undefined ? '' : `${near} `}Give ${expected}.`,
  });
}

/** The first field that is missing, and the names of the others. */
function missing(
  first: string,
  {path, known, shapes}: {path: string; known: object; shapes: AnyShapes},
): SimhostError {
  const isMissing = ([key, {unset}]: [string, Shape<unknown>]): boolean =>
    unset === 'refused' && Reflect.get(known, key) === undefined;
  const others = Object.entries(shapes).flatMap((entry) =>
    entry[0] !== first && isMissing(entry) ? [entry[0]] : [],
  );

  const more = others.length === 0 ? '' : ` So ${others.length === 1 ? 'is' : 'are'} ${others.join(', ')}.`;
  return new SimhostError('ERR_BAD_OPTION', `${placeOf(path, first)} is missing.${more}`, {
    next: `Give ${shapes[first]?.expected ?? 'it'}.`,
  });
}
