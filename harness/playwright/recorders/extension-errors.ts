import type {ExtensionError} from '../../core/simulation/extension-events.ts';
import type {SimulationEvents} from '../../core/simulation/simulation-events.ts';
import {Errors} from './errors.ts';
import type {Watch} from './recorder.ts';

/**
 * The errors that extensions threw or left unhandled. An error that the test did not expect fails it.
 *
 * @example
 * ```ts
 * import {test} from 'simhost/playwright';
 *
 * test('the extension throws if its backend is down', async ({host}) => {
 *   await host.mount('extensions/loyalty');
 *   await host.errors.waitFor('Failed to fetch');
 * });
 * ```
 */
export class ExtensionErrors extends Errors<ExtensionError> {
  readonly #errors: ExtensionError[] = [];
  readonly #expected = new Set<ExtensionError>();

  /** @internal */
  constructor({errors}: Pick<SimulationEvents, 'errors'>, watch: Watch) {
    super(watch);
    errors.subscribe((error) => {
      this.#errors.push(error);
      this.changed();
    });
  }

  /** All errors, oldest first. */
  override get all(): readonly ExtensionError[] {
    return this.#errors;
  }

  /**
   * The errors that fail the test at its end.
   *
   * @internal
   */
  get unexpected(): readonly ExtensionError[] {
    return this.#errors.filter((error) => !this.#expected.has(error));
  }

  /**
   * Expects all errors so far, because the test learns of them in another way.
   *
   * @internal
   */
  expectAll(): void {
    for (const error of this.#errors) this.#expected.add(error);
  }

  protected override expect(error: ExtensionError): void {
    this.#expected.add(error);
  }

  protected override messageOf({error}: ExtensionError): string {
    return error.message;
  }
}

/** Describes an error with its extension, target and source line. */
export function describeError({handle, target, error, source}: ExtensionError): string {
  const place = source === null ? '' : `\n    at ${source}`;
  return `Extension "${handle}" at ${target} threw ${error.name}: ${error.message}${place}`;
}
