import {messageOf} from '../../errors.ts';
import {ended, failedInside, notRunning, type OutputLocation} from '../../core/verdicts/backend-verdicts.ts';
import type {Reason, Verdict} from '../../wire/verdict.ts';
import {describeEnd, errorLineOf} from './backend-output.ts';
import type {Backend} from './backend.ts';

/** The number of lines that a message shows of a backend that wrote no error. */
const SHOWN_LINES = 5;

/** Explains a missing answer of a backend. Waits a moment, in which a crashed process ends. */
export async function unanswered(backend: Backend, error: unknown): Promise<Verdict> {
  const {origin, address, command} = backend;
  const code = error instanceof Error && 'code' in error ? String(error.code) : messageOf(error);
  if (command === null) return notRunning(backend, code);

  const end = await backend.endedSoon();
  const lines = backend.output();
  const state = code === 'ECONNREFUSED' ? `nothing listens at ${address}` : 'it closed the connection';

  return ended(origin, {
    code,
    cause: describeEnd(command, end ?? `still runs, but ${state}`, lines),
    output: errorLineOf(lines) === null ? lines.slice(-SHOWN_LINES) : [],
  });
}

/** Explains a 5xx answer by the output of its backend; `null` for other answers and for backends of others. */
export function failureOf(
  {origin, command, output: lines}: Backend,
  status: number,
  place: OutputLocation,
): Reason | null {
  return status < 500 || command === null ? null : failedInside(origin, errorLineOf(lines()), place);
}
