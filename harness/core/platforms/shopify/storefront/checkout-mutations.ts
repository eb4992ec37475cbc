import type {Attribute} from '../../../../wire/order.ts';
import type {ShippingAddress} from '../../../../wire/shipping-address.ts';
import type {Cart, CartChange} from '../../../world/cart.ts';
import {UserError} from '../graphql/user-error.ts';
import {buyerChange} from './cart-buyer.ts';
import {deliveryChange} from './cart-delivery-change.ts';
import {discountChange, giftCardRemoved, giftCardsAppended} from './checkout-codes.ts';
import {freeChange, paidChange, resolvePayment} from './checkout-completion.ts';
import type {CheckoutPaymentInput} from './checkout-completion.ts';
import {lineItemsAdded, lineItemsRemoved, lineItemsUpdated} from './checkout-lines-change.ts';
import type {LineItemInput, LineItemUpdate} from './checkout-lines-change.ts';
import {checkoutPayload, unknownCheckout} from './checkout-payload.ts';
import {cartOfCheckout, resolveCheckout} from './checkout-resolver.ts';
import {resolveCustomer} from './customer.ts';
import {readMailingAddress} from './mailing-address.ts';
import type {MailingAddressInput} from './mailing-address.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** The arguments of the mutations of a checkout, as far as one of them has them. */
interface CheckoutArguments {
  readonly checkoutId: string;
  readonly input?: CheckoutInput;
  readonly email?: string;
  readonly shippingAddress?: MailingAddressInput;
  readonly shippingRateHandle?: string;
  readonly lineItems?: readonly (LineItemInput & LineItemUpdate)[];
  readonly lineItemIds?: readonly string[];
  readonly discountCode?: string;
  readonly giftCardCodes?: readonly string[];
  readonly appliedGiftCardId?: string;
  readonly customerAccessToken?: string;
  readonly payment?: CheckoutPaymentInput;
}

interface CheckoutInput {
  readonly email?: string | null;
  readonly note?: string | null;
  readonly customAttributes?: readonly Attribute[] | null;
  readonly lineItems?: readonly LineItemInput[] | null;
  readonly shippingAddress?: MailingAddressInput | null;
  readonly buyerIdentity?: {readonly countryCode: string} | null;
}

type Change = (cart: Cart, given: CheckoutArguments, world: StorefrontWorld) => CartChange;

/** The mutations that change a checkout, which is a cart under another name. */
const CHANGES: Readonly<Record<string, Change>> = {
  checkoutAttributesUpdateV2: (_, {input = {}}) => ({checkout: textsOf(input)}),
  checkoutEmailUpdateV2: ({checkout}, {email = ''}) => ({
    checkout: {contact: {...checkout.contact, email: readEmail(email, ['email'])}},
  }),
  checkoutShippingAddressUpdateV2: (_, {shippingAddress = {}}) => ({
    checkout: {shippingAddress: readMailingAddress(shippingAddress, ['shippingAddress'])},
  }),
  checkoutShippingLineUpdate: ({checkout}, {shippingRateHandle = ''}) =>
    rateChange(checkout, shippingRateHandle),
  checkoutLineItemsAdd: ({checkout}, {lineItems = []}, world) =>
    lineItemsAdded(checkout.lines, lineItems, world),
  checkoutLineItemsReplace: (_, {lineItems = []}, world) => lineItemsAdded([], lineItems, world),
  checkoutLineItemsUpdate: ({checkout}, {lineItems = []}, world) =>
    lineItemsUpdated(checkout.lines, lineItems, world),
  checkoutLineItemsRemove: ({checkout}, {lineItemIds = []}) => lineItemsRemoved(checkout.lines, lineItemIds),
  checkoutDiscountCodeApplyV2: ({checkout}, {discountCode = ''}, {offers}) =>
    discountChange(checkout, discountCode, offers),
  checkoutDiscountCodeRemove: () => ({checkout: {discountCodes: []}}),
  checkoutGiftCardsAppend: ({checkout}, {giftCardCodes = []}, {offers}) =>
    giftCardsAppended(checkout, giftCardCodes, offers),
  checkoutGiftCardRemoveV2: ({checkout}, {appliedGiftCardId = ''}) =>
    giftCardRemoved(checkout, appliedGiftCardId),
  checkoutCustomerAssociateV2: (cart, {customerAccessToken = ''}, world) =>
    associated(cart, customerAccessToken, world),
  checkoutCustomerDisassociateV2: () => ({customer: null}),
  checkoutCompleteFree: (cart) => freeChange(cart),
  checkoutCompleteWithCreditCardV2: (cart, {payment}) => paid(cart, payment),
  checkoutCompleteWithTokenizedPaymentV3: (cart, {payment}) => paid(cart, payment),
};

