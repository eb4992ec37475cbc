import {make} from './dom.ts';
import {colourOf, hexOf, parseColour, shadeOf} from './colour.ts';

export const SLIDERS_CSS = `
.sliders { display: grid; gap: 8px; inline-size: 100%; max-inline-size: 280px; }
.sliders label { display: grid; grid-template-columns: 6em 1fr; align-items: center; font-size: var(--sim-size-small); }
.sliders input { inline-size: 100%; min-inline-size: 0; accent-color: var(--sim-accent); }
.swatch { border: 1px solid var(--sim-control); border-radius: 6px; min-block-size: 32px; }
`;

const CHANNELS = [
  ['Hue', 359],
  ['Saturation', 100],
  ['Brightness', 100],
  ['Opacity', 100],
] as const;

/** Sliders for the channels of a colour, and the colour itself. */
export class ColourSliders {
  readonly #inputs = CHANNELS.map(([, max]) =>
    make('input', {type: 'range', min: '0', max: String(max), value: '0'}),
  );
  readonly #labels = CHANNELS.map(([name], at) => make('label', {}, name, this.#inputs[at] ?? ''));
  readonly #swatch = make('div', {class: 'swatch', 'aria-hidden': 'true'});
  readonly node: HTMLElement = make('div', {class: 'sliders'}, this.#swatch, ...this.#labels);
  #hasAlpha = false;

  constructor(changed: (type: 'input' | 'change') => void) {
    for (const type of ['input', 'change'] as const) {
      this.node.addEventListener(type, (event) => {
        event.stopPropagation();
        this.#paint();
        changed(type);
      });
    }
  }

  /** The colour of the sliders, in hex digits. */
  get hex(): string {
    const [hue = 0, saturation = 0, brightness = 0, opacity = 100] = this.#inputs.map((input) =>
      Number(input.value),
    );
    return hexOf(colourOf({hue, saturation, brightness}, opacity / 100), this.#hasAlpha);
  }

  /** Moves the sliders to a colour. A string that is not a colour leaves them. */
  show(text: string, {hasAlpha, isDisabled}: {hasAlpha: boolean; isDisabled: boolean}): void {
    this.#hasAlpha = hasAlpha;
    const [, , , opacity] = this.#labels;
    if (opacity !== undefined) opacity.style.display = hasAlpha ? '' : 'none';
    for (const input of this.#inputs) input.disabled = isDisabled;

    const colour = parseColour(text);
    if (colour !== undefined && hexOf(colour, hasAlpha) !== this.hex) {
      const {hue, saturation, brightness} = shadeOf(colour);
      [hue, saturation, brightness, Math.round(colour.alpha * 100)].forEach((value, at) => {
        const input = this.#inputs[at];
        if (input !== undefined) input.value = String(value);
      });
    }

    this.#paint();
  }

  #paint(): void {
    this.#swatch.style.background = this.hex;
  }
}
