import {SimhostError} from '../errors.ts';
import type {ExtensionError} from '../core/simulation/extension-events.ts';
import type {Simulation} from '../core/simulation/simulation.ts';
import type {OpenAssertions} from './assertions.ts';

/** What extensions threw or left unhandled. A test fails by each one that it did not expect. */
export class HostErrors {
  readonly #errors: ExtensionError[] = [];
  readonly #expected = new Set<ExtensionError>();
  readonly #listeners = new Set<() => void>();

  readonly #assertions: OpenAssertions;

  constructor(simulation: Simulation, assertions: OpenAssertions) {
    this.#assertions = assertions;
    simulation.onError((error) => {
      this.#errors.push(error);
      for (const listener of this.#listeners) listener();
    });
  }

  /** All errors, oldest first. */
  get all(): readonly ExtensionError[] {
    return this.#errors;
  }

  /**
   * Resolves with the first error whose message fits, and takes it as expected: it no longer fails the test.
   *
   * @throws {SimhostError} `ERR_NO_SUCH_ERROR` after `timeout` milliseconds (default 5000)
   */
  waitFor(message: string | RegExp, {timeout = 5000}: {timeout?: number} = {}): Promise<ExtensionError> {
    return this.#assertions.run(`errors.waitFor(${String(message)})`, () => this.#find(message, timeout));
  }

  async #find(message: string | RegExp, timeout: number): Promise<ExtensionError> {
    const found = await new Promise<ExtensionError | undefined>((resolve) => {
      const look = (): void => {
        const error = this.#errors.find(({error: {message: text}}) =>
          typeof message === 'string' ? text.includes(message) : message.test(text),
        );
        if (error !== undefined) finish(error);
      };

      const finish = (error: ExtensionError | undefined): void => {
        clearTimeout(timer);
        this.#listeners.delete(look);
        resolve(error);
      };

      const timer = setTimeout(() => finish(undefined), timeout);

      this.#listeners.add(look);
      look();
    });

    if (found === undefined) {
      throw new SimhostError(
        'ERR_NO_SUCH_ERROR',
        `No extension threw an error with ${String(message)} within ${timeout} ms.`,
        {
          next:
            this.#errors.length === 0
              ? 'None threw at all.'
              : `Thrown: ${this.#errors.map(({error}) => error.message).join('; ')}.`,
        },
      );
    }

    this.#expected.add(found);
    return found;
  }

  /** Takes an error as told to the test in another way. */
  expectAll(): void {
    for (const error of this.#errors) this.#expected.add(error);
  }

  get unexpected(): readonly ExtensionError[] {
    return this.#errors.filter((error) => !this.#expected.has(error));
  }
}

export function describeError({handle, target, error, source}: ExtensionError): string {
  return `Extension "${handle}" at ${target} threw ${error.name}: ${error.message}${source === null ? '' : `\n    at ${source}`}`;
}