/**
 * Resolves the mutations of checkouts, which versions until 2024-04 have.
 *
 * @see https://shopify.dev/docs/api/storefront/2024-04/mutations/checkoutCreate
 */
export function checkoutMutations(now: () => StorefrontWorld): object {
  const changes = Object.entries(CHANGES).map(([name, change]) => [
    name,
    (given: CheckoutArguments) => carryOut(name, change, given, now),
  ]);

  return {
    ...Object.fromEntries(changes),
    checkoutCreate: ({input}: {input: CheckoutInput}) => create(input, now),
  };
}

function carryOut(
  name: string,
  change: Change,
  given: CheckoutArguments,
  now: () => StorefrontWorld,
): object {
  const world = now();
  const cart = cartOfCheckout(given.checkoutId, world);
  if (cart === undefined) return checkoutPayload(undefined, world, {errors: [unknownCheckout()]});

  try {
    if (cart.checkout.confirmation !== null)
      throw new UserError('ALREADY_COMPLETED', 'Checkout is already completed.', ['checkoutId']);
    world.carts.change(cart.checkout.token, change(cart, given, world), name);
  } catch (error) {
    if (error instanceof UserError) return checkoutPayload(cart, world, {errors: [error]});
    throw error;
  }

  const after = now();
  const changed = after.carts.find(cart.checkout.token) ?? cart;
  const {payment} = given;
  return checkoutPayload(changed, after, {
    customer: customerOf(changed, after),
    ...(payment === undefined ? {} : {payment: resolvePayment(payment, resolveCheckout(changed, after))}),
  });
}

function create(input: CheckoutInput, now: () => StorefrontWorld): object {
  const world = now();
  const {email, lineItems, shippingAddress} = input;

  try {
    const {checkout: lines} = lineItemsAdded([], lineItems ?? [], world);
    const address: ShippingAddress | null =
      shippingAddress == null ? null : readMailingAddress(shippingAddress, ['input', 'shippingAddress']);
    const contact = {email: email == null ? null : readEmail(email, ['input', 'email']), phone: null};
    const cart = world.carts.create(() => ({
      countryCode: input.buyerIdentity?.countryCode ?? null,
      checkout: {...lines, ...textsOf(input), contact, shippingAddress: address},
    }));
    return checkoutPayload(cart, now(), {queueToken: null});
  } catch (error) {
    if (error instanceof UserError)
      return checkoutPayload(undefined, world, {errors: [error], queueToken: null});
    throw error;
  }
}

/** Returns the note and the attributes that an input gives. */
function textsOf({note, customAttributes}: CheckoutInput): NonNullable<CartChange['checkout']> {
  return {
    ...(note === undefined ? {} : {note}),
    ...(customAttributes == null ? {} : {attributes: customAttributes.map(({key, value}) => ({key, value}))}),
  };
}

function readEmail(email: string, field: readonly string[]): string {
  if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) return email;
  throw new UserError('INVALID', 'Email is invalid', field);
}

/** Chooses a rate for every group of lines. */
function rateChange(checkout: Cart['checkout'], handle: string): CartChange {
  const {deliveryGroups} = checkout;
  const isKnown = deliveryGroups.some(({options}) => options.some((option) => option.handle === handle));
  if (!isKnown)
    throw new UserError('SHIPPING_RATE_EXPIRED', 'Shipping rate does not exist', ['shippingRateHandle']);

  return deliveryChange(
    checkout,
    deliveryGroups.map(({id}) => ({deliveryGroupId: id, deliveryOptionHandle: handle})),
  );
}

function associated(cart: Cart, customerAccessToken: string, world: StorefrontWorld): CartChange {
  if (world.accounts.byToken(customerAccessToken) !== undefined)
    return buyerChange(cart, {customerAccessToken}, world);

  throw new UserError('INVALID', 'Customer is invalid', ['customerAccessToken']);
}

function paid(cart: Cart, payment: CheckoutPaymentInput | undefined): CartChange {
  if (payment !== undefined) return paidChange(cart, payment);
  throw new UserError('MISSING_PAYMENT_INPUT', 'Payment is missing', ['payment']);
}

function customerOf({customer}: Cart, world: StorefrontWorld): object | null {
  const known = customer === null ? undefined : world.accounts.customers.byId(customer.id);
  return known === undefined ? null : resolveCustomer(known, world);
}
