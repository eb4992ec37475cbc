/** Inputs that a machine makes up, and the rule for each: a named error with a next step, never a crash. */
import {expect} from '@playwright/test';
import * as fc from 'fast-check';
import {ERROR_CODES} from '../error-codes.ts';
import {SimhostError} from '../errors.ts';

/** The seed of all properties. A failure prints it, with the path to the input. */
const SEED = Number(process.env['PROPERTY_SEED'] ?? 1);

/** The factor by which a search tries more inputs than an ordinary run. */
const EFFORT = Number(process.env['PROPERTY_EFFORT'] ?? 1);

/** The rules of a property about bad inputs. */
export interface BadInputs<Input> {
  /** The kind of the inputs, for the printed line. */
  readonly area: string;
  readonly inputs: fc.Arbitrary<Input>;
  /** The number of inputs to try. */
  readonly runs: number;
  /** The least number of distinct inputs that must be refused, so that the property cannot test nothing. */
  readonly least: number;
  /** Whether an input may pass, because some are valid. Default: none may. */
  readonly mayPass?: boolean;
  /** Takes an input. It returns `'refused'` for a refusal that it checked itself, such as an answer with 4xx. */
  readonly attempt: (input: Input) => unknown;
}

/** Checks that each input is refused by a named error with a next step, and prints the number of distinct ones. */
export async function expectRefusals<Input>(rules: BadInputs<Input>): Promise<void> {
  const {area, inputs, runs, least, mayPass = false, attempt} = rules;
  const refused = new Set<string>();

  const property = fc.asyncProperty(inputs, async (input) => {
    const written = fc.stringify(input);
    const isRefused = await isRefusedBy(attempt, input);

    expectCleanPrototypes();
    if (isRefused) refused.add(written);
    else if (!mayPass) throw new Error('The input was accepted.');
  });

  await fc.assert(property, {seed: SEED, numRuns: runs * EFFORT, includeErrorInReport: true});
  console.log(`bad input: ${area}: ${refused.size} distinct inputs refused`);
  expect(refused.size, `distinct inputs refused in ${area}`).toBeGreaterThanOrEqual(least);
}

/** Checks that an error says its code, its cause and the next step. */
export function expectNamed(error: unknown): void {
  if (!(error instanceof SimhostError)) throw error;
  const {code, message, next = ''} = error;

  if (!Object.hasOwn(ERROR_CODES, code)) throw new Error(`No error has the code ${code}: ${message}`);
  if (next === '') throw new Error(`${code} has no next step: ${message}`);
}

async function isRefusedBy<Input>(attempt: (input: Input) => unknown, input: Input): Promise<boolean> {
  try {
    return (await attempt(input)) === 'refused';
  } catch (error) {
    expectNamed(error);
    return true;
  }
}

/** Checks that no input has put a member onto a prototype that all objects share. */
function expectCleanPrototypes(): void {
  for (const prototype of [Object.prototype, Array.prototype, Function.prototype]) {
    const [added] = Object.keys(prototype);
    if (added === undefined) continue;
    Reflect.deleteProperty(prototype, added);
    throw new Error(`A prototype was polluted by "${added}".`);
  }
}

/** Strings that code often takes for something else. */
export const HOSTILE_STRINGS: readonly string[] = [
  '',
  ' ',
  '\0',
  '\n',
  '\r\nx: y',
  '\uFEFF',
  '\uD800',
  '\u202E',
  '%',
  '%zz',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'NaN',
  'null',
  '[object Object]',
  '$&',
  '${1}',
  '<script>',
  '0x10',
  '1e400',
  '-',
  '--',
  '"',
  "'",
  'x'.repeat(10_000),
];

const circular: Record<string, unknown> = {};
circular['itself'] = circular;

/** Values of every type, with those that code often forgets. */
export const HOSTILE_VALUES: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  NaN,
  Infinity,
  -Infinity,
  Number.MAX_VALUE,
  Number.MAX_SAFE_INTEGER + 2,
  10n,
  Symbol('s'),
  () => 1,
  new Date(NaN),
  /x/,
  new Map([['a', 1]]),
  [],
  [undefined],
  [null],
  {},
  Object.create(null),
  JSON.parse('{"__proto__": {"polluted": true}}'),
  {constructor: {prototype: {polluted: true}}},
  circular,
  ...HOSTILE_STRINGS,
];

export const hostileString: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_STRINGS),
  fc.string({unit: 'binary', maxLength: 30}),
  fc.string({maxLength: 30}),
);

/** Any value that JavaScript has. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...HOSTILE_VALUES),
  fc.anything({
    withBigInt: true,
    withNullPrototype: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
  }),
);

/** A value in which one member was replaced. */
export interface ChangedValue {
  readonly value: unknown;
  /** The place of the member, for example `app.scopes.0`. */
  readonly path: string;
  /** Whether the new member has another type than the one before, so that it must not be accepted. */
  readonly hasOtherType: boolean;
}

/** Makes copies of a valid value, each with one hostile member. */
export function changedValue(valid: object): fc.Arbitrary<ChangedValue> {
  return fc.tuple(fc.constantFrom(...pathsOf(valid)), hostileValue).map(([path, member]) => ({
    value: withMember(valid, path, member),
    path: path.join('.'),
    hasOtherType: member !== undefined && typeOf(member) !== typeOf(memberAt(valid, path)),
  }));
}

function pathsOf(value: unknown, above: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [above];
  const below = Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...above, key]));
  return above.length === 0 ? below : [above, ...below];
}

function memberAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => Reflect.get(at as object, key), value);
}

function withMember(value: unknown, [key, ...rest]: readonly string[], member: unknown): unknown {
  if (key === undefined) return member;
  const copy: object = Array.isArray(value) ? [...(value as unknown[])] : {...(value as object)};
  Reflect.set(copy, key, withMember(Reflect.get(copy, key), rest, member));
  return copy;
}

function typeOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}
