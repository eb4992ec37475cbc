import {make} from './base/dom.ts';
import {FIELD_CSS} from './base/field.ts';
import {styleSheets} from './base/style.ts';
import {TextControl} from './base/text-control.ts';

const STYLE = styleSheets(`
${FIELD_CSS}
textarea.control { display: block; resize: vertical; line-height: 1.5; min-block-size: 42px; }
`);

export class TextArea extends TextControl<HTMLTextAreaElement> {
  constructor() {
    super(make('textarea', {rows: '2'}), STYLE);
  }
}
