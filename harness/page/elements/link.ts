import {make, setOrRemove} from './base/dom.ts';
import {Pressable} from './base/pressable.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: inline; font-size: inherit; line-height: inherit; border-radius: 3px; }
span {
  cursor: pointer; color: var(--sim-accent); overflow-wrap: anywhere;
  text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em;
}
span:hover { color: var(--sim-accent-hover); text-decoration-thickness: 2px; }
[data-kind='neutral'], [data-kind='neutral']:hover { color: inherit; }
`);

export class Link extends Pressable {
  readonly #face = make('span', {}, make('slot'));

  constructor() {
    super(STYLE);
    this.root.append(this.#face);
  }

  protected override render(): void {
    this.renderPressable();
    setOrRemove(this.#face, 'data-kind', this.choice('tone', ['auto', 'neutral']));
  }
}
