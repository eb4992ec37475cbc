import type {Address} from '../../../../wire/order.ts';
import {PROVINCES} from '../../../world/provinces.ts';

/** An address as the Customer Account API has it. */
export interface ResolvedAddress {
  readonly id: string;
  readonly formattedArea: string;
  formatted(options: FormatOptions): readonly string[];
}

/** The arguments of `CustomerAddress.formatted`. */
interface FormatOptions {
  readonly withName: boolean;
  readonly withCompany: boolean;
}

/**
 * Resolves the fields of `CustomerAddress`. The world has codes of countries and provinces, and no names of
 * provinces.
 */
export function resolveAddress(address: Address | null, id: string): ResolvedAddress | null {
  if (address === null) return null;

  const {firstName, lastName, name, address1, city, zip, provinceCode, countryCode} = address;
  const country = countryName(countryCode);
  const area = [city, provinceCode, country].filter((part) => part !== undefined);

  const resolved = {
    id,
    firstName,
    lastName,
    name,
    company: address.company ?? null,
    address1,
    address2: address.address2 ?? null,
    city,
    zip,
    province: provinceName(address),
    zoneCode: provinceCode ?? null,
    country,
    territoryCode: countryCode,
    phoneNumber: address.phone ?? null,
    formattedArea: area.join(', '),
    formatted: (options: FormatOptions) => linesOf(address, country, options),
  };

  return resolved;
}

/** Returns the name of an address's province; its code if the world has no name for it. */
export function provinceName({countryCode, provinceCode}: Address): string | null {
  if (provinceCode === undefined) return null;
  return PROVINCES[countryCode]?.[provinceCode] ?? provinceCode;
}

/** The names take longer to load than an order takes to resolve, so they are loaded once. */
let regionNames: Intl.DisplayNames | undefined;

/** Returns the English name of a country; the code of one that has none. */
export function countryName(code: string): string {
  if (code === '') return '';
  regionNames ??= new Intl.DisplayNames('en', {type: 'region'});
  return regionNames.of(code) ?? code;
}

function linesOf(address: Address, country: string, {withName, withCompany}: FormatOptions): string[] {
  const {name, company, address1, address2, city, provinceCode, zip} = address;
  const lines = [
    withName ? name : undefined,
    withCompany ? company : undefined,
    address1,
    address2,
    [city, provinceCode, zip].filter((part) => part !== undefined).join(' '),
    country,
  ];

  return lines.filter((line) => line !== undefined && line !== '') as string[];
}
