import {NumberField} from './number-field.ts';

/** An amount. It shows the currency that `currencyCode` names. */
export class MoneyField extends NumberField {
  protected override textOf(name: string): string {
    if (name !== 'suffix') return super.textOf(name);
    const code = super.textOf('currencyCode');
    return code === 'auto' ? '' : code;
  }
}
