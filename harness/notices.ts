import {SimhostError} from './errors.ts';
import {nearest} from './known-values.ts';
import {redact} from './redact.ts';

/** The codes of all notices: a closed list. A new kind of notice is one row here. */
export const NOTICE_CODES = [
  /** `api_version` is newer than the versions that simhost knows. */
  'api-version-newer',
  /** Shopify no longer deploys extensions of this `api_version`. */
  'api-version-retired',
  /** A key in a TOML file that Shopify's CLI ignores. */
  'toml-key-unknown',
  /** A member of `shopify` that the target does not have, and that reads `undefined`. */
  'api-member-missing',
  /** A property that an element does not have. */
  'element-property-unknown',
  /** A session token without `sub`, although a customer is signed in. */
  'token-without-sub',
  /** A route of Playwright that answers preflights in place of the backend. */
  'page-route-active',
  /** A thing that builds, and that `shopify app deploy` refuses. */
  'deploy-refused',
  /** A backend that ended by itself while a test used it. */
  'backend-ended',
  /** A warning that esbuild prints when Shopify's CLI builds an extension. */
  'build-warning',
  /** React in an extension whose API version draws with Preact. */
  'react-not-supported',
  /** An environment variable that Shopify's CLI sets in `shopify app dev` only. */
  'variable-of-dev',
] as const;

export type NoticeCode = (typeof NOTICE_CODES)[number];

/** A thing that the platform lets pass and that is probably a mistake. It fails nothing, unless `strict` asks for that. */
export interface Notice {
  readonly code: NoticeCode;
  /** The cause and the value. */
  readonly message: string;
  /** The next step, one sentence. */
  readonly next: string;
}

export interface NoticeOptions {
  /** Codes that are not reported. Default: none. */
  ignore?: readonly NoticeCode[];
}

/** Which notices are failures: all, those with the given codes, or none. */
export type StrictOption = boolean | readonly NoticeCode[];

/**
 * The notices of one simulation, each once.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * const {notices} = createSimulation({notices: {ignore: ['toml-key-unknown']}});
 * notices.onNotice(({code, message}) => console.log(`${code}: ${message}`));
 * ```
 */
export class NoticeLog {
  readonly #notices: Notice[] = [];
  readonly #listeners = new Set<(notice: Notice) => void>();
  readonly #ignored: readonly NoticeCode[];
  readonly #strict: StrictOption;

  /** @throws {SimhostError} `ERR_BAD_OPTION` for a code that no notice has */
  constructor({notices = {}, strict = false}: {notices?: NoticeOptions; strict?: StrictOption} = {}) {
    for (const key of Object.keys(notices)) {
      if (key !== 'ignore')
        throw new SimhostError('ERR_UNKNOWN_OPTION', `Unknown notices option "${key}".`, {
          next: 'Known: ignore.',
        });
    }

    this.#ignored = readCodes('notices.ignore', notices.ignore ?? []);
    this.#strict = typeof strict === 'boolean' ? strict : readCodes('strict', strict);
  }

  /** All notices so far, oldest first. */
  get all(): readonly Notice[] {
    return this.#notices;
  }

  /** The notices that `strict` turns into failures. */
  get failures(): readonly Notice[] {
    const strict = this.#strict;
    if (typeof strict === 'boolean') return strict ? this.#notices : [];
    return this.#notices.filter(({code}) => strict.includes(code));
  }

  /** Reports a notice. One with the same code and message is reported once. */
  add(notice: Notice): void {
    if (this.#ignored.includes(notice.code)) return;
    if (this.#notices.some(({code, message}) => code === notice.code && message === notice.message)) return;

    this.#notices.push(notice);
    for (const listener of this.#listeners) listener(notice);
  }

  /** Calls back for every notice to come; returns the function that stops it. */
  onNotice(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** A notice as the terminal and attachments show it: the cause first, then what to do, then the code that silences it. */
export function describeNotice({code, message, next}: Notice): string {
  return redact(`notice: ${message} ${next} (${code})`);
}

function readCodes(option: string, codes: unknown): readonly NoticeCode[] {
  if (!Array.isArray(codes)) {
    throw new SimhostError('ERR_BAD_OPTION', `The option ${option} is ${JSON.stringify(codes)}.`, {
      next: `Give an array of codes: ${NOTICE_CODES.join(', ')}.`,
    });
  }
  return codes.map((code) => readCode(option, code));
}

function readCode(option: string, code: unknown): NoticeCode {
  const known = NOTICE_CODES.find((candidate) => candidate === code);
  if (known !== undefined) return known;

  const near = nearest(String(code), NOTICE_CODES);
  throw new SimhostError(
    'ERR_BAD_OPTION',
    `The option ${option} names ${JSON.stringify(code)}, which no notice has.`,
    {
      next: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${NOTICE_CODES.join(', ')}.`,
    },
  );
}
