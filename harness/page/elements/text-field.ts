import {make} from './base/page-element.ts';
import {TextControl} from './base/text-control.ts';
import type {Styles} from './base/style.ts';

/** A field of one line; the type of its input gives the keyboard, the role and what the browser may fill in. */
export class TextField extends TextControl<HTMLInputElement> {
  constructor(type = 'text', styles?: Styles) {
    super(make('input', {type}), styles);
  }
}

export class EmailField extends TextField {
  constructor() {
    super('email');
  }
}

export class PasswordField extends TextField {
  constructor() {
    super('password');
  }
}

export class UrlField extends TextField {
  constructor() {
    super('url');
  }
}

export class PhoneField extends TextField {
  constructor() {
    super('tel');
  }
}

/** A phone number, with what the customer agrees to by giving it. */
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

/** The real wording belongs to the platform and is not public. */
const CONSENT = 'By giving your number you agree to receive marketing messages by text.';
