import type {Localization} from '../../wire/localization.ts';
import type {Shop} from './shop.ts';

/** Creates the localization of a page at the start: the shop's, in a language. */
export function localizationOf({country, currency, timezone}: Shop, language: string): Localization {
  return {
    language,
    country,
    currency,
    timezone,
    market: {id: 'gid://shopify/Market/1', handle: country.toLowerCase()},
  };
}
