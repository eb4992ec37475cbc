import {expect} from '@playwright/test';
import {redact} from '../errors.ts';
import type {ApiCall} from '../core/simulation/extension-events.ts';
import type {Simulation} from '../core/simulation/simulation.ts';
import type {OpenAssertions} from './assertions.ts';
import type {PollActivity} from './settle.ts';

/** What extensions did by their API: toasts, navigation, analytics, intents, queries, consent, close. */
export class HostCalls {
  /** Asks what is under way; for the matchers. */
  readonly poll: PollActivity;
  /** The assertions of the test that wait; for the matchers. */
  readonly assertions: OpenAssertions;
  readonly #calls: ApiCall[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(
    simulation: Pick<Simulation, 'onCall'>,
    {poll, assertions}: {poll: PollActivity; assertions: OpenAssertions},
  ) {
    this.poll = poll;
    this.assertions = assertions;
    simulation.onCall((call) => {
      this.#calls.push(call);
      for (const listener of [...this.#listeners]) listener();
    });
  }

  /** All calls, oldest first. */
  get all(): readonly ApiCall[] {
    return this.#calls;
  }

  /** The arguments of each call of a member, in order: `host.calls.of('toast.show')` is `[['Saved']]`. */
  of(member: string): readonly (readonly unknown[])[] {
    return this.#calls.filter((call) => call.member === member).map(({args}) => args);
  }

  /** The calls of a member so far that begin with these arguments; with any, if none are given. */
  fitting(member: string, args?: readonly unknown[]): readonly ApiCall[] {
    return this.#calls.filter(
      (call) => call.member === member && (args === undefined || begins(call.args, args)),
    );
  }

  /** Resolves with the first call that fits, also one that came before; `undefined` when the time is over. */
  find(member: string, args: readonly unknown[] | undefined, timeout: number): Promise<ApiCall | undefined> {
    return new Promise((resolve) => {
      const finish = (call: ApiCall | undefined): void => {
        clearTimeout(timer);
        this.#listeners.delete(look);
        resolve(call);
      };

      const look = (): void => {
        const [found] = this.fitting(member, args);
        if (found !== undefined) finish(found);
      };

      const timer = setTimeout(() => finish(undefined), timeout);

      this.#listeners.add(look);
      look();
    });
  }

  /** All calls, a line each, ready to be read. */
  describe(): string {
    if (this.#calls.length === 0) return 'No extension called anything of its API that is recorded.';
    return `Calls so far:\n${this.#calls.map(({member, args}) => redact(`  ${member}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`)).join('\n')}`;
  }
}

/** The first arguments fit; later ones may stand. */
function begins(args: readonly unknown[], expected: readonly unknown[]): boolean {
  try {
    expect(args.slice(0, expected.length)).toEqual(expected);
    return true;
  } catch {
    return false;
  }
}
