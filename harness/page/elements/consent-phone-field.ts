import {make} from './base/dom.ts';
import {PhoneField} from './text-field.ts';

/** A placeholder for the platform's own wording, which is not public. */
const CONSENT = 'By giving your number you agree to receive marketing messages by text.';

/** A phone number, with the policy that the customer agrees to by entering it. */
export class ConsentPhoneField extends PhoneField {
  readonly #note = make('p', {id: 'note', class: 'note'}, CONSENT);

  constructor() {
    super();
    this.root.append(this.#note);
  }

  protected override describedBy(): string {
    return this.textOf('policy') === 'sms-marketing' ? 'note' : '';
  }

  protected override render(): void {
    super.render();
    this.#note.hidden = this.describedBy() === '';
  }
}
