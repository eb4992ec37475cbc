import {UserError} from '../graphql/user-error.ts';

/**
 * Carries out a mutation of customers: answers its result, or the errors that it throws. They are listed twice, with
 * and without their codes.
 *
 * @param empty the fields of the payload if the mutation fails
 */
export async function withCustomerErrors(
  carryOut: () => object | Promise<object>,
  empty: object,
): Promise<object> {
  try {
    return {...(await carryOut()), customerUserErrors: [], userErrors: []};
  } catch (error) {
    const errors = error instanceof CustomerErrors ? error.all : [error];
    if (!errors.every((each) => each instanceof UserError)) throw error;

    return {
      ...empty,
      customerUserErrors: errors.map(({code, message, field}) => ({
        __typename: 'CustomerUserError',
        code,
        message,
        field,
      })),
      userErrors: errors.map(({message, field}) => ({__typename: 'UserError', message, field})),
    };
  }
}

/** Throws the faults of an input, if there are any. */
export function refuseFaults(faults: readonly (UserError | null)[]): void {
  const all = faults.filter((fault) => fault !== null);
  if (all.length > 0) throw new CustomerErrors(all);
}

/** Several faults of one input. */
class CustomerErrors extends Error {
  readonly all: readonly UserError[];

  constructor(all: readonly UserError[]) {
    super(all.map(({message}) => message).join(' '));
    this.all = all;
  }
}
