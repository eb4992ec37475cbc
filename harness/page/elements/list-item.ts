import {PlainElement} from './base/plain-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(
  ':host { display: list-item; overflow-wrap: anywhere; } :host(:not(:first-child)) { margin-block-start: 4px; }',
);

export class ListItem extends PlainElement {
  constructor() {
    super(STYLE, 'listitem');
  }
}
