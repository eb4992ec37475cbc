import type {Money, Order} from '../../../../wire/order.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {numberOf} from '../../../world/gid.ts';
import {resolveMoney} from '../money-v2.ts';

/** Resolves the fields of an order about its payment. Gift cards pay first, and the card pays the rest. */
export function resolvePayment(order: Order): object {
  const {total} = order.cost;
  const none = resolveMoney(moneyOf(0, total.currencyCode));

  return {
    paymentInformation: {
      __typename: 'OrderPaymentInformation',
      paymentCollectionUrl: null,
      paymentStatus: 'PAID',
      paymentTerms: null,
      totalOutstandingAmount: none,
      totalPaidAmount: resolveMoney(total),
    },
    transactions: resolveTransactions(order),
    refunds: [],
    totalRefunded: none,
    totalTip: null,
    totalDuties: null,
  };
}

function resolveTransactions(order: Order): readonly object[] {
  const {giftCards, payment, cost} = order;
  const used = giftCards.reduce((sum, {amountUsed}) => sum + minorUnits(amountUsed), 0);
  const rest = moneyOf(minorUnits(cost.total) - used, cost.total.currencyCode);

  const cards = giftCards.map(({lastCharacters, amountUsed, balance}) => ({
    type: 'GIFT_CARD',
    amount: amountUsed,
    giftCardDetails: {
      __typename: 'GiftCardDetails',
      last4: lastCharacters,
      balance: resolveMoney(moneyOf(minorUnits(balance) - minorUnits(amountUsed), balance.currencyCode)),
    },
    paymentDetails: null,
  }));

  const card = {
    type: 'CARD',
    amount: rest,
    giftCardDetails: null,
    paymentDetails: {
      __typename: 'CardPaymentDetails',
      cardBrand: payment.brand,
      last4: payment.lastDigits,
    },
  };

  const all = minorUnits(rest) > 0 ? [...cards, card] : cards;
  return all.map((each, index) => resolveTransaction(each, index, order));
}

function resolveTransaction(
  {amount, ...details}: {readonly amount: Money; readonly type: string},
  index: number,
  {id, processedAt}: Order,
): object {
  return {
    __typename: 'OrderTransaction',
    id: `gid://shopify/OrderTransaction/${numberOf(id)}${index + 1}`,
    kind: 'SALE',
    status: 'SUCCESS',
    createdAt: processedAt,
    processedAt,
    transactionAmount: {
      __typename: 'MoneyBag',
      presentmentMoney: resolveMoney(amount),
      shopMoney: resolveMoney(amount),
    },
    transactionParentId: null,
    typeDetails: null,
    ...details,
  };
}
