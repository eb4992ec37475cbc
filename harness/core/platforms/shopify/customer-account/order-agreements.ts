import type {Order} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import {refundsOf} from '../../../world/order-refunds.ts';
import type {Refund} from '../../../world/order-refunds.ts';
import {orderShares, shareOfItems} from '../../../world/order-shares.ts';
import type {ReturnDetails} from '../../../world/return-details.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import type {ResolvedLine} from './order-line.ts';
import {resolveRefund} from './refund.ts';
import {resolveSale, saleNumber} from './sale.ts';

/** The parts of an order that its agreements refer to. */
export interface AgreementsOf {
  readonly details: ReturnDetails;
  readonly lines: readonly ResolvedLine[];
  /** Resolves the order itself. */
  readonly resolved: () => object;
}

/**
 * Resolves `Order.agreements`: what was sold, and what was taken back with each refund. All sales together are the
 * amount that the shop keeps.
 */
export function resolveAgreements(order: Order, world: AgreementsOf): (page: PageOf) => object {
  return (page) => {
    const refunds = refundsOf(order, world.details);
    const all = [sold(order, world), ...refunds.map((refund) => takenBack(order, refund, world))];
    return connection(all, page);
  };
}

function sold(order: Order, {lines, resolved}: AgreementsOf): {readonly id: string} {
  const {shipping, lines: shares} = orderShares(order);
  const number = numberOf(order.id);
  const shared = {
    currency: order.cost.total.currencyCode,
    taxRate: order.taxRate,
    actionType: 'ORDER',
  } as const;

  const sales = shares.flatMap((share) => {
    const lineItem = lines.find(({id}) => id === share.line.id);
    const item = lineItem === undefined ? [] : [{lineItem, quantity: share.line.quantity}];
    return item.map((each) =>
      resolveSale({...shared, number: saleNumber(number, share.line.id), share, item: each}),
    );
  });

  const all = [...sales, resolveSale({...shared, number, share: shipping})];
  const agreement = {
    __typename: 'OrderAgreement',
    id: `gid://shopify/OrderAgreement/${number}`,
    happenedAt: order.processedAt,
    reason: 'ORDER',
    order: resolved,
    sales: (page: PageOf) => connection(all, page),
  };

  return agreement;
}

function takenBack(order: Order, refund: Refund, {lines}: AgreementsOf): {readonly id: string} {
  const {lines: shares} = orderShares(order);
  const number = numberOf(refund.id);

  const sales = refund.lines.flatMap(({lineId, quantity}) => {
    const share = shares.find(({line}) => line.id === lineId);
    const lineItem = lines.find(({id}) => id === lineId);
    if (share === undefined || lineItem === undefined) return [];

    const sale = resolveSale({
      number: saleNumber(number, lineId),
      share: shareOfItems(share, quantity, share.line.quantity),
      currency: order.cost.total.currencyCode,
      taxRate: order.taxRate,
      actionType: 'RETURN',
      item: {lineItem, quantity},
    });
    return [sale];
  });

  const agreement = {
    __typename: 'RefundAgreement',
    id: `gid://shopify/RefundAgreement/${number}`,
    happenedAt: refund.createdAt,
    reason: 'REFUND',
    refund: resolveRefund(refund),
    sales: (page: PageOf) => connection(sales, page),
  };

  return agreement;
}
