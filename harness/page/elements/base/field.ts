import {make, setOrRemove} from './dom.ts';

export const ERROR_CSS = `
.error { color: var(--sim-critical); font-size: var(--sim-size-small); }
`;

export const NOTE_CSS = `
.note { color: var(--sim-quiet); font-size: var(--sim-size-small); }
`;

export const CAPTION_CSS = `
.caption { display: flex; gap: 4px; margin-block-end: 4px; font-size: var(--sim-size-small); font-weight: 500; }
.mark::after { content: '*'; color: var(--sim-quiet); }
`;

/** Styles of the box around a control, and of the control in it. */
export const FIELD_CSS: string = `
${CAPTION_CSS}
${ERROR_CSS}
:host { display: block; color: var(--sim-text); }
.box {
  display: flex; align-items: center; gap: 8px; min-block-size: 44px; padding-inline: 12px;
  background: var(--sim-surface); border: 1px solid var(--sim-control); border-radius: var(--sim-radius);
  transition: border-color 0.12s;
}
.box:hover { border-color: var(--sim-quiet); }
.box:has(.control:focus-visible) { border-color: var(--sim-accent); box-shadow: 0 0 0 1px var(--sim-accent); }
.box:has([aria-invalid='true']) { border-color: var(--sim-critical); }
.box:has([aria-invalid='true']:focus-visible) { box-shadow: 0 0 0 1px var(--sim-critical); }
.box:has(.control:disabled) {
  background: var(--sim-subdued); border-color: var(--sim-border); color: var(--sim-quiet);
}
.box:has(:is(input, textarea):read-only:not(:disabled)) { background: var(--sim-subdued); }
.control { flex: 1; min-inline-size: 0; inline-size: 100%; padding: 8px 0; border: 0; background: none; outline: none; }
.control:focus-visible { box-shadow: none; }
.control:disabled { cursor: not-allowed; opacity: 1; }
.control::placeholder { color: var(--sim-quiet); opacity: 1; }
.affix { color: var(--sim-quiet); white-space: nowrap; }
.error, .note { margin-block-start: 4px; }
${NOTE_CSS}
@media (prefers-reduced-motion: reduce) { .box { transition: none; } }
`;

/** The label above a control, with a mark if a value is required. */
export class Caption {
  readonly label: HTMLLabelElement = make('label', {for: 'input'});
  readonly #mark = make('span', {'aria-hidden': 'true', class: 'mark'});
  readonly node: HTMLElement = make('div', {class: 'caption'}, this.label, this.#mark);

  render(
    label: string,
    {required = false, unseen = false}: {required?: boolean; unseen?: boolean} = {},
  ): void {
    this.label.textContent = label;
    this.#mark.hidden = !required;
    this.node.hidden = label === '';
    this.node.classList.toggle('unseen', unseen);
  }
}

/** The text under a control that helps to fill it. A slot of the same name may hold it as well. */
export class FieldDetails {
  readonly node: HTMLElement = make(
    'div',
    {id: 'details', class: 'note', hidden: ''},
    make('span'),
    make('slot', {name: 'details'}),
  );

  /** The id of the node while it is shown, and the empty string otherwise. */
  get id(): string {
    return this.node.hidden ? '' : 'details';
  }

  render(text: string): void {
    const [line, slot] = this.node.children;
    if (line !== undefined) line.textContent = text;
    const isSlotted = slot instanceof HTMLSlotElement && slot.assignedNodes().length > 0;
    this.node.hidden = text === '' && !isSlotted;
  }
}

/** The error under a control. Assistive technology reads it together with the control. */
export class FieldError {
  readonly node: HTMLElement = make('p', {id: 'error', class: 'error', hidden: ''});

  /** Shows an error. `description` is the id of another node that describes the control. */
  render(control: HTMLElement, error: string, description = ''): void {
    this.node.textContent = error;
    this.node.hidden = error === '';
    const errorId = error === '' ? '' : 'error';
    setOrRemove(control, 'aria-invalid', error === '' ? undefined : 'true');
    setOrRemove(control, 'aria-describedby', `${errorId} ${description}`.trim());
    setOrRemove(control, 'aria-errormessage', errorId);
  }
}
