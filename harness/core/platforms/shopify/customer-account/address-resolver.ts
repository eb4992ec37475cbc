import type {Address} from '../../../../wire/order.ts';

/** The world knows countries and provinces by their codes; a province's name is not in it. */
export function resolveAddress(address: Address | null, id: string): {readonly id: string} | null {
  if (address === null) return null;

  const {
    firstName,
    lastName,
    name,
    company,
    address1,
    address2,
    city,
    zip,
    provinceCode,
    countryCode,
    phone,
  } = address;

  const country =
    countryCode === '' ? '' : (new Intl.DisplayNames('en', {type: 'region'}).of(countryCode) ?? countryCode);
  const area = [city, provinceCode, country].filter((part) => part !== undefined);

  const resolved = {
    id,
    firstName,
    lastName,
    name,
    company: company ?? null,
    address1,
    address2: address2 ?? null,
    city,
    zip,
    province: null,
    zoneCode: provinceCode ?? null,
    country,
    territoryCode: countryCode,
    phoneNumber: phone ?? null,
    formattedArea: area.join(', '),
    formatted: ({withName, withCompany}: {withName: boolean; withCompany: boolean}) =>
      [
        withName ? name : undefined,
        withCompany ? company : undefined,
        address1,
        address2,
        [city, provinceCode, zip].filter((part) => part !== undefined).join(' '),
        country,
      ].filter((line) => line !== undefined && line !== ''),
  };

  return resolved;
}
