import type {SimhostError} from '../../errors.ts';
import type {OpenAssertions} from '../matchers/assertions.ts';
import {type PollActivity, whenSettled} from '../matchers/settle.ts';

/** The parts of a test that recorders need to wait. */
export interface Watch {
  /** Asks what is still under way. */
  readonly poll: PollActivity;
  /** The assertions of the test that still wait. */
  readonly assertions: OpenAssertions;
}

/** Options of `waitFor`. */
export interface WaitForOptions {
  /** Milliseconds. Default: 5000. */
  timeout?: number;
}

/**
 * A list that grows while a test runs: requests, calls, errors or console lines.
 *
 * `host`, `mini` and `storefront` have recorders with the same members: `all`, `last`, `matching` and `waitFor`.
 *
 * @example
 * ```ts
 * import {test, expect} from 'simhost/playwright';
 *
 * test('the extension warns once', async ({host}) => {
 *   await host.mount('extensions/loyalty');
 *   await host.logs.waitFor('no points');
 *   expect(host.logs.matching({level: 'warn'})).toHaveLength(1);
 * });
 * ```
 */
export abstract class Recorder<Entry, Match> {
  /** @internal */
  readonly poll: PollActivity;
  /** @internal */
  readonly assertions: OpenAssertions;
  readonly #listeners = new Set<() => void>();
  /** The positions of the entries that `waitFor` has returned. */
  readonly #taken = new Set<number>();

  /** @internal */
  constructor({poll, assertions}: Watch) {
    this.poll = poll;
    this.assertions = assertions;
  }

  /** All entries, oldest first. */
  abstract get all(): readonly Entry[];

  /** The entries that match so far, oldest first. */
  matching(match: Match): readonly Entry[] {
    return this.all.filter((entry) => this.fits(entry, match));
  }

  /** The newest entry, or the newest that matches. `undefined` if there is none. */
  last(match?: Match): Entry | undefined {
    return match === undefined ? this.all.at(-1) : this.matching(match).at(-1);
  }

  /**
   * Waits for the first entry that matches and that no earlier `waitFor` returned. An entry that came before the call
   * counts as well.
   *
   * If every matching entry was returned before, it waits for another one until everything has settled. If none comes,
   * it returns the newest again.
   *
   * @throws {SimhostError} after `timeout` milliseconds, with what came instead
   *
   * @example
   * ```ts
   * import {test} from 'simhost/playwright';
   *
   * test('each click asks the backend', async ({host}) => {
   *   const extension = await host.mount('extensions/loyalty');
   *   await host.requests.waitFor(/points$/);
   *   await extension.getByRole('button', {name: 'Refresh'}).click();
   *   await host.requests.waitFor(/points$/); // the second request
   * });
   * ```
   */
  waitFor(match: Match, {timeout = 5000}: WaitForOptions = {}): Promise<Entry> {
    return this.assertions.run(this.written(match), async (signal) => {
      const found = await this.#take(match, timeout, signal);
      if (found === undefined) throw this.notFound(match, timeout);

      return found;
    });
  }

  /**
   * Like `waitFor`, but resolves with `undefined` when the time is over.
   *
   * @internal
   */
  async find(match: Match, timeout: number): Promise<Entry | undefined> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let look = (): void => {};

    const found = new Promise<Entry | undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), timeout);
      look = () => {
        const [first] = this.matching(match);
        if (first !== undefined) resolve(first);
      };
    });

    this.#listeners.add(look);
    look();

    try {
      return await found;
    } finally {
      clearTimeout(timer);
      this.#listeners.delete(look);
    }
  }

  async #take(match: Match, timeout: number, signal: AbortSignal): Promise<Entry | undefined> {
    const end = performance.now() + timeout;
    const isThere = (): boolean => this.#untaken(match) !== -1;
    if ((await this.find(match, timeout)) === undefined) return undefined;

    if (!isThere()) {
      const rest = end - performance.now();
      await whenSettled({holds: () => true, isLost: isThere}, this.poll, {timeout: rest, signal});
    }

    const index = this.#untaken(match);
    if (index === -1) return this.matching(match).at(-1);

    this.#taken.add(index);
    return this.all[index];
  }

  /** Finds the position of the first matching entry that was not returned yet, or -1. */
  #untaken(match: Match): number {
    return this.all.findIndex((entry, index) => !this.#taken.has(index) && this.fits(entry, match));
  }

  /** Lets all that wait look again, because the list has changed. */
  protected changed(): void {
    for (const look of [...this.#listeners]) look();
  }

  protected abstract fits(entry: Entry, match: Match): boolean;

  /** The call of `waitFor` as the test writes it, for messages. */
  protected abstract written(match: Match): string;

  /** The error for an entry that did not come. */
  protected abstract notFound(match: Match, timeout: number): SimhostError;
}
