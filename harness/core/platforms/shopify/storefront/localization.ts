import type {InContext} from '../graphql/query-context.ts';
import {answerLanguage, publishedLanguages} from '../../../world/translations/language-code.ts';
import {symbolOf} from './currency.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** The country and the language of an answer, as codes of the API: `US`, `EN`. */
export interface AnswerContext {
  readonly country: string;
  readonly language: string;
}

/**
 * Returns the country and language of a query: those of `@inContext`, else the shop's. A language that the shop does not
 * publish gives way to the primary one, and so does the language of the page, which the API does not know.
 *
 * @see https://shopify.dev/changelog/storefront-api-incontext-directive-supports-languages
 */
export function answerContext({country, language}: InContext, world: StorefrontWorld): AnswerContext {
  return {
    country: country ?? world.shop.country,
    language: answerLanguage(language, publishedLanguages(world.shop, world.language)),
  };
}

/** Resolves the fields of `Localization`. */
export function resolveLocalization(context: AnswerContext, world: StorefrontWorld): object {
  const {shop} = world;
  const languages = publishedLanguages(shop, world.language).map(resolveLanguage);
  const market = resolveMarket(world.market);
  const countryOf = (code: string): object =>
    resolveCountry(code, {currency: shop.currency, languages, market});
  const codes = [...new Set([shop.country, context.country])];

  return {
    __typename: 'Localization',
    country: countryOf(context.country),
    language: resolveLanguage(context.language),
    availableCountries: codes.map(countryOf),
    availableLanguages: languages,
    market,
  };
}

/** Resolves the market of the page, which is the only one of the shop. */
function resolveMarket({id, handle}: StorefrontWorld['market']): object {
  return {
    __typename: 'Market',
    id,
    handle,
    metafield: null,
    metafields: ({identifiers}: {identifiers: readonly unknown[]}) => identifiers.map(() => null),
  };
}

/** The countries that weigh in pounds and measure in inches. */
const IMPERIAL = ['LR', 'MM', 'US'];

function resolveCountry(
  code: string,
  {currency, languages, market}: {currency: string; languages: readonly object[]; market: object},
): object {
  return {
    __typename: 'Country',
    isoCode: code,
    name: nameOf('region', code),
    currency: {
      __typename: 'Currency',
      isoCode: currency,
      name: nameOf('currency', currency),
      symbol: symbolOf(currency),
    },
    unitSystem: IMPERIAL.includes(code) ? 'IMPERIAL_SYSTEM' : 'METRIC_SYSTEM',
    defaultLanguage: languages[0],
    availableLanguages: languages,
    market,
  };
}

function resolveLanguage(code: string): object {
  const tag = code.toLowerCase().replace('_', '-');
  return {
    __typename: 'Language',
    isoCode: code,
    name: nameOf('language', tag),
    endonymName: nameOf('language', tag, tag),
  };
}

function nameOf(type: Intl.DisplayNamesType, code: string, locale = 'en'): string {
  return new Intl.DisplayNames([locale, 'en'], {type}).of(code) ?? code;
}
