import type {WireError} from '../../wire/control.ts';
import {make} from '../elements/base/dom.ts';

/** Creates the panel that replaces an extension which could not start or had to stop. */
export function failurePanel(title: string, {message}: Pick<WireError, 'message'>): HTMLElement {
  return make(
    'div',
    {class: 'sim-defect', role: 'alert'},
    make('strong', {}, title),
    make('pre', {}, message),
  );
}
