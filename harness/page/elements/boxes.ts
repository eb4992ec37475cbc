import {BoxView, renderRole} from './base/box-view.ts';
import {make, PageElement, setOrRemove} from './base/page-element.ts';
import {styleSheets, type Styles} from './base/style.ts';

export class Box extends PageElement {
  protected readonly face: BoxView = new BoxView();

  constructor(styles: Styles = STYLE) {
    super(styles);
    this.root.adoptedStyleSheets.push(this.face.sheet);
    this.root.append(this.face.node);
  }

  /** Rules for the element itself, beside those of its box. */
  protected outside(): string {
    return '';
  }

  protected override render(): void {
    const valueOf = (property: string): string => this.textOf(property);
    this.face.render(valueOf, this.outside());
    renderRole(this, this.face, valueOf);
  }
}

export class Grid extends Box {
  constructor() {
    super(GRID_STYLE);
  }
}

export class GridItem extends Box {
  protected override outside(): string {
    const spans = [
      ['grid-column', this.textOf('gridColumn')],
      ['grid-row', this.textOf('gridRow')],
    ] as const;

    const rules = spans
      .filter(([, value]) => /^(auto|span \d+)$/.test(value))
      .map(([css, value]) => `${css}: ${value};`);

    return `:host { ${rules.join(' ')} }`;
  }
}

/** Scrolls by pointer and by keys; the keys need a place in the tab order. */
export class ScrollBox extends Box {
  constructor() {
    super(SCROLL_STYLE);
    this.face.node.tabIndex = 0;
  }

  protected override render(): void {
    super.render();
    setOrRemove(this.face.node, 'role', 'group');
    setOrRemove(this.face.node, 'aria-label', this.textOf('accessibilityLabel') || 'Scrollable content');
  }
}

export class QueryContainer extends PageElement {
  constructor() {
    super(QUERY_STYLE);
    this.root.append(make('slot'));
  }

  protected override render(): void {
    const name = this.textOf('containerName');
    this.style.containerName = /^[a-z_-][\w-]*$/i.test(name) ? `s-default ${name}` : 's-default';
  }
}

const COMMON = `
:host { display: block; min-inline-size: 0; }
.box { border: 0 solid var(--sim-border); }
.box > slot::slotted(*) { min-inline-size: 0; }
`;

// Every box is the positioned ancestor of the absolute ones in it.
const STYLE = styleSheets(`${COMMON} .box { position: relative; }`);
const GRID_STYLE = styleSheets(`${COMMON} .box { display: grid; }`);
const SCROLL_STYLE = styleSheets(`${COMMON} .box { overflow: auto; overscroll-behavior: contain; }`);
const QUERY_STYLE = styleSheets(':host { display: block; container-type: inline-size; }');
