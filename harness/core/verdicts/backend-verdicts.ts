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

/** Explains a 5xx answer by the output of the backend. */
export function failedInside(origin: string, error: string | null, place: OutputLocation): Reason {
  return {
    cause: error === null ? 'the backend failed' : error.replace(/\.$/, ''),
    turn: 'backend',
    fix:
      place === 'attachment'
        ? `The attachment "backend ${origin}" has its output.`
        : 'Its output is in this terminal.',
  };
}
