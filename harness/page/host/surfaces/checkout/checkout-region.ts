import type {Mount, PageState} from '../../../../wire/control.ts';
import type {Localization} from '../../../../wire/localization.ts';
import {languageOf} from '../customer-account/extension-language.ts';

const INTERNATIONAL: Localization['market'] = {id: 'gid://shopify/Market/2', handle: 'international'};

/** Returns the values of `localization` at checkout. */
export function checkoutLocalization(mount: Mount, state: PageState): CheckoutLocalization {
  const {currency, language, timezone} = state.localization;
  return {
    country: countryOf(state),
    currency: {isoCode: currency},
    extensionLanguage: {isoCode: languageOf(mount.translations, language).extensionLocale},
    language: {isoCode: language},
    market: marketOf(state),
    timezone,
  };
}

/** Returns the country of the shipping address; `undefined` without an address. */
function countryOf({checkout}: PageState): IsoCode | undefined {
  const isoCode = checkout.shippingAddress?.countryCode;
  return isoCode === undefined ? undefined : {isoCode};
}

/** Returns the cart's market, or the international one if the address is in another country. */
function marketOf(state: PageState): Localization['market'] {
  const {country, market} = state.localization;
  return (countryOf(state)?.isoCode ?? country) === country ? market : INTERNATIONAL;
}

interface IsoCode {
  readonly isoCode: string;
}

export interface CheckoutLocalization {
  readonly country: IsoCode | undefined;
  readonly currency: IsoCode;
  readonly extensionLanguage: IsoCode;
  readonly language: IsoCode;
  readonly market: {readonly id: string; readonly handle: string} | undefined;
  readonly timezone: string;
}
