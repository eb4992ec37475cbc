import {Menu} from '../../elements/menu.ts';
import {Modal} from '../../elements/modal.ts';
import {Popover} from '../../elements/popover.ts';

/** A dialog of the app's own document. */
export class PolarisModal extends Modal {
  toggleOverlay(): void {
    if (this.isOpen) this.hideOverlay();
    else this.showOverlay();
  }
}

/** A popover of the app's own document. The browser itself sends `toggle`. */
export class PolarisPopover extends Popover {
  protected override opened(): void {
    super.opened();
    this.emit('aftershow');
    this.emit('aftertoggle', {event: {oldState: 'closed', newState: 'open'}});
  }

  protected override closed(): void {
    super.closed();
    this.emit('afterhide');
    this.emit('aftertoggle', {event: {oldState: 'open', newState: 'closed'}});
  }
}

export {Menu as PolarisMenu};
