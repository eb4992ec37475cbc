const SUBMITTERS = 'button:not([type]), button[type="submit"], input[type="submit"], s-button[type="submit"]';
const ONE_LINE =
  'input:not([type="hidden"], [type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="reset"]), ' +
  's-text-field, s-email-field, s-url-field, s-password-field, s-search-field, s-number-field, s-money-field, ' +
  's-date-field, s-color-field';

/**
 * Submits the form around a field, as the browser does for Enter in an input: it presses the first submit
 * button, or submits a form that has no such button and no other field of one line.
 *
 * @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#implicit-submission
 */
export function submitByEnter(field: HTMLElement): void {
  const form = field.closest('form');
  if (form === null) return;

  const submitter = form.querySelector<HTMLElement>(SUBMITTERS);
  if (submitter !== null) submitter.click();
  else if (form.querySelectorAll(ONE_LINE).length <= 1) form.requestSubmit();
}
