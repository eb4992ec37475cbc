import {Popover} from '../../elements/popover.ts';

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
