import {nearestById} from './base/command.ts';
import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {PlainElement} from './base/plain-element.ts';
import {slotBox} from './base/slot-box.ts';
import {SPINNER_CSS} from './spinner.ts';
import {styleSheets} from './base/style.ts';

const TABLE_STYLE = styleSheets(`
${SPINNER_CSS}
:host { display: block; color: var(--sim-text); container-type: inline-size; }
.filters { padding: 8px 12px; border-block-end: 1px solid var(--sim-border); }
.scroller { overflow-x: auto; }
.grid { display: table; inline-size: 100%; border-collapse: collapse; }
.busy { display: flex; align-items: center; gap: 8px; padding: 8px 12px; color: var(--sim-quiet); }
nav { display: flex; justify-content: center; gap: 8px; padding: 8px; border-block-start: 1px solid var(--sim-border); }
nav button {
  padding: 4px 12px; min-block-size: 32px; cursor: pointer; border: 1px solid var(--sim-control);
  border-radius: var(--sim-radius); background: var(--sim-surface);
}
nav button:hover { background: var(--sim-subdued); }
nav button:disabled { cursor: not-allowed; color: var(--sim-quiet); border-color: var(--sim-border); }
`);

const HEAD_STYLE = styleSheets(':host { display: table-header-group; background: var(--sim-subdued); }');
const BODY_STYLE = styleSheets(':host { display: table-row-group; } :host(:state(list)) { display: block; }');

const ROW_STYLE = styleSheets(`
:host { display: table-row; border-block-start: 1px solid var(--sim-border); }
:host(:state(list)) { display: block; padding-block: 8px; }
:host(:state(pressed)) { cursor: pointer; }
:host(:state(pressed):hover) { background: var(--sim-subdued); }
`);

const CELL_STYLE = styleSheets(`
:host { display: table-cell; padding: 8px 12px; text-align: start; vertical-align: middle; overflow-wrap: anywhere; }
:host([role='columnheader']) { font-size: var(--sim-size-small); font-weight: 600; color: var(--sim-quiet); }
:host([role='columnheader']:state(list)) {
  position: absolute; inline-size: 1px; block-size: 1px; padding: 0; overflow: hidden;
}
:host(:state(numeric)) { text-align: end; font-variant-numeric: tabular-nums; }
:host(:state(list)) { display: flex; gap: 8px; padding-block: 2px; text-align: start; }
.label::before { content: attr(data-label); }
.label { color: var(--sim-quiet); font-size: var(--sim-size-small); min-inline-size: 96px; }
`);

/** Below this width, in pixels, a table of variant `auto` is a list. */
const NARROW = 490;

const PARTS = 's-table-header-row, s-table-header, s-table-body, s-table-row, s-table-cell';

/** A table. Roles are on the elements themselves, so that assistive technology finds rows and cells. */
export class Table extends PageElement {
  readonly #grid = make('div', {class: 'grid', role: 'none'}, make('slot'));
  readonly #busy = make('div', {class: 'busy', hidden: ''}, make('span', {class: 'spinner'}), 'Loading');
  readonly #previous = make('button', {type: 'button', 'aria-label': 'Previous page'}, 'Previous');
  readonly #next = make('button', {type: 'button', 'aria-label': 'Next page'}, 'Next');
  readonly #pages = make('nav', {'aria-label': 'Pages', hidden: ''}, this.#previous, this.#next);
  readonly #below = make('div', {}, this.#busy, this.#pages);
  #isNarrow = false;

