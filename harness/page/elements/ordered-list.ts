import {LIST_CSS} from './base/list-css.ts';
import {PlainElement} from './base/plain-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`${LIST_CSS} :host { counter-reset: list-item; list-style: decimal; }`);

export class OrderedList extends PlainElement {
  constructor() {
    super(STYLE, 'list');
  }
}
