import type {Cart, CartChange} from '../../../world/cart.ts';
import type {BuyerIdentityInput} from './cart-input.ts';
import {UserError} from '../graphql/user-error.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/**
 * Changes the buyer of a cart.
 *
 * @throws {UserError} for an unknown access token or company location
 */
export function buyerChange(
  cart: Cart,
  {email, phone, countryCode, customerAccessToken, companyLocationId}: BuyerIdentityInput,
  {accounts}: Pick<StorefrontWorld, 'accounts'>,
): CartChange {
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
  return {
    customer,
    checkout: {
      contact: {
        email: email === undefined ? own.email : email,
        phone: phone === undefined ? own.phone : phone,
      },
      ...(countryCode == null || shippingAddress === null
        ? {}
        : {shippingAddress: {...shippingAddress, countryCode}}),
    },
  };
}

/** Takes everything off a cart that says who the buyer is. */
export function withoutPersonalData({addresses: {count}}: Cart): CartChange {
  return {
    customer: null,
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
