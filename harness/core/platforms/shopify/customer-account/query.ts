import type {Order} from '../../../world/orders.ts';
import {executor} from '../../graphql.ts';
import type {GraphQLBody} from '../../graphql.ts';
import {AccessDenied, denying} from './access-denied.ts';
import type {CustomerAccount} from './account-state.ts';
import {resolveCustomer} from './customer-resolver.ts';
import {resolveMetafields, setMetafields} from './metafield-resolver.ts';
import {resolveOrder} from './order-resolver.ts';
import {SDL} from './schema.ts';

const execute = executor(SDL);

/**
 * Answers an extension. Who is signed in reads their own profile and orders. A pre-authenticated visitor reads the page's
 * order and its customer, but for the fields that are not labelled "pre-auth accessible".
 *
 * @see https://shopify.dev/docs/apps/build/customer-accounts/order-status-page#customer-account-api
 */
export async function queryCustomerAccount(
  body: GraphQLBody,
  account: () => CustomerAccount,
): Promise<object> {
  return execute(body, rootOf(account));
}

function rootOf(account: () => CustomerAccount): object {
  const {app, shop, customer, buyer, order, orders, metafields} = account();
  const signedIn = customer !== null;

  const customerNow = (): object => {
    const resolved = resolveCustomer(customer ?? buyer, {orders: orders.map(orderNow), metafields});
    return signedIn ? resolved : denying(resolved, SIGNED_IN_ONLY.customer);
  };

  const orderNow = (found: Order): ReturnType<typeof resolveOrder> => {
    const resolved = resolveOrder(found, {shop, metafields, customer: customerNow});
    return signedIn ? resolved : denying(resolved, SIGNED_IN_ONLY.order);
  };

  const root = {
    shop: {
      id: shop.id,
      name: shop.name,
      myshopifyDomain: shop.domain,
      url: shop.storefrontUrl,
      ...resolveMetafields(metafields, shop.id),
    },
    customer: customerNow,
    order: ({id}: {id: string}) => {
      const found = [order, ...orders].find((each) => each.id === id);
      return found === undefined ? null : orderNow(found);
    },
    metafieldsSet: setMetafields(account),
  };

  if (!app.protectedCustomerData)
    return {...root, ...unapproved('customer', 'Customer'), ...unapproved('order', 'Order')};
  return signedIn ? root : denying(root, SIGNED_IN_ONLY.root);
}

/** What is not labelled "pre-auth accessible", as far as the schema here has it. */
const SIGNED_IN_ONLY = {
  root: ['metafieldsSet'],
  customer: ['addresses', 'defaultAddress', 'displayName', 'firstName', 'lastName', 'orders', 'tags'],
  order: ['phone', 'updatedAt'],
};

/** The Admin API's words. */
function unapproved(field: string, type: string): object {
  return {
    [field]: () => {
      const where = 'https://shopify.dev/docs/apps/launch/protected-customer-data';
      throw new AccessDenied(
        `This app is not approved to access the ${type} object. See ${where} for more details.`,
      );
    },
  };
}
