import type {Address} from '../../../../../wire/order.ts';
import {PROVINCES} from '../../../../world/provinces.ts';
import {resolveAddress as resolveCustomerAddress} from '../../customer-account/address-resolver.ts';
import type {Identified} from '../model/admin-graph.ts';

/** Resolves the fields of `MailingAddress`. */
export function resolveAddress(
  address: Address | null,
  id: string,
): (Identified & Record<string, unknown>) | null {
  const resolved = resolveCustomerAddress(address, id);
  if (address === null || resolved === null) return null;

  return {
    ...resolved,
    __typename: 'MailingAddress',
    provinceCode: address.provinceCode ?? null,
    countryCode: address.countryCode,
    countryCodeV2: address.countryCode,
    phone: address.phone ?? null,
    latitude: null,
    longitude: null,
    timeZone: null,
    coordinatesValidated: false,
  };
}

/** An address as mutations take it. */
export interface AddressInput {
  readonly address1?: string | null;
  readonly address2?: string | null;
  readonly city?: string | null;
  readonly company?: string | null;
  readonly countryCode?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly phone?: string | null;
  readonly provinceCode?: string | null;
  readonly zip?: string | null;
}

/** Writes an input into an address. Members that are not given stay. */
export function readAddress(input: AddressInput, before: Address | null, country: string): Address {
  const text = (key: keyof AddressInput & keyof Address): string => input[key] ?? before?.[key] ?? '';
  const [firstName, lastName] = [text('firstName'), text('lastName')];
  const optional = (key: 'company' | 'address2' | 'phone' | 'provinceCode'): object =>
    text(key) === '' ? {} : {[key]: text(key)};

  return {
    firstName,
    lastName,
    name: [firstName, lastName].filter((part) => part !== '').join(' '),
    address1: text('address1'),
    city: text('city'),
    zip: text('zip'),
    countryCode: text('countryCode') || country,
    ...optional('company'),
    ...optional('address2'),
    ...optional('phone'),
    ...optional('provinceCode'),
  };
}

/** Whether a country has a province, as far as the world knows its provinces. */
export function hasProvince({countryCode, provinceCode}: Address): boolean {
  const provinces = PROVINCES[countryCode];
  return provinces === undefined || provinceCode === undefined || provinceCode in provinces;
}
