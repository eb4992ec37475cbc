import type {GraphQLResolveInfo} from 'graphql';
import type {InContext} from '../graphql/query-context.ts';
import type {AnswerContext} from './localization.ts';
import {resolveLocalization} from './localization.ts';
import {resolveApiVersions} from './api-versions.ts';
import {cartMutations} from './cart-mutations.ts';
import {findCart} from './cart.ts';
import {checkoutMutations} from './checkout-mutations.ts';
import {findCheckout} from './checkout-resolver.ts';
import {isCompanyBuyer} from './company-buyer.ts';
import {Catalogue} from './catalogue.ts';
import {resolveCustomer} from './customer.ts';
import {customerMutations} from './customer-mutations.ts';
import {onlineStoreQueries} from './online-store-queries.ts';
import {productQueries} from './product-queries.ts';
import {resolvePaymentSettings} from './shop.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/**
 * Resolves the fields of `QueryRoot` and `Mutation` from the world.
 *
 * @param state returns the state at the time of the call, for mutations that follow each other
 * @param context the country and language of the answer
 * @param inContext the arguments of `@inContext`
 */
export function storefrontRoot(
  state: () => StorefrontWorld,
  context: AnswerContext,
  inContext: InContext = {},
): object {
  const now = (): StorefrontWorld => ({...state(), contentLanguage: context.language});
  const world = now();
  const catalogue = new Catalogue(world, isCompanyBuyer(inContext, world));
  const cart = ({id}: {id: string}): object | null => findCart(id, now());
  const node = (id: string, {schema}: GraphQLResolveInfo): object | null =>
    catalogue.find(id) ??
    cart({id}) ??
    (schema.getType('Checkout') === undefined ? null : findCheckout(id, now()));

  return {
    shop: () => catalogue.shops[0],
    localization: () => resolveLocalization(context, world),
    paymentSettings: () => resolvePaymentSettings(world),
    publicApiVersions: resolveApiVersions,
    cart,
    ...cartMutations(now),
    ...checkoutMutations(now),
    customer({customerAccessToken}: {customerAccessToken: string}) {
      const found = now().accounts.byToken(customerAccessToken);
      return found === undefined ? null : resolveCustomer(found, now());
    },
    ...customerMutations(now),
    node: ({id}: {id: string}, _: object, info: GraphQLResolveInfo) => node(id, info),
    nodes: ({ids}: {ids: readonly string[]}, _: object, info: GraphQLResolveInfo) =>
      ids.map((id) => node(id, info)),
    ...productQueries(catalogue),
    ...onlineStoreQueries(catalogue),
  };
}
