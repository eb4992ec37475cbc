/** The event of a field outside of any form in which the buyer presses Enter. The host page handles it. */
export const SUBMIT_PAGE = 'submit-page';

/**
 * Asks the page for its primary action, as the browser submits the form around a field.
 *
 * @see https://github.com/Shopify/ui-extensions/issues/2205
 */
export function submitPage(field: Element): void {
  field.dispatchEvent(new CustomEvent(SUBMIT_PAGE, {bubbles: true, composed: true}));
}
