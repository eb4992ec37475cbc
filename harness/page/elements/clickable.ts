import {BoxView} from './base/box-view.ts';
import {Pressable} from './base/pressable.ts';
import {styleSheets} from './base/style.ts';
import {renderVisibility} from './base/visibility.ts';

const STYLE = styleSheets(`
:host { display: block; min-inline-size: 0; color: inherit; cursor: pointer; border-radius: var(--sim-radius); }
.box { border: 0 solid var(--sim-border); transition: background-color 0.12s; }
.box:hover { background: color-mix(in srgb, currentColor 5%, transparent); }
:host([aria-disabled]) { cursor: not-allowed; color: var(--sim-quiet); }
:host([aria-busy]) { cursor: progress; }
:host([aria-disabled]) .box:hover { background: none; }
@media (prefers-reduced-motion: reduce) { .box { transition: none; } }
`);

/** A box that works like a button or a link. */
export class Clickable extends Pressable {
  readonly #face = new BoxView();

  constructor() {
    super(STYLE);
    this.root.adoptedStyleSheets.push(this.#face.sheet);
    this.root.append(this.#face.node);
  }

  protected override render(): void {
    this.#face.render((property) => this.textOf(property));
    this.renderPressable();
    renderVisibility(this, this.#face.node, this.textOf('accessibilityVisibility'));
  }
}
