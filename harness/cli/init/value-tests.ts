import {isRecord} from '../../records.ts';
import {code} from '../../dev/copy/test-code.ts';
import type {TestEnd} from '../../dev/copy/test-file.ts';
import type {PartLook} from './part-look.ts';

/** Characters of a value that a title has. */
const SHORT = 40;

/** Characters of a value that a test compares as a whole. */
const READABLE = 200;

/** Writes the verb of a test of a target that returns a value. */
export function valueTitle(look: PartLook | null): string {
  const value = look?.value ?? undefined;
  return value === undefined || value.length > SHORT ? 'answers' : `answers ${code(JSON.parse(value))}`;
}

/** Expects the value of a target. `call` is the expression that returns it. */
export function valueExpectation(title: string, look: PartLook | null, call: string): TestEnd {
  return {title, statements: () => (look === null ? notTried(call) : valueLines(call, look))};
}

function notTried(call: string): readonly string[] {
  return ['// init could not run this. Expect the value that it returns.', `${call};`];
}

function valueLines(call: string, {value}: PartLook): readonly string[] {
  if (value === undefined) return ['// Its value differs at another time.', `${call};`];
  if (value === null) return [`expect(${call}).toBeUndefined();`];

  const parsed: unknown = JSON.parse(value);
  if (value.length <= READABLE) return [`expect(${call}).toEqual(${code(parsed)});`];
  if (Array.isArray(parsed)) return [`expect(${call}).toHaveLength(${String(parsed.length)});`];
  if (isRecord(parsed)) {
    const names = Object.keys(parsed);
    return [
      `const value = ${call};`,
      ...names.map((name) => `expect(value).toHaveProperty([${code(name)}]);`),
    ];
  }
  return [`expect(${call}).toHaveLength(${String(String(parsed).length)});`];
}
