import type {StatedFacts} from '../../core/platforms/stated-facts.ts';
import {isPreflight} from '../../core/platforms/cors-headers.ts';
import type {Delivery} from '../../core/cases/armed-cases.ts';
import {intendedBy, judgePreflight, warnPreflight} from '../../core/verdicts/cors-protocol.ts';
import type {Answer, Intended} from '../../core/verdicts/cors-protocol.ts';
import type {BackendTime} from '../../core/verdicts/answer-row.ts';
import {answerVerdict} from '../../core/verdicts/answer-rows.ts';
import {
  answerUnreadable,
  gaveUp,
  preflightRefused,
  preflightWouldBeRefused,
  wildcardWarning,
  withUnreadable,
} from '../../core/verdicts/browser-verdicts.ts';
import {preflightChange} from '../../core/verdicts/cors-fix.ts';
import {redactVerdict} from '../../core/verdicts/verdict.ts';
import type {Reason, Verdict} from '../../wire/verdict.ts';
import {defined} from '../../records.ts';
import {redact} from '../../redact.ts';
import type {RequestLog} from '../../core/simulation/request-log.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {carriedBy} from './carried-token.ts';
import {crossOrigin} from './cors.ts';
import {ExchangeFacts} from './exchange-facts.ts';
import {Preflights} from './preflights.ts';
import {type ProbedPreflight, refusalOf, type UnansweredPreflight} from './probe.ts';
import type {Simulated} from './simulated.ts';
import {unreadableReason} from './unreadable-answer.ts';

export interface ArrivedRequest {
  readonly method: string;
  readonly url: string;
  /** The origin that the request goes to. */
  readonly target: string;
  readonly headers: Headers;
  /** The URL as the page sent it, if it differs from `url`: a case or a path of the gateway changed it. */
  readonly sentUrl?: string;
  /** The case that changed the request after the browser had sent it. */
  readonly armed?: {readonly delivery: Delivery} | null;
  /** The side that sent the request. Default: `'browser'`. */
  readonly sender?: LoggedRequest['sender'];
}

/** Further facts about an answer. */
export interface AnswerContext {
  /** The explanation of the answer, if it is known. */
  readonly reason?: Reason | null;
  /** The clock of the backend that answered. `fix` lets it follow simulated time. */
  readonly backendClock?:
    | {readonly keepsRealTime: false}
    | {readonly keepsRealTime: true; readonly fix: string};
}

/** The entry of one request in the request log, which grows as the request goes on. */
export interface RecordedRequest {
  /** The id in the request log. */
  readonly id: number;
  readonly preflight: LoggedRequest['preflight'];
  /** Records status and headers of the answer. Called before the browser sees a byte of it. */
  answered(outcome: 'platform' | 'backend', status: number, headers: Headers, context?: AnswerContext): void;
  /** Records what the platform states about its answer. */
  stated(facts: StatedFacts): void;
  /** Records that simhost itself answered, or nobody. */
  ended(outcome: 'platform' | 'refused' | 'failed', status: number | null, problem: Verdict): void;
  /**
   * Records the answer to a preflight that was sent in place of the browser's; `null` if no server took it. A
   * preflight that a browser accepts is recorded as `accepted`.
   */
  judged(accepted: 'allowed' | 'not sent', probed: ProbedPreflight | UnansweredPreflight | null): void;
  /** Records the next bytes of the answer's body. */
  received(chunk: Uint8Array): void;
  /** Records why an answer broke off, whose status and headers were sent. */
  brokenOff(problem: Verdict): void;
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
  readonly id: number;
  /** The URL without secrets. */
  readonly #url: string;
  readonly #at: number;
  readonly #startedAt = performance.now();
  /** The origin of the page, if the request goes to another one. */
  readonly #origin: string | null;
  /** The request that a preflight is for; `null` for other requests. */
  readonly #intended: Intended | null;
  /** The headers with the token that the request is judged by. */
  readonly #carried: Headers;
  readonly #facts: ExchangeFacts;
  #problem: Verdict | null = null;
  #isAnswered = false;
  #isOver = false;

