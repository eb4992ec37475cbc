import type {GraphQLResolveInfo} from 'graphql';
import {needsDelivery} from '../../../../wire/checkout.ts';
import type {PaymentOption} from '../../../../wire/checkout.ts';
import type {Cart, CartChange} from '../../../world/cart.ts';
import {readCartId} from '../../../world/cart-id.ts';
import {minorUnits} from '../../../world/money.ts';
import type {Money} from '../../../world/money.ts';
import {UserError} from '../graphql/user-error.ts';
import {withDelivery} from './cart-delivery-change.ts';
import {cartPayload, resolveCartError} from './cart-payload.ts';
import {openCart, resolveCart} from './cart.ts';
import {unknownCart} from './cart-unknown.ts';
import {readMailingAddress} from './mailing-address.ts';
import type {MailingAddressInput} from './mailing-address.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** The payment of a cart, as a mutation gives it. */
interface PaymentInput {
  readonly amount: {readonly amount: string | number; readonly currencyCode: string};
  readonly directPaymentMethod?: Method | null;
  readonly freePaymentMethod?: Method | null;
  readonly walletPaymentMethod?: {
    readonly applePayWalletContent?: Method | null;
    readonly shopPayWalletContent?: Method | null;
  } | null;
}

interface Method {
  readonly billingAddress: MailingAddressInput;
}

/** The reason why a cart cannot become an order: a value of `SubmissionErrorCode`. */
interface Obstacle {
  readonly code: string;
  readonly message: string;
}

/**
 * Resolves the mutations by which an app completes a cart without the page: payment, preparation, submission.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/mutations/cartSubmitForCompletion
 */
export function completionMutations(now: () => StorefrontWorld): object {
  return {
    cartPaymentUpdate: ({cartId, payment}: {cartId: string; payment: PaymentInput}) =>
      pay(cartId, payment, now()),
    cartPrepareForCompletion: ({cartId}: {cartId: string}) => prepare(cartId, now()),
    cartSubmitForCompletion: ({cartId, attemptToken}: {cartId: string; attemptToken: string}) =>
      submit(cartId, attemptToken, now()),
  };
}

function pay(cartId: string, payment: PaymentInput, world: StorefrontWorld): object {
  const cart = openCart(cartId, world);
  if (cart === undefined) return cartPayload(null, {errors: [unknownCart()]});

  const {token} = cart.checkout;
  try {
    world.carts.change(token, paymentChange(payment, cart), 'cartPaymentUpdate');
  } catch (error) {
    if (error instanceof UserError) return cartPayload(resolveCart(cart, world), {errors: [error]});
    throw error;
  }

  return cartPayload(resolveCart(world.carts.find(token) ?? cart, world), {});
}

function paymentChange(
  {amount, directPaymentMethod, freePaymentMethod, walletPaymentMethod}: PaymentInput,
  {checkout}: Cart,
): CartChange {
  const {lines, cost} = checkout;
  if (lines.length === 0)
    throw new UserError('INVALID_PAYMENT_EMPTY_CART', 'An empty cart has no payment.', ['payment']);

  const money = {amount: Number(amount.amount), currencyCode: amount.currencyCode};
  if (freePaymentMethod != null) {
    if (minorUnits(cost.due) > 0)
      throw new UserError('INVALID_PAYMENT', 'The cart is not free.', ['payment', 'freePaymentMethod']);
    return chosen(checkout.selectedPaymentOption, money, freePaymentMethod, 'freePaymentMethod');
  }

  const {applePayWalletContent, shopPayWalletContent} = walletPaymentMethod ?? {};
  if (directPaymentMethod != null)
    return chosen(
      optionOf(checkout.paymentOptions, 'creditCard'),
      money,
      directPaymentMethod,
      'directPaymentMethod',
    );
  if (shopPayWalletContent != null)
    return chosen(
      optionOf(checkout.paymentOptions, 'shop-pay'),
      money,
      shopPayWalletContent,
      'walletPaymentMethod',
    );
  if (applePayWalletContent != null)
    return chosen(
      optionOf(checkout.paymentOptions, 'apple-pay'),
      money,
      applePayWalletContent,
      'walletPaymentMethod',
    );

  throw new UserError('INVALID_PAYMENT', 'The payment has no method.', ['payment']);
}

function chosen(handle: string, amount: Money, {billingAddress}: Method, argument: string): CartChange {
  const address = readMailingAddress(billingAddress, ['payment', argument, 'billingAddress']);
  return {payment: {handle, amount}, checkout: {selectedPaymentOption: handle, billingAddress: address}};
}

