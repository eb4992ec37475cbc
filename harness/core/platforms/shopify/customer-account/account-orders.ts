import type {Order} from '../../../world/orders.ts';
import type {CustomerAccount} from './account-state.ts';

/** Lists the orders of the signed-in customer, with the returns that were requested for those that no page shows. */
export function ordersOf({orders, order, records}: CustomerAccount): readonly Order[] {
  const {requestedReturns} = records();

  return orders.map((known) => {
    const requested = known.id === order.id ? [] : (requestedReturns[known.id] ?? []);
    return requested.length === 0 ? known : {...known, returns: [...known.returns, ...requested]};
  });
}

/** Finds an order by its id: the page's, or one of the customer who is signed in. */
export function findOrder(account: CustomerAccount, id: string): Order | undefined {
  return [account.order, ...ordersOf(account)].find((known) => known.id === id);
}
