import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {slotBox} from './base/slot-box.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: block; }
.group { display: flex; flex-wrap: wrap; gap: 8px; }
.actions { display: contents; }
`);

export class ButtonGroup extends PageElement {
  constructor() {
    super(STYLE);
    const actions = slotBox('actions', 'primary-action', 'secondary-actions');
    this.root.append(make('div', {class: 'group'}, actions, make('slot')));
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'group');
    setOrRemove(this, 'aria-label', this.textOf('accessibilityLabel'));
  }
}
