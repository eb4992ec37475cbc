import {MoneyField} from '../../elements/money-field.ts';
import {FieldDetails} from '../../elements/base/field.ts';
import type {TextControl} from '../../elements/base/text-control.ts';
import {submitByEnter} from '../base/submit-by-enter.ts';

type TextControlClass = new () => TextControl<HTMLInputElement | HTMLTextAreaElement>;

/** Makes a field of the app's own document: it has details, its value is set at once, and Enter submits its form. */
export function fieldInDocument(Base: TextControlClass): TextControlClass {
  class Field extends Base {
    readonly #details = new FieldDetails();

    constructor() {
      super();
      this.fieldError.node.before(this.#details.node);
    }

    /** Sends an event, without waiting for an answer of a worker. */
    protected override typed(type: string): void {
      this.emitValue(type);
    }

    protected override submitImplicitly(): void {
      if (this.control instanceof HTMLInputElement) submitByEnter(this);
    }

    protected override describedBy(): string {
      return this.#details.id;
    }

    protected override render(): void {
      this.#details.render(this.textOf('details'));
      super.render();
    }
  }

  return Field;
}

/** An amount in the currency that `currencyCode` names. */
export class CurrencyField extends MoneyField {
  protected override textOf(name: string): string {
    if (name === 'step') return 'any';
    const text = super.textOf(name === 'suffix' ? 'currencyCode' : name);
    return name === 'suffix' && text === 'auto' ? '' : text;
  }
}
