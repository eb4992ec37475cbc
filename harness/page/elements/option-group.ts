import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';
import {Select} from './select.ts';

const STYLE = styleSheets(':host { display: none; }');

/** A group of options. The select renders it. */
export class OptionGroup extends PageElement {
  constructor() {
    super(STYLE);
  }

  protected override render(): void {
    const list = this.closest('s-select');
    if (list instanceof Select) list.changed();
  }
}
