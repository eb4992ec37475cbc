import {setOrRemove} from './base/dom.ts';
import {INLINE_CSS} from './base/inline-css.ts';
import {PlainElement} from './base/plain-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(INLINE_CSS);

export class Time extends PlainElement {
  constructor() {
    super(STYLE, 'time');
  }

  protected override render(): void {
    super.render();
    setOrRemove(this, 'datetime', this.textOf('dateTime'));
  }
}
