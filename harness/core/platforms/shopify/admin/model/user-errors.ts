import {emptyValue} from '../../graphql/user-error.ts';

/** An error in `userErrors` of a mutation. */
export interface AdminUserError {
  /** The path of the argument; null if no single one is wrong. */
  readonly field: readonly string[] | null;
  readonly message: string;
  /** The code, in payloads that have one. */
  readonly code?: string | null;
  /** The index of the wrong element, in payloads that have one. */
  readonly elementIndex?: number | null;
}

/** The members that an error need not have. Without them, values would be generated. */
const UNSAID = {code: null, elementIndex: null, extraInfo: null};

/** A change that the platform refuses, with all reasons. */
export class RefusedChange extends Error {
  readonly userErrors: readonly AdminUserError[];

  constructor(userErrors: readonly AdminUserError[]) {
    super(userErrors.map(({message}) => message).join('; '));
    this.userErrors = userErrors;
  }
}

/** Refuses a change for one reason. */
export function refuse(field: readonly string[] | null, message: string, code: string | null = null): never {
  throw new RefusedChange([{field, message, code}]);
}

/** Refuses a change if there are reasons. */
export function refuseAll(userErrors: readonly AdminUserError[]): void {
  if (userErrors.length > 0) throw new RefusedChange(userErrors);
}

/**
 * Carries out a mutation: answers its payload, or the reasons of a refusal.
 *
 * @param empty the members of the payload after a refusal
 */
export function payloadOf(carryOut: () => object, empty: object = {}): object {
  try {
    return {...carryOut(), userErrors: []};
  } catch (error) {
    if (!(error instanceof RefusedChange)) throw error;
    return {...empty, userErrors: error.userErrors.map((each) => ({...UNSAID, ...each}))};
  }
}

/** Puts the path of an argument before the paths of errors. */
export function within(
  path: readonly string[],
  userErrors: readonly AdminUserError[],
): readonly AdminUserError[] {
  return userErrors.map((error) => ({...error, field: [...path, ...(error.field ?? [])]}));
}

/** Refuses a value that is empty. */
export function refuseEmpty(name: string, field: readonly string[]): never {
  throw new RefusedChange([emptyError(name, field)]);
}

/** Returns the error of a value that is empty. */
export function emptyError(name: string, field: readonly string[]): AdminUserError {
  const {message, code} = emptyValue(name, field);
  return {field, message, code};
}
