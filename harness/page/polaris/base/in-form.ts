import type {PageElement} from '../../elements/base/page-element.ts';
import type {ElementEventDetail} from '../../../wire/element-spec.ts';
import type {PolarisRow} from '../polaris-row.ts';
import {formDataOf} from './form-value.ts';

type ElementClass = new () => PageElement;

/** Events that bubble out of shadow trees, as those of native controls do. */
const BUBBLING: ReadonlySet<string> = new Set(['input', 'change']);

/**
 * Makes an element whose value is in the data of its form: at once, and before the listeners of its events.
 * `required` keeps no form from its submit, because the published types promise no error.
 */
export function inForm(Base: ElementClass, row: PolarisRow): ElementClass {
  const isControl = row.properties.includes('name');

  // Abstract for the compiler only: every class that comes here renders.
  abstract class InForm extends inFieldset(Base) {
    static readonly formAssociated = isControl;

    override receive(name: string, value: unknown): void {
      super.receive(name, value);
      this.#sync();
    }

    formResetCallback(): void {
      this.resetControl();
      this.#sync();
    }

    protected override emit(type: string, {detail = null, event = {}}: ElementEventDetail = {}): void {
      this.#sync();
      const bubbles = BUBBLING.has(type);
      this.dispatchEvent(Object.assign(new CustomEvent(type, {bubbles, composed: bubbles, detail}), event));
    }

    protected override rendered(): void {
      this.#sync();
    }

    #sync(): void {
      if (isControl) this.internals.setFormValue(formDataOf(this));
    }
  }

  return InForm as unknown as ElementClass;
}

/** Makes an element that a disabled fieldset around it disables. */
function inFieldset(Base: ElementClass): ElementClass {
  // Abstract for the compiler only: every class that comes here renders.
  abstract class InFieldset extends Base {
    #isFieldsetDisabled = false;

    formDisabledCallback(isDisabled: boolean): void {
      this.#isFieldsetDisabled = isDisabled && !this.hasAttribute('disabled');
      this.changed();
    }

    protected override flag(name: string): boolean {
      return super.flag(name) || (name === 'disabled' && this.#isFieldsetDisabled);
    }
  }

  return InFieldset as unknown as ElementClass;
}
