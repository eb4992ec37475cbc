import type {Money, Order} from '../../../../wire/order.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {numberOf} from '../../../world/gid.ts';
import {editPayments, orderStates} from '../../../world/order-edits.ts';
import type {Refund} from '../../../world/order-refunds.ts';
import {resolveMoney} from '../money-v2.ts';
import {moneyBag} from './money-bag.ts';

/** A payment or a refund. */
interface Transaction {
  readonly type: 'GIFT_CARD' | 'CARD';
  readonly amount: Money;
  readonly giftCardDetails: object | null;
  readonly paymentDetails: object | null;
}

/**
 * Resolves `Order.transactions`: gift cards pay first, and the card pays the rest. What paid last pays the difference of
 * an edit as well, and gets refunds.
 *
 * @param resolved returns the order
 */
export function resolveTransactions(
  order: Order,
  refunds: readonly Refund[],
  resolved: () => object,
): readonly object[] {
  const [original = order] = orderStates(order);
  const payments = paymentsOf(original);
  const {id, processedAt} = order;
  const idOf = (index: number): string => `gid://shopify/OrderTransaction/${numberOf(id)}${index + 1}`;

  const paid = payments.map((payment, index) =>
    resolve(payment, {id: idOf(index), kind: 'SALE', at: processedAt, parentId: null, resolved}),
  );

  const last = payments.at(-1);
  if (last === undefined) return paid;

  const parentId = idOf(payments.length - 1);
  const paidBack = refunds.map(({amount, createdAt}) => ({amount, createdAt, kind: 'REFUND'}) as const);

  const later = [...editPayments(order), ...paidBack].map(({amount, createdAt, kind}, index) =>
    resolve(
      {...last, amount},
      {
        id: idOf(payments.length + index),
        kind,
        at: createdAt,
        parentId: kind === 'REFUND' ? parentId : null,
        resolved,
      },
    ),
  );
  return [...paid, ...later];
}

function paymentsOf({giftCards, payment, cost}: Order): readonly Transaction[] {
  const {currencyCode} = cost.total;
  let unpaid = minorUnits(cost.total);

  const cards = giftCards.map(({lastCharacters, amountUsed, balance}): Transaction => {
    // An edit may have made the order dearer, and a gift card paid that later.
    const paid = Math.min(unpaid, minorUnits(amountUsed));
    unpaid -= paid;
    const left = minorUnits(balance) - minorUnits(amountUsed);
    return {
      type: 'GIFT_CARD',
      amount: moneyOf(paid, currencyCode),
      giftCardDetails: {
        __typename: 'GiftCardDetails',
        last4: lastCharacters,
        balance: resolveMoney(moneyOf(left, balance.currencyCode)),
      },
      paymentDetails: null,
    };
  });

  const card: Transaction = {
    type: 'CARD',
    amount: moneyOf(unpaid, currencyCode),
    giftCardDetails: null,
    paymentDetails: {
      __typename: 'CardPaymentDetails',
      cardBrand: payment.brand,
      last4: payment.lastDigits,
    },
  };

  return [...cards, card].filter(({amount}) => minorUnits(amount) > 0);
}

interface Occasion {
  readonly id: string;
  readonly kind: 'SALE' | 'REFUND';
  /** In ISO 8601. */
  readonly at: string;
  readonly parentId: string | null;
  readonly resolved: () => object;
}

function resolve({amount, ...details}: Transaction, {id, kind, at, parentId, resolved}: Occasion): object {
  return {
    __typename: 'OrderTransaction',
    id,
    kind,
    status: 'SUCCESS',
    createdAt: at,
    processedAt: at,
    transactionAmount: moneyBag(amount),
    transactionParentId: parentId,
    order: resolved,
    paymentIcon: null,
    typeDetails: null,
    ...details,
  };
}
