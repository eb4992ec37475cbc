import type {CartInstructions, Checkout} from '../../wire/checkout.ts';
import type {CheckoutWorld} from './checkout.ts';

/** A checkout after a change, and what the extension is answered. */
export interface Changed<Result> {
  readonly checkout: Checkout;
  readonly result: Result;
}

export interface ChangeContext extends CheckoutWorld {
  /** The API version of the extension. */
  readonly apiVersion: string;
  /** The ids of the variants that are sold out. */
  readonly soldOut: readonly string[];
}

export function failure(checkout: Checkout, message: string): Changed<{type: 'error'; message: string}> {
  return {checkout, result: {type: 'error', message}};
}

/**
 * Returns the reason why an extension may not make this change now, from the flag of `instructions`; null if it
 * may.
 */
export function refusalOf(
  {confirmation, accelerated, instructions}: Checkout,
  flag: InstructionFlag | null,
): string | null {
  if (confirmation !== null) return 'The checkout is completed.';
  if (accelerated) return 'The buyer pays by an accelerated checkout, in which nothing can be changed.';
  if (flag === null) return null;

  const [group, name] = flag.split('.') as [keyof CartInstructions, string];
  return Reflect.get(instructions[group], name) === true
    ? null
    : `The cart's instructions do not allow it: ${flag} is false.`;
}

type InstructionFlag = {
  [Group in keyof CartInstructions]: `${Group}.${keyof CartInstructions[Group] & string}`;
}[keyof CartInstructions];

export function unknownType(type: unknown, known: readonly string[]): string {
  return `Unknown type of change: ${JSON.stringify(type)}. Known: ${known.join(', ')}.`;
}
