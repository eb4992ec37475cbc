import {make, setOrRemove} from './dom.ts';
import {PageElement} from './page-element.ts';
import type {Styles} from './style.ts';

/** An element that has a role and shows its content unchanged. */
export abstract class PlainElement extends PageElement {
  readonly #role: string;

  constructor(styles: Styles, role = '') {
    super(styles);
    this.#role = role;
    this.root.append(make('slot'));
  }

  protected override render(): void {
    setOrRemove(this, 'role', this.#role);
  }
}
