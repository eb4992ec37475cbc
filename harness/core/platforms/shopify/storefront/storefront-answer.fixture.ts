import {changeCheckout, createCheckout} from '../../../world/checkout.ts';
import type {CheckoutChange} from '../../../world/checkout.ts';
import {metafieldsOf} from '../../../world/metafields.ts';
import type {Order} from '../../../world/orders.ts';
import {createWorld} from '../../../world/world.ts';
import type {World} from '../../../world/world.ts';
import {answerQuery} from '../graphql/answer-query.ts';
import {queryDeps} from '../graphql/query-deps.fixture.ts';
import {answerContext} from './localization.ts';
import {storefrontRoot} from './root.ts';
import {storefrontWorld} from './storefront-world.fixture.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** A world, as the Storefront API sees it, with a guest and the checkout after a change. */
export function storefrontOf(world: World, change: CheckoutChange = {}): StorefrontWorld {
  const [order] = world.orders as readonly [Order];
  return storefrontWorld(null, {
    ...world,
    metafields: metafieldsOf({...world, customer: null, order}),
    checkout: changeCheckout(createCheckout(world, null), change, world),
  });
}

/** Answers a query of the newest published version, as a client reads the answer. */
export async function storefrontAnswer(
  query: string,
  storefront: StorefrontWorld = storefrontOf(createWorld()),
): Promise<unknown> {
  const answer = await answerQuery(
    {
      api: 'storefront',
      version: '2026-04',
      body: {query, variables: {}},
      root: (inContext) => storefrontRoot(() => storefront, answerContext(inContext, storefront), inContext),
    },
    queryDeps(),
  );

  return JSON.parse(JSON.stringify(answer)) as unknown;
}
