import {redact} from '../errors.ts';

/** Takes out of a text whatever of these tokens and secrets is in it, also where only a part of a token was repeated; and what differs from run to run. */
export class Veil {
  readonly #secrets: readonly string[];
  readonly #names: readonly (readonly [text: string, name: string])[];

  /** @param names - what is written instead of a text that each run has another of */
  constructor(secrets: readonly string[], names: readonly (readonly [text: string, name: string])[] = []) {
    this.#names = names;
    this.#secrets = longestFirst([...new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]))]);
  }

  hide(text: string, tokens: readonly string[] = []): string {
    let clean = text;
    for (const part of longestFirst(tokens.flatMap(partsOf))) clean = clean.replaceAll(part, '<token>');
    for (const [differing, name] of this.#names) clean = clean.replaceAll(differing, name);
    return redact(clean, this.#secrets);
  }
}

/** Shorter ones are words like `null`, and no secret. */
const SHORTEST_PART = 16;

function partsOf(token: string): readonly string[] {
  const whole = [token, encodeURIComponent(wellFormed(token)), JSON.stringify(token).slice(1, -1)];
  return [...whole, ...token.split(/[^\w-]+/)].filter(({length}) => length >= SHORTEST_PART);
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\u{FFFD}');
}

function longestFirst(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text !== '').toSorted((a, b) => b.length - a.length);
}
