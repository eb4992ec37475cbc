/** Patterns of what may be in front of a secret without a space: escapes of URLs, strings and terminals, and `Bearer`. */
export const BEFORE_SECRET: string = [
  String.raw`%(?:25){0,4}[\dA-Fa-f]{2}`,
  String.raw`\\[bfnrt]`,
  String.raw`\\u[\dA-Fa-f]{4}`,
  String.raw`\\x[\dA-Fa-f]{2}`,
  String.raw`\x1b\[[\d;]{0,20}m`,
  '[Bb][Ee][Aa][Rr][Ee][Rr]',
].join('|');

/** The beginning of a token. */
const BEGINS = String.raw`(?:\b|(?<=${BEFORE_SECRET}|_))eyJ`;

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
  if (!mayHaveTokens(text)) return text;
  return text.replace(COMPACT_JWS, (_, before: string) => `${before}${replacement}`);
}

/** Lists the signed tokens in a string, in order. */
export function tokensIn(text: string): readonly string[] {
  if (!mayHaveTokens(text)) return [];
  return Array.from(text.matchAll(COMPACT_JWS), ([found, before = '']) => found.slice(before.length));
}

/** A quick look. Every header of every request is searched for tokens, and few have any. */
function mayHaveTokens(text: string): boolean {
  return text.includes('eyJ');
}
