import {pressWithKeys} from './activation.ts';
import {make, PageElement, setOrRemove} from './element.ts';
import {navigate, refuseScriptUrl} from './navigation.ts';
import {styleSheets} from './style.ts';

export class Link extends PageElement {
  readonly #face = make('span', {}, make('slot'));

  constructor() {
    super(STYLE);
    this.root.append(this.#face);
    pressWithKeys(this);
  }

  override receive(name: string, value: unknown): void {
    if (name === 'href') refuseScriptUrl(this, value);
    super.receive(name, value);
  }

  /** A link that leads nowhere acts like a button and is one; `commandFor` comes before `href`. */
  get #follows(): boolean {
    return this.text('href') !== '' && this.text('commandFor') === '';
  }

  protected override render(): void {
    setOrRemove(this, 'role', this.#follows ? 'link' : 'button');
    setOrRemove(this, 'href', this.text('href'));
    setOrRemove(this, 'aria-label', this.text('accessibilityLabel'));
    setOrRemove(this, 'tabindex', '0');
    setOrRemove(this.#face, 'data-kind', this.choice('tone', ['auto', 'neutral']));
  }

  protected override onNative(event: Event): void {
    // In a label, so that it does not tick the label's control.
    event.preventDefault();
    this.emit('click');
    if (this.#follows) navigate(this, {href: this.text('href'), target: this.text('target') || 'auto'});
  }
}

const STYLE = styleSheets(`
:host { display: inline; font-size: inherit; line-height: inherit; border-radius: 3px; }
span {
  cursor: pointer; color: var(--sim-accent); overflow-wrap: anywhere;
  text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em;
}
span:hover { color: var(--sim-accent-hover); text-decoration-thickness: 2px; }
[data-kind='neutral'], [data-kind='neutral']:hover { color: inherit; }
`);
