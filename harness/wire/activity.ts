/** The reports of pages about everything that extensions have begun and not finished. */

/** A thing that an extension has begun and that can lead to another request or call. */
export type PendingWork =
  | {readonly what: 'request'; readonly method: string; readonly url: string; readonly milliseconds: number}
  /** A member of the API that the page has not answered. */
  | {readonly what: 'call'; readonly member: string; readonly milliseconds: number}
  /** A one-shot timer that is due soon. */
  | {readonly what: 'timer'; readonly delay: number; readonly stack: string}
  /** The extension has not rendered its first tree. */
  | {readonly what: 'start'}
  /** The sandbox does not answer. */
  | {readonly what: 'silence'; readonly milliseconds: number};

export interface Activity {
  /** The number of things that have been begun so far. Equal numbers mean that nothing began in between. */
  readonly begun: number;
  readonly pending: readonly PendingWork[];
}

export interface MountActivity extends Activity {
  readonly mount: string;
}

/** Milliseconds. A timer that is due later does not keep an extension from being settled. */
export const SOON = 1000;
