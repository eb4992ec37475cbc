import {NumberField} from './number-field.ts';

/** An amount. The extension knows the currency; the field does not. */
export class MoneyField extends NumberField {}
