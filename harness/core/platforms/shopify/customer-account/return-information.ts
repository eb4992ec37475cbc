import type {Order} from '../../../../wire/order.ts';
import {returnableQuantity, returnedQuantity} from '../../../world/return-details.ts';
import type {ReturnDetails} from '../../../world/return-details.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import type {ResolvedLine} from './order-line.ts';

/** Resolves `Order.returnInformation`: what was sent can be returned once. The shop takes no fees. */
export function resolveReturnInformation(
  order: Order,
  details: ReturnDetails,
  lines: readonly ResolvedLine[],
): object {
  const returnable = lines.flatMap((line) =>
    returnableItem(line, returnableQuantity(order, line.id, details)),
  );
  const others = lines.flatMap((line) => nonReturnableItem(line, order, details));
  const reasons = [
    ...new Set(others.flatMap(({quantityDetails}) => quantityDetails.map(({reasonCode}) => reasonCode))),
  ];

  return {
    __typename: 'OrderReturnInformation',
    hasReturnPromise: false,
    hasRestockingFee: false,
    hasReturnShippingFee: false,
    returnFees: [],
    returnShippingMethods: [],
    returnShippingMethodNote: null,
    returnableLineItems: (page: PageOf) => connection(returnable, page),
    nonReturnableLineItems: (page: PageOf) => connection(others, page),
    nonReturnableSummary:
      reasons.length === 0
        ? null
        : {__typename: 'OrderNonReturnableSummary', nonReturnableReasons: reasons, summaryMessage: null},
  };
}

function returnableItem(lineItem: ResolvedLine, quantity: number): {readonly id: string}[] {
  // The id is the cursor of the item. The schema has no such field.
  const resolved = {__typename: 'ReturnableLineItem', id: lineItem.id, lineItem, quantity};
  return quantity === 0 ? [] : [resolved];
}

interface NonReturnable {
  readonly id: string;
  readonly quantityDetails: readonly {readonly reasonCode: string; readonly quantity: number}[];
}

function nonReturnableItem(lineItem: ResolvedLine, order: Order, details: ReturnDetails): NonReturnable[] {
  const {id, left} = lineItem;
  const returned = Math.min(left, returnedQuantity(order, id, details));
  const unsent = left - returned - returnableQuantity(order, id, details);

  const quantityDetails = [
    {__typename: 'NonReturnableQuantityDetail', reasonCode: 'RETURNED', quantity: returned},
    {__typename: 'NonReturnableQuantityDetail', reasonCode: 'UNFULFILLED', quantity: unsent},
  ].filter((detail) => detail.quantity > 0);

  if (quantityDetails.length === 0) return [];
  const resolved = {
    __typename: 'NonReturnableLineItem',
    // The cursor of the item. The schema has no such field.
    id,
    lineItem,
    quantity: returned + unsent,
    quantityDetails,
  };

  return [resolved];
}
