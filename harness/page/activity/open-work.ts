import type {Activity, PendingWork} from '../../wire/activity.ts';

/** A piece of work when it begins. */
export type StartedWork =
  | {readonly what: 'request'; readonly method: string; readonly url: string}
  | {readonly what: 'call'; readonly member: string};

/** The work that code has begun and not finished: requests, and calls of the page around it. */
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

  /** Counts a promise as open work until it has settled, and returns it. */
  follow<T>(work: StartedWork, promise: Promise<T>): Promise<T> {
    const key = Symbol(work.what);
    this.#begun++;
    this.#open.set(key, {work, since: this.#now()});

    const close = (): void => void this.#open.delete(key);
    promise.then(close, close);
    return promise;
  }
}

/** Combines the work of several sources. */
export function mergeActivities(activities: readonly Activity[]): Activity {
  return {
    begun: activities.reduce((sum, {begun}) => sum + begun, 0),
    pending: activities.flatMap(({pending}) => pending),
  };
}
