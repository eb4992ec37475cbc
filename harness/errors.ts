import type {ErrorCode} from './error-codes.ts';
import {redact} from './redact.ts';

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

export interface SimhostErrorOptions {
  /** The next step for the reader, one sentence. */
  next?: string;
  cause?: unknown;
}

/** Returns the message of a thrown value, redacted and ready to be printed. */
export function messageOf(thrown: unknown): string {
  return redact(thrown instanceof Error ? thrown.message : String(thrown));
}
