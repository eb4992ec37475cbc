import type {CaseId} from '../../core/cases/case-id.ts';
import type {Expectation} from '../../core/cases/case.ts';
import type {Answer, Intended} from '../../core/verdicts/cors-protocol.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {
  answerFacts,
  corsOfPreflight,
  corsOfRequest,
  expectedAnswer,
} from '../../core/verdicts/request-facts.ts';
import {redact} from '../../redact.ts';
import type {AnswerFacts, CorsFacts} from '../../wire/request-facts.ts';
import {BodySample} from './body-sample.ts';
import {unsafeHeaders} from './cors.ts';
import type {Simulated} from './simulated.ts';

/** The request that facts are about. */
export interface FactualRequest {
  readonly method: string;
  /** The URL without secrets. */
  readonly url: string;
  readonly headers: Headers;
  /** The headers with the token that the request is judged by. */
  readonly carried: Headers;
  /** The origin of the page, if the request goes to another one. */
  readonly origin: string | null;
  /** The request that a preflight is for; `null` for other requests. */
  readonly intended: Intended | null;
  readonly preflight: LoggedRequest['preflight'];
  /** The answer to its preflight, if the browser has one. */
  readonly preflightAnswer: Answer | null;
  readonly case: CaseId | null;
}

/** Collects the facts of one request and its answer for the log. */
export class ExchangeFacts {
  readonly #simulation: Simulated;
  readonly #request: FactualRequest;
  readonly #expectation: Expectation | null;
  readonly #body: BodySample;
  #preflightAnswer: Answer | null;
  #answer: {readonly facts: AnswerFacts; readonly headers: Headers} | null = null;

  constructor(simulation: Simulated, request: FactualRequest) {
    this.#simulation = simulation;
    this.#request = request;
    this.#preflightAnswer = request.preflightAnswer;
    this.#expectation = simulation.tokens.expected(request.case, request.carried);
    this.#body = new BodySample({isKept: simulation.requests.keepsBodies});
  }

  /** Returns the facts that are known before an answer. */
  arrived(): Pick<LoggedRequest, 'tokenFacts' | 'retryOf' | 'expected' | 'cors'> {
    const {tokens, requests} = this.#simulation;
    const {carried, intended, method, url} = this.#request;

    return {
      tokenFacts: tokens.describe(carried),
      retryOf: intended === null ? requests.refusedBefore(method, url) : null,
      expected: this.#expected(null),
      cors: this.#cors(null),
    };
  }

  /** Returns the facts of an answer whose body is still to come. */
  answered(answer: Answer): Pick<LoggedRequest, 'answer' | 'expected' | 'cors'> {
    const {headers, status} = answer;
    const facts = answerFacts(headers, this.#simulation.secrets);

    this.#answer = {facts, headers};
    return {answer: facts, expected: this.#expected(status), cors: this.#cors(answer)};
  }

  /** Takes the answer to a preflight that was sent in place of the browser's. */
  probed(answer: Answer | null): Pick<LoggedRequest, 'cors'> {
    this.#preflightAnswer = answer;
    return {cors: this.#cors(null)};
  }

  /** Takes the next bytes of the answer's body. */
  received(chunk: Uint8Array): void {
    this.#body.add(chunk);
  }

  /** Returns the facts of the whole answer. */
  ended(): Pick<LoggedRequest, 'answer'> {
    if (this.#answer === null) return {answer: null};

    const {facts, headers} = this.#answer;
    const body = this.#body.text(headers);
    const shown = body === null ? null : redact(body, this.#simulation.secrets);
    return {answer: {...facts, size: this.#body.size, body: shown}};
  }

  #expected(status: number | null): LoggedRequest['expected'] {
    return this.#expectation === null ? null : expectedAnswer(this.#expectation, status);
  }

  #cors(answer: Answer | null): CorsFacts | null {
    const {origin, intended, headers, preflight} = this.#request;
    if (origin === null) return null;
    if (intended !== null && answer !== null) return corsOfPreflight(intended, answer);

    const unsafe = preflight === 'none' ? [] : unsafeHeaders(headers);
    const asked = {origin, credentials: headers.has('cookie'), headers: intended?.headers ?? unsafe};
    return corsOfRequest(asked, {preflight: this.#preflightAnswer, answer});
  }
}
