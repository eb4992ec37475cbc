/** The beginning of a token: of a word, or after an escape such as `%3D` or `\n`. */
const BEGINS = String.raw`(?:\b|(?<=%[\dA-Fa-f]{2}|\\[bfnrt]|\\u[\dA-Fa-f]{4}))eyJ`;

/**
 * The form that every signed token has, whole or without its signature. A search starts once for each run of such
 * characters, because a long run with many beginnings would take a time that grows with its square.
 */
const COMPACT_JWS = new RegExp(
  String.raw`(?<![\w-])((?:(?!${BEGINS})[\w-])*)${BEGINS}[\w-]+\.[\w-]*\.[\w-]*`,
  'g',
);

/** Replaces the signed tokens in a string. */
export function replaceTokens(text: string, replacement: string): string {
  return text.replace(COMPACT_JWS, (_, before: string) => `${before}${replacement}`);
}

/** Lists the signed tokens in a string, in order. */
export function tokensIn(text: string): readonly string[] {
  return Array.from(text.matchAll(COMPACT_JWS), ([found, before = '']) => found.slice(before.length));
}
