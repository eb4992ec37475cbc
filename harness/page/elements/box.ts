import {BoxView, renderRole} from './base/box-view.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets, type Styles} from './base/style.ts';

/** Styles that the box elements share. */
export const BOX_CSS = `
:host { display: block; min-inline-size: 0; }
.box { border: 0 solid var(--sim-border); }
.box > slot::slotted(*) { min-inline-size: 0; }
`;

// Every box is the positioned ancestor of the absolute ones in it.
const STYLE = styleSheets(`${BOX_CSS} .box { position: relative; }`);

export class Box extends PageElement {
  protected readonly face: BoxView = new BoxView();

  constructor(styles: Styles = STYLE) {
    super(styles);
    this.root.adoptedStyleSheets.push(this.face.sheet);
    this.root.append(this.face.node);
  }

  /** Returns rules for the element itself, in addition to those of its box. */
  protected outside(): string {
    return '';
  }

  protected override render(): void {
    const valueOf = (property: string): string => this.textOf(property);
    this.face.render(valueOf, this.outside());
    renderRole(this, this.face, valueOf);
  }
}