function optionOf(options: readonly PaymentOption[], wanted: string): string {
  const found = options.find(({type, handle}) => type === wanted || handle === wanted);
  if (found !== undefined) return found.handle;
  throw new UserError('PAYMENT_METHOD_NOT_SUPPORTED', 'The shop does not take this payment method.', [
    'payment',
  ]);
}

function prepare(cartId: string, world: StorefrontWorld): object {
  const found = openCart(cartId, world);
  if (found === undefined) return refusedResult();

  // From here on the price of delivery counts.
  const {token, reached} = found.checkout;
  world.carts.change(token, {checkout: {reached: withDelivery(reached)}}, 'cartPrepareForCompletion');
  const cart = world.carts.find(token) ?? found;
  const resolved = resolveCart(cart, world);
  const errors = obstaclesOf(cart).filter(({code}) => !code.startsWith('PAYMENTS'));
  const result =
    errors.length === 0
      ? {__typename: 'CartStatusReady', cart: resolved}
      : {
          __typename: 'CartStatusNotReady',
          cart: resolved,
          errors: errors.map((error) => ({__typename: 'CartOperationError', ...error})),
        };

  return {result, userErrors: []};
}

function submit(cartId: string, attemptToken: string, world: StorefrontWorld): object {
  const token = readCartId(cartId)?.token ?? '';
  const done = world.carts.find(token);
  if (done?.checkout.cartId === cartId && done.attempt === attemptToken)
    return {result: {__typename: 'SubmitAlreadyAccepted', attemptId: attemptToken}, userErrors: []};

  const cart = openCart(cartId, world);
  if (cart === undefined) return refusedResult();

  const errors = obstaclesOf(cart);
  if (errors.length > 0) {
    const {checkoutUrl} = resolveCart(cart, world);
    const failed = errors.map((error) => ({__typename: 'SubmissionError', ...error}));
    return {result: {__typename: 'SubmitFailed', checkoutUrl, errors: failed}, userErrors: []};
  }

  world.carts.change(
    token,
    {attempt: attemptToken, checkout: {step: 'thank-you'}},
    'cartSubmitForCompletion',
  );
  const redirectUrl = `https://${world.shop.domain}/checkouts/cn/${token}/thank-you`;
  return {result: {__typename: 'SubmitSuccess', attemptId: attemptToken, redirectUrl}, userErrors: []};
}

function refusedResult(): object {
  return {
    result: null,
    userErrors: (_: object, _context: object, info: GraphQLResolveInfo) => [
      resolveCartError(unknownCart(), info),
    ],
  };
}

/** Lists what keeps a cart from becoming an order. */
function obstaclesOf({checkout, payment}: Cart): readonly Obstacle[] {
  const {lines, contact, shippingAddress, deliveryGroups, cost} = checkout;
  const isDelivered = needsDelivery(checkout);
  const isPaid = payment !== null && minorUnits(payment.amount) === minorUnits(cost.due);

  const all: readonly (readonly [boolean, Obstacle])[] = [
    [lines.length === 0, {code: 'MERCHANDISE_NOT_APPLICABLE', message: 'The cart is empty.'}],
    [
      contact.email === null && contact.phone === null,
      {code: 'BUYER_IDENTITY_EMAIL_REQUIRED', message: 'An email is required.'},
    ],
    [
      isDelivered && shippingAddress === null,
      {code: 'DELIVERY_ADDRESS_REQUIRED', message: 'A delivery address is required.'},
    ],
    [
      isDelivered && shippingAddress !== null && (shippingAddress.address1 ?? '') === '',
      {code: 'DELIVERY_ADDRESS1_REQUIRED', message: 'A street is required.'},
    ],
    [
      isDelivered && shippingAddress !== null && deliveryGroups.length === 0,
      {code: 'NO_DELIVERY_GROUP_SELECTED', message: 'No way to deliver is chosen.'},
    ],
    [payment === null, {code: 'PAYMENTS_METHOD_REQUIRED', message: 'A payment method is required.'}],
    [
      payment !== null && !isPaid,
      {code: 'PAYMENTS_UNACCEPTABLE_PAYMENT_AMOUNT', message: 'The payment is not the amount that is due.'},
    ],
  ];

  return all.flatMap(([applies, obstacle]) => (applies ? [obstacle] : []));
}
