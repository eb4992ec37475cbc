import {redact} from '../redact.ts';

/**
 * Redacts tokens and secrets in a string, also if only part of a token is repeated, and replaces values that differ from
 * run to run.
 */
export class Redactor {
  readonly #secrets: readonly string[];
  /** Matches values so short that they may also be part of another word. */
  readonly #words: RegExp | null;
  readonly #names: readonly (readonly [text: string, name: string])[];

  /** @param names the words that replace values which differ from run to run */
  constructor(secrets: readonly string[], names: readonly (readonly [text: string, name: string])[] = []) {
    this.#names = names;
    this.#secrets = formsOf(secrets.filter(({length}) => length >= SHORTEST_SECRET));
    const words = formsOf(secrets.filter(({length}) => length < SHORTEST_SECRET));
    this.#words =
      words.length === 0
        ? null
        : new RegExp(`${WORD_BEGINS}(?:${words.map(literally).join('|')})${WORD_ENDS}`, 'gu');
  }

  redact(text: string, tokens: readonly string[] = []): string {
    let clean = text;
    for (const part of longestFirst(tokens.flatMap(partsOf))) clean = clean.replaceAll(part, '<token>');
    for (const [differing, name] of this.#names) clean = clean.replaceAll(differing, name);
    clean = redact(clean.replaceAll(LAUNCH_SIGNATURE, '$<name>…'));
    for (const secret of this.#secrets) clean = clean.replaceAll(secret, '<secret>');
    return this.#words === null ? clean : clean.replaceAll(this.#words, '<secret>');
  }
}

/** The parameters of a first URL that sign it and its moment. A bounce repeats them. */
const LAUNCH_SIGNATURE =
  /(?<name>(?<=^|[?&]|%26|%3F)(?:hmac(?:=|%3D)(?=[\da-f]{64})|timestamp(?:=|%3D)(?=\d{10})))[\da-f]+/gi;

/** Shorter values may be part of a word by chance, so only whole words are redacted. */
const SHORTEST_SECRET = 8;

/** The end of an escape, as in `%3Dword` or `\\nword`, does not belong to the word. */
const WORD_BEGINS = String.raw`(?:(?<![\p{L}\p{N}_])|(?<=%[\dA-Fa-f]{2}|\\[bfnrt]|\\u[\dA-Fa-f]{4}))`;
const WORD_ENDS = String.raw`(?![\p{L}\p{N}_])`;

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** As they are, and as they come back in a URL, in JSON, and in JSON inside of JSON. */
function formsOf(secrets: readonly string[]): readonly string[] {
  const forms = secrets.flatMap((secret) => {
    const inJson = escaped(secret);
    return [
      secret,
      encodeURIComponent(secret),
      inJson,
      inJson.replaceAll('/', String.raw`\/`),
      escaped(inJson),
    ];
  });

  return longestFirst([...new Set(forms)]);
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Shorter ones are words like `null`, and no secret. */
const SHORTEST_PART = 16;

function partsOf(token: string): readonly string[] {
  const whole = [token, encodeURIComponent(wellFormed(token)), escaped(token)];
  return [...whole, ...token.split(/[^\w-]+/)].filter(({length}) => length >= SHORTEST_PART);
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\u{FFFD}');
}

function longestFirst(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text !== '').toSorted((a, b) => b.length - a.length);
}
