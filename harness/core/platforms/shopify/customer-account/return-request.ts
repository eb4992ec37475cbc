import type {Order} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import type {CustomerAccount} from './account-state.ts';
import {resolveLine} from './order-line.ts';
import {resolveReturn} from './return.ts';
import {UserError, withUserErrors} from '../graphql/user-error.ts';

interface ReturnArguments {
  readonly orderId: string;
  readonly requestedLineItems: readonly {readonly lineItemId: string; readonly quantity: number}[];
}

/**
 * Resolves `orderRequestReturn` for the order that pages show, which then has one more return.
 *
 * @see https://shopify.dev/docs/api/customer/latest/mutations/orderRequestReturn
 */
export function returnMutations(account: () => CustomerAccount): object {
  return {
    orderRequestReturn: (given: ReturnArguments) =>
      withUserErrors(() => request(account(), given), {return: null}),
  };
}

function request(account: CustomerAccount, {orderId, requestedLineItems}: ReturnArguments): object {
  const {order} = account;
  if (order.id !== orderId) throw new UserError('NOT_FOUND', 'Order does not exist.', ['orderId']);

  const lineIds = requestedLineItems.map(({lineItemId, quantity}, index) => {
    const line = order.lines.find(({id}) => id === lineItemId);
    const field = ['requestedLineItems', String(index)];
    if (line === undefined)
      throw new UserError('NOT_FOUND', 'Line item does not exist.', [...field, 'lineItemId']);
    if (quantity < 1 || quantity > line.quantity)
      throw new UserError('INVALID', `Quantity is not from 1 to ${line.quantity}.`, [...field, 'quantity']);

    return line.id;
  });

  const made = newReturn(order, lineIds);
  account.setReturns([...order.returns, made]);
  return {
    return: resolveReturn(
      made,
      order.lines.map((line) => resolveLine(line)),
    ),
  };
}

function newReturn({id, name, returns}: Order, lineIds: readonly string[]): Order['returns'][number] {
  const position = returns.length + 1;
  return {
    id: `gid://shopify/Return/${numberOf(id)}${position}`,
    name: `${name}-R${position}`,
    status: 'requested',
    lineIds,
  };
}
