/** The codes of the APIs that name a region. Every other language has one code. */
const REGIONAL = ['PT_BR', 'PT_PT', 'ZH_CN', 'ZH_TW'];

/** Converts a BCP 47 tag to a `LanguageCode` of Shopify's APIs: `pt-BR` to `PT_BR`, and `fr-CA` to `FR`. */
export function languageCodeOf(tag: string): string {
  const code = tag.toUpperCase().replaceAll('-', '_');
  if (REGIONAL.includes(code)) return code;
  return code.split('_')[0] ?? code;
}

/**
 * Returns the codes of the languages that a shop publishes, the primary one first. A page in another language shows that
 * the shop publishes that one too.
 */
export function publishedLanguages(
  {languages}: {readonly languages: readonly string[]},
  pageLanguage: string,
): readonly string[] {
  return [...new Set([...languages, pageLanguage].map(languageCodeOf))];
}

/**
 * Returns the code of the language of an answer: the asked one if the shop publishes it, else the primary one.
 *
 * @see https://shopify.dev/changelog/storefront-api-incontext-directive-supports-languages
 */
export function answerLanguage(asked: string | null | undefined, published: readonly string[]): string {
  const [primary = 'EN'] = published;
  return asked != null && published.includes(asked) ? asked : primary;
}
