import type {GraphQLResolveInfo} from 'graphql';
import type {Checkout} from '../../../../wire/checkout.ts';
import type {ShippingAddress} from '../../../../wire/shipping-address.ts';
import type {Attribute} from '../../../../wire/order.ts';
import type {CheckoutChange} from '../../../world/checkout.ts';
import {hasEnumValue} from '../graphql/enum-value.ts';
import {CART_ADDRESS_ID} from './cart-delivery.ts';
import {UserError} from '../graphql/user-error.ts';
import {addLines, removeLines, updateLines} from './cart-lines-change.ts';
import type {LineInput, LineUpdate} from './cart-lines-change.ts';
import {isCart, resolveCart} from './cart.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** An address to deliver to, as a mutation gives it. */
interface AddressInput {
  readonly address?: {readonly deliveryAddress?: Readonly<Record<string, string | null>> | null};
  readonly selected?: boolean | null;
  readonly oneTimeUse?: boolean | null;
}

/** The arguments of the mutations of a cart, as far as one of them has them. */
interface CartArguments {
  readonly cartId?: string;
  readonly input?: CartInput | null;
  readonly lines?: readonly (LineInput & LineUpdate)[];
  readonly lineIds?: readonly string[];
  readonly note?: string | null;
  readonly attributes?: readonly Attribute[];
  readonly discountCodes?: readonly string[] | null;
  readonly buyerIdentity?: BuyerIdentity;
  readonly addresses?: readonly AddressInput[];
  readonly addressIds?: readonly string[];
}

interface CartInput {
  readonly lines?: readonly LineInput[] | null;
  readonly note?: string | null;
  readonly attributes?: readonly Attribute[] | null;
  readonly discountCodes?: readonly string[] | null;
  readonly buyerIdentity?: BuyerIdentity | null;
  readonly delivery?: {readonly addresses?: readonly AddressInput[] | null} | null;
}

interface BuyerIdentity {
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly countryCode?: string | null;
}

type Change = (given: CartArguments, world: StorefrontWorld) => CheckoutChange;

/** The mutations that change the cart, which is the checkout that extensions see. */
const CHANGES: Readonly<Record<string, Change>> = {
  cartLinesAdd: ({lines = []}, {checkout, products}) => ({
    lines: addLines(checkout.lines, lines, {products, path: ['lines']}),
  }),
  cartLinesUpdate: ({lines = []}, {checkout, products}) => ({
    lines: updateLines(checkout.lines, lines, {products}),
  }),
  cartLinesRemove: ({lineIds = []}, {checkout}) => ({lines: removeLines(checkout.lines, lineIds)}),
  cartNoteUpdate: ({note}) => ({note: note ?? null}),
  cartAttributesUpdate: ({attributes = []}) => ({attributes: pairs(attributes)}),
  cartDiscountCodesUpdate: ({discountCodes}, world) => ({discountCodes: known(discountCodes ?? [], world)}),
  cartBuyerIdentityUpdate: ({buyerIdentity = {}}, {checkout}) => buyerChange(buyerIdentity, checkout),
  cartDeliveryAddressesAdd: ({addresses = []}) => addressChange(addresses),
  cartDeliveryAddressesReplace: ({addresses = []}) => addressChange(addresses),
  cartDeliveryAddressesUpdate: ({addresses = []}) => addressChange(addresses),
  cartDeliveryAddressesRemove: ({addressIds = []}) =>
    addressIds.includes(CART_ADDRESS_ID) ? {shippingAddress: null} : {},
};

/** Resolves the mutations of a cart. Each one sees the state at its own time. */
export function cartMutations(now: () => StorefrontWorld): object {
  const changes = Object.entries(CHANGES).map(([name, change]) => [
    name,
    (given: CartArguments) => {
      if (isCart(given.cartId ?? '', now())) return carryOut(change, given, now);
      return payload(null, [new UserError('INVALID', 'The specified cart does not exist.', ['cartId'])]);
    },
  ]);

  return {
    ...Object.fromEntries(changes),
    cartCreate: (given: CartArguments) => carryOut(newCart, given, now),
  };
}

