import type {Order} from '../../../../wire/order.ts';
import {moneyOf} from '../../../world/money.ts';
import {editPayments, oldestFirst} from '../../../world/order-edits.ts';
import {settlementOf} from '../../../world/order-refunds.ts';
import type {Refund} from '../../../world/order-refunds.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveTransactions} from './order-transactions.ts';
import {resolveRefund} from './refund.ts';

/** Resolves the fields of an order about its payment and its refunds. */
export function resolvePayment(order: Order, refunds: readonly Refund[], resolved: () => object): object {
  const {total} = order.cost;
  const none = resolveMoney(moneyOf(0, total.currencyCode));
  const {paid, refunded, status} = settlementOf(order, refunds);

  return {
    financialStatus: status,
    paymentInformation: {
      __typename: 'OrderPaymentInformation',
      paymentCollectionUrl: null,
      paymentStatus: status,
      paymentTerms: null,
      totalOutstandingAmount: none,
      totalPaidAmount: resolveMoney(moneyOf(paid, total.currencyCode)),
    },
    transactions: resolveTransactions(order, refunds, resolved),
    refunds: oldestFirst([...editRefunds(order), ...refunds]).map(resolveRefund),
    totalRefunded: resolveMoney(moneyOf(refunded, total.currencyCode)),
  };
}

/** Returns the money that edits gave back, as refunds that belong to no return. */
function editRefunds(order: Order): readonly Parameters<typeof resolveRefund>[0][] {
  return editPayments(order)
    .filter(({kind}) => kind === 'REFUND')
    .map(({refundId, createdAt, amount}) => ({id: refundId, returnName: null, createdAt, amount}));
}
