import type {Cart, CartChange} from '../../../world/cart.ts';
import {UserError} from '../graphql/user-error.ts';
import {addAddresses} from './cart-addresses-change.ts';
import {buyerChange} from './cart-buyer.ts';
import {codeWarnings, codesChange} from './cart-discount-codes.ts';
import {giftCardsChange} from './cart-gift-cards.ts';
import type {CartInput} from './cart-input.ts';
import {addLines} from './cart-lines-change.ts';
import {readMetafields} from './cart-metafields.ts';
import {cartPayload} from './cart-payload.ts';
import {withinStock} from './cart-stock.ts';
import type {StockedLines} from './cart-stock.ts';
import {openCart, resolveCart} from './cart.ts';
import {unknownCart} from './cart-unknown.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** Makes a cart. Pages show its checkout, unless they show one already. */
export function createCart(input: CartInput, world: StorefrontWorld): object {
  const path = ['input', 'lines'];
  const stocked = (): StockedLines =>
    withinStock(addLines([], input.lines ?? [], {...world, path}), [], world);
  return made((cart) => changeOf(input, cart, world), stocked, world);
}

/** Makes a cart with the lines of another one, and without what says who the buyer is. */
export function cloneCart(id: string, world: StorefrontWorld): object {
  const cart = openCart(id, world);
  if (cart === undefined) return cartPayload(null, {errors: [unknownCart()]});

  const {lines, attributes, note, discountCodes} = cart.checkout;
  const {inapplicableCodes} = cart;
  const change = {inapplicableCodes, checkout: {attributes, note, discountCodes}};
  return made(
    () => change,
    () => ({lines, warnings: []}),
    world,
  );
}

function made(
  change: (cart: Cart) => CartChange,
  stocked: () => StockedLines,
  world: StorefrontWorld,
): object {
  try {
    const {lines, warnings} = stocked();
    const cart = world.carts.create((empty) => {
      const {checkout, ...details} = change(empty);
      return {...details, checkout: {...checkout, lines}};
    });

    return cartPayload(resolveCart(cart, world), {
      warnings: [...warnings, ...codeWarnings(cart.inapplicableCodes, world.offers)],
    });
  } catch (error) {
    if (error instanceof UserError) return cartPayload(null, {errors: [error]});
    throw error;
  }
}

function changeOf(input: CartInput, cart: Cart, world: StorefrontWorld): CartChange {
  const {offers, accounts} = world;
  const {note, attributes, discountCodes, giftCardCodes, metafields, buyerIdentity, delivery} = input;

  const codes = codesChange(discountCodes ?? [], offers);
  const buyer = buyerIdentity == null ? {} : buyerChange(cart, buyerIdentity, world);
  const cards = giftCardCodes == null ? {} : giftCardsChange([], giftCardCodes, offers);
  const path = ['input', 'delivery', 'addresses'];
  const addresses =
    delivery?.addresses == null
      ? {}
      : addAddresses({...cart, ...buyer, checkout: cart.checkout}, delivery.addresses, {accounts, path});

  return {
    ...codes,
    ...buyer,
    ...addresses,
    checkout: {
      ...codes.checkout,
      ...buyer.checkout,
      ...cards.checkout,
      ...addresses.checkout,
      note: note ?? null,
      attributes: (attributes ?? []).map(({key, value}) => ({key, value})),
      metafields: readMetafields(metafields ?? [], ['input', 'metafields']),
    },
  };
}
