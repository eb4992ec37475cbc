import type {CustomerAccount} from './account-state.ts';
import {UserError, withUserErrors} from '../graphql/user-error.ts';

/** The most characters of a name. */
const LONGEST_NAME = 255;

interface CustomerInput {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
}

/**
 * Resolves `customerUpdate`. Pages show the new name.
 *
 * @param resolved returns the customer after the change
 * @see https://shopify.dev/docs/api/customer/latest/mutations/customerUpdate
 */
export function customerMutations(account: () => CustomerAccount, resolved: () => object): object {
  return {
    customerUpdate: ({input}: {input: CustomerInput}) =>
      withUserErrors(() => update(account(), input, resolved), {customer: null}),
  };
}

function update(account: CustomerAccount, input: CustomerInput, resolved: () => object): object {
  const entries = Object.entries(input) as [keyof CustomerInput, string | null][];
  if (entries.length === 0)
    throw new UserError('CUSTOMER_INPUT_ARGUMENT_EMPTY', 'Customer input cannot be empty.', ['input']);

  const tooLong = entries.find(([, value]) => (value?.length ?? 0) > LONGEST_NAME);
  if (tooLong !== undefined) {
    const [name] = tooLong;
    throw new UserError('TOO_LONG', `${name} is too long (maximum is ${LONGEST_NAME} characters)`, [
      'input',
      name,
    ]);
  }

  account.changeCustomer(Object.fromEntries(entries.map(([name, value]) => [name, value ?? ''])));
  return {customer: resolved()};
}
