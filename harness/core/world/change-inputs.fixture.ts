/**
 * The inputs of the generated tests: each field that a test may change, with each value that is wrong
 * somewhere.
 */
import {CHANGE} from './change-shapes.ts';
import {WHOLE_LINE} from './checkout-shapes.ts';
import type {Shape} from './shape.ts';

export interface ChangeInput {
  /** The field, for example `order.lines[0].quantity`. */
  readonly path: string;
  readonly given: unknown;
  /** The argument of `update`. */
  readonly change: object;
}

/** Values that are wrong in most places, or at the edge of what is right. */
const VALUES: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e300,
  10n,
  '',
  ' ',
  'nonsense',
  '\u0000\uD800',
  'x'.repeat(1_000),
  '<img src=x onerror=alert(1)>',
  '2026-02-30T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  'gid://shopify/Nonsense/1',
  'javascript:alert(1)',
  'en-u-nu-deva',
  [],
  [undefined],
  [null],
  [{}],
  Object.assign([], {1: 'after a hole'}),
  {},
  {nonsense: 1},
  {length: 1},
  new Date(0),
  new Map(),
  Object.create(null),
  () => {},
  Symbol('nonsense'),
];

/** The fields that concern mounted extensions, of which these inputs have none. */
const OF_EXTENSIONS = ['settings', 'declined', 'editor'];

/** Lists every field below `update` with every value. */
export function changeInputs(): readonly ChangeInput[] {
  const roots = Object.entries(CHANGE.fields ?? {}).filter(([key]) => !OF_EXTENSIONS.includes(key));

  return roots.flatMap(([key, shape]) => [
    ...inputsAt(shape, key, (value) => ({[key]: value}), true),
    ...(key === 'checkout'
      ? inputsAt(WHOLE_LINE, 'checkout.lines[0]', (value) => ({checkout: {lines: [value]}}), false)
      : []),
  ]);
}

/**
 * Creates changes in which as many fields as possible have one odd value that is accepted. The others have their
 * example. There are two changes for each value: in one it replaces whole objects and arrays that accept it, in
 * the other it is within them.
 */
export function oddChanges(): readonly object[] {
  const roots = Object.entries(CHANGE.fields ?? {}).filter(([key]) => !OF_EXTENSIONS.includes(key));

  return VALUES.flatMap((value) =>
    [true, false].map((outside) => {
      const change = Object.fromEntries(roots.map(([key, shape]) => [key, withOdd(shape, value, outside)]));
      const {selectedPaymentOption: _, ...checkout} = change['checkout'] as {selectedPaymentOption: string};
      return {...change, checkout: {...checkout, lines: [withOdd(WHOLE_LINE, value, outside)]}};
    }),
  );
}

function withOdd(shape: Shape<unknown>, value: unknown, outside: boolean): unknown {
  const isWhole = shape.fields !== undefined || shape.item !== undefined;
  if ((outside || !isWhole) && accepts(shape, value)) return value;
  if (!isWhole) return shape.example;

  const odd =
    shape.item === undefined
      ? Object.fromEntries(
          Object.entries(shape.fields ?? {}).map(([key, field]) => [key, withOdd(field, value, outside)]),
        )
      : [withOdd(shape.item, value, outside)];

  return accepts(shape, odd) ? odd : shape.example;
}

function accepts(shape: Shape<unknown>, value: unknown): boolean {
  try {
    shape.read(value, 'odd');
    return true;
  } catch {
    return false;
  }
}

/** Returns the fields of the inputs. */
export function fieldsOf(inputs: readonly ChangeInput[]): ReadonlySet<string> {
  return new Set(inputs.map(({path}) => path));
}

function inputsAt(
  shape: Shape<unknown>,
  path: string,
  within: (value: unknown) => object,
  isRoot: boolean,
): ChangeInput[] {
  const own = VALUES.map((given): ChangeInput => ({path, given, change: within(given)}));
  const fields = Object.entries(shape.fields ?? {}).flatMap(([key, field]) => {
    // A change names one field; a whole object needs its others too.
    const others = isRoot ? {} : (shape.example as object);
    return inputsAt(field, `${path}.${key}`, (value) => within({...others, [key]: value}), false);
  });

  const items =
    shape.item === undefined ? [] : inputsAt(shape.item, `${path}[0]`, (value) => within([value]), false);
  return [...own, ...fields, ...items];
}
