import type {Reason, Verdict} from '../../wire/verdict.ts';

/** Explains that a backend which somebody else started did not answer. */
export function notRunning({origin, address}: {origin: string; address: string}, code: string): Verdict {
  return {
    headline: `The backend of ${origin} at ${address} did not answer`,
    cause: code,
    turn: 'set-up',
    fix: 'Start it, or give {command: …} to have it started.',
  };
}

/** A failed answer of a backend. */
export interface FailedAnswer {
  /** The failure, as it follows the name of the backend: `did not answer (ECONNRESET)`. */
  readonly what: string;
  readonly cause: string;
  /** The last lines of its output, if they add to the cause. */
  readonly output: readonly string[];
}

/** Explains a failed answer of a backend, named by its origin, by what its connection or process did. */
export function failedAnswer(backend: string, {what, cause, output}: FailedAnswer): Verdict {
  return {
    headline: `The backend of ${backend} ${what}`,
    cause: cause.replace(/\.$/, ''),
    turn: 'backend',
    fix: output.length === 0 ? null : ['Its last output:', ...output].join('\n'),
  };
}

/** Writes `broke off its answer after 10 of 1000 bytes (ECONNRESET)`. */
export function howItBrokeOff(code: string, received: number, promised: number | null): string {
  const size = promised === null ? `${received}` : `${received} of ${promised}`;
  return `broke off its answer after ${size} bytes (${code})`;
}

/** The place in which a reader finds the output of backends. */
export type OutputLocation = 'attachment' | 'terminal';

/** The output of a backend that answered 5xx. */
export interface FailureOutput {
  /** The line with its error, or null if it wrote none. */
  readonly error: string | null;
  /** The last lines that it wrote. */
  readonly output: readonly string[];
  readonly place: OutputLocation;
}

/** Explains a 5xx answer by the output of the backend. */
export function failedInside(origin: string, {error, output, place}: FailureOutput): Reason {
  if (error === null && output.length === 0)
    return {cause: 'the backend failed, and wrote nothing about it', turn: 'backend', fix: null};

  const all =
    place === 'attachment'
      ? `The attachment "backend ${origin}" has its output.`
      : 'Its output is in this terminal.';
  return {
    cause: error === null ? 'the backend failed' : error.replace(/\.$/, ''),
    turn: 'backend',
    fix: error === null ? [`${all} The last lines:`, ...output].join('\n') : all,
  };
}
