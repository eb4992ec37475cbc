import type {Checkout, CheckoutLine} from '../../../../wire/checkout.ts';
import {needsDelivery} from '../../../../wire/checkout.ts';
import type {DeliveryOption} from '../../../../wire/checkout-delivery.ts';
import type {DiscountAllocation} from '../../../../wire/order.ts';
import type {Cart} from '../../../world/cart.ts';
import {cartIdOf, readCartId} from '../../../world/cart-id.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {unitPriceOf} from '../../../world/selling-plans.ts';
import {translateSold} from '../../../world/translations/translated-content.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveGiftCard} from './cart.ts';
import {resolveAttributes} from './cart-line.ts';
import {Catalogue} from './catalogue.ts';
import {resolveCustomerOrder} from './customer-order.ts';
import {resolveMailingAddress} from './mailing-address.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** Returns the id of a checkout of the API until 2024-04. It has the token and the key of its cart. */
export function checkoutIdOf({cartId}: Pick<Checkout, 'cartId'>): string {
  return cartId.replace('/Cart/', '/Checkout/');
}

/** Finds the cart of the id of a checkout, also one that has become an order; undefined without its key. */
export function cartOfCheckout(id: string, {carts}: Pick<StorefrontWorld, 'carts'>): Cart | undefined {
  const read = readCartId(id.replace('/Checkout/', '/Cart/'));
  if (!id.includes('/Checkout/') || read === null || cartIdOf(read.token).split('key=')[1] !== read.key)
    return undefined;

  return carts.find(read.token);
}

/** Resolves the checkout of an id, also one that has become an order; null for any other id. */
export function findCheckout(id: string, world: StorefrontWorld): object | null {
  const cart = cartOfCheckout(id, world);
  return cart === undefined ? null : resolveCheckout(cart, world);
}

/**
 * Resolves the fields of `Checkout`, which versions until 2024-04 have.
 *
 * @see https://shopify.dev/docs/api/storefront/2024-04/objects/Checkout
 */
export function resolveCheckout({checkout, countryCode}: Cart, world: StorefrontWorld): object {
  const {token, cost, lines, note, attributes, contact, shippingAddress, giftCards} = checkout;
  const {shop, orders} = world;
  const catalogue = new Catalogue(world);
  const resolvedLines = lines.map((line) => resolveLine(line, catalogue));
  const order = orders.find(({checkoutToken}) => checkoutToken === token);

  return {
    __typename: 'Checkout',
    id: checkoutIdOf(checkout),
    webUrl: `https://${shop.domain}/checkouts/cn/${token}`,
    orderStatusUrl: order === undefined ? null : `${shop.storefrontUrl}/orders/${token}`,
    completedAt: order?.processedAt ?? null,
    order: order === undefined ? null : resolveCustomerOrder(order, catalogue),
    ready: true,
    requiresShipping: needsDelivery(checkout),
    email: contact.email,
    note,
    customAttributes: attributes,
    currencyCode: cost.total.currencyCode,
    buyerIdentity: {
      __typename: 'CheckoutBuyerIdentity',
      countryCode: shippingAddress?.countryCode ?? countryCode ?? shop.country,
    },
    lineItems: (page: PageOf) => connection(resolvedLines, page),
    shippingAddress:
      shippingAddress === null
        ? null
        : resolveMailingAddress(shippingAddress, 'gid://shopify/MailingAddress/1'),
    appliedGiftCards: giftCards.map(resolveGiftCard),
    ...resolveSums(checkout),
    ...resolveShipping(checkout),
    ...resolveDiscounts(checkout),
  };
}

function resolveSums({lines, cost}: Checkout): object {
  const {currencyCode} = cost.total;
  const full = lines.reduce((sum, line) => sum + minorUnits(unitPriceOf(line)) * line.quantity, 0);
  const subtotal = resolveMoney(cost.subtotal);
  const tax = resolveMoney(cost.tax ?? moneyOf(0, currencyCode));
  const total = resolveMoney(cost.total);
  const due = resolveMoney(cost.due);

  return {
    lineItemsSubtotalPrice: resolveMoney(moneyOf(full, currencyCode)),
    subtotalPrice: subtotal,
    subtotalPriceV2: subtotal,
    totalTax: tax,
    totalTaxV2: tax,
    totalPrice: total,
    totalPriceV2: total,
    paymentDue: due,
    paymentDueV2: due,
    totalDuties: null,
    taxesIncluded: false,
    taxExempt: false,
  };
}

function resolveShipping({deliveryGroups: [group], cost}: Checkout): object {
  const {currencyCode} = cost.total;
  const rates = (group?.options ?? []).map((option) => resolveRate(option, currencyCode));

  return {
    availableShippingRates: {__typename: 'AvailableShippingRates', ready: true, shippingRates: rates},
    // The price counts once somebody has chosen the rate.
    shippingLine:
      cost.shipping === null ? null : (rates.find(({handle}) => handle === group?.selected) ?? null),
    shippingDiscountAllocations: [],
  };
}

function resolveRate(option: DeliveryOption, currencyCode: string): {readonly handle: string} {
  const price = resolveMoney(
    'costAfterDiscounts' in option ? option.costAfterDiscounts : moneyOf(0, currencyCode),
  );
  const rate = {
    __typename: 'ShippingRate',
    handle: option.handle,
    title: option.title,
    price,
    priceV2: price,
  };
  return rate;
}

function resolveLine(line: CheckoutLine, {products, translator, world}: Catalogue): {readonly id: string} {
  const {id, merchandise, quantity, attributes, discountAllocations} = line;
  const variants = products.flatMap(({allVariants}) => allVariants);

  const resolved = {
    __typename: 'CheckoutLineItem',
    id: lineItemIdOf(id),
    title: translateSold(merchandise, translator, world.products).title,
    quantity,
    unitPrice: resolveMoney(unitPriceOf(line)),
    customAttributes: (resolveAttributes(attributes) as {attributes: object[]}).attributes,
    variant: variants.find((variant) => variant.id === merchandise.id) ?? null,
    discountAllocations: discountAllocations.map((allocation) => ({
      __typename: 'DiscountAllocation',
      allocatedAmount: resolveMoney(allocation.discountedAmount),
      discountApplication: resolveApplication(allocation, 'LINE_ITEM'),
    })),
  };

  return resolved;
}

/** Returns the id of a line of a checkout by that of the line of its cart. */
export function lineItemIdOf(id: string): string {
  return id.replace('/CartLine/', '/CheckoutLineItem/');
}

function resolveDiscounts({lines, discountAllocations, discountCodes}: Checkout): object {
  const all = [...discountAllocations, ...lines.flatMap((line) => line.discountAllocations)];
  const applications = discountCodes.map((code, index) => {
    const found = all.find((allocation) => allocation.type === 'code' && allocation.code === code);
    return {id: String(index), ...resolveApplication(found ?? null, 'LINE_ITEM', code)};
  });

  return {discountApplications: (page: PageOf) => connection(applications, page)};
}

function resolveApplication(
  allocation: DiscountAllocation | null,
  targetType: string,
  code = codeOf(allocation),
): object {
  return {
    __typename: 'DiscountCodeApplication',
    code,
    applicable: true,
    allocationMethod: 'ACROSS',
    targetSelection: 'ALL',
    targetType,
    value:
      allocation === null
        ? {__typename: 'PricingPercentageValue', percentage: 100}
        : resolveMoney(allocation.discountedAmount),
  };
}

function codeOf(allocation: DiscountAllocation | null): string {
  return allocation?.type === 'code' ? allocation.code : '';
}
