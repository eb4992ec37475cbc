/** What controls ask of the form around them. */
export interface FormLike extends Element {
  /** Submits, unless the form is disabled. */
  submit(): void;
  /** Enter in a field: presses the form's submit button, or submits a form that has one field and no such button. */
  submitImplicitly(): void;
  reset(): void;
}

export function formOf(control: Element): FormLike | undefined {
  return control.closest<FormLike>('s-form') ?? undefined;
}
