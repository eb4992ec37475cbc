import {make, setOrRemove} from './base/dom.ts';
import {isDefault} from './base/page-element.ts';
import {FIELD_CSS} from './base/field.ts';
import {styleSheets} from './base/style.ts';
import {TextField} from './text-field.ts';

const STYLE = styleSheets(`
${FIELD_CSS}
input { appearance: textfield; }
input::-webkit-inner-spin-button { display: none; }
.steps { display: flex; gap: 4px; margin-inline-end: -6px; }
.step {
  inline-size: 32px; block-size: 32px; padding: 0; cursor: pointer; line-height: 1;
  border: 1px solid var(--sim-border); border-radius: 6px; background: var(--sim-surface);
}
.step:hover { background: var(--sim-subdued); }
.step:disabled { color: var(--sim-quiet); cursor: not-allowed; }
`);

export class NumberField extends TextField {
  readonly #less = make('button', {type: 'button', class: 'step', 'aria-label': 'Decrease'}, '−');
  readonly #more = make('button', {type: 'button', class: 'step', 'aria-label': 'Increase'}, '+');
  readonly #steps = make('span', {class: 'steps'}, this.#less, this.#more);

  constructor() {
    super('number', STYLE);
    this.box.append(this.#steps);

    for (const [button, direction] of [
      [this.#less, -1],
      [this.#more, 1],
    ] as const) {
      button.addEventListener('click', () => this.#step(direction));
    }

    // Without controls, only typing changes the value (published types, `controls`).
    this.control.addEventListener('keydown', (event) => {
      if (this.textOf('controls') === 'none' && ['ArrowUp', 'ArrowDown'].includes(event.key))
        event.preventDefault();
    });

    this.control.addEventListener('wheel', (event) => {
      if (this.textOf('controls') === 'none') event.preventDefault();
    });
  }

  /** Changes the value by one step. The value ends at `min` and `max`, not at the step nearest to them. */
  #step(direction: 1 | -1): void {
    const {control} = this;
    const step = numberOr(this.textOf('step'), 1);
    const from = Number.isFinite(control.valueAsNumber) ? control.valueAsNumber : 0;
    const min = numberOr(this.textOf('min'), -Infinity);
    const max = numberOr(this.textOf('max'), Infinity);
    const bounded = Math.min(max, Math.max(min, from + direction * step));
    const value =
      bounded === min || bounded === max
        ? String(bounded)
        : String(Number(bounded.toFixed(decimals(step, from))));
    if (value === control.value) return;

    control.value = value;
    this.typed('input');
    this.typed('change');
  }

  protected override render(): void {
    super.render();
    const {control} = this;
    for (const name of ['min', 'max', 'step']) setOrRemove(control, name, this.textOf(name));
    setOrRemove(control, 'inputmode', this.choice('inputMode', ['decimal', 'numeric']));
    this.#steps.hidden = this.textOf('controls') !== 'stepper';
    for (const button of [this.#less, this.#more])
      button.disabled = this.flag('disabled') || this.flag('readOnly');
  }
}

function numberOr(text: string, otherwise: number): number {
  return isDefault(text) || Number.isNaN(Number(text)) ? otherwise : Number(text);
}

function decimals(...numbers: readonly number[]): number {
  return Math.max(...numbers.map((number) => String(number).split('.')[1]?.length ?? 0));
}
