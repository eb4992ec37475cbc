import {DIALOG_CSS, DialogElement} from './base/dialog.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
${DIALOG_CSS}
dialog {
  position: fixed; inset: 0 0 0 auto; margin: 0; inline-size: min(440px, 100vw); max-inline-size: none;
  block-size: 100dvh; max-block-size: none; box-shadow: -8px 0 32px rgb(0 0 0 / 0.2);
}
:host(:dir(rtl)) dialog { inset: 0 auto 0 0; }
`);

export class Sheet extends DialogElement {
  #opensFirst = true;

  constructor() {
    super(STYLE);
  }

  protected override render(): void {
    this.renderTitled(this.textOf('heading'), this.textOf('accessibilityLabel'));
    if (this.#opensFirst && this.flag('defaultOpen')) this.showOverlay();
    this.#opensFirst = false;
  }
}