  constructor() {
    super(TABLE_STYLE);
    const filters = slotBox('filters', 'filters');
    // The only role that a table may have next to its rows.
    for (const box of [filters, this.#below]) box.setAttribute('role', 'caption');
    this.root.append(filters, make('div', {class: 'scroller', role: 'none'}, this.#grid), this.#below);

    this.#previous.addEventListener('click', () => this.emit('previouspage'));
    this.#next.addEventListener('click', () => this.emit('nextpage'));
    new MutationObserver(() => this.#renderCells()).observe(this, {childList: true, subtree: true});
    new ResizeObserver(([entry]) => {
      this.#isNarrow = (entry?.contentRect.width ?? NARROW) < NARROW;
      this.changed();
    }).observe(this);
  }

  /** Whether rows are drawn below each other, each with the labels of its cells. */
  get isList(): boolean {
    return this.textOf('variant') === 'list' || this.#isNarrow;
  }

  /** The headers of the columns, in order. */
  get headers(): readonly TableHeader[] {
    return [...this.querySelectorAll('s-table-header')].filter((element) => element instanceof TableHeader);
  }

  protected override render(): void {
    const isLoading = this.flag('loading');
    setOrRemove(this, 'role', 'table');
    setOrRemove(this, 'aria-busy', isLoading ? 'true' : undefined);
    this.#busy.hidden = !isLoading;
    this.#pages.hidden = !this.flag('paginate');
    this.#below.hidden = this.#busy.hidden && this.#pages.hidden;
    this.#previous.disabled = isLoading || !this.flag('hasPreviousPage');
    this.#next.disabled = isLoading || !this.flag('hasNextPage');
    this.#grid.style.display = this.isList ? 'block' : '';
    this.#renderCells();
  }

  #renderCells(): void {
    for (const part of this.querySelectorAll(PARTS)) if (part instanceof PageElement) part.changed();
  }
}

/** The row of the headers. */
export class TableHeaderRow extends PlainElement {
  constructor() {
    super(HEAD_STYLE, 'row');
  }

  protected override render(): void {
    super.render();
    const table = tableOf(this);
    this.style.cssText = table?.isList === true ? 'position: absolute; clip-path: inset(50%);' : '';
  }
}

/** The rows of a table. */
export class TableBody extends PlainElement {
  constructor() {
    super(BODY_STYLE, 'rowgroup');
  }

  protected override render(): void {
    super.render();
    setState(this.internals, 'list', tableOf(this)?.isList === true);
  }
}

/** A row. A press on it presses the element that `clickDelegate` names. */
export class TableRow extends PageElement {
  constructor() {
    super(ROW_STYLE);
    this.root.append(make('slot'));
    this.addEventListener('click', (event) => this.#delegate(event));
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'row');
    setState(this.internals, 'list', tableOf(this)?.isList === true);
    setState(this.internals, 'pressed', this.textOf('clickDelegate') !== '');
  }

  #delegate(event: Event): void {
    const target = nearestById(this.firstElementChild ?? this, this.textOf('clickDelegate'));
    if (!(target instanceof HTMLElement) || event.composedPath().some((node) => isPressable(node, this)))
      return;
    target.click();
  }
}

/** The header of a column. */
export class TableHeader extends PageElement {
  constructor() {
    super(CELL_STYLE);
    this.root.append(make('slot'));
  }

  /** Whether the column has numbers, which end at the same edge. */
  get isNumeric(): boolean {
    return this.choice('format', ['base', 'numeric', 'currency']) !== 'base';
  }

  /** Whether a list shows the header as the label of its cells. */
  get isLabel(): boolean {
    return this.choice('listSlot', ['labeled', 'primary', 'secondary', 'kicker', 'inline']) === 'labeled';
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'columnheader');
    setState(this.internals, 'list', tableOf(this)?.isList === true);
    setState(this.internals, 'numeric', this.isNumeric);
  }
}

/** A cell. */
export class TableCell extends PageElement {
  readonly #label = make('span', {class: 'label', 'aria-hidden': 'true', hidden: ''});

  constructor() {
    super(CELL_STYLE);
    this.root.append(this.#label, make('slot'));
  }

  protected override render(): void {
    const table = tableOf(this);
    const isList = table?.isList === true;
    const header = table?.headers[[...(this.parentElement?.children ?? [])].indexOf(this)];

    setOrRemove(this, 'role', 'cell');
    setState(this.internals, 'list', isList);
    setState(this.internals, 'numeric', header?.isNumeric === true);
    const label = (header?.textContent ?? '').trim();
    // A label in the text of the cell would be in what a test reads.
    this.#label.dataset['label'] = label;
    this.#label.hidden = !isList || header?.isLabel !== true || label === '';
  }
}

function tableOf(part: Element): Table | undefined {
  const table = part.closest('s-table');
  return table instanceof Table ? table : undefined;
}

function setState({states}: ElementInternals, name: string, isOn: boolean): void {
  if (isOn) states.add(name);
  else states.delete(name);
}

function isPressable(node: EventTarget, row: Element): boolean {
  return (
    node instanceof Element &&
    node !== row &&
    row.contains(node) &&
    (node.shadowRoot?.delegatesFocus === true ||
      node.matches('a, button, input, select, textarea, label, [role="button"], [role="link"]'))
  );
}
