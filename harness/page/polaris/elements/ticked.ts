import {Checkbox} from '../../elements/checkbox.ts';
import {Switch} from '../../elements/switch.ts';
import {Toggled} from '../../elements/base/toggled.ts';

type CheckboxClass = new () => Checkbox;

/** Makes a checkbox of the app's own document: it sends `input` too, and a press on a `<label>` ticks it. */
function tickedInDocument(Base: CheckboxClass): CheckboxClass {
  class Ticked extends Base {
    readonly #indeterminate = new Toggled();

    constructor() {
      super();
      this.input.addEventListener('input', (event) => {
        event.stopPropagation();
        this.#indeterminate.set(false);
        this.emit('input');
      });

      this.addEventListener('click', (event) => {
        if (event.composedPath()[0] === this) this.input.click();
      });
    }

    override receive(name: string, value: unknown): void {
      if (name === 'indeterminate') this.#indeterminate.set(value);
      super.receive(name, value);
      if (name === 'defaultIndeterminate') this.#indeterminate.byDefault = super.flag('defaultIndeterminate');
      this.input.indeterminate = this.#indeterminate.on;
    }

    override reveal(name: string): unknown {
      return name === 'indeterminate' ? this.#indeterminate.on : super.reveal(name);
    }

    override resetControl(): void {
      super.resetControl();
      this.#indeterminate.set(undefined);
      this.input.indeterminate = this.#indeterminate.on;
    }
  }

  return Ticked;
}

export const PolarisCheckbox: CheckboxClass = tickedInDocument(Checkbox);
export const PolarisSwitch: CheckboxClass = tickedInDocument(Switch);