  constructor(simulation: Simulated, preflights: Preflights, request: ArrivedRequest) {
    const {method, url, target, headers, sentUrl = url, armed = null, sender = 'browser'} = request;
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

    this.#carried = carriedBy(url, headers);
    const token = simulation.tokens.inspect(this.#carried);
    const id = armed?.delivery.id ?? token?.case ?? null;
    this.#facts = new ExchangeFacts(simulation, {
      ...{method, url: this.#url, headers, carried: this.#carried, case: id},
      ...{preflight: this.preflight, origin: this.#origin, intended: this.#intended},
      preflightAnswer: preflights.answerTo(this.#origin, this.preflight, {method, url}),
    });

    const arrival = {
      ...{method, url: this.#url, at: this.#at, preflight: this.preflight, case: id},
      ...{origin: headers.get('origin'), token: token?.claims ?? null, sender},
      ...this.#facts.arrived(),
    };
    const isScripts = sender === 'browser' && this.#intended === null && isOfScript(headers);
    this.id = requests.add(arrival, isScripts ? {method, url: sentUrl} : null);
    simulation.tokens.reached(this.#carried, armed?.delivery ?? null, this.id);
  }

  answered(
    outcome: 'platform' | 'backend',
    status: number,
    headers: Headers,
    {reason = null, backendClock}: AnswerContext = {},
  ): void {
    const {requests} = this.#simulation;
    this.#isAnswered = true;
    const answer = {status, headers};
    const refusal = this.#refusalOfPreflight(answer);

    this.#update({outcome, status, ...this.#facts.answered(answer)});
    if (status === 101 || isEventStream(headers)) requests.staysOpen(this.id);

    this.#problem ??= this.#judge(answer, reason, this.#backendTime(backendClock));
    if (this.#problem !== null) this.#update({problem: this.#redacted(this.#problem)});
    if (refusal === null) return;

    if (this.#intended === null) return;
    const {method} = this.#intended;
    const change = preflightChange(this.#intended, answer);
    this.#addUnsent(refusal, preflightRefused({method, url: this.#url, reason: refusal, ...change}));
  }

  ended(outcome: 'platform' | 'refused' | 'failed', status: number | null, problem: Verdict): void {
    const shown = this.#redacted(problem);
    this.#isOver = true;
    this.#update({outcome, status, duration: this.#duration(), problem: shown});
    if (outcome === 'failed') this.#addUnsent('OPTIONS was not answered', shown);
  }

  stated({generated, schema, case: id}: StatedFacts): void {
    const change = defined({generated, schema, case: id}) as Partial<LoggedRequest>;
    if (Object.keys(change).length > 0) this.#update(change);
  }

  judged(accepted: 'allowed' | 'not sent', probed: ProbedPreflight | UnansweredPreflight | null): void {
    const refusal = probed === null ? null : refusalOf(probed);
    if (refusal !== null) {
      const {method} = this.#request;
      this.#problem = preflightWouldBeRefused({method, url: this.#url, ...refusal});
    }

    const preflight = refusal === null || accepted === 'not sent' ? accepted : {refused: refusal.reason};
    this.#update({preflight, problem: this.#problem, ...this.#facts.probed(probed?.answer ?? null)});
  }

  brokenOff(problem: Verdict): void {
    this.#problem = problem;
    this.#update({problem: this.#redacted(problem)});
  }

  done(): void {
    if (this.#isOver) return;

    const problem = gaveUp(this.#request.method, this.#url);
    const unanswered = this.#isAnswered ? {} : ({outcome: 'failed', problem} as const);
    this.#update({duration: this.#duration(), ...this.#facts.ended(), ...unanswered});
    this.#isOver = true;
  }

  received(chunk: Uint8Array): void {
    this.#facts.received(chunk);
  }

  #backendTime(backend: AnswerContext['backendClock']): BackendTime | null {
    if (backend === undefined) return null;
    const {clock} = this.#simulation;
    return backend.keepsRealTime
      ? {now: clock.realNow(), fix: backend.fix}
      : {now: clock.nowOf('backend'), fix: null};
  }

  #refusalOfPreflight(answer: Answer): string | null {
    return this.#intended === null
      ? null
      : this.#preflights.answered(this.#intended, this.#request.url, answer);
  }

  /**
   * Explains an answer: by the reason that is given, or by the token, and then by what the browser does
   * with it.
   */
  #judge(answer: Answer, given: Reason | null, backendTime: BackendTime | null): Verdict | null {
    const entry = this.#simulation.requests.at(this.id);
    if (entry === undefined) return null;

    if (this.#intended !== null) {
      const warning = warnPreflight(this.#intended, answer);
      const isRefused = judgePreflight(this.#intended, answer) !== null;
      const reason = warning === null || isRefused ? given : wildcardWarning(warning);
      return reason === null ? null : answerVerdict(entry, reason);
    }

    const reason = given ?? this.#simulation.tokens.explain(entry, this.#carried, backendTime);
    const unreadable = unreadableReason(this.#origin, this.#request.headers, answer);
    if (reason === null)
      return unreadable === null ? null : answerVerdict(entry, answerUnreadable(unreadable));

    // The platform's own answers are not the author's to change.
    const isReadable = unreadable === null || entry.outcome !== 'backend';
    return answerVerdict(entry, isReadable ? reason : withUnreadable(reason, unreadable));
  }

  #redacted(problem: Verdict): Verdict {
    return redactVerdict(problem, this.#simulation.secrets);
  }

  /** Adds the request that the browser did not send, because its preflight failed. */
  #addUnsent(refusal: string, problem: Verdict): void {
    if (this.#intended === null) return;

    const {method, origin} = this.#intended;
    const {requests} = this.#simulation;
    const cors = requests.at(this.id)?.cors ?? null;
    const unsent = {outcome: 'failed', preflight: {refused: refusal}, problem, cors} as const;
    requests.add(
      {method, url: this.#url, at: this.#at, origin, ...unsent},
      {method, url: this.#request.sentUrl ?? this.#request.url},
    );
  }

  #update(change: Parameters<RequestLog['update']>[1]): void {
    this.#simulation.requests.update(this.id, change);
  }

  #duration(): number {
    return performance.now() - this.#startedAt;
  }
}

/** Whether a script sent the request, by `fetch` or `XMLHttpRequest`. */
function isOfScript(headers: Headers): boolean {
  const destination = headers.get('sec-fetch-dest');
  // Browsers send this header only to https and to this machine.
  return destination === null ? headers.has('origin') : destination === 'empty';
}

function isEventStream(answer: Headers): boolean {
  return answer.get('content-type')?.startsWith('text/event-stream') === true;
}
