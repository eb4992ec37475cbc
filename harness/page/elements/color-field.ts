import {ColourSliders, SLIDERS_CSS} from './base/colour-sliders.ts';
import {normalizedColour} from './base/colour.ts';
import {make} from './base/dom.ts';
import {FIELD_CSS} from './base/field.ts';
import {styleSheets} from './base/style.ts';
import {TextField} from './text-field.ts';

const STYLE = styleSheets(`
${FIELD_CSS}
${SLIDERS_CSS}
.opener {
  inline-size: 24px; block-size: 24px; padding: 0; border: 1px solid var(--sim-control); border-radius: 6px;
  cursor: pointer; background: var(--sim-surface);
}
.panel {
  margin-block-start: 6px; padding: 12px; inline-size: fit-content; border: 1px solid var(--sim-border);
  border-radius: var(--sim-radius-large); background: var(--sim-surface);
}
`);

/** A colour that is typed, or chosen with sliders. */
export class ColorField extends TextField {
  readonly #opener = make('button', {
    type: 'button',
    class: 'opener',
    'aria-label': 'Choose color',
    'aria-expanded': 'false',
  });
  readonly #sliders = new ColourSliders((type) => {
    this.control.value = this.#sliders.hex;
    this.typed(type);
  });
  readonly #panel = make('div', {class: 'panel', hidden: ''}, this.#sliders.node);

  constructor() {
    super('text', STYLE);
    this.box.prepend(this.#opener);
    this.fieldError.node.before(this.#panel);
    this.#opener.addEventListener('click', () => this.#show(this.#panel.hidden !== false));
    this.root.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || this.#panel.hidden) return;
      event.preventDefault();
      this.#show(false);
      this.#opener.focus();
    });
  }

  /** Writes a typed colour in hex digits once the typing has ended. */
  protected override emitValue(type: string): void {
    if (type === 'change')
      this.control.value = normalizedColour(this.control.value, this.flag('alpha')) ?? this.control.value;
    super.emitValue(type);
    this.changed();
  }

  protected override render(): void {
    super.render();
    const isDisabled = this.flag('disabled') || this.flag('readOnly');
    const {value} = this.control;
    this.#opener.disabled = isDisabled;
    this.#opener.style.background = normalizedColour(value, true) ?? '';
    this.#sliders.show(value, {hasAlpha: this.flag('alpha'), isDisabled});
  }

  #show(isShown: boolean): void {
    this.#panel.hidden = !isShown;
    this.#opener.setAttribute('aria-expanded', String(isShown));
  }
}
