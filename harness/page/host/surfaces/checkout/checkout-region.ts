import type {Localization, PageState} from '../../../../wire/control.ts';

const INTERNATIONAL: Localization['market'] = {id: 'gid://shopify/Market/2', handle: 'international'};

/** Returns the country of the shipping address; `undefined` without an address. */
export function countryOf({checkout}: PageState): {readonly isoCode: string} | undefined {
  const isoCode = checkout.shippingAddress?.countryCode;
  return isoCode === undefined ? undefined : {isoCode};
}

/** Returns the cart's market, or the international one if the address is in another country. */
export function marketOf(state: PageState): Localization['market'] {
  const {country, market} = state.localization;
  return (countryOf(state)?.isoCode ?? country) === country ? market : INTERNATIONAL;
}
