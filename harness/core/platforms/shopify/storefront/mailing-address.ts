import type {ShippingAddress} from '../../../../wire/shipping-address.ts';
import type {Address} from '../../../../wire/order.ts';
import {COUNTRY_CODES} from '../../../world/codes.ts';
import {PROVINCES} from '../../../world/provinces.ts';
import {UserError} from '../graphql/user-error.ts';

/** The fields of `MailingAddressInput`. */
export type MailingAddressInput = Readonly<
  Partial<
    Record<
      | 'firstName'
      | 'lastName'
      | 'company'
      | 'address1'
      | 'address2'
      | 'city'
      | 'zip'
      | 'country'
      | 'province'
      | 'phone',
      string | null
    >
  >
>;

/** Resolves the fields of `MailingAddress`. */
export function resolveMailingAddress(address: ShippingAddress | Address, id: string): ResolvedAddress {
  const {firstName, lastName, address1, city, provinceCode, zip, countryCode} = address;
  const name = address.name ?? joined([firstName, lastName]);
  const country = countryName(countryCode);
  const place = joined([city, provinceCode, zip]);

  const resolved = {
    __typename: 'MailingAddress',
    id,
    firstName: firstName ?? null,
    lastName: lastName ?? null,
    name: name === '' ? null : name,
    company: address.company ?? null,
    address1: address1 ?? null,
    address2: address.address2 ?? null,
    city: city ?? null,
    zip: zip ?? null,
    country,
    countryCode: countryCode ?? null,
    countryCodeV2: countryCode ?? null,
    province: PROVINCES[countryCode ?? '']?.[provinceCode ?? ''] ?? provinceCode ?? null,
    provinceCode: provinceCode ?? null,
    phone: address.phone ?? null,
    latitude: null,
    longitude: null,
    formatted: ({withName = false, withCompany = true}: {withName?: boolean; withCompany?: boolean} = {}) =>
      [
        withName ? name : undefined,
        withCompany ? address.company : undefined,
        address1,
        address.address2,
        place,
        country,
      ].filter((line) => line != null && line !== ''),
    formattedArea: [city, provinceCode, country].filter((part) => part != null && part !== '').join(', '),
  };

  return resolved;
}

/** An address with the id by which a list names it. */
export interface ResolvedAddress extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

/**
 * Reads an address. Country and province may be names or codes, as on Shopify.
 *
 * @param path the path of the argument
 * @throws {UserError} for a country or a province that does not exist
 */
export function readMailingAddress(input: MailingAddressInput, path: readonly string[]): ShippingAddress {
  const {country, province, ...others} = input;
  const entered = Object.entries(others).filter(([, value]) => value != null);
  const countryCode = country == null ? undefined : readCountry(country, path);
  const provinceCode =
    province == null || province === '' ? undefined : readProvince(province, countryCode, path);

  return {
    ...(Object.fromEntries(entered) as ShippingAddress),
    ...(countryCode === undefined ? {} : {countryCode}),
    ...(provinceCode === undefined ? {} : {provinceCode}),
  };
}

function readCountry(given: string, path: readonly string[]): string {
  const wanted = given.trim().toLowerCase();
  const found = COUNTRY_CODES.find(
    (code) => code.toLowerCase() === wanted || countryName(code)?.toLowerCase() === wanted,
  );

  if (found !== undefined) return found;
  throw new UserError('INVALID', 'Country is invalid', [...path, 'country']);
}

function readProvince(given: string, countryCode: string | undefined, path: readonly string[]): string {
  const wanted = given.trim().toLowerCase();
  const known = PROVINCES[countryCode ?? ''];
  if (known === undefined) return given;

  const found = Object.entries(known).find(
    ([code, name]) => code.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );

  if (found !== undefined) return found[0];
  throw new UserError('INVALID', 'Province is invalid', [...path, 'province']);
}

function countryName(code: string | undefined): string | null {
  if (code === undefined || code === '') return null;
  return new Intl.DisplayNames('en', {type: 'region'}).of(code) ?? code;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
