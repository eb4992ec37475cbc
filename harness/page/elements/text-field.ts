import {make} from './base/dom.ts';
import {TextControl} from './base/text-control.ts';
import type {Styles} from './base/style.ts';

/** A field of one line. The type of its input decides on keyboard, role and autofill. */
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
