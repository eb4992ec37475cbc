import {LIST_CSS} from './base/list-css.ts';
import {PlainElement} from './base/plain-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`${LIST_CSS} :host { list-style: disc; }`);

export class UnorderedList extends PlainElement {
  constructor() {
    super(STYLE, 'list');
  }
}
