import type {GraphQLResolveInfo} from 'graphql';
import type {CustomerAccount} from './account-state.ts';
import {UserError, withUserErrors} from '../graphql/user-error.ts';
import {refuseTexts} from './text-rules.ts';

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
    customerUpdate: ({input}: {input: CustomerInput}, _context: object, info: GraphQLResolveInfo) =>
      withUserErrors(() => update(account(), input, {info, resolved}), {customer: null}),
  };
}

function update(
  account: CustomerAccount,
  input: CustomerInput,
  {info, resolved}: {info: GraphQLResolveInfo; resolved: () => object},
): object {
  const entries = Object.entries(input) as [keyof CustomerInput, string | null][];
  if (entries.length === 0)
    throw new UserError('CUSTOMER_INPUT_ARGUMENT_EMPTY', 'Customer input cannot be empty.', ['input']);

  refuseTexts({...input}, {info, codes: 'UserErrorsCustomerUserErrorsCode', argument: 'input'});
  account.changeCustomer(Object.fromEntries(entries.map(([name, value]) => [name, value ?? ''])));
  return {customer: resolved()};
}
