import type {GiftCard, Money, Order} from '../../../../wire/order.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {numberOf} from '../../../world/gid.ts';
import {editPayments, orderStates} from '../../../world/order-edits.ts';
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
}

/**
 * Resolves `Order.transactions`. Gift cards pay first, as far as they were used, and the card pays the rest, also of what
 * an edit costs. What paid last gets refunds.
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

  return all.map(({means, kind, amount, at}, index) => ({
    __typename: 'OrderTransaction',
    id: idOf(index),
    kind,
    status: 'SUCCESS',
    createdAt: at,
    processedAt: at,
    transactionAmount: moneyBag(amount),
    transactionParentId: kind === 'REFUND' ? idOf(lastPayment(all.slice(0, index))) : null,
    order: resolved,
    paymentIcon: null,
    typeDetails: null,
    ...means,
  }));
}

/** Lists what the order cost, then its edits, then its refunds. */
function transactionsOf(order: Order, refunds: readonly Refund[]): readonly Transaction[] {
  const [original = order] = orderStates(order);
  const purse = new Purse(order);
  const all: Transaction[] = [...purse.pay(original.cost.total, order.processedAt)];

  const paidBack = refunds.map(({amount, createdAt}) => ({amount, createdAt, kind: 'REFUND'}) as const);
  for (const {kind, amount, createdAt} of [...editPayments(order), ...paidBack]) {
    if (kind === 'SALE') all.push(...purse.pay(amount, createdAt));
    const means = all[lastPayment(all)]?.means;
    if (kind === 'REFUND' && means !== undefined) all.push({means, kind, amount, at: createdAt});
  }

  return all;
}

/** Returns the index of the last payment; -1 if nothing was paid. */
function lastPayment(transactions: readonly Transaction[]): number {
  return transactions.findLastIndex(({kind}) => kind === 'SALE');
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
      units > 0 ? [{means, kind: 'SALE', amount: moneyOf(units, amount.currencyCode), at}] : [];
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
