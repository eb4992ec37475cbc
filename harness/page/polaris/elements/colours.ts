import {make, setOrRemove} from '../../elements/base/dom.ts';
import {FIELD_CSS} from '../../elements/base/field.ts';
import {PageElement} from '../../elements/base/page-element.ts';
import {styleSheets} from '../../elements/base/style.ts';
import {TextField} from '../../elements/text-field.ts';
import {ColourSliders, SLIDERS_CSS} from '../base/colour-sliders.ts';
import {hexOf, parseColour} from '../base/colour.ts';

const PICKER_STYLE = styleSheets(`:host { display: block; color: var(--sim-text); } ${SLIDERS_CSS}`);

/** A colour that is chosen with sliders. Its value is in hex digits, or empty. */
export class ColorPicker extends PageElement {
  readonly #sliders = new ColourSliders((type) => {
    this.#value = this.#sliders.hex;
    this.emit(type);
  });
  /** The value that was chosen or set. */
  #value: string | undefined;

  constructor() {
    super(PICKER_STYLE);
    this.root.append(this.#sliders.node);
  }

  override receive(name: string, value: unknown): void {
    if (name === 'value') this.#value = value === undefined || value === null ? undefined : String(value);
    super.receive(name, value);
  }

  override reveal(name: string): unknown {
    return name === 'value' ? this.#shown : super.reveal(name);
  }

  override resetControl(): void {
    this.#value = undefined;
    this.changed();
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'group');
    setOrRemove(this, 'aria-label', 'Color');
    this.#sliders.show(this.#shown, {hasAlpha: this.flag('alpha'), isDisabled: false});
  }

  get #shown(): string {
    return normalized(this.#value ?? this.textOf('defaultValue'), this.flag('alpha')) ?? '';
  }
}

const FIELD_STYLE = styleSheets(`
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
    super('text', FIELD_STYLE);
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
      this.control.value = normalized(this.control.value, this.flag('alpha')) ?? this.control.value;
    super.emitValue(type);
    this.changed();
  }

  protected override render(): void {
    super.render();
    const isDisabled = this.flag('disabled') || this.flag('readOnly');
    const {value} = this.control;
    this.#opener.disabled = isDisabled;
    this.#opener.style.background = normalized(value, true) ?? '';
    this.#sliders.show(value, {hasAlpha: this.flag('alpha'), isDisabled});
  }

  #show(isShown: boolean): void {
    this.#panel.hidden = !isShown;
    this.#opener.setAttribute('aria-expanded', String(isShown));
  }
}

function normalized(text: string, hasAlpha: boolean): string | undefined {
  const colour = parseColour(text);
  return colour === undefined ? undefined : hexOf(colour, hasAlpha);
}
