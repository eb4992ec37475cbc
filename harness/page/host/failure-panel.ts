import type {WireError} from '../../wire/control.ts';

/** A quiet panel in the place of an extension that could not start or had to stop. */
export function failurePanel(title: string, {message}: Pick<WireError, 'message'>): HTMLElement {
  const panel = document.createElement('div');
  panel.className = 'sim-defect';
  panel.setAttribute('role', 'alert');
  const heading = document.createElement('strong');
  heading.textContent = title;
  const text = document.createElement('pre');
  text.textContent = message;
  panel.append(heading, text);

  return panel;
}
