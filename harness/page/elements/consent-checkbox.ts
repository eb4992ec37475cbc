import {Checkbox} from './checkbox.ts';

/** Consent to a policy. The platform's own wording is not public. */
export class ConsentCheckbox extends Checkbox {
  protected override missingLabel(): string {
    return this.textOf('policy') === 'sms-marketing' ? 'Text me with news and offers' : '';
  }
}
