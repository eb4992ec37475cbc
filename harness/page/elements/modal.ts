import {DialogElement, MODAL_CSS} from './base/dialog.ts';
import {setOrRemove} from './base/dom.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(MODAL_CSS);

export class Modal extends DialogElement {
  constructor() {
    super(STYLE);
  }

  protected override render(): void {
    this.renderTitled(this.textOf('heading'), this.textOf('accessibilityLabel'));
    setOrRemove(
      this.dialog,
      'data-size',
      this.choice('size', ['base', 'small-100', 'small', 'large', 'large-100', 'max']),
    );

    setOrRemove(this.content, 'data-padding', this.choice('padding', ['base', 'none']));
  }
}
