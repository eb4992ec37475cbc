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
  if (backend.command === null && causeOf(code) === null) return notRunning(backend, code);

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
  const state = code === 'ECONNREFUSED' ? `nothing listens at ${address}` : causeOf(code);
  if (command === null)
    return failedAnswer(`${origin} at ${address}`, {what, cause: state ?? CLOSED, output: []});

  const end = await backend.endedSoon();
  const lines = backend.output();
  return failedAnswer(origin, {
    what,
    cause: describeEnd(command, end ?? `still runs, but ${state ?? CLOSED}`, lines),
    output: errorLineOf(lines) === null ? lines.slice(-SHOWN_LINES) : [],
  });
}

const CLOSED = 'it closed the connection';

/** The causes of the errors that a backend which was reached can make, by their code. */
const CAUSES: readonly (readonly [code: RegExp, cause: string])[] = [
  [/^(?:ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, CLOSED],
  // Node's parser refuses the bytes, or refuses to pass the status or a header on.
  [
    /^(?:HPE_\w+|ERR_HTTP_\w+|ERR_INVALID_CHAR|ERR_INVALID_HTTP_TOKEN)$/,
    'what it sent is not a valid HTTP answer',
  ],
  [/^(?:EPROTO|ERR_(?:SSL|TLS)_\w+)$/, 'it does not speak TLS at this address, or none that Node accepts'],
];

/** Finds what a backend did; `null` if the code does not show that it was reached. */
function causeOf(code: string): string | null {
  return CAUSES.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : messageOf(error);
}

/** Collects what its backend adds to the explanation of an answer: its output if it failed, and its clock. */
export function answerContext(backend: Backend, status: number, place: OutputLocation): AnswerContext {
  const {origin, command, takesHandle} = backend;
  return {
    reason: needsOutput(backend, status) ? failureOf(backend, place) : null,
    backendClock: takesHandle
      ? {keepsRealTime: false}
      : {keepsRealTime: true, fix: portableClock(origin, command)},
  };
}

/** Whether the output of a backend explains its answer. */
export function needsOutput({command}: Backend, status: number): boolean {
  return status >= 500 && command !== null;
}

/** Explains a 5xx answer by the output of its backend. */
function failureOf({origin, output}: Backend, place: OutputLocation): Reason {
  const lines = output();
  return failedInside(origin, {error: errorLineOf(lines), output: lines.slice(-SHOWN_LINES), place});
}
