import {messageOf} from '../../errors.ts';
import {ended, failedInside, notRunning, type OutputLocation} from '../../core/verdicts/backend-verdicts.ts';
import type {Reason, Verdict} from '../../wire/verdict.ts';
import {describeEnd, errorLineOf} from './backend-output.ts';
import {portableClock} from './backend-real-time.ts';
import type {Backend} from './backend.ts';
import type {AnswerContext} from './request-recorder.ts';

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

/** Collects what its backend adds to the explanation of an answer: its output if it failed, and its clock. */
export function answerContext(backend: Backend, status: number, place: OutputLocation): AnswerContext {
  const {origin, command, takesHandle} = backend;
  return {
    reason: status < 500 || command === null ? null : failureOf(backend, place),
    backendClock: takesHandle
      ? {keepsRealTime: false}
      : {keepsRealTime: true, fix: portableClock(origin, command)},
  };
}

/** Explains a 5xx answer by the output of its backend. */
function failureOf({origin, output}: Backend, place: OutputLocation): Reason {
  const lines = output();
  return failedInside(origin, {error: errorLineOf(lines), output: lines.slice(-SHOWN_LINES), place});
}
