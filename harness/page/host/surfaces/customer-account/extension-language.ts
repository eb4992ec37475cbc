import type {Mount, PageState, Translations} from '../../../../wire/control.ts';
import type {LanguageRules} from '../../../../wire/sandbox.ts';

export function languageRules({translations}: Mount, {localization}: PageState): LanguageRules {
  const {language, currency, timezone} = localization;
  return {locale: language, currency, timezone, ...languageOf(translations, language)};
}

/** The buyer's locale, then its language alone, then the extension's default locale. */
export function languageOf(
  {byLocale, defaultLocale}: Translations,
  language: string,
): Pick<LanguageRules, 'extensionLocale' | 'dictionaries'> {
  const locales = [
    language,
    language.split('-')[0] ?? language,
    ...(defaultLocale === null ? [] : [defaultLocale]),
  ];

  const found = [...new Set(locales)].filter((locale) => Object.hasOwn(byLocale, locale));
  return {
    extensionLocale: found[0] ?? defaultLocale ?? language,
    dictionaries: found.map((locale) => byLocale[locale] ?? {}),
  };
}
