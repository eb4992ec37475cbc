import {PICKUP_LOCATION} from '../../../world/pickup-location.ts';

/** Resolves the fields of `PickupAddress` for the shop's location. */
export function resolvePickupAddress(): object {
  const {address1, city, zip, provinceCode, countryCode} = PICKUP_LOCATION.address;

  return {
    __typename: 'PickupAddress',
    address1,
    address2: null,
    city,
    zip,
    zoneCode: provinceCode,
    countryCode,
    phone: null,
  };
}
