import type {Translations} from '../../wire/control.ts';

/** Matches a name that is written `t:key` in the TOML, as in `name = "t:name"`. */
const TRANSLATED = /^t:(?<key>.+)$/;

/**
 * Translates the name of an extension, as Shopify does for merchants and customers: `t:key` is a key of the
 * locale files. A key that no file has stays.
 */
export function translatedName(
  name: string,
  {defaultLocale, byLocale}: Translations,
  language?: string,
): string {
  const key = TRANSLATED.exec(name)?.groups?.['key'];
  if (key === undefined) return name;

  const locales = [language, language?.split('-')[0], defaultLocale];
  return (
    locales
      .map((locale) => messageAt(byLocale[locale ?? ''] ?? {}, key))
      .find((message) => message !== undefined) ?? name
  );
}

function messageAt(messages: Readonly<Record<string, unknown>>, key: string): string | undefined {
  let found: unknown = messages;
  for (const part of key.split('.')) {
    found =
      typeof found === 'object' && found !== null
        ? (found as Readonly<Record<string, unknown>>)[part]
        : undefined;
  }

  return typeof found === 'string' ? found : undefined;
}
