import {make, setOrRemove} from '../../elements/base/dom.ts';
import {PageElement} from '../../elements/base/page-element.ts';
import {slotBox} from '../../elements/base/slot-box.ts';
import {flow, styleSheets} from '../../elements/base/style.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); padding: 16px; }
.page { inline-size: 100%; margin-inline: auto; display: flex; flex-direction: column; gap: 16px; }
.page[data-size='small'] { max-inline-size: 640px; }
.page[data-size='base'] { max-inline-size: 960px; }
header { display: flex; flex-wrap: wrap; align-items: flex-start; justify-content: space-between; gap: 8px 16px; }
header:not(:has(h1:not([hidden]), .actions:not([hidden]))) { display: none; }
h1 { flex: 1 1 200px; min-inline-size: 0; font-size: 1.25rem; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; }
.columns { display: grid; gap: 16px; align-items: start; }
${flow('.content', 16)}
.aside { display: flex; flex-direction: column; gap: 16px; }
@media (min-width: 800px) {
  .columns:has(.aside:not([hidden])) { grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); }
}
`);

/** An element that App Bridge defines together with the title bar. */
const TITLE_BAR = 'ui-title-bar';

/** The part of App Bridge's global that says who draws the title bar. */
interface AppBridgeGlobal {
  readonly environment?: {readonly embedded?: boolean};
}

/** A page. In the admin, App Bridge shows its heading and its actions in the title bar. */
export class PolarisPage extends PageElement {
  readonly #heading = make('h1');
  readonly #breadcrumb = slotBox('breadcrumb', 'breadcrumb-actions');
  readonly #header = make(
    'header',
    {role: 'none'},
    this.#heading,
    slotBox('actions', 'secondary-actions', 'accessory', 'primary-action'),
  );
  readonly #page = make(
    'div',
    {class: 'page'},
    this.#breadcrumb,
    this.#header,
    slotBox('supplemental', 'supplemental-start'),
    make('div', {class: 'columns'}, make('div', {class: 'content'}, make('slot')), slotBox('aside', 'aside')),
  );

  constructor() {
    super(STYLE);
    this.root.append(this.#page);
    void customElements.whenDefined(TITLE_BAR).then(() => this.changed());
  }

  protected override render(): void {
    const isInTitleBar = hasTitleBar();
    setOrRemove(this, 'role', hasOtherMain(this) ? undefined : 'main');
    this.#heading.textContent = this.textOf('heading');
    this.#heading.hidden = this.textOf('heading') === '';
    this.#header.hidden = isInTitleBar;
    this.#breadcrumb.toggleAttribute('inert', isInTitleBar);
    this.#breadcrumb.style.display = isInTitleBar ? 'none' : '';
    setOrRemove(this.#page, 'data-size', this.choice('inlineSize', ['base', 'small', 'large']));
  }
}

/** Whether the document marks its main content itself. */
function hasOtherMain(page: Element): boolean {
  return [...document.querySelectorAll('main, [role="main"]')].some((element) => element !== page);
}

/** Whether App Bridge runs inside the admin, and has what draws title bars. */
function hasTitleBar(): boolean {
  if (customElements.get(TITLE_BAR) === undefined) return false;
  const bridge: unknown = Reflect.get(globalThis, 'shopify');
  return (
    typeof bridge === 'object' &&
    bridge !== null &&
    (bridge as AppBridgeGlobal).environment?.embedded === true
  );
}
