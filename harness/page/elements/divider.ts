import {setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: block; block-size: 1px; background: var(--sim-border); }
:host([aria-orientation='vertical']) {
  display: inline-block; inline-size: 1px; block-size: auto; min-block-size: 1.25em; align-self: stretch;
}
`);

export class Divider extends PageElement {
  constructor() {
    super(STYLE);
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'separator');
    setOrRemove(this, 'aria-orientation', this.textOf('direction') === 'block' ? 'vertical' : 'horizontal');
  }
}
