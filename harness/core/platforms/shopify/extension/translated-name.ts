import type {Translations} from '../../../../wire/control.ts';

/** Matches a name that is written `t:key` in the TOML, as in `name = "t:name"`. */
const TRANSLATED = /^t:(?<key>.+)$/;

/**
 * Returns the name of an extension as merchants and customers read it: Shopify translates `t:key` with the locale files.
 * If no file has the key, the name stays as it is written.
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
