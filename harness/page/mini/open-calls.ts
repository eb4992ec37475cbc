import type {PendingWork} from '../../wire/activity.ts';

/** The calls of the Shop app that a Mini waits for. */
export class OpenCalls {
  readonly #open = new Map<symbol, {readonly member: string; readonly since: number}>();
  #begun = 0;

  /** The number of calls so far. */
  get begun(): number {
    return this.#begun;
  }

  get pending(): readonly PendingWork[] {
    const now = performance.now();
    return [...this.#open.values()].map(({member, since}) => ({
      what: 'call',
      member,
      milliseconds: now - since,
    }));
  }

  /** Counts a call as open until its answer has arrived. */
  async follow<Reply>(action: string, answer: Promise<Reply>): Promise<Reply> {
    const key = Symbol(action);
    this.#open.set(key, {member: `minisSDK.${action}`, since: performance.now()});
    this.#begun++;

    try {
      return await answer;
    } finally {
      this.#open.delete(key);
    }
  }
}
