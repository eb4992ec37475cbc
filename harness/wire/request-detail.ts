import type {RequestEntry} from './journal.ts';

/** All that a console shows about one request. Holds no token. */
export interface RequestDetail {
  readonly entry: RequestEntry;
  /** The event as a sentence: "The token had expired 69 s before." */
  readonly headline: string;
  /** The lines below the headline. */
  readonly explanation: readonly string[];
  /** The side whose turn it is, and the next step. `null` if nobody has to change anything. */
  readonly turn: {readonly who: string; readonly source: string | null; readonly fix: string | null} | null;
  readonly way: readonly WayStep[];
  readonly token: TokenDetail | null;
  readonly cors: CorsDetail | null;
  readonly answer: AnswerDetail | null;
  /** Other requests that belong to this one: "Same token", "Tried again by". */
  readonly related: readonly {readonly text: string; readonly n: number}[];
  /** Whether the request can be sent again. */
  readonly canResend: boolean;
}

/** The state of a step: passed, failed, or not taken. */
export type StepState = 'ok' | 'bad' | 'none';

/** A step of the way of a request. */
export interface WayStep {
  readonly name: string;
  readonly state: StepState;
  readonly text: string;
}

/** A token in words. */
export interface TokenDetail {
  /** Its number in order of issue; `null` for a token of another issuer. */
  readonly number: number | null;
  /** For example `customer-account`. */
  readonly kind: string | null;
  readonly claims: readonly ClaimDetail[];
  /** Seconds since 1970; `null` for a token without these times. */
  readonly life: {readonly from: number; readonly until: number; readonly sent: number} | null;
}

/** A claim with its meaning. */
export interface ClaimDetail {
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
  readonly state: StepState;
}

/** The CORS protocol in words. */
export interface CorsDetail {
  readonly verdict: string;
  readonly state: StepState;
  readonly text: string;
  /** The headers that decide, with their values. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** The answer. */
export interface AnswerDetail {
  readonly type: string | null;
  readonly size: number | null;
  /** The body as a string, cut at 16 KB; `null` if it was not kept. */
  readonly body: string | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
}
