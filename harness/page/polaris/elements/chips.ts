import {ClickableChip} from '../../elements/clickable-chip.ts';
import {setOrRemove} from '../../elements/base/dom.ts';
import {activate} from '../base/activate.ts';
import {afterDispatch} from '../base/after-dispatch.ts';

/** A chip of the app's own document. It acts once all listeners of its click have run. */
export class PolarisClickableChip extends ClickableChip {
  constructor() {
    super();
    this.addEventListener('click', (event) => {
      afterDispatch(event, () => activate(this, event, (name) => this.textOf(name)));
    });
  }

  /** Follows no `javascript:` link, but lets the app have one. */
  protected override checkHref(): void {}

  protected override render(): void {
    setOrRemove(this, 'href', this.textOf('href'));
    super.render();
  }
}
