import type {ShippingAddress} from '../../../../wire/shipping-address.ts';
import {findAddress} from '../../../world/address-book.ts';
import type {Cart, CartChange} from '../../../world/cart.ts';
import type {BuyerIdentityInput} from './cart-input.ts';
import {readMailingAddress} from './mailing-address.ts';
import {UserError} from '../graphql/user-error.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/**
 * Changes the buyer of a cart.
 *
 * @throws {UserError} for an unknown access token or company location
 */
export function buyerChange(
  cart: Cart,
  input: BuyerIdentityInput,
  {accounts}: Pick<StorefrontWorld, 'accounts'>,
): CartChange {
  const {email, phone, countryCode, customerAccessToken, companyLocationId} = input;
  const owner = customerAccessToken == null ? undefined : accounts.byToken(customerAccessToken);
  if (customerAccessToken != null && owner === undefined)
    throw new UserError('INVALID', 'Customer is invalid', ['buyerIdentity', 'customerAccessToken']);

  const customer = customerAccessToken === undefined ? cart.customer : (owner?.customer ?? null);
  if (companyLocationId != null && customer?.company?.location.id !== companyLocationId)
    throw new UserError('INVALID_COMPANY_LOCATION', 'Company location is invalid', [
      'buyerIdentity',
      'companyLocationId',
    ]);

  const {contact, shippingAddress} = cart.checkout;
  const own =
    customerAccessToken == null ? contact : {email: customer?.email ?? null, phone: customer?.phone ?? null};
  const address = addressOf(input, customer, accounts) ?? shippingAddress;
  return {
    customer,
    ...preferencesOf(input),
    checkout: {
      contact: {
        email: email === undefined ? own.email : email,
        phone: phone === undefined ? own.phone : phone,
      },
      shippingAddress: countryCode == null || address === null ? address : {...address, countryCode},
    },
  };
}

/** Returns the country and the preferences that an input gives. */
function preferencesOf({countryCode, preferences}: BuyerIdentityInput): CartChange {
  return {
    ...(countryCode === undefined ? {} : {countryCode}),
    ...(preferences === undefined
      ? {}
      : {
          preferences:
            preferences === null
              ? null
              : {wallet: preferences.wallet ?? [], delivery: preferences.delivery ?? null},
        }),
  };
}

/** Returns the first address to deliver to, as older versions give it; null without one. */
function addressOf(
  {deliveryAddressPreferences}: BuyerIdentityInput,
  customer: Cart['customer'],
  {customers}: StorefrontWorld['accounts'],
): ShippingAddress | null {
  const path = ['buyerIdentity', 'deliveryAddressPreferences', '0'];
  const [first] = deliveryAddressPreferences ?? [];
  if (first?.deliveryAddress != null)
    return readMailingAddress(first.deliveryAddress, [...path, 'deliveryAddress']);
  if (first?.customerAddressId == null) return null;

  const owner = customer === null ? undefined : customers.byId(customer.id);
  const saved =
    owner === undefined
      ? null
      : findAddress(owner.addressBook, owner.customer.address, first.customerAddressId);
  if (saved !== null) return saved;
  throw new UserError('INVALID', 'The customer address is invalid.', [...path, 'customerAddressId']);
}

/** Takes everything off a cart that says who the buyer is. */
export function withoutPersonalData({addresses: {count}}: Cart): CartChange {
  return {
    customer: null,
    countryCode: null,
    preferences: null,
    addresses: {selectedId: `gid://shopify/CartSelectableAddress/${count + 1}`, others: [], count: count + 1},
    payment: null,
    checkout: {
      contact: {email: null, phone: null},
      shippingAddress: null,
      billingAddress: null,
      giftCards: [],
    },
  };
}
