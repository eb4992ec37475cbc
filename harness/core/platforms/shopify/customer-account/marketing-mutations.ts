import {UserError, withUserErrors} from '../graphql/user-error.ts';
import type {CustomerAccount} from './account-state.ts';

/** Resolves the customer's email address after a change. */
type ResolveEmail = () => object | null;

/**
 * Resolves the mutations of marketing emails. Signals show whether the customer accepts them. `customerEmailMarketingOptIn`
 * is the older name of subscribing.
 *
 * @see https://shopify.dev/docs/api/customer/latest/mutations/customerEmailMarketingSubscribe
 */
export function marketingMutations(account: () => CustomerAccount, email: ResolveEmail): object {
  return {
    customerEmailMarketingOptIn: () =>
      withUserErrors(() => ({customerEmailAddress: subscribe(account(), email)}), {
        customerEmailAddress: null,
      }),
    customerEmailMarketingSubscribe: () =>
      withUserErrors(() => ({emailAddress: subscribe(account(), email)}), {emailAddress: null}),
    customerEmailMarketingUnsubscribe: () =>
      withUserErrors(() => ({emailAddress: unsubscribe(account(), email)}), {emailAddress: null}),
  };
}

function subscribe(account: CustomerAccount, email: ResolveEmail): object | null {
  if (withEmail(account).acceptsMarketing)
    throw new UserError('CUSTOMER_ALREADY_SUBSCRIBED', 'Customer is already subscribed.', []);

  account.changeCustomer({acceptsMarketing: true});
  return email();
}

/** Unsubscribes. A customer who was not subscribed is not afterwards. */
function unsubscribe(account: CustomerAccount, email: ResolveEmail): object | null {
  withEmail(account);
  account.changeRecords({hasUnsubscribed: true});
  account.changeCustomer({acceptsMarketing: false});
  return email();
}

function withEmail({customer}: CustomerAccount): NonNullable<CustomerAccount['customer']> {
  if (customer === null || customer.email === '')
    throw new UserError('EMAIL_ADDRESS_NOT_FOUND', 'Customer has no email address.', []);
  return customer;
}
