/** The part of a form that its controls use. */
export interface FormLike extends Element {
  /** Submits, unless the form is disabled. */
  submit(): void;
  /**
   * Handles Enter in a field: presses the submit button, or submits a form with a single field and no such
   * button.
   */
  submitImplicitly(): void;
  reset(): void;
}

/** Finds the form around a control. */
export function formOf(control: Element): FormLike | undefined {
  return control.closest<FormLike>('s-form, s-function-settings') ?? undefined;
}
