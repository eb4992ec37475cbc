import type {Translations} from '../../wire/control.ts';

/** The key of a name that is written `t:key` in the TOML, as in `name = "t:name"`. */
const TRANSLATED = /^t:(?<key>.+)$/;

/**
 * The name of an extension as merchants and customers read it: Shopify translates `t:key` by the locale files. A key
 * that no file has stays as it is written.
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
