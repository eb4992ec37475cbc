import {BEFORE_SECRET, replaceTokens} from './jws-in-text.ts';
import {escapeRegExp} from './reg-exp.ts';

/** From this length on, a secret cannot be a part of an ordinary word. */
const LONG_SECRET = 16;

/** A shorter secret is so common that it is replaced only where it is a value. */
const SHORTEST_TOKEN = 6;

/** A secret begins after any character but a letter or digit, and after an escape such as `%3D` or `\n`. */
const TOKEN_BEGINS = String.raw`(?:(?<![\p{L}\p{N}_])|(?<=${BEFORE_SECRET}))`;
const TOKEN_ENDS = String.raw`(?![\p{L}\p{N}_])`;

/** The patterns before and after a value, one row for each way to write a value. */
const VALUES: readonly (readonly [begins: string, ends: string])[] = [
  // In quotes, and not the key of an object.
  [String.raw`(?<=["'\x60]|%22|%27)`, String.raw`(?=\\*["'\x60](?!\s*:)|%22(?!%3[Aa])|%27)`],
  // A variable, a parameter, a field without quotes: key=value, --key=value, user:value@host, Key:value.
  [String.raw`(?<=[=:]|%3[ADad])`, String.raw`(?=$|[\s&;,@#)}\]"'<\\]|\.$|\.\s|%26|%2[Cc])`],
  // A header, or a line of YAML.
  [String.raw`(?<=: +)`, String.raw`(?=\s*$|\\[rn])`],
  // An argument of a command, or what follows the scheme of an Authorization header.
  [String.raw`(?<=--[\w-]+ +|[Bb]earer +|[Bb]asic +|[Tt]oken +)`, String.raw`(?=$|[\s&;,)}\]"'\\])`],
  // A whole line.
  [String.raw`(?<=^[ \t]*)`, String.raw`(?=[ \t]*$)`],
];

/**
 * The credentials of a URL. Services take API keys as user names, so the name is hidden like the password. The
 * credentials end at the last @ before the path, as the URL Standard says.
 */
const URL_CREDENTIALS = /(?<=:\/\/)[^\s/?#"'`<>\\]+(?=@)/g;

/**
 * Takes tokens, the credentials of URLs, and the given secrets out of a string that is about to be printed.
 *
 * A long secret is replaced everywhere. A secret that is also an ordinary word is replaced only where it is a value:
 * with `clientSecret: 'secret'` the sentence "check the secret" stays, and `key=secret` becomes `key=<secret>`.
 */
export function redact(text: string, secrets: Iterable<string> = []): string {
  const known = [...new Set(secrets)]
    .filter((secret) => secret !== '')
    .toSorted((a, b) => b.length - a.length);

  let clean = replaceTokens(text, '<token>').replace(URL_CREDENTIALS, '<secret>');
  for (const pattern of known.flatMap(knownPatternsOf)) clean = clean.replaceAll(pattern, '<secret>');
  return clean;
}

/** The patterns of recent secrets. Each header of each answer is checked for all of them. */
const recent = new Map<string, readonly RegExp[]>();
const MOST_RECENT = 100;

function knownPatternsOf(secret: string): readonly RegExp[] {
  const known = recent.get(secret);
  if (known !== undefined) return known;

  if (recent.size >= MOST_RECENT) recent.clear();
  const patterns = patternsOf(secret);
  recent.set(secret, patterns);
  return patterns;
}

/** Matches a secret as it is written, also in a URL, in JSON and in JSON inside of JSON. */
function patternsOf(secret: string): readonly RegExp[] {
  const inUrl = encodeURIComponent(wellFormed(secret));
  const inJson = escapedForJson(secret);
  const inNestedJson = escapedForJson(inJson);
  const spellings = [...new Set([secret, inUrl, inJson, inNestedJson])].map(escapeRegExp);
  const any = `(?:${spellings.join('|')})`;

  const isOrdinaryWord = secret.length < SHORTEST_TOKEN || /^[a-z]+$/i.test(secret);
  if (secret.length >= LONG_SECRET) return [new RegExp(any, 'gu')];
  if (!isOrdinaryWord) return [new RegExp(`${TOKEN_BEGINS}${any}${TOKEN_ENDS}`, 'gu')];

  return VALUES.map(([begins, ends]) => new RegExp(`${begins}${any}${ends}`, 'gmu'));
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\u{FFFD}');
}

function escapedForJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
