import type {Activity, PendingWork} from '../../wire/activity.ts';

/** What is begun, before any time has passed. */
export type StartedWork =
  | {readonly what: 'request'; readonly method: string; readonly url: string}
  | {readonly what: 'call'; readonly member: string};

/** Keeps what the extension has begun and what of it has not finished: requests, and calls of the page. */
export class OpenWork {
  readonly #now: () => number;
  readonly #open = new Map<symbol, {readonly work: StartedWork; readonly since: number}>();
  #begun = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get activity(): Activity {
    const now = this.#now();
    const pending = [...this.#open.values()].map(({work, since}): PendingWork => ({
      ...work,
      milliseconds: now - since,
    }));
    return {begun: this.#begun, pending};
  }

  /** Returns the given promise, and counts it as open until it has settled. */
  follow<T>(work: StartedWork, promise: Promise<T>): Promise<T> {
    const key = Symbol(work.what);
    this.#begun++;
    this.#open.set(key, {work, since: this.#now()});

    const close = (): void => void this.#open.delete(key);
    promise.then(close, close);
    return promise;
  }
}

/** The work of several sources as one. */
export function mergeActivities(activities: readonly Activity[]): Activity {
  return {
    begun: activities.reduce((sum, {begun}) => sum + begun, 0),
    pending: activities.flatMap(({pending}) => pending),
  };
}
