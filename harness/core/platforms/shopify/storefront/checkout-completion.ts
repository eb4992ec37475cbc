import {needsDelivery} from '../../../../wire/checkout.ts';
import type {Cart, CartChange} from '../../../world/cart.ts';
import {minorUnits} from '../../../world/money.ts';
import {UserError} from '../graphql/user-error.ts';
import {resolveMoney} from '../money-v2.ts';
import {readMailingAddress, resolveMailingAddress} from './mailing-address.ts';
import type {MailingAddressInput} from './mailing-address.ts';

/** A payment of a checkout, as a mutation gives it. */
export interface CheckoutPaymentInput {
  readonly paymentAmount: {readonly amount: string | number; readonly currencyCode: string};
  readonly billingAddress: MailingAddressInput;
  readonly idempotencyKey: string;
  readonly test?: boolean | null;
  readonly type?: string;
}

/** The handles of payment methods by the type of their token. */
const HANDLES: Readonly<Record<string, string>> = {SHOPIFY_PAY: 'shop-pay', VAULT: 'credit-card'};

/**
 * Completes a checkout with a payment.
 *
 * @throws {UserError} for a checkout that is not ready, another amount, and a method that the shop does not take
 */
export function paidChange(
  {checkout}: Cart,
  {paymentAmount, billingAddress, type = 'VAULT'}: CheckoutPaymentInput,
): CartChange {
  refuseUnready(checkout);
  const handle = checkout.paymentOptions.find((option) => option.handle === HANDLES[type])?.handle;
  if (handle === undefined)
    throw new UserError('NOT_SUPPORTED', 'The shop does not take this payment method', ['payment', 'type']);

  const amount = {...paymentAmount, amount: Number(paymentAmount.amount)};
  if (minorUnits(amount) !== minorUnits(checkout.cost.due))
    throw new UserError('TOTAL_PRICE_MISMATCH', 'Payment amount does not match the total price', [
      'payment',
      'paymentAmount',
    ]);

  const address = readMailingAddress(billingAddress, ['payment', 'billingAddress']);
  return {checkout: {selectedPaymentOption: handle, billingAddress: address, step: 'thank-you'}};
}

/**
 * Completes a checkout that costs nothing, or that gift cards pay.
 *
 * @throws {UserError} for a checkout that is not ready, or that is not free
 */
export function freeChange({checkout}: Cart): CartChange {
  refuseUnready(checkout);
  if (minorUnits(checkout.cost.due) === 0) return {checkout: {step: 'thank-you'}};
  throw new UserError('MISSING_PAYMENT_INPUT', 'The checkout is not free', ['checkoutId']);
}

/** Resolves the fields of `Payment`. */
export function resolvePayment(
  {paymentAmount, billingAddress, idempotencyKey, test}: CheckoutPaymentInput,
  checkout: object,
): object {
  const amount = resolveMoney({...paymentAmount, amount: Number(paymentAmount.amount)});
  const address = readMailingAddress(billingAddress, ['payment', 'billingAddress']);

  return {
    __typename: 'Payment',
    id: `gid://shopify/Payment/${idempotencyKey}`,
    amount,
    amountV2: amount,
    billingAddress: resolveMailingAddress(address, 'gid://shopify/MailingAddress/2'),
    checkout,
    creditCard: null,
    errorMessage: null,
    idempotencyKey,
    nextActionUrl: null,
    ready: true,
    test: test ?? false,
    transaction: null,
  };
}

function refuseUnready(checkout: Cart['checkout']): void {
  const {lines, contact, shippingAddress, cost} = checkout;
  const isDelivered = needsDelivery(checkout);
  if (lines.length === 0) throw new UserError('EMPTY', 'Line items are empty', ['checkoutId']);
  if (contact.email === null && contact.phone === null)
    throw new UserError('PRESENT', 'Email is required', ['checkoutId']);
  if (isDelivered && shippingAddress === null)
    throw new UserError('PRESENT', 'Shipping address is required', ['checkoutId']);
  if (isDelivered && cost.shipping === null)
    throw new UserError('PRESENT', 'Shipping rate is required', ['checkoutId']);
}
