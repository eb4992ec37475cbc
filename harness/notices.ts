import {SimhostError} from './errors.ts';
import {didYouMean, refuseUnknownKeys, type KeysOf} from './known-values.ts';
import {redact} from './redact.ts';
import {shown} from './shown-value.ts';

/**
 * The codes of all notices, a closed list.
 *
 * @example
 * ```ts
 * import {NOTICE_CODES} from 'simhost';
 *
 * console.log(NOTICE_CODES.join('\n'));
 * ```
 */
export const NOTICE_CODES = [
  /** `api_version` is newer than the versions that simhost knows. */
  'api-version-newer',
  /** Shopify no longer deploys extensions of this `api_version`. */
  'api-version-retired',
  /** A key in a TOML file that Shopify's CLI ignores. */
  'toml-key-unknown',
  /** An option of the app under test that its `shopify.app.toml` contradicts. */
  'app-file-contradicted',
  /** A member of `shopify` that the target does not have, and that reads `undefined`. */
  'api-member-missing',
  /** A property that an element does not have. */
  'element-property-unknown',
  /** A session token without `sub`, although a customer is signed in. */
  'token-without-sub',
  /** A route of Playwright that answers preflights in place of the backend. */
  'page-route-active',
  /** A document in the admin's frame in which App Bridge does not run. */
  'app-bridge-missing',
  /** An extension that builds, but that `shopify app deploy` refuses. */
  'deploy-refused',
  /** A setting that `default_value` fills, and that is empty on Shopify until the merchant has saved it. */
  'setting-default-used',
  /** A required setting without `default_value`, which is empty on Shopify until the merchant has saved it. */
  'setting-required',
  /** A signal that a component read although nothing makes the extension render again. */
  'signal-untracked',
  /** A backend that ended by itself while a test used it. */
  'backend-ended',
  /** A warning that esbuild prints when Shopify's CLI builds an extension. */
  'build-warning',
  /** A name that a TypeScript module exports again, although the other module has no value of this name. */
  'export-without-value',
  /** React in an extension whose API version renders with Preact. */
  'react-not-supported',
  /** An environment variable that Shopify's CLI sets in `shopify app dev` only. */
  'variable-of-dev',
  /** A change of the checkout that an extension requests twice in a row, and that changes nothing. */
  'change-repeated',
  /** Dozens of changes of the checkout by one extension within a second. */
  'changes-in-excess',
  /** The id of a cart line from before the last change of the cart. */
  'cart-line-id-old',
  /** A `should-render` of the admin that throws, or answers something else than `{display}`. */
  'condition-failed',
  /** A document of a print action that the admin cannot show. */
  'print-document-failed',
  /** A tool of the assistant that an extension registers and its target does not declare. */
  'tool-undeclared',
  /** A result of a tool that does not fit its `outputSchema`. */
  'tool-output-unfit',
  /** A query of an API version that Shopify cannot have, such as `2026-05`, answered with the nearest one. */
  'graphql-version-nearest',
  /** A query that costs more points than other APIs of Shopify allow. */
  'graphql-cost-high',
  /** A query that read values that the world does not have. */
  'graphql-value-generated',
  /** A query whose `variables` are an empty string, which is read as no variables. */
  'graphql-variables-empty-string',
  /** The private token of the Storefront API in a request of a page. */
  'storefront-private-token-in-page',
  /** A backend's request with the private token of the Storefront API and without the buyer's IP address. */
  'storefront-buyer-ip-missing',
] as const;

/** The code of a notice. */
export type NoticeCode = (typeof NOTICE_CODES)[number];

/** A probable mistake that the platform accepts. It does not fail a test, unless the option `strict` says so. */
export interface Notice {
  /** The kind of the notice. */
  readonly code: NoticeCode;
  /** The cause and the value. */
  readonly message: string;
  /** The next step, one sentence. */
  readonly next: string;
}

/** The notices to leave out. */
export interface NoticeOptions {
  /** Codes that are not reported. Default: none. */
  ignore?: readonly NoticeCode[];
}

const NOTICE_OPTIONS: KeysOf<NoticeOptions> = {ignore: true};

/** Which notices are failures: all, those with the given codes, or none. */
export type StrictOption = boolean | readonly NoticeCode[];

/**
 * The notices of one simulation, each reported once.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * const {notices} = createSimulation({notices: {ignore: ['toml-key-unknown']}});
 * notices.onNotice(({code, message}) => console.log(`${code}: ${message}`));
 * ```
 */
export interface Notices {
  /** All notices so far, oldest first. */
  readonly all: readonly Notice[];
  /** The notices that the option `strict` turns into failures. */
  readonly failures: readonly Notice[];
  /** Calls back for every notice to come; returns the function that stops it. */
  onNotice(listener: (notice: Notice) => void): () => void;
}

/** The notices of one simulation, with the means to add one. */
export class NoticeLog implements Notices {
  readonly #notices: Notice[] = [];
  readonly #listeners = new Set<(notice: Notice) => void>();
  readonly #ignored: readonly NoticeCode[];
  readonly #strict: StrictOption;

  /** @throws {SimhostError} `ERR_BAD_OPTION` for a code that no notice has */
  constructor({notices = {}, strict = false}: {notices?: NoticeOptions; strict?: StrictOption} = {}) {
    refuseUnknownKeys('notices', notices, NOTICE_OPTIONS);
    const {ignore = []} = notices;
    this.#ignored = readCodes('notices.ignore', ignore);
    this.#strict = typeof strict === 'boolean' ? strict : readCodes('strict', strict);
  }

  get all(): readonly Notice[] {
    return this.#notices;
  }

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

  onNotice(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Prints a notice for terminal and attachments: the cause, the next step, and the code that silences it. */
export function describeNotice({code, message, next}: Notice): string {
  return redact(`notice: ${message} ${next} (${code})`);
}

function readCodes(option: string, codes: unknown): readonly NoticeCode[] {
  if (!Array.isArray(codes)) {
    throw new SimhostError('ERR_BAD_OPTION', `The option ${option} is ${shown(codes)}.`, {
      next: `Give an array of codes: ${NOTICE_CODES.join(', ')}.`,
    });
  }
  return codes.map((code) => readCode(option, code));
}

function readCode(option: string, code: unknown): NoticeCode {
  const known = NOTICE_CODES.find((candidate) => candidate === code);
  if (known !== undefined) return known;

  throw new SimhostError('ERR_BAD_OPTION', `The option ${option} has the unknown code ${shown(code)}.`, {
    next: didYouMean(code, NOTICE_CODES),
  });
}
