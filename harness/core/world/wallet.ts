import type {Address, Order} from '../../wire/order.ts';
import {numberOf} from './gid.ts';
import type {Customer} from './people.ts';

/** A payment method that the shop keeps for a customer. */
export type PaymentInstrument = CreditCard | PaypalAgreement;

/** A card. */
export interface CreditCard {
  readonly type: 'card';
  /** `gid://shopify/CustomerCreditCard/…` */
  readonly id: string;
  readonly brand: string;
  readonly lastDigits: string;
  readonly name: string;
  /** From 1 to 12. */
  readonly expiryMonth: number;
  readonly expiryYear: number;
  readonly billingAddress: Address | null;
}

/** An agreement with PayPal. */
export interface PaypalAgreement {
  readonly type: 'paypal';
  /** `gid://shopify/PaypalBillingAgreement/…` */
  readonly id: string;
  readonly email: string;
  readonly billingAddress: Address | null;
}

/**
 * Returns the payment methods of a customer before any change: the card of their first order, another card, and an
 * agreement with PayPal. A customer without orders has none.
 *
 * @param orders the orders as they were drawn, not those that a test has changed
 */
export function walletOf(customer: Customer, orders: readonly Order[]): readonly PaymentInstrument[] {
  const [order] = orders;
  if (order === undefined) return [];

  const {payment, billingAddress, processedAt, email} = order;
  const year = new Date(processedAt).getUTCFullYear();
  const name = billingAddress?.name ?? '';

  return [
    {
      type: 'card',
      id: cardId(customer, 1),
      brand: payment.brand.toLowerCase(),
      lastDigits: payment.lastDigits,
      name,
      expiryMonth: 12,
      expiryYear: year + 4,
      billingAddress,
    },
    {
      type: 'card',
      id: cardId(customer, 2),
      brand: 'master',
      lastDigits: '4444',
      name,
      expiryMonth: 6,
      expiryYear: year + 3,
      billingAddress,
    },
    {
      type: 'paypal',
      id: `gid://shopify/PaypalBillingAgreement/${numberOf(customer.id)}`,
      email: email ?? '',
      billingAddress,
    },
  ];
}

/** Returns the id of the nth card of a customer. */
export function cardId({id}: Pick<Customer, 'id'>, position: number): string {
  return `gid://shopify/CustomerCreditCard/${numberOf(id)}${position}`;
}
