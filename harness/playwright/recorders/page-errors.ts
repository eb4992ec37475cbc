import type {Page} from '@playwright/test';
import {Errors} from './errors.ts';
import type {Watch} from './recorder.ts';

/** An error that a store's page threw or left unhandled. */
export interface PageError {
  /** The message of the error. */
  readonly message: string;
  /** The stack, if the page reported one. */
  readonly stack: string | null;
}

/**
 * The errors of a store's pages. They do not fail a test, because a store also runs scripts of others.
 *
 * @example
 * ```ts
 * import {test, expect} from 'simhost/playwright';
 *
 * test('the cart page has no errors', async ({storefront}) => {
 *   await storefront.open('/cart');
 *   expect(storefront.errors.all).toEqual([]);
 * });
 * ```
 */
export class PageErrors extends Errors<PageError> {
  readonly #errors: PageError[] = [];

  /** @internal */
  constructor(page: Page, watch: Watch) {
    super(watch);
    page.on('pageerror', ({message, stack}) => {
      this.#errors.push({message, stack: stack ?? null});
      this.changed();
    });
  }

  /** All errors, oldest first. */
  override get all(): readonly PageError[] {
    return this.#errors;
  }

  protected override messageOf({message}: PageError): string {
    return message;
  }
}
