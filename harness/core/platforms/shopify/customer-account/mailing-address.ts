import type {Address} from '../../../../wire/order.ts';
import {countryName, provinceName} from './address-resolver.ts';

/**
 * Resolves the fields of an address that nobody has saved in their account: `SubscriptionMailingAddress`,
 * `PaymentInstrumentBillingAddress` and `CustomerMailingAddress`.
 */
export function resolveMailingAddress(address: Address | null): object | null {
  if (address === null) return null;
  const {firstName, lastName, name, address1, city, zip, provinceCode = null, countryCode} = address;
  const phone = address.phone ?? null;

  return {
    firstName,
    lastName,
    name,
    company: address.company ?? null,
    address1,
    address2: address.address2 ?? null,
    city,
    zip,
    province: provinceName(address),
    provinceCode,
    zoneCode: provinceCode,
    country: countryName(countryCode),
    countryCode,
    countryCodeV2: countryCode,
    territoryCode: countryCode,
    phone,
    phoneNumber: phone,
  };
}
