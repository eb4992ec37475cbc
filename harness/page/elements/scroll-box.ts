import {setOrRemove} from './base/dom.ts';
import {styleSheets} from './base/style.ts';
import {Box, BOX_CSS} from './box.ts';

const STYLE = styleSheets(`${BOX_CSS} .box { overflow: auto; overscroll-behavior: contain; }`);

/** A box that scrolls by pointer and by keys. For the keys it has a tab stop. */
export class ScrollBox extends Box {
  constructor() {
    super(STYLE);
    this.face.node.tabIndex = 0;
  }

  protected override render(): void {
    super.render();
    setOrRemove(this.face.node, 'role', 'group');
    setOrRemove(this.face.node, 'aria-label', this.textOf('accessibilityLabel') || 'Scrollable content');
  }
}
