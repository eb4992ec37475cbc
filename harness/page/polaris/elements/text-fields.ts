import {MoneyField} from '../../elements/money-field.ts';
import type {TextControl} from '../../elements/base/text-control.ts';
import {submitByEnter} from '../base/submit-by-enter.ts';

type TextControlClass = new () => TextControl<HTMLInputElement | HTMLTextAreaElement>;

/** Makes a field of the app's own document: its value is set at once, and Enter submits its form. */
export function fieldInDocument(Base: TextControlClass): TextControlClass {
  class Field extends Base {
    /** Sends an event, without waiting for an answer of a worker. */
    protected override typed(type: string): void {
      this.emitValue(type);
    }

    protected override submitImplicitly(): void {
      if (this.control instanceof HTMLInputElement) submitByEnter(this);
    }
  }

  return Field;
}

/** An amount of any number of decimals. */
export class CurrencyField extends MoneyField {
  protected override textOf(name: string): string {
    return name === 'step' ? 'any' : super.textOf(name);
  }
}
