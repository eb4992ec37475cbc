import type {CartMetafield, Checkout} from '../../../../wire/checkout.ts';
import type {GiftCard} from '../../../../wire/order.ts';
import {NEW_CART} from '../../../world/cart.ts';
import type {Cart} from '../../../world/cart.ts';
import {readCartId} from '../../../world/cart-id.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveDelivery} from './cart-delivery.ts';
import {resolveMailingAddress} from './mailing-address.ts';
import {appliedGiftCardId} from './cart-gift-cards.ts';
import {resolveAttributes, resolveCartDiscount, resolveCartLine} from './cart-line.ts';
import {Catalogue} from './catalogue.ts';
import {resolveCustomer} from './customer.ts';
import {resolvePurchasingCompany} from './purchasing-company.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/**
 * Resolves the cart of an id; null for an unknown one, and for a cart that has become an order. Without the key, the
 * details of the buyer are left out.
 *
 * @see https://shopify.dev/changelog/storefront-api-changes-when-cart-id-is-missing-the-key-param
 */
export function findCart(id: string, world: StorefrontWorld): ResolvedCart | null {
  const read = readCartId(id);
  const cart = read === null ? undefined : world.carts.find(read.token);
  if (cart === undefined || cart.checkout.confirmation !== null) return null;

  const isWhole = read?.key === readCartId(cart.checkout.cartId)?.key;
  return resolveCart(isWhole ? cart : withoutBuyer(cart), world);
}

/** Returns the cart of a mutation, whose id needs the key; undefined for any other id. */
export function openCart(id: string, {carts}: Pick<StorefrontWorld, 'carts'>): Cart | undefined {
  const read = readCartId(id);
  const cart = read === null ? undefined : carts.find(read.token);
  if (cart === undefined || read?.key !== readCartId(cart.checkout.cartId)?.key) return undefined;
  return cart.checkout.confirmation === null ? cart : undefined;
}

/** A cart as the Storefront API has it. */
export interface ResolvedCart {
  readonly id: string;
  readonly checkoutUrl: string;
}

/** Resolves the fields of `Cart`. */
export function resolveCart(cart: Cart, world: StorefrontWorld): ResolvedCart {
  const {shop} = world;
  const {checkout, inapplicableCodes} = cart;
  const {token, cartId, lines, note, attributes, discountCodes, discountAllocations, giftCards} = checkout;
  const catalogue = new Catalogue(world);
  const resolvedLines = lines.map((line) => resolveCartLine(line, catalogue));

  const resolved = {
    __typename: 'Cart',
    id: cartId,
    createdAt: cart.createdAt,
    updatedAt: cart.updatedAt,
    checkoutUrl: `${shop.storefrontUrl}/cart/c/${token}?key=${readCartId(cartId)?.key}`,
    totalQuantity: lines.reduce((sum, {quantity}) => sum + quantity, 0),
    lines: (page: PageOf) => connection(resolvedLines, page),
    note,
    ...resolveAttributes(attributes),
    cost: resolveCost(checkout),
    estimatedCost: {...resolveCost(checkout), __typename: 'CartEstimatedCost'},
    buyerIdentity: resolveBuyer(cart, world),
    discountCodes: [
      ...discountCodes.map((code) => resolveCode(code, true)),
      ...inapplicableCodes.map((code) => resolveCode(code, false)),
    ],
    discountAllocations: discountAllocations.map(resolveCartDiscount),
    appliedGiftCards: giftCards.map(resolveGiftCard),
    ...resolveDelivery(cart, resolvedLines),
    ...cartMetafields(checkout),
  };

  return resolved;
}

/** Resolves the fields of `AppliedGiftCard`. */
export function resolveGiftCard(card: GiftCard): object {
  const amountUsed = resolveMoney(card.amountUsed);
  const balance = resolveMoney(card.balance);

  return {
    __typename: 'AppliedGiftCard',
    id: appliedGiftCardId(card),
    lastCharacters: card.lastCharacters,
    amountUsed,
    amountUsedV2: amountUsed,
    presentmentAmountUsed: amountUsed,
    balance,
    balanceV2: balance,
  };
}

function resolveCode(code: string, applicable: boolean): object {
  return {__typename: 'CartDiscountCode', code, applicable};
}

/** Leaves out what only the holder of the key may read. */
function withoutBuyer({checkout, ...cart}: Cart): Cart {
  const contact = {email: null, phone: null};
  return {
    ...cart,
    customer: null,
    preferences: null,
    addresses: NEW_CART.addresses,
    checkout: {...checkout, contact, shippingAddress: null},
  };
}

function resolveCost({cost}: Checkout): object {
  return {
    __typename: 'CartCost',
    subtotalAmount: resolveMoney(cost.subtotal),
    subtotalAmountEstimated: false,
    totalAmount: resolveMoney(cost.total),
    totalAmountEstimated: cost.shipping === null || cost.tax === null,
    checkoutChargeAmount: resolveMoney(cost.total),
    totalTaxAmount: cost.tax === null ? null : resolveMoney(cost.tax),
    totalTaxAmountEstimated: false,
    totalDutyAmount: null,
    totalDutyAmountEstimated: false,
  };
}

function resolveBuyer({checkout, customer, countryCode, preferences}: Cart, world: StorefrontWorld): object {
  const {contact, shippingAddress} = checkout;
  const known = customer === null ? undefined : world.accounts.customers.byId(customer.id);

  return {
    __typename: 'CartBuyerIdentity',
    email: contact.email,
    phone: contact.phone,
    countryCode: shippingAddress?.countryCode ?? countryCode ?? world.shop.country,
    customer: known === undefined ? null : resolveCustomer(known, world),
    purchasingCompany: customer === null ? null : resolvePurchasingCompany(customer, new Catalogue(world)),
    preferences,
    deliveryAddressPreferences:
      shippingAddress === null
        ? []
        : [resolveMailingAddress(shippingAddress, 'gid://shopify/MailingAddress/1')],
  };
}

/** Resolves the metafields of the cart, in the namespace of the app unless the query names one. */
function cartMetafields({metafields}: Checkout): object {
  const find = ({namespace, key}: {namespace?: string | null; key: string}): object | null => {
    const found = metafields.find((each) => each.key === key && (namespace ?? '$app') === each.namespace);
    return found === undefined ? null : resolveCartMetafield(found);
  };

  return {
    metafield: find,
    metafields: ({identifiers}: {identifiers: readonly {namespace?: string | null; key: string}[]}) =>
      identifiers.map(find),
  };
}

/** Resolves the fields of a metafield of a cart. */
export function resolveCartMetafield(metafield: CartMetafield): {readonly id: string} {
  const {namespace, key} = metafield;
  const id = `gid://shopify/Metafield/cart-${namespace.replace(/\W/g, '')}-${key}`;
  return Object.assign({__typename: 'Metafield', id, description: null}, metafield);
}
