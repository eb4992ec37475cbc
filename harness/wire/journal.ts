/** An entry of the journal: everything that happened, in one order. An entry with a known number replaces that one. */
export type JournalEntry = RequestEntry | ChangeEntry | CallEntry | LogEntry | ErrorEntry;

/** The fields of every entry. */
export interface Numbered {
  /** The position in the journal, from 1. */
  readonly n: number;
  /** The simulated time, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * The mood of a request. `problem`: somebody has to change something. `right`: the right answer to a case.
 * `plain`: an ordinary answer. `pending`: no answer yet.
 */
export type Mood = 'pending' | 'plain' | 'problem' | 'right';

/** A summary of a request, as a row shows it. */
export interface RequestEntry extends Numbered {
  readonly kind: 'request';
  readonly method: string;
  readonly url: string;
  /** A word instead of the status: `CORS` for a request that a browser would not send. */
  readonly mark: string;
  readonly status: number | null;
  readonly mood: Mood;
  /** The title of a request that is better known by words: "Session token". `null` for others. */
  readonly title: string | null;
  /** A sentence about it, without a full stop. */
  readonly sentence: string;
  /** Real milliseconds until the end of the answer. */
  readonly ms: number | null;
  /** The side that answers. */
  readonly to: 'backend' | 'platform';
  /** The name of the person that the token is about. */
  readonly who: string | null;
  readonly case: string | null;
  /** The number of the entry that first carried the same token. */
  readonly token: number | null;
  /** The values of the claims, for the filter. */
  readonly claims: string;
}

/** The kind of a change, which decides its icon. */
export type ChangeTopic =
  | 'start'
  | 'build'
  | 'clock'
  | 'case'
  | 'customer'
  | 'language'
  | 'setting'
  | 'target'
  | 'cors'
  | 'token'
  | 'field';

/** A change of the situation between requests. */
export interface ChangeEntry extends Numbered {
  readonly kind: 'change';
  readonly topic: ChangeTopic;
  readonly text: string;
}

/** A call of an API member whose effect a user sees. */
export interface CallEntry extends Numbered {
  readonly kind: 'call';
  readonly handle: string;
  readonly member: string;
  /** The arguments as JSON, cut at 500 characters. */
  readonly args: string;
}

/** A line that an extension wrote to its console. */
export interface LogEntry extends Numbered {
  readonly kind: 'log';
  readonly handle: string;
  readonly level: string;
  readonly text: string;
  readonly source: string | null;
}

/** An error of an extension. */
export interface ErrorEntry extends Numbered {
  readonly kind: 'error';
  readonly handle: string;
  readonly text: string;
  readonly source: string | null;
}
