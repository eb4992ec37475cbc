import type {WireError} from './control.ts';

/** Converts a thrown value to plain data for another realm. */
export function toWireError(thrown: unknown): WireError {
  if (!isErrorLike(thrown)) return {name: 'Error', message: describe(thrown), stack: ''};
  const {name, message, stack, code, next} = thrown;

  return {
    name: textOf(name),
    message: textOf(message),
    stack: typeof stack === 'string' ? stack : '',
    ...(typeof code === 'string' ? {code} : {}),
    ...(typeof next === 'string' ? {next} : {}),
  };
}

/**
 * Recreates an error of the other side with its name, message, code and stack. `TypeError` and other built-in
 * errors keep their class.
 */
export function fromWireError(given: WireError): Error {
  // The other side may send any value in place of an error.
  const {name, message, stack, code, next} = toWireError(given);
  const known = BUILT_IN.get(name);
  const error = new (known ?? Error)(message);
  if (known === undefined) define(error, 'name', name);

  define(error, 'stack', stack === '' ? `${name}: ${message}` : stack);
  if (code !== undefined) define(error, 'code', code);
  if (next !== undefined) define(error, 'next', next);

  return error;
}

const BUILT_IN: ReadonlyMap<string, ErrorConstructor> = new Map(
  [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map((type) => [
    type.name,
    type,
  ]),
);

function isErrorLike(
  thrown: unknown,
): thrown is Record<'name' | 'message' | 'stack' | 'code' | 'next', unknown> {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown && 'message' in thrown;
}

/** Converts a value to a string. Objects become JSON, because `String()` throws for some. */
function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? describe(value) : String(value);
}

function describe(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  try {
    return JSON.stringify(thrown) ?? Object.prototype.toString.call(thrown);
  } catch {
    return Object.prototype.toString.call(thrown);
  }
}

function define(error: Error, name: string, value: string): void {
  Object.defineProperty(error, name, {value, configurable: true, writable: true, enumerable: false});
}
