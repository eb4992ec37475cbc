import type {Mount, PageState, Translations} from '../../../../wire/control.ts';
import type {LanguageRules} from '../../../../wire/sandbox.ts';

/** Returns the languages and formats of an extension. */
export function languageRules({translations}: Mount, {localization}: PageState): LanguageRules {
  const {language, currency, timezone} = localization;
  return {locale: language, currency, timezone, ...languageOf(translations, language)};
}

/**
 * Finds the extension's locale for a language: the buyer's locale, its language alone, or the default locale.
 * The order is documented; one report found no way from `fr-CA` to `fr`.
 *
 * @see https://shopify.dev/docs/apps/build/customer-accounts/localization
 * @see https://github.com/Shopify/ui-extensions/issues/2376
 */
export function languageOf(
  {byLocale, defaultLocale}: Translations,
  language: string,
): Pick<LanguageRules, 'extensionLocale' | 'dictionaries' | 'files'> {
  const locales = [
    language,
    language.split('-')[0] ?? language,
    ...(defaultLocale === null ? [] : [defaultLocale]),
  ];

  const found = [...new Set(locales)].filter((locale) => Object.hasOwn(byLocale, locale));
  return {
    extensionLocale: found[0] ?? defaultLocale ?? language,
    dictionaries: found.map((locale) => byLocale[locale] ?? {}),
    files: found.map((locale) => `locales/${locale}${locale === defaultLocale ? '.default' : ''}.json`),
  };
}
