import {closeIcon} from './base/icon-drawing.ts';
import {make, setOrRemove} from './base/dom.ts';
import {PageElement, type Command} from './base/page-element.ts';
import {flow, styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.bar {
  display: flex; align-items: flex-start; gap: 12px; padding: 10px 12px 10px 16px;
  background: var(--sim-info-surface); border: 1px solid var(--sim-info-border); border-radius: var(--sim-radius-large);
}
.content { flex: 1; min-inline-size: 0; padding-block: 4px; }
${flow('.content', 8)}
button {
  display: flex; padding: 6px; border: 0; border-radius: 6px; background: none; color: var(--sim-quiet);
  cursor: pointer;
}
button:hover { color: var(--sim-text); background: color-mix(in srgb, currentColor 8%, transparent); }
`);

export class Announcement extends PageElement {
  readonly #close = make('button', {type: 'button', 'aria-label': 'Dismiss'}, closeIcon());

  constructor() {
    super(STYLE);
    this.root.append(make('div', {class: 'bar'}, make('div', {class: 'content'}, make('slot')), this.#close));
    this.#close.addEventListener('click', () => this.dismiss());
  }

  dismiss(): void {
    if (this.hidden) return;
    this.emit('dismiss');
    this.hidden = true;
    const event = {oldState: 'open', newState: 'closed'};
    this.emit('toggle', {event});
    this.emit('aftertoggle', {event});
  }

  override obey(command: Command): boolean {
    if (command !== '--hide' && command !== '--auto') return false;
    this.dismiss();
    return true;
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'region');
    setOrRemove(this, 'aria-label', 'Announcement');
  }
}
