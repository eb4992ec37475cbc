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

/** Explains that a backend which simhost started did not answer, by what its process did and wrote. */
export function ended(
  origin: string,
  {code, cause, output}: {code: string; cause: string; output: readonly string[]},
): Verdict {
  return {
    headline: `The backend of ${origin} did not answer (${code})`,
    cause: cause.replace(/\.$/, ''),
    turn: 'backend',
    fix: output.length === 0 ? null : ['Its last output:', ...output].join('\n'),
  };
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
