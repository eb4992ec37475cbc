import {isPreflight} from '../../core/platforms/cors-headers.ts';
import type {CaseId} from '../../core/cases/case-id.ts';
import {
  type Answer,
  type Intended,
  intendedBy,
  judgeResponse,
  warnPreflight,
} from '../../core/verdicts/cors-protocol.ts';
import {answerUnreadable, preflightRefused} from '../../core/verdicts/browser-verdicts.ts';
import {describeVerdict} from '../../core/verdicts/verdict.ts';
import {redact} from '../../redact.ts';
import type {RequestLog} from '../../core/simulation/request-log.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {crossOrigin} from './cors.ts';
import {Preflights} from './preflights.ts';
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

/** The entry of one request in the request log, which grows as the request goes on. */
export interface RecordedRequest {
  readonly preflight: LoggedRequest['preflight'];
  /** Records status and headers of the answer. Called before the browser sees a byte of it. */
  answered(outcome: 'platform' | 'backend', status: number, headers: Headers, problem?: string | null): void;
  /** Records that simhost itself answered, or nobody. */
  ended(outcome: 'platform' | 'refused' | 'failed', status: number | null, problem: string): void;
  /** Records the verdict about a preflight that the browser did not send. */
  judged(preflight: LoggedRequest['preflight'], problem: string | null): void;
  /** Records that the answer has been sent, or that the browser has left. */
  done(): void;
}

/** Writes the requests of one browser context into a simulation's log, with the browser's verdict on each. */
export class RequestRecorder {
  readonly #simulation: Simulated;
  readonly #preflights = new Preflights();

  constructor(simulation: Simulated) {
    this.#simulation = simulation;
  }

  arrived(request: ArrivedRequest): RecordedRequest {
    return new LogEntry(this.#simulation, this.#preflights, request);
  }
}

class LogEntry implements RecordedRequest {
  readonly preflight: LoggedRequest['preflight'];
  readonly #simulation: Simulated;
  readonly #preflights: Preflights;
  readonly #request: ArrivedRequest;
  readonly #id: number;
  /** The URL without secrets. */
  readonly #url: string;
  readonly #at: number;
  readonly #startedAt = performance.now();
  /** The origin of the page, if the request goes to another one. */
  readonly #origin: string | null;
  /** The request that a preflight is for; `null` for other requests. */
  readonly #intended: Intended | null;
  #problem: string | null = null;
  #isAnswered = false;
  #isOver = false;

  constructor(simulation: Simulated, preflights: Preflights, request: ArrivedRequest) {
    const {method, url, target, headers, armed = null} = request;
    const {requests, clock, secrets} = simulation;
    this.#simulation = simulation;
    this.#preflights = preflights;
    this.#request = request;
    this.#at = clock.now();
    this.#url = redact(url, secrets);
    this.#origin = crossOrigin(headers, target);
    this.#intended = isPreflight(method, headers) ? intendedBy(headers) : null;
    this.preflight =
      this.#origin === null || this.#intended !== null
        ? 'none'
        : preflights.of(this.#origin, method, url, headers);

    const token = simulation.tokens.inspect(headers);
    this.#id = requests.add({
      method,
      url: this.#url,
      at: this.#at,
      preflight: this.preflight,
      origin: headers.get('origin'),
      token: token?.claims ?? null,
      case: armed?.case ?? token?.case ?? null,
    });
  }

  answered(
    outcome: 'platform' | 'backend',
    status: number,
    headers: Headers,
    problem: string | null = null,
  ): void {
    const {requests, secrets} = this.#simulation;
    this.#isAnswered = true;

    const refusal = this.#refusalOfPreflight({status, headers});
    const verdict = this.#verdict({status, headers}, refusal);
    this.#problem ??= problem !== null && verdict !== null ? `${problem}\n${verdict}` : (problem ?? verdict);
    this.#update({outcome, status});
    if (status === 101 || isEventStream(headers)) requests.staysOpen(this.#id);

    const entry = requests.entries[this.#id];
    if (this.#intended === null && entry !== undefined)
      this.#problem ??= this.#simulation.tokens.explain(entry);
    if (this.#problem !== null) this.#update({problem: redact(this.#problem, secrets)});
    if (refusal === null) return;

    const method = this.#intended?.method ?? this.#request.method;
    this.#addUnsent(refusal, refusalMessage(method, this.#url, refusal));
  }

  ended(outcome: 'platform' | 'refused' | 'failed', status: number | null, problem: string): void {
    const shown = redact(problem, this.#simulation.secrets);
    this.#isOver = true;
    this.#update({outcome, status, duration: this.#duration(), problem: shown});
    if (outcome === 'failed') this.#addUnsent('OPTIONS was not answered', shown);
  }

  judged(verdict: LoggedRequest['preflight'], refusal: string | null): void {
    if (refusal !== null) this.#problem = refusalMessage(this.#request.method, this.#url, refusal);
    this.#update({preflight: verdict, problem: this.#problem});
  }

  done(): void {
    if (this.#isOver) return;

    const problem = 'The browser gave up before there was an answer.';
    const unanswered = this.#isAnswered ? {} : ({outcome: 'failed', problem} as const);
    this.#update({duration: this.#duration(), ...unanswered});
    this.#isOver = true;
  }

  #refusalOfPreflight(answer: Answer): string | null {
    return this.#intended === null
      ? null
      : this.#preflights.answered(this.#intended, this.#request.url, answer);
  }

  /** Explains what a browser does with an answer, if that is worth a message. */
  #verdict(answer: Answer, refusal: string | null): string | null {
    if (this.#intended === null) return unreadable(this.#origin, this.#request.headers, answer.headers);
    return refusal === null ? warnPreflight(this.#intended, answer) : null;
  }

  /** Adds the request that the browser did not send, because its preflight failed. */
  #addUnsent(refusal: string, problem: string): void {
    if (this.#intended === null) return;

    const {method, origin} = this.#intended;
    this.#simulation.requests.add({
      method,
      url: this.#url,
      at: this.#at,
      origin,
      outcome: 'failed',
      preflight: {refused: refusal},
      problem,
    });
  }

  #update(change: Parameters<RequestLog['update']>[1]): void {
    this.#simulation.requests.update(this.#id, change);
  }

  #duration(): number {
    return performance.now() - this.#startedAt;
  }
}

function isEventStream(answer: Headers): boolean {
  return answer.get('content-type')?.startsWith('text/event-stream') === true;
}

function unreadable(origin: string | null, headers: Headers, answer: Headers): string | null {
  const reason = origin === null ? null : judgeResponse({origin, credentials: headers.has('cookie')}, answer);
  return reason === null ? null : describeVerdict(answerUnreadable(reason));
}

function refusalMessage(method: string, url: string, reason: string): string {
  return describeVerdict(preflightRefused(method, url, reason));
}
