/** The event of a form whose fields may have changed. The save bar of the page listens to it on the document. */
export const SAVE_FORM_CHANGE = 'save-form-change';

/** A form whose changes the save bar of the page saves. */
export interface SaveForm extends HTMLElement {
  /** Whether a field differs from its default, or from its value at the last save. */
  readonly isDirty: boolean;
  /**
   * Sends `submit`. Resolves once all promises of `waitUntil` are fulfilled, and rejects with the first one that is
   * rejected.
   */
  save(): Promise<void>;
  /** Brings all fields back to their defaults, and sends `reset`. */
  discard(): void;
}

/** A part of a form that has a value. */
export interface FormField extends Element {
  /** Whether the field has a default, and a value that differs from it. */
  differsFromDefault(): boolean;
  /** The value, for a comparison with a later one. */
  savedValue(): string;
}

/** The event of a field that got a value or a default from the extension. Forms listen to it while it is captured. */
export const FIELD_RECEIVED = 'field-received';

const VALUES: ReadonlySet<string> = new Set([
  'checked',
  'defaultChecked',
  'defaultSelected',
  'defaultValue',
  'selected',
  'value',
  'values',
]);

/** Reports to the form around a field that the extension has set its value or its default. */
export function fieldReceived(element: Element, property: string): void {
  if (VALUES.has(property) && element.isConnected) element.dispatchEvent(new Event(FIELD_RECEIVED));
}
