import type {Page} from '@playwright/test';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {redact} from '../../redact.ts';
import type {ReportedError} from '../../wire/mini.ts';
import {Errors} from './errors.ts';
import type {Watch} from './recorder.ts';

/** An error inside a Mini. */
export interface MiniError {
  /** The message of the error. */
  readonly message: string;
  /** The innermost component, if the SDK's error boundary reported it. */
  readonly component: string | null;
  /** The stack, if the page reported one. */
  readonly stack: string | null;
}

/**
 * The errors that a Mini threw or reported. An error that the test did not expect fails it.
 *
 * @example
 * ```ts
 * import {test} from 'simhost/playwright';
 *
 * test('the Mini fails without points', async ({mini}) => {
 *   await mini.open('minis/points');
 *   await mini.errors.waitFor('no points');
 * });
 * ```
 */
export class MiniErrors extends Errors<MiniError> {
  readonly #errors: MiniError[] = [];
  /** Messages: one error can reach us twice. */
  readonly #expected = new Set<string>();

  /** @internal */
  constructor({minis: {app}}: Pick<SimulationCore, 'minis'>, page: Page, watch: Watch) {
    super(watch);
    app.onReport((error) => this.#add(reported(error)));
    app.onReplaced((name) => this.#add({message: replaced(name), component: null, stack: null}));
    page.on('pageerror', ({message, stack}) => this.#add({message, component: null, stack: stack ?? null}));
  }

  /** All errors, oldest first. */
  override get all(): readonly MiniError[] {
    return this.#errors;
  }

  /**
   * The errors that fail the test at its end.
   *
   * @internal
   */
  get unexpected(): readonly MiniError[] {
    return this.#errors.filter(({message}) => !this.#expected.has(message));
  }

  protected override expect({message}: MiniError): void {
    this.#expected.add(message);
  }

  protected override messageOf({message}: MiniError): string {
    return message;
  }

  /** Adds an error once, although the boundary and the page both report it. The report with a component wins. */
  #add(error: MiniError): void {
    const twin = this.#errors.findIndex(({message}) => message === error.message);
    if (twin === -1) this.#errors.push(error);
    else if (this.#errors[twin]?.component === null) this.#errors[twin] = error;

    this.changed();
  }
}

/** Describes an error with its component and stack. */
export function describeMiniError({message, component, stack}: MiniError): string {
  const inside = component === null ? '' : ` in <${component}>`;
  return redact(`The Mini failed${inside}: ${message}${stack === null ? '' : `\n${stack}`}`);
}

function reported({message, stack, additionalContext}: ReportedError): MiniError {
  const component = /^\s*at (\w+)/m.exec(additionalContext?.componentStack ?? '')?.[1] ?? null;
  return {message: String(message), component, stack: stack ?? null};
}

function replaced(name: string): string {
  return (
    `The Mini replaced window.${name} with its own object, so it no longer ran in the simulated Shop app. ` +
    'Does it call injectMocks({force: true})? Without simhost it may; a test would then pass on mocks alone.'
  );
}
