import type {Order} from '../../../../wire/order.ts';
import {moneyOf} from '../../../world/money.ts';
import {orderShares, shareOfItems} from '../../../world/order-shares.ts';
import type {OrderShare} from '../../../world/order-shares.ts';
import {returnableQuantity} from '../../../world/return-details.ts';
import type {ReturnDetails} from '../../../world/return-details.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {moneyBag} from './money-bag.ts';
import type {ResolvedLine} from './order-line.ts';

/** The items of a return whose sums are asked for. */
export interface CalculateReturn {
  readonly returnLineItems: readonly {readonly lineItemId: string; readonly quantity: number}[];
}

/** Resolves `returnCalculate`; null if an item cannot be returned. */
export function calculateReturn(
  {returnLineItems}: CalculateReturn,
  {order, details, lines}: {order: Order; details: ReturnDetails; lines: readonly ResolvedLine[]},
): object | null {
  const shares = orderShares(order).lines;
  const items = returnLineItems.flatMap(({lineItemId, quantity}) => {
    const share = shares.find(({line}) => line.id === lineItemId);
    const lineItem = lines.find(({id}) => id === lineItemId);
    const isReturnable = quantity >= 1 && quantity <= returnableQuantity(order, lineItemId, details);

    return share === undefined || lineItem === undefined || !isReturnable
      ? []
      : [{lineItem, quantity, ...shareOfItems(share, quantity, share.line.quantity)}];
  });
  if (items.length !== returnLineItems.length || items.length === 0) return null;

  return resolve(items, order.cost.total.currencyCode);
}

interface Item extends OrderShare {
  readonly lineItem: ResolvedLine;
  readonly quantity: number;
}

function resolve(items: readonly Item[], currency: string): object {
  const bag = (units: number): object => moneyBag(moneyOf(units, currency));
  const sum = (valueOf: (item: Item) => number): number =>
    items.reduce((total, item) => total + valueOf(item), 0);
  const net = ({full, discount}: Item): number => full - discount;

  const resolved = items.map((item) => ({
    __typename: 'CalculatedReturnLineItem',
    // The cursor of the item. The schema has no such field.
    id: item.lineItem.id,
    lineItem: item.lineItem,
    quantity: item.quantity,
    subtotalBeforeTargetAllDiscountsSet: bag(item.full),
    subtotalSet: bag(net(item)),
    totalTaxSet: bag(item.tax),
  }));

  return {
    __typename: 'CalculatedReturn',
    returnLineItems: (page: PageOf) => connection(resolved, page),
    financialSummary: {
      __typename: 'ReturnFinancialSummary',
      restockingFeeSubtotalSet: bag(0),
      returnShippingFeeSubtotalSet: bag(0),
      returnOrderLevelDiscountSubtotalSet: bag(0),
      returnSubtotalBeforeTargetAllDiscountsSet: bag(sum(({full}) => full)),
      returnSubtotalSet: bag(sum(net)),
      returnSubtotalWithCartDiscountSet: bag(sum(net)),
      returnTotalTaxSet: bag(sum(({tax}) => tax)),
      returnTotalSet: bag(sum((item) => net(item) + item.tax)),
    },
  };
}
