import {make, setOrRemove} from './element.ts';

/** The error under a control, tied to it so that assistive technology reads it with the control. */
export class FieldError {
  readonly node: HTMLElement = make('p', {id: 'error', class: 'error', hidden: ''});

  render(control: HTMLInputElement, error: string): void {
    this.node.textContent = error;
    this.node.hidden = error === '';
    const told = error === '' ? undefined : 'error';
    setOrRemove(control, 'aria-invalid', error === '' ? undefined : 'true');
    setOrRemove(control, 'aria-describedby', told);
    setOrRemove(control, 'aria-errormessage', told);
  }
}

export const ERROR_CSS = `
.error { color: var(--sim-critical); font-size: var(--sim-size-small); }
`;
