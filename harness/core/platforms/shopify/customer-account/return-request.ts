import type {Order, Return} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import {returnableQuantity} from '../../../world/return-details.ts';
import type {ReturnedLine} from '../../../world/return-details.ts';
import {UserError, withUserErrors} from '../graphql/user-error.ts';
import {findOrder} from './account-orders.ts';
import type {CustomerAccount} from './account-state.ts';
import {RESOLVED_REASONS, RETURN_REASONS} from './return-reasons.ts';

interface ReturnArguments {
  readonly orderId: string;
  readonly requestedLineItems: readonly RequestedLine[];
}

interface RequestedLine {
  readonly lineItemId: string;
  readonly quantity: number;
  readonly returnReasonDefinitionId?: string | null;
  /** The reason in older versions. */
  readonly returnReason?: string;
}

/**
 * Resolves `orderRequestReturn`. Pages show the new return if it belongs to their order.
 *
 * @param find resolves a return by its id, after the change
 * @see https://shopify.dev/docs/api/customer/latest/mutations/orderRequestReturn
 */
export function returnMutations(account: () => CustomerAccount, find: (id: string) => object | null): object {
  return {
    orderRequestReturn: (given: ReturnArguments) =>
      withUserErrors(() => ({return: find(request(account(), given))}), {return: null}),
  };
}

function request(account: CustomerAccount, {orderId, requestedLineItems}: ReturnArguments): string {
  const order = findOrder(account, orderId);
  if (order === undefined) throw new UserError('NOT_FOUND', 'Order does not exist.', ['orderId']);
  if (requestedLineItems.length === 0)
    throw new UserError('INVALID', 'No line item is requested.', ['requestedLineItems']);

  const ids = new Set(requestedLineItems.map(({lineItemId}) => lineItemId));
  if (ids.size < requestedLineItems.length)
    throw new UserError('INVALID', 'A line item is requested twice.', ['requestedLineItems']);

  const lines = requestedLineItems.map((line, index) =>
    readLine(account, order, line, ['requestedLineItems', String(index)]),
  );

  const made = newReturn(order, lines);
  const {returnDetails, requestedReturns} = account.records();
  const requestedAt = new Date(account.now()).toISOString();
  account.changeRecords({returnDetails: {...returnDetails, [made.id]: {requestedAt, lines}}});

  if (order.id === account.order.id) account.setReturns([...order.returns, made]);
  else {
    const others = requestedReturns[order.id] ?? [];
    account.changeRecords({requestedReturns: {...requestedReturns, [order.id]: [...others, made]}});
  }

  return made.id;
}

function readLine(
  account: CustomerAccount,
  order: Order,
  {lineItemId, quantity, returnReasonDefinitionId, returnReason}: RequestedLine,
  field: readonly string[],
): ReturnedLine {
  const line = order.lines.find(({id}) => id === lineItemId);
  if (line === undefined)
    throw new UserError('NOT_FOUND', 'Line item does not exist.', [...field, 'lineItemId']);

  const most = returnableQuantity(order, lineItemId, account.records().returnDetails);
  if (quantity < 1 || quantity > most)
    throw new UserError('INVALID', `Quantity is not from 1 to ${most}, which can be returned.`, [
      ...field,
      'quantity',
    ]);

  const definition = RESOLVED_REASONS.find(({id}) => id === returnReasonDefinitionId);
  if (returnReasonDefinitionId != null && definition === undefined)
    throw new UserError('NOT_FOUND', 'Return reason does not exist.', [...field, 'returnReasonDefinitionId']);

  const older = RETURN_REASONS.find(({reason}) => reason === returnReason);
  return {lineId: line.id, quantity, reason: definition?.handle ?? older?.handle ?? 'unknown'};
}

function newReturn({id, name, returns}: Order, lines: readonly ReturnedLine[]): Return {
  const position = returns.length + 1;
  return {
    id: `gid://shopify/Return/${numberOf(id)}${position}`,
    name: `${name}-R${position}`,
    status: 'requested',
    lineIds: lines.map(({lineId}) => lineId),
  };
}
