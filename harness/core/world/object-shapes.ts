/** The shapes of objects: whole, in part, and of several kinds. */
import {SimhostError} from '../../errors.ts';
import {isShort, oneOf, wrongValue} from './shape.ts';
import type {FieldShapes, PartOf, Shape} from './shape.ts';
import {didYouMean} from '../../known-values.ts';
import {isPlainObject, written} from '../../shown-value.ts';

type AnyShapes = Readonly<Record<string, Shape<unknown>>>;

/** The rules for the fields of an object. */
export interface ObjectRules {
  /** Fields that a test cannot give, each with the reason. */
  readonly fixed?: Readonly<Record<string, string>>;
}

/** Creates the shape of a whole object: every field that is not optional must be there. */
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

/** Creates the shape of an object whose values are alike, each by a name of the test's own. */
export function byName<Value>(item: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  const example = {name: item.example};
  const expected = isShort(example)
    ? `an object such as ${written(example)}`
    : `an object, and for each name ${item.expected}`;

  return {
    expected,
    example,
    unset: 'refused',
    item,
    read(given, path, wanted = expected) {
      if (!isPlainObject(given)) throw wrongValue(path, given, wanted);
      const entries = Object.entries(given).filter(([, value]) => value !== undefined);
      return Object.fromEntries(entries.map(([key, value]) => [key, item.read(value, placeOf(path, key))]));
    },
  };
}

/** Creates the shape of a change of an object: any of its fields. */
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

/** Joins shapes to one; `choose` selects it by the given value. */
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
      if (!isPlainObject(given)) throw wrongValue(path, given, wanted);
      return choose(given).read(given, path);
    },
  };
}

/** Creates the shape of an object of several kinds, which one of the fields distinguishes. */
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

function examplesOf(shapes: AnyShapes): object {
  return Object.fromEntries(Object.entries(shapes).map(([key, shape]) => [key, shape.example]));
}

function placeOf(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** Returns the given value if it is an object with known fields only. */
function readKnown(
  given: unknown,
  {
    path,
    expected,
    shapes,
    rules: {fixed = {}},
  }: {path: string; expected: string; shapes: AnyShapes; rules: ObjectRules},
): Readonly<Record<string, unknown>> {
  if (!isPlainObject(given)) throw wrongValue(path, given, expected);
  const other = Object.keys(given).find((key) => !Object.hasOwn(shapes, key));
  if (other === undefined) return given;

  const place = placeOf(path, other);
  const reason = Object.hasOwn(fixed, other) ? fixed[other] : undefined;

  if (reason !== undefined)
    throw new SimhostError('ERR_BAD_OPTION', `${place} cannot be changed: ${reason}.`, {
      next: `Leave ${other} out.`,
    });

  throw new SimhostError('ERR_UNKNOWN_OPTION', `Unknown field ${place}.`, {
    next: didYouMean(other, Object.keys(shapes), {label: null, note: `Give ${expected}.`}),
  });
}

/** Creates the error for a missing field, with the names of the other missing ones. */
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
