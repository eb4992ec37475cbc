/** The methods of `shopify.pos.cart` that ask the device. */
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
] as const;

type CartMember = (typeof CART_MEMBERS)[number];

/** `shopify.pos`. */
export interface PointOfSale {
  readonly cart: Readonly<Record<CartMember, () => Promise<never>>> & {subscribe(): () => void};
  close(): Promise<never>;
  device(): Promise<never>;
  location(): Promise<never>;
}

/** Makes `shopify.pos`, whose members only work in the app of the point of sale. */
export function pointOfSale(): PointOfSale {
  const members = CART_MEMBERS.map((name) => [name, () => onlyOnDevice(`pos.cart.${name}`)] as const);
  const methods = Object.fromEntries(members) as Record<CartMember, () => Promise<never>>;
  return {
    cart: {...methods, subscribe: () => () => {}},
    close: () => onlyOnDevice('pos.close'),
    device: () => onlyOnDevice('pos.device'),
    location: () => onlyOnDevice('pos.location'),
  };
}

/** Rejects a member that a browser does not have. */
export async function onlyOnDevice(member: string): Promise<never> {
  throw new Error(`shopify.${member} only works in Shopify's apps for phones and the point of sale.`);
}
