import {boxCss} from './box.ts';
import {make, PageElement, setOrRemove} from './element.ts';
import {styleSheets} from './style.ts';

/** The ARIA role of each `accessibilityRole`, after the HTML element that the published types name for it. */
const ROLES = {
  generic: '',
  none: 'none',
  main: 'main',
  header: 'banner',
  footer: 'contentinfo',
  section: 'region',
  aside: 'complementary',
  navigation: 'navigation',
  'ordered-list': 'list',
  'unordered-list': 'list',
  'list-item': 'listitem',
  'list-item-separator': 'separator',
  separator: 'separator',
  status: 'status',
  alert: 'alert',
} as const;

export class Stack extends PageElement {
  readonly #box = make('div', {class: 'box'}, make('slot'));
  readonly #sheet = new CSSStyleSheet();
  #css = '';

  constructor() {
    super(STYLE);
    this.root.adoptedStyleSheets.push(this.#sheet);
    this.root.append(this.#box);
  }

  protected override render(): void {
    const css = boxCss('.box', (property) => this.text(property));
    if (css !== this.#css) this.#sheet.replaceSync(css);
    this.#css = css;
    const label = this.text('accessibilityLabel');
    const role = ROLES[this.choice('accessibilityRole', ['generic', ...(Object.keys(ROLES) as (keyof typeof ROLES)[])])];
    // A name on an element without a role is lost; a named group keeps it.
    setOrRemove(this, 'role', role === '' && label !== '' ? 'group' : role);
    setOrRemove(this, 'aria-label', label);
  }
}

const STYLE = styleSheets(`
:host { display: block; min-inline-size: 0; }
.box { display: flex; flex-direction: column; border: 0 solid var(--sim-border); }
.box > slot::slotted(*) { min-inline-size: 0; }
`);
