import type {Page} from '@playwright/test';
import {SimhostError, redact} from '../errors.ts';
import type {Simulation} from '../core/simulation/simulation.ts';
import type {ReportedError} from '../wire/mini.ts';
import type {OpenAssertions} from './assertions.ts';

/** Something that went wrong inside the Mini. */
export interface MiniError {
  readonly message: string;
  /** The innermost component, where the SDK's error boundary told it. */
  readonly component: string | null;
  readonly stack: string | null;
}

/** What a Mini threw or reported. A test fails by each that it did not expect. */
export class MiniErrors {
  readonly #errors: MiniError[] = [];
  readonly #expected = new Set<string>();
  readonly #listeners = new Set<() => void>();

  readonly #assertions: OpenAssertions;

  constructor(simulation: Simulation, page: Page, assertions: OpenAssertions) {
    this.#assertions = assertions;
    const {app} = simulation.minis;
    app.onReport((error) => this.#add(reported(error)));
    app.onReplaced((name) => this.#add({message: replaced(name), component: null, stack: null}));
    page.on('pageerror', ({message, stack}) => this.#add({message, component: null, stack: stack ?? null}));
  }

  get all(): readonly MiniError[] {
    return this.#errors;
  }

  get unexpected(): readonly MiniError[] {
    return this.#errors.filter(({message}) => !this.#expected.has(message));
  }

  /**
   * Resolves with the first error whose message fits, and takes it as expected: it no longer fails the test.
   *
   * @throws {SimhostError} `ERR_NO_SUCH_ERROR` after `timeout` milliseconds (default 5000)
   */
  waitFor(message: string | RegExp, {timeout = 5000}: {timeout?: number} = {}): Promise<MiniError> {
    return this.#assertions.run(`errors.waitFor(${String(message)})`, () => this.#find(message, timeout));
  }

  async #find(message: string | RegExp, timeout: number): Promise<MiniError> {
    const found = await new Promise<MiniError | undefined>((resolve) => {
      const finish = (error: MiniError | undefined): void => {
        clearTimeout(timer);
        this.#listeners.delete(look);
        resolve(error);
      };

      const look = (): void => {
        const error = this.#errors.find(({message: text}) =>
          typeof message === 'string' ? text.includes(message) : message.test(text),
        );
        if (error !== undefined) finish(error);
      };

      const timer = setTimeout(() => finish(undefined), timeout);

      this.#listeners.add(look);
      look();
    });

    if (found === undefined) {
      throw new SimhostError(
        'ERR_NO_SUCH_ERROR',
        `The Mini had no error with ${String(message)} within ${timeout} ms.`,
        {
          next:
            this.#errors.length === 0
              ? 'It had none at all.'
              : `It had: ${this.#errors.map((error) => error.message).join('; ')}.`,
        },
      );
    }

    this.#expected.add(found.message);
    return found;
  }

  /** One error reaches us twice, from the boundary with its component and from the page; the fuller one stays. */
  #add(error: MiniError): void {
    const twin = this.#errors.findIndex(({message}) => message === error.message);
    if (twin === -1) this.#errors.push(error);
    else if (this.#errors[twin]?.component === null) this.#errors[twin] = error;
    for (const listener of [...this.#listeners]) listener();
  }
}

export function describeMiniError({message, component, stack}: MiniError): string {
  const where = component === null ? '' : ` in <${component}>`;
  return redact(`The Mini failed${where}: ${message}${stack === null ? '' : `\n${stack}`}`);
}

function reported({message, stack, additionalContext}: ReportedError): MiniError {
  const component = /^\s*at (\w+)/m.exec(additionalContext?.componentStack ?? '')?.[1] ?? null;
  return {message: String(message), component, stack: stack ?? null};
}

function replaced(name: string): string {
  return (
    `The Mini put its own object in the place of window.${name}, so it no longer ran in the simulated Shop app. ` +
    'Does it call injectMocks({force: true})? Without simhost it may; a test would then pass on mocks alone.'
  );
}
