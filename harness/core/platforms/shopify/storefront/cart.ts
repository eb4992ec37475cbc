import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveDelivery} from './cart-delivery.ts';
import {resolveAttributes, resolveCartDiscount, resolveCartLine} from './cart-line.ts';
import {Catalogue} from './catalogue.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** Returns the id of the cart. The shop has one cart, which is the checkout. */
export function cartIdOf({checkout}: Pick<StorefrontWorld, 'checkout'>): string {
  return `gid://shopify/Cart/${checkout.token}`;
}

/** Whether an id is that of the cart. A key may follow it. A cart that has become an order does not exist any more. */
export function isCart(id: string, world: Pick<StorefrontWorld, 'checkout'>): boolean {
  return id.replace(/\?.*$/, '') === cartIdOf(world) && world.checkout.confirmation === null;
}

/** A cart as the Storefront API has it. */
export interface ResolvedCart {
  readonly id: string;
  readonly discountCodes: readonly object[];
}

/** Resolves the fields of `Cart`. */
export function resolveCart(world: StorefrontWorld): ResolvedCart {
  const {checkout, shop} = world;
  const {token, lines, note, attributes, discountCodes, discountAllocations, giftCards} = checkout;
  const catalogue = new Catalogue(world);
  const resolvedLines = lines.map((line) => resolveCartLine(line, catalogue));

  const resolved = {
    __typename: 'Cart',
    id: cartIdOf(world),
    checkoutUrl: `${shop.storefrontUrl}/cart/c/${token}`,
    totalQuantity: lines.reduce((sum, {quantity}) => sum + quantity, 0),
    lines: (page: PageOf) => connection(resolvedLines, page),
    note,
    ...resolveAttributes(attributes),
    cost: resolveCost(world),
    estimatedCost: {...resolveCost(world), __typename: 'CartEstimatedCost'},
    buyerIdentity: resolveBuyer(world),
    discountCodes: discountCodes.map((code) => ({__typename: 'CartDiscountCode', code, applicable: true})),
    discountAllocations: discountAllocations.map(resolveCartDiscount),
    appliedGiftCards: giftCards.map(({lastCharacters, amountUsed, balance}) => ({
      __typename: 'AppliedGiftCard',
      id: `gid://shopify/AppliedGiftCard/${lastCharacters}`,
      lastCharacters,
      amountUsed: resolveMoney(amountUsed),
      amountUsedV2: resolveMoney(amountUsed),
      presentmentAmountUsed: resolveMoney(amountUsed),
      balance: resolveMoney(balance),
      balanceV2: resolveMoney(balance),
    })),
    ...resolveDelivery(checkout, resolvedLines),
    ...cartMetafields(world),
  };

  return resolved;
}

function resolveCost({checkout: {cost}}: StorefrontWorld): object {
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

function resolveBuyer({checkout, shop}: StorefrontWorld): object {
  const {contact, shippingAddress} = checkout;
  return {
    __typename: 'CartBuyerIdentity',
    email: contact.email,
    phone: contact.phone,
    countryCode: shippingAddress?.countryCode ?? shop.country,
    customer: null,
    purchasingCompany: null,
    preferences: null,
  };
}

/** Resolves the metafields of the cart, in the namespace of the app unless the query names one. */
function cartMetafields({checkout: {metafields}}: StorefrontWorld): object {
  const find = ({namespace, key}: {namespace?: string | null; key: string}): object | null => {
    const found = metafields.find((each) => each.key === key && (namespace ?? '$app') === each.namespace);
    return found === undefined
      ? null
      : {__typename: 'Metafield', id: `gid://shopify/Metafield/cart-${key}`, description: null, ...found};
  };

  return {
    metafield: find,
    metafields: ({identifiers}: {identifiers: readonly {namespace?: string | null; key: string}[]}) =>
      identifiers.map(find),
  };
}
