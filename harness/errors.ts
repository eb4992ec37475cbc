import type {ErrorCode} from './error-codes.ts';
import {redact} from './redact.ts';

/**
 * An error of simhost.
 *
 * `code` is stable across releases. `message` names the cause and the value, `next` the next step.
 *
 * @example
 * ```ts
 * import {createSimulation, SimhostError} from 'simhost';
 *
 * try {
 *   createSimulation({locale: '?'});
 * } catch (error) {
 *   if (error instanceof SimhostError && error.code === 'ERR_BAD_LOCALE') console.log(error.next);
 * }
 * ```
 */
export class SimhostError extends Error {
  /** The stable code. `docs/errors.md` explains each. */
  readonly code: ErrorCode;
  /** The next step for the reader, or undefined if the message says it all. */
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

/** The options of an error. */
export interface SimhostErrorOptions {
  /** The next step for the reader, in one sentence. */
  next?: string;
  /** The error or value that caused this one. */
  cause?: unknown;
}

/** Returns the message of a thrown value, redacted and ready to be printed. */
export function messageOf(thrown: unknown): string {
  return redact(thrown instanceof Error ? thrown.message : String(thrown));
}
