import type {Address} from '../../wire/order.ts';
import {moneyOf, scaleOf} from './money.ts';
import type {Money} from './money.ts';
import {PICKUP_LOCATION} from './pickup-location.ts';

/** The way in which the goods of a contract reach the customer. */
export type SubscriptionDelivery =
  | {readonly type: 'shipping'; readonly address: Address; readonly title: string}
  | {
      readonly type: 'localDelivery';
      readonly address: Address;
      readonly title: string;
      readonly phone: string;
      readonly instructions: string | null;
    }
  | {readonly type: 'pickup'; readonly title: string};

/** A way that a customer can choose for a contract. */
export interface SubscriptionDeliveryOption {
  readonly type: SubscriptionDelivery['type'];
  readonly code: string;
  readonly title: string;
  readonly price: Money;
}

/** Options that a customer was offered, under the token by which they choose one. */
export interface DeliveryQuote {
  readonly token: string;
  readonly contractId: string;
  readonly address: Address | null;
  readonly options: readonly SubscriptionDeliveryOption[];
}

/**
 * Returns the ways to deliver a contract. The shop ships everywhere. It delivers by itself and hands out goods in the
 * city of its location.
 */
export function subscriptionDeliveryOptions(
  address: Address | null,
  currency: string,
): readonly SubscriptionDeliveryOption[] {
  const price = (amount: number): Money => moneyOf(amount * scaleOf(currency), currency);
  const pickup = {
    type: 'pickup',
    code: 'pickup-downtown',
    title: PICKUP_LOCATION.name,
    price: price(0),
  } as const;
  if (address === null) return [pickup];

  const isNear = address.city === PICKUP_LOCATION.address.city;
  return [
    {type: 'shipping', code: 'standard', title: 'Standard', price: price(5)},
    ...(isNear
      ? [{type: 'localDelivery', code: 'local', title: 'Local delivery', price: price(3)} as const, pickup]
      : []),
  ];
}
