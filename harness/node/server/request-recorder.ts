import {isPreflight} from '../../core/platforms/cors-headers.ts';
import type {CaseId} from '../../core/cases/case-id.ts';
import {judgeResponse, warnPreflight} from '../../core/cases/cors-protocol.ts';
import {redact} from '../../redact.ts';
import type {LoggedRequest} from '../../core/simulation/request-log.ts';
import {crossOrigin} from './cors.ts';
import {intendedBy, Preflights} from './preflights.ts';
import type {Simulated} from './simulated.ts';

export interface ArrivedRequest {
  readonly method: string;
  readonly url: string;
  /** The origin that the request goes to. */
  readonly target: string;
  readonly headers: Headers;
  /** The case that changed the request after the browser had sent it. */
  readonly armed?: {readonly case: CaseId} | null;
}

/** One request on its way into the request log. */
export interface RecordedRequest {
  readonly preflight: LoggedRequest['preflight'];
  /** Status and headers of the answer are known; called before the browser sees a byte of it. */
  answered(outcome: 'platform' | 'backend', status: number, headers: Headers, problem?: string | null): void;
  /** There is no answer but ours. */
  ended(outcome: 'platform' | 'refused' | 'failed', status: number | null, problem: string): void;
  /** The preflight's verdict was found otherwise than by watching the browser. */
  judged(preflight: LoggedRequest['preflight'], problem: string | null): void;
  /** The answer has been sent, or the browser has left. */
  done(): void;
}

/** Writes the requests of one browser context into a simulation's log, with the browser's verdict on each. */
export class RequestRecorder {
  readonly #simulation: Simulated;
  readonly #preflights = new Preflights();

  constructor(simulation: Simulated) {
    this.#simulation = simulation;
  }

  arrived({method, url, target, headers, armed = null}: ArrivedRequest): RecordedRequest {
    const {requests, clock, secrets} = this.#simulation;
    const started = performance.now();
    const at = clock.now();
    const shown = redact(url, secrets);
    const origin = crossOrigin(headers, target);
    const asked = isPreflight(method, headers) ? intendedBy(headers) : null;
    const preflight =
      origin === null || asked !== null ? 'none' : this.#preflights.of(origin, method, url, headers);
    const token = this.#simulation.inspect(headers);

    const id = requests.add({
      method,
      url: shown,
      at,
      preflight,
      origin: headers.get('origin'),
      token: token?.claims ?? null,
      case: armed?.case ?? token?.case ?? null,
    });

    const update = (change: Parameters<typeof requests.update>[1]): void => requests.update(id, change);
    const neverSent = (refusal: string, problem: string): void => {
      if (asked === null) return;
      requests.add({
        method: asked.method,
        url: shown,
        at,
        origin: asked.origin,
        outcome: 'failed',
        preflight: {refused: refusal},
        problem,
      });
    };

    let found: string | null = null;
    let answered = false;
    let over = false;

    return {
      preflight,
      answered: (outcome, status, answer, problem = null) => {
        answered = true;
        const refusal =
          asked === null ? null : this.#preflights.answered(asked, url, {status, headers: answer});

        const judged =
          asked === null
            ? unreadable(origin, headers, answer)
            : refusal === null
              ? warnPreflight(asked, {status, headers: answer})
              : null;

        found ??= problem !== null && judged !== null ? `${problem}\n${judged}` : (problem ?? judged);
        update({outcome, status});
        if (status === 101 || isEventStream(answer)) requests.staysOpen(id);

        const entry = requests.entries[id];
        if (asked === null && entry !== undefined) found ??= this.#simulation.explain(entry);
        if (found !== null) update({problem: redact(found, secrets)});
        if (refusal !== null) neverSent(refusal, refused(asked?.method ?? method, shown, refusal));
      },
      ended: (outcome, status, problem) => {
        over = true;
        update({outcome, status, duration: performance.now() - started, problem: redact(problem, secrets)});
        if (outcome === 'failed') neverSent('OPTIONS was not answered', redact(problem, secrets));
      },
      judged: (verdict, refusal) => {
        if (refusal !== null) found = refused(method, shown, refusal);
        update({preflight: verdict, problem: found});
      },
      done: () => {
        const unanswered = {
          outcome: 'failed',
          problem: 'The browser gave up before there was an answer.',
        } as const;
        if (!over) update({duration: performance.now() - started, ...(answered ? {} : unanswered)});
        over = true;
      },
    };
  }
}

function isEventStream(answer: Headers): boolean {
  return answer.get('content-type')?.startsWith('text/event-stream') === true;
}

function unreadable(origin: string | null, headers: Headers, answer: Headers): string | null {
  const reason = origin === null ? null : judgeResponse({origin, credentials: headers.has('cookie')}, answer);
  return reason === null ? null : `The browser kept the answer from the page: ${reason}.`;
}

function refused(method: string, url: string, reason: string): string {
  return `The preflight of ${method} ${url} was refused by the browser: ${reason}.`;
}
