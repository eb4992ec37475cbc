import type {Address, Order, Return} from '../../wire/order.ts';
import {draftOrdersOf} from './draft-orders.ts';
import type {DraftOrder} from './draft-orders.ts';
import type {Customer} from './people.ts';
import type {DeliveryQuote} from './subscription-delivery.ts';
import type {Product} from './products.ts';
import type {ReturnDetails} from './return-details.ts';
import {subscriptionsOf} from './subscriptions.ts';
import type {SubscriptionContract} from './subscriptions.ts';
import {walletOf} from './wallet.ts';
import type {PaymentInstrument} from './wallet.ts';

/** The part of a customer's account that no page shows: only the Customer Account API has it. */
export interface AccountRecords {
  readonly subscriptions: readonly SubscriptionContract[];
  /** The delivery options that were fetched and not chosen from. */
  readonly deliveryQuotes: readonly DeliveryQuote[];
  readonly wallet: readonly PaymentInstrument[];
  /** The payment method that the shop takes by default. */
  readonly defaultInstrumentId: string | null;
  /** Whether they have unsubscribed from marketing emails. */
  readonly hasUnsubscribed: boolean;
  readonly draftOrders: readonly DraftOrder[];
  readonly returnDetails: ReturnDetails;
  /** Returns that were requested for orders that no page shows, by the id of the order. */
  readonly requestedReturns: Readonly<Record<string, readonly Return[]>>;
  /** The addresses of the branch that the customer buys for. */
  readonly branchAddresses: Readonly<Record<BranchAddress, Address | null>>;
  /** Their position in the company. */
  readonly contactTitle: string | null;
}

/** The use of an address of a company's branch. */
export type BranchAddress = 'BILLING' | 'SHIPPING';

/**
 * Returns the records of a customer before any change. They follow from the customer and the drawn orders, so they
 * are the same whenever they are first read.
 */
export function accountRecordsOf(
  customer: Customer,
  orders: readonly Order[],
  products: readonly Product[],
): AccountRecords {
  const wallet = walletOf(customer, orders);

  return {
    subscriptions: subscriptionsOf(customer, orders, products),
    deliveryQuotes: [],
    wallet,
    defaultInstrumentId: wallet[0]?.id ?? null,
    hasUnsubscribed: false,
    draftOrders: draftOrdersOf(customer, orders),
    returnDetails: {},
    requestedReturns: {},
    branchAddresses: {BILLING: customer.address, SHIPPING: customer.address},
    contactTitle: null,
  };
}
