import type {Localization, PageState} from '../../../../wire/control.ts';

/** The country of the shipping address; `undefined` until there is one. */
export function countryOf({checkout}: PageState): {readonly isoCode: string} | undefined {
  const isoCode = checkout.shippingAddress?.countryCode;
  return isoCode === undefined ? undefined : {isoCode};
}

/** The cart's market, and that of all other countries once the address lies in one of them. */
export function marketOf(state: PageState): Localization['market'] {
  const {country, market} = state.localization;
  return (countryOf(state)?.isoCode ?? country) === country ? market : INTERNATIONAL;
}

const INTERNATIONAL: Localization['market'] = {id: 'gid://shopify/Market/2', handle: 'international'};
