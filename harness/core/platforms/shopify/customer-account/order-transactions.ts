import type {GiftCard, Money, Order} from '../../../../wire/order.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {numberOf} from '../../../world/gid.ts';
import {editPayments, oldestFirst, orderStates} from '../../../world/order-edits.ts';
import type {Refund} from '../../../world/order-refunds.ts';
import {resolveMoney} from '../money-v2.ts';
import {moneyBag} from './money-bag.ts';

/** The means of a payment, which gets refunds too. */
interface Means {
  readonly type: 'GIFT_CARD' | 'CARD';
  readonly giftCardDetails: object | null;
  readonly paymentDetails: object | null;
}

/** An amount that one means paid or got back. */
interface Transaction {
  readonly means: Means;
  readonly kind: 'SALE' | 'REFUND';
  readonly amount: Money;
  /** In ISO 8601. */
  readonly at: string;
  /** The index of the payment that a refund gives back; `null` for a payment. */
  readonly parent: number | null;
}

/**
 * Resolves `Order.transactions`. Gift cards pay first, as far as they were used, and the card pays the rest, also of what
 * an edit costs. A refund goes to the last payment, up to what it paid, then to those before it.
 *
 * @param resolved returns the order
 */
export function resolveTransactions(
  order: Order,
  refunds: readonly Refund[],
  resolved: () => object,
): readonly object[] {
  const all = transactionsOf(order, refunds);
  const idOf = (index: number): string => `gid://shopify/OrderTransaction/${numberOf(order.id)}${index + 1}`;

  return all.map(({means, kind, amount, at, parent}, index) => ({
    __typename: 'OrderTransaction',
    id: idOf(index),
    kind,
    status: 'SUCCESS',
    createdAt: at,
    processedAt: at,
    transactionAmount: moneyBag(amount),
    transactionParentId: parent === null ? null : idOf(parent),
    order: resolved,
    paymentIcon: null,
    typeDetails: null,
    ...means,
  }));
}

/** Lists the payment of the order, then those of its edits and all refunds, the oldest first. */
function transactionsOf(order: Order, refunds: readonly Refund[]): readonly Transaction[] {
  const [original = order] = orderStates(order);
  const purse = new Purse(order);
  const all: Transaction[] = [...purse.pay(original.cost.total, order.processedAt)];

  const paidBack = refunds.map(({amount, createdAt}) => ({amount, createdAt, kind: 'REFUND'}) as const);
  for (const {kind, amount, createdAt} of oldestFirst([...editPayments(order), ...paidBack])) {
    all.push(...(kind === 'SALE' ? purse.pay(amount, createdAt) : payBack(all, amount, createdAt)));
  }

  return all;
}

/** Splits a refund over the payments, from the last one back. The last payment takes what is more than all of them. */
function payBack(before: readonly Transaction[], amount: Money, at: string): readonly Transaction[] {
  const payments = [...before.entries()].filter(([, {kind}]) => kind === 'SALE').toReversed();
  let rest = minorUnits(amount);

  const parts = payments.map(([parent, payment]) => {
    const units = Math.min(rest, minorUnits(payment.amount) - refundedOf(before, parent));
    rest -= units;
    return {parent, means: payment.means, units};
  });

  return parts
    .map((part, index) => ({...part, units: index === 0 ? part.units + rest : part.units}))
    .filter(({units}) => units > 0)
    .map(({parent, means, units}) => ({
      means,
      kind: 'REFUND',
      amount: moneyOf(units, amount.currencyCode),
      at,
      parent,
    }));
}

/** Adds up what refunds gave back of a payment, in minor units. */
function refundedOf(transactions: readonly Transaction[], payment: number): number {
  return transactions
    .filter(({parent}) => parent === payment)
    .reduce((sum, {amount}) => sum + minorUnits(amount), 0);
}

/** The gift cards of an order, with the part of their use that is not paid yet, and the card. */
class Purse {
  readonly #cards: {readonly means: Means; left: number}[];
  readonly #rest: Means;

  constructor({giftCards, payment}: Order) {
    this.#cards = giftCards.map((card) => ({means: giftCard(card), left: minorUnits(card.amountUsed)}));
    this.#rest = {
      type: 'CARD',
      giftCardDetails: null,
      paymentDetails: {
        __typename: 'CardPaymentDetails',
        cardBrand: payment.brand,
        last4: payment.lastDigits,
      },
    };
  }

  /** Pays an amount, by as many means as it takes. */
  pay(amount: Money, at: string): readonly Transaction[] {
    const paidBy = (means: Means, units: number): readonly Transaction[] =>
      units > 0 ? [{means, kind: 'SALE', amount: moneyOf(units, amount.currencyCode), at, parent: null}] : [];
    let unpaid = minorUnits(amount);

    const byCards = this.#cards.flatMap((card) => {
      const part = Math.min(unpaid, card.left);
      unpaid -= part;
      card.left -= part;
      return paidBy(card.means, part);
    });

    return [...byCards, ...paidBy(this.#rest, unpaid)];
  }
}

function giftCard({lastCharacters, amountUsed, balance}: GiftCard): Means {
  const left = minorUnits(balance) - minorUnits(amountUsed);

  return {
    type: 'GIFT_CARD',
    giftCardDetails: {
      __typename: 'GiftCardDetails',
      last4: lastCharacters,
      balance: resolveMoney(moneyOf(left, balance.currencyCode)),
    },
    paymentDetails: null,
  };
}
