import {node} from '../../node.ts';

/** A labelled text field of the page; `commit` hears of what the buyer has entered. */
export function textField(
  label: string,
  attributes: Readonly<Record<string, string>>,
  commit: (value: string) => void,
): TextField {
  const input = node('input', {type: 'text', ...attributes});
  input.addEventListener('change', () => commit(input.value));

  return {
    root: node('label', {class: 'sim-field'}, node('span', {}, label), input),
    show: (value) => {
      if (document.activeElement !== input) input.value = value;
    },
  };
}

export interface TextField {
  readonly root: HTMLElement;
  /** Leaves a field alone that the buyer is in. */
  show(value: string): void;
}
