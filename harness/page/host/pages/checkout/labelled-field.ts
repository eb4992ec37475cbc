import {make} from '../../../elements/base/dom.ts';
import {submitPage} from '../../../elements/base/submit-page-event.ts';

/** Creates a labelled text field of the page. `commit` receives the value that the buyer has entered. */
export function textField(
  label: string,
  attributes: Readonly<Record<string, string>>,
  commit: (value: string) => void,
): TextField {
  const input = make('input', {type: 'text', ...attributes});
  input.addEventListener('change', () => commit(input.value));

  const labelled = make('label', {class: 'sim-field'}, make('span', {}, label), input);
  // The browser sends `change` before it submits.
  const form = make('form', {class: 'sim-line', novalidate: ''}, labelled);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submitPage(input);
  });

  return {
    root: form,
    show: (value) => {
      if (document.activeElement !== input) input.value = value;
    },
  };
}

export interface TextField {
  readonly root: HTMLElement;
  /** Shows a value, unless the buyer is in the field. */
  show(value: string): void;
}
