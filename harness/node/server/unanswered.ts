import {messageOf} from '../../errors.ts';
import {
  failedAnswer,
  failedInside,
  howItBrokeOff,
  notRunning,
  type OutputLocation,
} from '../../core/verdicts/backend-verdicts.ts';
import type {Reason, Verdict} from '../../wire/verdict.ts';
import {describeEnd, errorLineOf} from './backend-output.ts';
import {portableClock} from './backend-real-time.ts';
import type {Backend} from './backend.ts';
import type {BrokenAnswer} from './forward.ts';
import type {AnswerContext} from './request-recorder.ts';

/** The number of lines that a message shows of a backend that wrote no error. */
const SHOWN_LINES = 5;

/** Explains a missing answer of a backend. Waits a moment, in which a crashed process ends. */
export async function unanswered(backend: Backend, error: unknown): Promise<Verdict> {
  const code = codeOf(error);
  const isReached = code === 'ECONNRESET' || isParseError(code);
  if (backend.command === null && !isReached) return notRunning(backend, code);

  return failure(backend, code, `did not answer (${code})`);
}

/** Explains an answer that its backend broke off. Waits a moment, in which a crashed process ends. */
export async function brokenOff(backend: Backend, broken: BrokenAnswer): Promise<Verdict> {
  const {error, received, promised} = broken;
  const code = codeOf(error);
  return failure(backend, code, howItBrokeOff(code, received, promised));
}

/** Explains a failed answer by what the process of its backend did and wrote. */
async function failure(backend: Backend, code: string, what: string): Promise<Verdict> {
  const {origin, address, command} = backend;
  const state = stateAt(address, code);
  if (command === null) return failedAnswer(`${origin} at ${address}`, {what, cause: state, output: []});

  const end = await backend.endedSoon();
  const lines = backend.output();
  return failedAnswer(origin, {
    what,
    cause: describeEnd(command, end ?? `still runs, but ${state}`, lines),
    output: errorLineOf(lines) === null ? lines.slice(-SHOWN_LINES) : [],
  });
}

function stateAt(address: string, code: string): string {
  if (code === 'ECONNREFUSED') return `nothing listens at ${address}`;
  return isParseError(code) ? 'what it sent is not a valid HTTP answer' : 'it closed the connection';
}

/** Whether a code is one of Node's HTTP parser. */
function isParseError(code: string): boolean {
  return code.startsWith('HPE_');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : messageOf(error);
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
