/**
 * The base of every error that simhost throws.
 *
 * `code` is stable across releases; `message` names the cause and the value, `next` what to do about it.
 *
 * @example
 * ```ts
 * import {SimhostError} from 'simhost';
 *
 * try {
 *   await start();
 * } catch (error) {
 *   if (error instanceof SimhostError && error.code === 'ERR_UNKNOWN_TARGET') console.log(error.next);
 * }
 * declare function start(): Promise<void>;
 * ```
 */
export class SimhostError extends Error {
  readonly code: ErrorCode;
  readonly next: string | undefined;

  constructor(code: ErrorCode, message: string, {next, cause}: SimhostErrorOptions = {}) {
    super(
      redact(next === undefined ? message : `${message}\n${next}`),
      cause === undefined ? undefined : {cause},
    );

    this.name = 'SimhostError';
    this.code = code;
    this.next = next;
  }
}

/** Stable and upper case, for example `ERR_UNKNOWN_TARGET`. */
export type ErrorCode = `ERR_${string}`;

export interface SimhostErrorOptions {
  /** The next step for the reader, one sentence. */
  next?: string;
  cause?: unknown;
}

/**
 * Takes tokens, and the given secrets, out of a string that simhost is about to write.
 *
 * A long secret goes wherever it is written. One that is also an ordinary word goes only where it is a value, so that
 * with `clientSecret: 'secret'` the sentence "check the secret" stays as it is, and `key=secret` becomes `key=<secret>`.
 */
export function redact(text: string, secrets: Iterable<string> = []): string {
  let clean = text.replace(COMPACT_JWS, '<token>');
  const known = [...new Set(secrets)]
    .filter((secret) => secret !== '')
    .toSorted((a, b) => b.length - a.length);
  for (const pattern of known.flatMap(patternsOf)) clean = clean.replaceAll(pattern, '<secret>');
  return clean;
}

const COMPACT_JWS = /\beyJ[\w-]+\.[\w-]*\.[\w-]*/g;

/** From this length a secret is no part of an ordinary word. */
const LONG_SECRET = 16;

/** A shorter secret is too common to be replaced outside of values. */
const SHORTEST_TOKEN = 6;

/** A secret begins after anything but a letter or digit, and after an escape such as `%3D` or `\n`. */
const TOKEN_BEGINS = String.raw`(?:(?<![\p{L}\p{N}_])|(?<=%[\dA-Fa-f]{2}|\\[bfnrt]|\\u[\dA-Fa-f]{4}))`;
const TOKEN_ENDS = String.raw`(?![\p{L}\p{N}_])`;

/** Where a value begins and ends, one row for each way to write one. */
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

/** Matches a secret as it is written, also in a URL, in JSON and in JSON inside of JSON. */
function patternsOf(secret: string): readonly RegExp[] {
  const inJson = escaped(secret);
  const forms = [...new Set([secret, encodeURIComponent(wellFormed(secret)), inJson, escaped(inJson)])].map(
    literal,
  );

  const any = `(?:${forms.join('|')})`;

  const isOrdinary = secret.length < SHORTEST_TOKEN || /^[a-z]+$/i.test(secret);
  if (secret.length >= LONG_SECRET) return [new RegExp(any, 'gu')];
  if (!isOrdinary) return [new RegExp(`${TOKEN_BEGINS}${any}${TOKEN_ENDS}`, 'gu')];

  return VALUES.map(([begins, ends]) => new RegExp(`${begins}${any}${ends}`, 'gmu'));
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\u{FFFD}');
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** The text of whatever was thrown, ready to be written. */
export function messageOf(thrown: unknown): string {
  return redact(thrown instanceof Error ? thrown.message : String(thrown));
}

/** The known name nearest to a mistyped one, if any is near enough to be meant. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = allowedMistakes(name) + 1;

  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }

  return best;
}

/** Fails for the first key of `options` that is not in `known`, and names the nearest that is. */
export function refuseUnknownKeys(what: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    throw new SimhostError('ERR_UNKNOWN_OPTION', `Unknown ${what} option "${key}".`, {
      next:
        near === undefined
          ? `Known: ${known.join(', ')}.`
          : `Did you mean "${near}"? Known: ${known.join(', ')}.`,
    });
  }
}

/** A short name with two mistakes is another name: `toast` does not mean `cost`. */
function allowedMistakes(name: string): number {
  return name.length <= 5 ? 1 : Math.max(2, Math.floor(name.length / 3));
}

/** The number of letters that were inserted, left out, replaced or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({length: b.length + 1}, (_, column) => column)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;

  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? at(i - 2, j - 2) + 1 : Infinity;
      rows[i]?.push(Math.min(replaced, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1));
    }
  }

  return at(a.length, b.length);
}
