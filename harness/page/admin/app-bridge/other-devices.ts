import type {PointOfSale} from './shopify-members.ts';

/** The members of `shopify.pos.cart`. */
const CART_MEMBERS = [
  'fetch',
  'setCustomer',
  'removeCustomer',
  'addAddress',
  'updateAddress',
  'applyCartDiscount',
  'applyCartCodeDiscount',
  'removeCartDiscount',
  'removeAllDiscounts',
  'addCartProperties',
  'removeCartProperties',
  'addCustomSale',
  'clear',
  'addLineItem',
  'updateLineItem',
  'removeLineItem',
  'setLineItemDiscount',
  'removeLineItemDiscount',
  'addLineItemProperties',
  'removeLineItemProperties',
];

/** Makes `shopify.pos`, whose members only work in the app of the point of sale. */
export function pointOfSale(): PointOfSale {
  const members = CART_MEMBERS.map((name) => [name, () => onlyOnDevice(`pos.cart.${name}`)] as const);
  return {
    cart: {...Object.fromEntries(members), subscribe: () => () => {}},
    close: () => onlyOnDevice('pos.close'),
    device: () => onlyOnDevice('pos.device'),
    location: () => onlyOnDevice('pos.location'),
  };
}

/** Rejects a member that a browser does not have. */
export async function onlyOnDevice(member: string): Promise<never> {
  throw new Error(`shopify.${member} only works in Shopify's apps for phones and the point of sale.`);
}
