/** A change that the platform refuses. The mutation answers it in `userErrors`. */
export class UserError extends Error {
  readonly code: string;
  readonly field: readonly string[];

  constructor(code: string, message: string, field: readonly string[]) {
    super(message);
    this.code = code;
    this.field = field;
  }
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
