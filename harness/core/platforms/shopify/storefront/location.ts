import type {Location} from '../../../world/locations.ts';
import {resolveMetafields} from './metafields.ts';
import type {ResolverContext} from './resolver-context.ts';

/** A location as the Storefront API has it. */
export interface ResolvedLocation {
  readonly id: string;
}

/** Resolves the fields of `Location`. */
export function resolveLocation({id, name, address}: Location, context: ResolverContext): ResolvedLocation {
  const {address1, city, provinceCode, zip, countryCode} = address;
  const country = new Intl.DisplayNames(['en'], {type: 'region'});

  const resolved: ResolvedLocation & Record<string, unknown> = {
    __typename: 'Location',
    id,
    name,
    address: {
      __typename: 'LocationAddress',
      address1: address1 ?? null,
      address2: null,
      city: city ?? null,
      country: countryCode === undefined ? null : (country.of(countryCode) ?? null),
      countryCode: countryCode ?? null,
      province: null,
      provinceCode: provinceCode ?? null,
      zip: zip ?? null,
      phone: null,
      latitude: null,
      longitude: null,
      formatted: [
        address1,
        [city, provinceCode, zip].filter((part) => part !== undefined).join(' '),
        countryCode === undefined ? undefined : country.of(countryCode),
      ].filter((line) => line !== undefined && line !== ''),
    },
    ...resolveMetafields(context, id, () => resolved),
  };

  return resolved;
}
