import type {Checkout, CheckoutLine} from '../../../../wire/checkout.ts';
import type {Attribute} from '../../../../wire/order.ts';
import type {Cart, CartChange} from '../../../world/cart.ts';
import {UserError} from '../graphql/user-error.ts';
import {addAddresses, removeAddresses, replaceAddresses, updateAddresses} from './cart-addresses-change.ts';
import {buyerChange, withoutPersonalData} from './cart-buyer.ts';
import {completionMutations} from './cart-completion.ts';
import {cloneCart, createCart} from './cart-creation.ts';
import {deliveryChange} from './cart-delivery-change.ts';
import {codeWarnings, codesChange} from './cart-discount-codes.ts';
import {giftCardsChange, giftCardsRemoval} from './cart-gift-cards.ts';
import type {CartArguments} from './cart-input.ts';
import {UnknownLine, addLines, removeLines, updateLines} from './cart-lines-change.ts';
import {metafieldMutations} from './cart-metafields.ts';
import {cartPayload} from './cart-payload.ts';
import type {CartWarning} from './cart-payload.ts';
import {withinStock} from './cart-stock.ts';
import {openCart, resolveCart} from './cart.ts';
import {unknownCart} from './cart-unknown.ts';
import {readMailingAddress} from './mailing-address.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** The most characters of a note. */
const LONGEST_NOTE = 5000;

/** A change, and the warnings about what was asked for and not done. */
type Outcome = CartChange & {readonly warnings?: readonly CartWarning[]};

type Change = (cart: Cart, given: CartArguments, world: StorefrontWorld) => Outcome;

/** The mutations that change a cart. One of the carts is the checkout that extensions see. */
const CHANGES: Readonly<Record<string, Change>> = {
  cartLinesAdd: ({checkout}, {lines = []}, world) =>
    linesChange(addLines(checkout.lines, lines, {...world, path: ['lines']}), checkout, world),
  cartLinesUpdate: ({checkout}, {lines = []}, world) =>
    linesChange(updateLines(checkout.lines, lines, world), checkout, world),
  cartLinesRemove: ({checkout}, {lineIds = []}) => ({
    checkout: {lines: removeLines(checkout.lines, lineIds)},
  }),
  cartNoteUpdate: (_, {note}) => ({checkout: {note: readNote(note)}}),
  cartAttributesUpdate: (_, {attributes = []}) => ({checkout: {attributes: pairs(attributes)}}),
  cartDiscountCodesUpdate: (_, {discountCodes}, {offers}) => codesChange(discountCodes ?? [], offers),
  cartGiftCardCodesAdd: ({checkout}, {giftCardCodes = []}, {offers}) =>
    giftCardsChange(checkout.giftCards, giftCardCodes, offers),
  cartGiftCardCodesUpdate: (_, {giftCardCodes = []}, {offers}) => giftCardsChange([], giftCardCodes, offers),
  cartGiftCardCodesRemove: ({checkout}, {appliedGiftCardIds = []}) =>
    giftCardsRemoval(checkout.giftCards, appliedGiftCardIds),
  cartBuyerIdentityUpdate: (cart, {buyerIdentity = {}}, world) => buyerChange(cart, buyerIdentity, world),
  cartBillingAddressUpdate: (_, {billingAddress}) => ({
    checkout: {
      billingAddress: billingAddress == null ? null : readMailingAddress(billingAddress, ['billingAddress']),
    },
  }),
  cartDeliveryAddressesAdd: (cart, {addresses = []}, {accounts}) =>
    addAddresses(cart, addresses, {accounts, path: ['addresses']}),
  cartDeliveryAddressesReplace: (cart, {addresses = []}, world) => replaceAddresses(cart, addresses, world),
  cartDeliveryAddressesUpdate: (cart, {addresses = []}, world) => updateAddresses(cart, addresses, world),
  cartDeliveryAddressesRemove: (cart, {addressIds = []}) => removeAddresses(cart, addressIds),
  cartSelectedDeliveryOptionsUpdate: ({checkout}, {selectedDeliveryOptions = []}) =>
    deliveryChange(checkout, selectedDeliveryOptions),
  cartRemovePersonalData: (cart) => withoutPersonalData(cart),
};

/**
 * Resolves the mutations of carts. Each one sees the state at its own time.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/objects/Cart
 */
export function cartMutations(now: () => StorefrontWorld): object {
  const changes = Object.entries(CHANGES).map(([name, change]) => [
    name,
    (given: CartArguments) => carryOut(name, change, given, now()),
  ]);

  return {
    ...Object.fromEntries(changes),
    cartCreate: ({input}: CartArguments) => createCart(input ?? {}, now()),
    cartClone: ({cartId = ''}: CartArguments) => cloneCart(cartId, now()),
    ...metafieldMutations(now),
    ...completionMutations(now),
  };
}

function carryOut(name: string, change: Change, given: CartArguments, world: StorefrontWorld): object {
  const cart = openCart(given.cartId ?? '', world);
  if (cart === undefined) return cartPayload(null, {errors: [unknownCart()]});

  const {token} = cart.checkout;
  let warnings: readonly CartWarning[] = [];
  try {
    const {warnings: own = [], ...made} = change(cart, given, world);
    warnings = own;
    world.carts.change(token, made, name);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (error instanceof UnknownLine) world.carts.reportLineId(error.lineId);
    return cartPayload(resolveCart(cart, world), {errors: [error]});
  }

  const changed = world.carts.find(token) ?? cart;
  return cartPayload(resolveCart(changed, world), {
    warnings: [...warnings, ...codeWarnings(changed.inapplicableCodes, world.offers)],
  });
}

function linesChange(lines: readonly CheckoutLine[], before: Checkout, world: StorefrontWorld): Outcome {
  const held = withinStock(lines, before.lines, world);
  return {checkout: {lines: held.lines}, warnings: held.warnings};
}

function readNote(note: string | null | undefined): string | null {
  if ((note?.length ?? 0) <= LONGEST_NOTE) return note ?? null;
  throw new UserError('NOTE_TOO_LONG', `The note exceeds the maximum number of ${LONGEST_NOTE} characters.`, [
    'note',
  ]);
}

function pairs(attributes: readonly Attribute[]): readonly Attribute[] {
  return attributes.map(({key, value}) => ({key, value}));
}
