import type {CaseId} from '../cases/case-id.ts';
import type {AnswerFacts, CorsFacts, ExpectedAnswer, TokenFacts} from '../../wire/request-facts.ts';
import type {Verdict} from '../../wire/verdict.ts';

/** A request that passed the gateway. */
export interface LoggedRequest {
  /** The position in the log, from 0. */
  readonly id: number;
  /** The HTTP method, in upper case. */
  readonly method: string;
  /** The URL as the sender wrote it, not that of the local backend. */
  readonly url: string;
  /** The sender: the page with its extensions, or a backend of the test. */
  readonly sender: 'browser' | 'backend';
  /**
   * The CORS preflight before the request: not needed, allowed, allowed earlier and cached by the browser,
   * not sent, or refused with the reason.
   *
   * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
   */
  readonly preflight: 'none' | 'allowed' | 'cached' | 'not sent' | {readonly refused: string};
  /** The header `Origin`, or null if there was none. */
  readonly origin: string | null;
  /**
   * The answer's source. `platform`: the simulation, or a handler of the test. `backend`: a backend.
   * `refused`: an unknown host. `failed`: a backend that did not answer. `pending`: not answered yet.
   */
  readonly outcome: 'pending' | 'platform' | 'backend' | 'refused' | 'failed';
  /** The status of the answer, or null before there is one. */
  readonly status: number | null;
  /** The simulated time of arrival, in milliseconds since 1970. */
  readonly at: number;
  /** Real milliseconds from arrival to the end of the answer, or null before that. */
  readonly duration: number | null;
  /**
   * The claims of the token in the request, or null if it carried none that can be read. The token is never
   * logged.
   */
  readonly token: Readonly<Record<string, unknown>> | null;
  /** The case that made the token or the request, or null. */
  readonly case: CaseId | null;
  /**
   * The problem with the request: what happened, its cause, whose turn it is, and the fix. Null without a
   * problem.
   */
  readonly problem: Verdict | null;
  /**
   * The places of the answer with generated values, which the world does not have: `['product.seo.title']`. Empty for
   * other answers.
   */
  readonly generated: readonly string[];
  /** The id of the mount whose extension made the request. `null` for pages and backends. */
  readonly mount: string | null;
  /**
   * The position in the author's code that made the request, such as `src/Block.jsx:12:7`. `null` if it is not
   * known. It can arrive after the answer.
   */
  readonly source: string | null;
  /** The number, header and signature of the token, or null if the request carried none that can be read. */
  readonly tokenFacts: TokenFacts | null;
  /** The id of the refused request that this one repeats with another token, or null. */
  readonly retryOf: number | null;
  /** The right answer to the case of the request, or null without a case or for a case without one. */
  readonly expected: ExpectedAnswer | null;
  /** The CORS protocol of the request, or null for a request to the page's own origin. */
  readonly cors: CorsFacts | null;
  /** The headers, type, size and body of the answer, or null before there is one. */
  readonly answer: AnswerFacts | null;
  /**
   * The version of the schema that answered a GraphQL query, if no package publishes that of the URL: `'2026-04'`. Null
   * for other answers.
   */
  readonly schema: string | null;
}
