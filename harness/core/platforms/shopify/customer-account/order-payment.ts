import type {Order} from '../../../../wire/order.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import type {Refund} from '../../../world/order-refunds.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveTransactions} from './order-transactions.ts';
import {resolveRefund} from './refund.ts';

/** Resolves the fields of an order about its payment and its refunds. */
export function resolvePayment(order: Order, refunds: readonly Refund[], resolved: () => object): object {
  const {total} = order.cost;
  const none = resolveMoney(moneyOf(0, total.currencyCode));
  const refunded = refunds.reduce((sum, {amount}) => sum + minorUnits(amount), 0);
  const status = statusOf(refunded, minorUnits(total));

  return {
    financialStatus: status,
    paymentInformation: {
      __typename: 'OrderPaymentInformation',
      paymentCollectionUrl: null,
      paymentStatus: status,
      paymentTerms: null,
      totalOutstandingAmount: none,
      totalPaidAmount: resolveMoney(total),
    },
    transactions: resolveTransactions(order, refunds, resolved),
    refunds: refunds.map(resolveRefund),
    totalRefunded: resolveMoney(moneyOf(refunded, total.currencyCode)),
    totalTip: null,
    totalDuties: null,
  };
}

function statusOf(refunded: number, total: number): 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED' {
  if (refunded === 0) return 'PAID';
  return refunded < total ? 'PARTIALLY_REFUNDED' : 'REFUNDED';
}
