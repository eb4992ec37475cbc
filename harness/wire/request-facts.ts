/** The facts about a request that the log keeps in addition to what was asked and answered. */

/** The token of a request, without the token itself. */
export interface TokenFacts {
  /**
   * The number of the token in its simulation, from 1, in order of issue. `null` for a token that this
   * simulation did not issue.
   */
  readonly number: number | null;
  /** The members of its header, such as `{alg: 'HS256', typ: 'JWT'}`. `null` if they cannot be read. */
  readonly header: Readonly<Record<string, unknown>> | null;
  /**
   * Whether the signature is the one that the platform makes. `missing`: the token has none. `unknown`: another
   * issuer made it.
   */
  readonly signature: 'valid' | 'invalid' | 'missing' | 'unknown';
}

/** The answer of a correct backend to the case of a request. */
export interface ExpectedAnswer {
  /** `either`: no specification settles it. */
  readonly verdict: 'accept' | 'refuse' | 'either';
  /** The statuses that are right. */
  readonly statuses: readonly (number | '2xx' | '3xx' | '4xx')[];
  /** Whether the answer was right. `null` before there is one, and if either answer is right. */
  readonly isRight: boolean | null;
}

/** The CORS protocol of a request to another origin, or of a preflight. */
export interface CorsFacts {
  /** The headers that a preflight asks for, or that the browser would ask for: `['authorization']`. */
  readonly asked: readonly string[];
  /** The status of the answer to the preflight. `null` without a preflight. */
  readonly status: number | null;
  /** The header `Access-Control-Allow-Origin` of the answer. `null` if it is missing. */
  readonly allowOrigin: string | null;
  /** The header `Access-Control-Allow-Methods` of the answer to the preflight. `null` if it is missing. */
  readonly allowMethods: string | null;
  /** The header `Access-Control-Allow-Headers` of the answer to the preflight. `null` if it is missing. */
  readonly allowHeaders: string | null;
  /** Whether the page may read the answer. `null` before there is one. */
  readonly readable: boolean | null;
  /** A fault that Chromium accepts and other browsers refuse, or `null`. */
  readonly warning: string | null;
}

/** The answer to a request. */
export interface AnswerFacts {
  /** The headers, without secrets, in the order of arrival. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The media type without parameters: `application/json`. `null` if the answer names none. */
  readonly type: string | null;
  /** The bytes of the body. `null` until it has been sent whole. */
  readonly size: number | null;
  /**
   * The first 16 KB of a body that is text, without secrets. Only `simhost dev` keeps it. `null` for other
   * bodies and in tests.
   */
  readonly body: string | null;
}
