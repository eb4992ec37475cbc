import {AccessDenied} from '../customer-account/access-denied.ts';
import {UserError} from '../graphql/user-error.ts';
import {withCustomerErrors} from './customer-errors.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** The argument of the mutations of one token. */
interface OfToken {
  readonly customerAccessToken: string;
}

/**
 * Resolves the mutations of customer access tokens.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/mutations/customerAccessTokenCreate
 */
export function tokenMutations(now: () => StorefrontWorld): object {
  return {
    customerAccessTokenCreate: ({input}: {input: {email: string; password: string}}) =>
      withCustomerErrors(() => create(input, now()), {customerAccessToken: null}),
    customerAccessTokenRenew: ({customerAccessToken}: OfToken) => renew(customerAccessToken, now()),
    customerAccessTokenDelete: ({customerAccessToken}: OfToken) => remove(customerAccessToken, now()),
  };
}

async function create(
  {email, password}: {email: string; password: string},
  {accounts: {customers, tokens}}: StorefrontWorld,
): Promise<object> {
  const found = customers.byEmail(email);
  if (found?.password == null || found.password !== password)
    throw new UserError('UNIDENTIFIED_CUSTOMER', 'Unidentified customer', null);

  return {customerAccessToken: await tokens.issue(found.customer.id)};
}

function renew(accessToken: string, {accounts: {tokens}}: StorefrontWorld): object {
  const customerAccessToken = tokens.renew(accessToken) ?? null;
  const unknown = {field: ['customerAccessToken'], message: 'access token does not exist'};
  return {customerAccessToken, userErrors: customerAccessToken === null ? [unknown] : []};
}

function remove(accessToken: string, {accounts: {tokens}}: StorefrontWorld): object {
  const id = tokens.revoke(accessToken);
  if (id === undefined) throw new AccessDenied('Access denied for customerAccessTokenDelete field.');
  return {deletedAccessToken: accessToken, deletedCustomerAccessTokenId: id, userErrors: []};
}
