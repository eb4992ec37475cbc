import {Checkbox} from '../../elements/checkbox.ts';
import {Switch} from '../../elements/switch.ts';

type CheckboxClass = new () => Checkbox;

/** Makes a checkbox of the app's own document: a press on a `<label>` ticks it. */
function tickedInDocument(Base: CheckboxClass): CheckboxClass {
  return class extends Base {
    constructor() {
      super();
      this.addEventListener('click', (event) => {
        if (event.composedPath()[0] === this) this.input.click();
      });
    }
  };
}

export const PolarisCheckbox: CheckboxClass = tickedInDocument(Checkbox);
export const PolarisSwitch: CheckboxClass = tickedInDocument(Switch);
