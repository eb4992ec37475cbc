import type {Money, Order} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import {refundsOf} from '../../../world/order-refunds.ts';
import type {Refund} from '../../../world/order-refunds.ts';
import {oldestFirst, orderStates} from '../../../world/order-edits.ts';
import {minorUnits} from '../../../world/money.ts';
import {orderShares, shareOfItems} from '../../../world/order-shares.ts';
import type {OrderShare} from '../../../world/order-shares.ts';
import type {ReturnDetails} from '../../../world/return-details.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {tipLineId} from './order-extras.ts';
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
 * Resolves `Order.agreements`: what was sold, what each edit changed, and what was taken back with each refund. All sales
 * together are the amount that the shop keeps.
 */
export function resolveAgreements(order: Order, world: AgreementsOf): (page: PageOf) => object {
  return (page) => {
    const edits = order.edits.map(({happenedAt}, index) => ({
      createdAt: happenedAt,
      agreement: edited(order, index, world),
    }));
    const refunds = refundsOf(order, world.details).map((refund) => ({
      createdAt: refund.createdAt,
      agreement: takenBack(order, refund, world),
    }));

    const later = oldestFirst([...edits, ...refunds]).map(({agreement}) => agreement);
    return connection([sold(order, world), ...later], page);
  };
}

function sold(order: Order, {lines, resolved}: AgreementsOf): {readonly id: string} {
  const [original = order] = orderStates(order);
  const {shipping, lines: shares} = orderShares(original);
  const number = numberOf(order.id);
  const shared = {...taxOf(order), actionType: 'ORDER'} as const;

  const sales = shares.flatMap((share) => {
    const lineItem = lines.find(({id}) => id === share.line.id);
    const item = lineItem === undefined ? [] : [{lineItem, quantity: share.line.quantity}];
    return item.map((each) =>
      resolveSale({...shared, number: saleNumber(number, share.line.id), share, item: each}),
    );
  });

  const all = [
    ...sales,
    resolveSale({...shared, number, share: shipping, kind: 'SHIPPING'}),
    ...soldExtras(order, lines),
  ];
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

/** Resolves the sales of duties and of a tip, which are not taxed. */
function soldExtras(order: Order, lines: readonly ResolvedLine[]): readonly {readonly id: string}[] {
  const {id, duties, tip} = order;
  const number = numberOf(id);
  const shared = {...taxOf(order), actionType: 'ORDER'} as const;
  const untaxed = (amount: Money): OrderShare => ({full: minorUnits(amount), discount: 0, tax: 0});
  const lineItem = lines.find((line) => line.id === tipLineId(id));

  return [
    ...(duties === null ? [] : [resolveSale({...shared, number, share: untaxed(duties), kind: 'DUTY'})]),
    ...(tip === null || lineItem === undefined
      ? []
      : [resolveSale({...shared, number, share: untaxed(tip), kind: 'TIP', item: {lineItem, quantity: 1}})]),
  ];
}

/** Resolves the agreement of an edit: the differences between the order before it and after it. */
function edited(order: Order, index: number, {lines}: AgreementsOf): {readonly id: string} {
  const [before = order, after = order] = orderStates(order).slice(index);
  const [earlier, later] = [orderShares(before), orderShares(after)];
  // Returns of the order have numbers without the 9.
  const number = `${numberOf(order.id)}9${index + 1}`;
  const shared = {...taxOf(order), actionType: 'UPDATE'} as const;

  const sales = lines.flatMap((lineItem) => {
    const isOf = ({line}: {readonly line: {readonly id: string}}): boolean => line.id === lineItem.id;
    const [was, is] = [earlier.lines.find(isOf), later.lines.find(isOf)];
    const share = differenceOf(was, is);
    if (share.full === 0 && share.discount === 0 && share.tax === 0) return [];

    const quantity = (is?.line.quantity ?? 0) - (was?.line.quantity ?? 0);
    return [
      resolveSale({...shared, number: saleNumber(number, lineItem.id), share, item: {lineItem, quantity}}),
    ];
  });

  const shipping = differenceOf(earlier.shipping, later.shipping);
  const all =
    shipping.tax === 0
      ? sales
      : [...sales, resolveSale({...shared, number, share: shipping, kind: 'SHIPPING'})];
  const agreement = {
    __typename: 'OrderEditAgreement',
    id: `gid://shopify/OrderEditAgreement/${number}`,
    happenedAt: order.edits[index]?.happenedAt,
    reason: 'ORDER_EDIT',
    sales: (page: PageOf) => connection(all, page),
  };

  return agreement;
}

const NOTHING: OrderShare = {full: 0, discount: 0, tax: 0};

function differenceOf(was: OrderShare = NOTHING, is: OrderShare = NOTHING): OrderShare {
  return {full: is.full - was.full, discount: is.discount - was.discount, tax: is.tax - was.tax};
}

function taxOf({cost, taxRate}: Order): {readonly currency: string; readonly taxRate: number} {
  return {currency: cost.total.currencyCode, taxRate};
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
      ...taxOf(order),
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
