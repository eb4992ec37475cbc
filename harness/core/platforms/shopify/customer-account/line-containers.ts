import type {Order} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import type {ResolvedLine} from './order-line.ts';

/** Resolves `Order.lineItemContainers`: the lines that were not sent, apart by how the buyer gets them. */
export function resolveLineContainers(
  {fulfillments}: Pick<Order, 'fulfillments'>,
  lines: readonly ResolvedLine[],
): readonly object[] {
  const sent = new Set(fulfillments.flatMap(({lineIds}) => lineIds));
  const unsent = lines.filter(({id}) => !sent.has(id));

  return [
    ...container('UnfulfilledPhysicalLineItemContainer', unsent.filter(isDelivered)),
    ...container(
      'UnfulfilledGiftCardLineItemContainer',
      unsent.filter(({giftCard}) => giftCard),
    ),
    ...container(
      'UnfulfilledDigitalLineItemContainer',
      unsent.filter((line) => !isDelivered(line) && !line.giftCard),
    ),
  ];
}

function isDelivered({requiresShipping}: ResolvedLine): boolean {
  return requiresShipping;
}

function container(type: string, lines: readonly ResolvedLine[]): readonly object[] {
  if (lines.length === 0) return [];

  const items = lines.map((lineItem) => {
    const resolved = {
      __typename: 'LineItemContainerLineItem',
      id: `gid://shopify/LineItemContainerLineItem/${numberOf(lineItem.id)}`,
      lineItem,
      remainingQuantity: lineItem.left,
      totalQuantity: lineItem.left,
    };

    return resolved;
  });

  return [{__typename: type, lineItems: (page: PageOf) => connection(items, page)}];
}
