import type {CustomerPrivacy} from '../../../wire/account.ts';
import type {PageState} from '../../../wire/control.ts';
import {
  isCustomerDataApproved,
  isFieldApproved,
  type ProtectedField,
} from '../../../wire/protected-customer-data.ts';
import type {ShippingAddress} from '../../../wire/shipping-address.ts';

type AddressMember = Exclude<keyof ShippingAddress, 'company' | 'oneTimeUse'>;

/**
 * The members of addresses and customers that need a separate approval (`requires level 2 access` in the published
 * types). All others need protected customer data alone.
 *
 * @see https://shopify.dev/docs/api/checkout-ui-extensions/latest/target-apis/checkout-apis/addresses-api
 * @see https://shopify.dev/docs/api/checkout-ui-extensions/latest/target-apis/checkout-apis/buyer-identity-api
 */
const FIELDS: Readonly<Record<AddressMember | 'email' | 'fullName', ProtectedField>> = {
  name: 'name',
  firstName: 'name',
  lastName: 'name',
  fullName: 'name',
  address1: 'address',
  address2: 'address',
  city: 'address',
  zip: 'address',
  countryCode: 'address',
  provinceCode: 'address',
  phone: 'phone',
  email: 'email',
};

/** Returns an address, a customer or their contact without the members that the app is not approved for. */
export function approvedMembers<Members extends object>(
  members: Members,
  {app}: Pick<PageState, 'app'>,
): Partial<Members> {
  const fields: Readonly<Record<string, ProtectedField>> = FIELDS;
  const approved = Object.entries(members).filter(([member]) => {
    const field = fields[member];
    return field === undefined || isFieldApproved(app.protectedCustomerData, field);
  });

  return Object.fromEntries(approved) as Partial<Members>;
}

/**
 * Returns an address without the members that the app is not approved for; `undefined` without an address, or without
 * protected customer data.
 */
export function approvedAddress<Address extends ShippingAddress>(
  address: Address | null,
  {app}: Pick<PageState, 'app'>,
): Partial<Address> | undefined {
  if (address === null || !isCustomerDataApproved(app.protectedCustomerData)) return undefined;
  return approvedMembers(address, {app});
}

/**
 * Returns the consent of a visitor. Their region needs protected customer data.
 *
 * @see https://shopify.dev/docs/api/customer-account-ui-extensions/latest/target-apis/account-apis/customer-privacy-api
 */
export function approvedPrivacy({privacy, app}: Pick<PageState, 'app' | 'privacy'>): CustomerPrivacy {
  if (isCustomerDataApproved(app.protectedCustomerData)) return privacy;

  const {region: _region, ...rest} = privacy;
  return rest;
}
