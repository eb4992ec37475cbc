import type {CustomerAccount} from './account-state.ts';

/**
 * Resolves `storefrontCustomerAccessTokenCreate`. The Storefront API accepts the token as that of a classic customer
 * account.
 *
 * @see https://shopify.dev/docs/api/customer/latest/mutations/storefrontCustomerAccessTokenCreate
 */
export function storefrontTokenMutation(account: () => CustomerAccount): object {
  return {
    storefrontCustomerAccessTokenCreate: async () => {
      const {customer, issueStorefrontToken} = account();
      if (customer !== null)
        return {customerAccessToken: await issueStorefrontToken(customer.id), userErrors: []};

      const error = {code: 'CUSTOMER_DOES_NOT_EXIST', field: null, message: 'Customer does not exist.'};
      return {customerAccessToken: null, userErrors: [error]};
    },
  };
}
