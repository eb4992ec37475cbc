import {ColourSliders, SLIDERS_CSS} from './base/colour-sliders.ts';
import {normalizedColour} from './base/colour.ts';
import {setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`:host { display: block; color: var(--sim-text); } ${SLIDERS_CSS}`);

/** A colour that is chosen with sliders. Its value is in hex digits, or empty. */
export class ColorPicker extends PageElement {
  readonly #sliders = new ColourSliders((type) => {
    this.#value = this.#sliders.hex;
    this.emit(type, {state: {value: this.#value}});
  });
  /** The value that was chosen or set. */
  #value: string | undefined;

  constructor() {
    super(STYLE);
    this.root.append(this.#sliders.node);
  }

  override receive(name: string, value: unknown): void {
    if (name === 'value') this.#value = value === undefined || value === null ? undefined : String(value);
    super.receive(name, value);
  }

  override reveal(name: string): unknown {
    return name === 'value' ? this.#shown : super.reveal(name);
  }

  override differsFromDefault(): boolean {
    return this.has('defaultValue') && this.reveal('value') !== this.#default;
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
    return this.#hexOf(this.#value ?? this.textOf('defaultValue'));
  }

  get #default(): string {
    return this.#hexOf(this.textOf('defaultValue'));
  }

  #hexOf(colour: string): string {
    return normalizedColour(colour, this.flag('alpha')) ?? '';
  }
}
