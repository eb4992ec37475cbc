/** A change that the platform refuses. The mutation answers it in `userErrors`. */
export class UserError extends Error {
  readonly code: string;
  /** The path of the argument; null if no single one is wrong. */
  readonly field: readonly string[] | null;

  constructor(code: string, message: string, field: readonly string[] | null) {
    super(message);
    this.code = code;
    this.field = field;
  }
}

/** Returns the error of a value that is empty. */
export function emptyValue(name: string, field: readonly string[]): UserError {
  return new UserError('BLANK', `${name} can't be blank`, field);
}

/** Carries out a mutation: answers its result, or the error that it throws. */
export function withUserErrors(carryOut: () => object, empty: object): object {
  try {
    return {...carryOut(), userErrors: []};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const {code, message, field} = error;
    return {...empty, userErrors: [{code, message, field}]};
  }
}
