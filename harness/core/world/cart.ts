import type {Checkout} from '../../wire/checkout.ts';
import type {ShippingAddress} from '../../wire/shipping-address.ts';
import type {CheckoutChange} from './checkout.ts';
import type {Money} from './money.ts';
import type {Customer} from './people.ts';

/** The details of a cart that the Storefront API knows, and that a checkout lacks. */
export interface CartDetails {
  /** The customer of `buyerIdentity`; null for a guest. */
  readonly customer: Customer | null;
  /** The country of the buyer, if a mutation has named one: `CA`. */
  readonly countryCode: string | null;
  /** The preferences of the buyer, as a mutation gave them; null before. */
  readonly preferences: CartPreferences | null;
  /** The addresses to choose from. */
  readonly addresses: CartAddresses;
  /** The codes that were given and do not apply: `['NOPE']`. */
  readonly inapplicableCodes: readonly string[];
  /** The payment that was chosen; null before. */
  readonly payment: CartPayment | null;
  /** The attempt by which the cart has become an order; null before. */
  readonly attempt: string | null;
}

/** The ways to pay and to deliver that the buyer prefers. */
export interface CartPreferences {
  readonly wallet: readonly string[];
  readonly delivery: Readonly<Record<string, unknown>> | null;
}

/** A cart of the Storefront API. Its checkout has the lines, sums and so on. */
export interface Cart extends CartDetails {
  readonly checkout: Checkout;
  /** The time at which the cart was created, in ISO 8601. */
  readonly createdAt: string;
  /** The time of the last change, in ISO 8601. */
  readonly updatedAt: string;
}

/** The delivery addresses of a cart. The selected one is that of the checkout, so this has only its id. */
export interface CartAddresses {
  readonly selectedId: string;
  readonly others: readonly CartAddress[];
  /** The number of addresses that were ever added, for the ids of new ones. */
  readonly count: number;
}

/** A delivery address that is not selected. */
export interface CartAddress {
  /** `gid://shopify/CartSelectableAddress/…` */
  readonly id: string;
  readonly address: ShippingAddress;
}

/** A payment of a cart. */
export interface CartPayment {
  /** The handle of the payment method. */
  readonly handle: string;
  readonly amount: Money;
}

/** A change of a cart by a mutation. Missing fields stay as they are. */
export interface CartChange extends Partial<CartDetails> {
  readonly checkout?: CheckoutChange & Partial<Pick<Checkout, 'deliveryGroups' | 'reached'>>;
}

/** Returns the id of the nth delivery address of a cart, from 1 up. */
export function cartAddressId(index: number): string {
  return `gid://shopify/CartSelectableAddress/${index}`;
}

/** The details of a cart that no mutation has changed. */
export const NEW_CART: Omit<CartDetails, 'customer'> = {
  countryCode: null,
  preferences: null,
  addresses: {selectedId: cartAddressId(1), others: [], count: 1},
  inapplicableCodes: [],
  payment: null,
  attempt: null,
};
