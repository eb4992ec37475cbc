import type {ErrorCode} from '../error-codes.ts';
import {SimhostError} from '../errors.ts';
import type {SimhostErrorOptions} from '../errors.ts';

/** The names of errors that Shopify's pages throw into extensions. Extensions test for them. */
export type PlatformErrorName =
  /** @see https://github.com/Shopify/ui-extensions/issues/841 */
  | 'ApiAccessDeniedError'
  /** The counterpart for `fetch`, seen in public repositories. */
  | 'NetworkAccessDeniedError'
  /** @see https://github.com/Shopify/ui-extensions/issues/1221 */
  | 'StorefrontMissingToken';

/**
 * An error that an extension meets on Shopify too. It has the platform's name and words, then the advice of simhost.
 * `code` is simhost's own.
 */
export class PlatformError extends SimhostError {
  constructor(
    name: PlatformErrorName,
    {code, words, ...options}: {readonly code: ErrorCode; readonly words: string} & SimhostErrorOptions,
  ) {
    super(code, words, options);
    this.name = name;
  }
}