function carryOut(change: Change, given: CartArguments, now: () => StorefrontWorld): object {
  const world = now();
  if (world.checkout.confirmation !== null)
    throw new Error('The simulated shop has one cart, and it has become an order.');

  try {
    world.changeCheckout(change(given, world));
  } catch (error) {
    if (error instanceof UserError) return payload(null, [error]);
    throw error;
  }

  const cart = resolveCart(now());
  const inapplicable = unknownCodes(given, world);
  return payload(
    {...cart, discountCodes: [...cart.discountCodes, ...inapplicable.map(inapplicableCode)]},
    [],
    inapplicable,
  );
}

function inapplicableCode(code: string): object {
  return {__typename: 'CartDiscountCode', code, applicable: false};
}

function payload(cart: object | null, errors: readonly UserError[], codes: readonly string[] = []): object {
  return {
    cart,
    userErrors: errors.map(({code, message, field}) => ({__typename: 'CartUserError', code, message, field})),
    warnings: (_: object, _context: object, info: GraphQLResolveInfo) =>
      hasEnumValue(info, 'CartWarningCode', NOT_FOUND) ? codes.map(warningOf) : [],
  };
}

const NOT_FOUND = 'DISCOUNT_NOT_FOUND';

function warningOf(code: string): object {
  const message = `The discount code ${code} cannot be found.`;
  return {__typename: 'CartWarning', code: NOT_FOUND, message, target: code};
}

/** The shop has one cart, so a new one replaces it. */
function newCart({input}: CartArguments, world: StorefrontWorld): CheckoutChange {
  const {lines, note, attributes, discountCodes, buyerIdentity, delivery} = input ?? {};
  const {checkout, products} = world;

  return {
    step: 'information',
    lines: addLines([], lines ?? [], {products, path: ['input', 'lines']}),
    note: note ?? null,
    attributes: pairs(attributes ?? []),
    discountCodes: known(discountCodes ?? [], world),
    giftCards: [],
    metafields: [],
    ...(buyerIdentity == null ? {} : buyerChange(buyerIdentity, checkout)),
    ...(delivery?.addresses == null ? {} : addressChange(delivery.addresses)),
  };
}

function buyerChange({email, phone, countryCode}: BuyerIdentity, checkout: Checkout): CheckoutChange {
  const {contact, shippingAddress} = checkout;
  return {
    contact: {email: email ?? contact.email, phone: phone ?? contact.phone},
    ...(countryCode == null || shippingAddress === null
      ? {}
      : {shippingAddress: {...shippingAddress, countryCode}}),
  };
}

/** Delivers to the selected address, or to the first. */
function addressChange(addresses: readonly AddressInput[]): CheckoutChange {
  const chosen = addresses.find(({selected}) => selected === true) ?? addresses[0];
  const given = chosen?.address?.deliveryAddress;
  if (given == null) return {};

  const entered = Object.entries(given).filter(([, value]) => value != null);
  const shippingAddress: ShippingAddress = Object.fromEntries(entered);
  return {shippingAddress: {...shippingAddress, oneTimeUse: chosen?.oneTimeUse ?? false}};
}

function known(codes: readonly string[], {discountCodes}: StorefrontWorld): readonly string[] {
  return codes.flatMap(
    (code) => discountCodes.find((each) => each.toLowerCase() === code.toLowerCase()) ?? [],
  );
}

function unknownCodes({discountCodes, input}: CartArguments, world: StorefrontWorld): readonly string[] {
  const given = discountCodes ?? input?.discountCodes ?? [];
  return given.filter((code) => known([code], world).length === 0);
}

function pairs(attributes: readonly Attribute[]): readonly Attribute[] {
  return attributes.map(({key, value}) => ({key, value}));
}
