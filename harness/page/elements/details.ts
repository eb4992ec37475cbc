import {pressWithKeys} from './base/press-keys.ts';
import {make, setOrRemove} from './base/dom.ts';
import {PageElement, type Command} from './base/page-element.ts';
import {flow, styleSheets} from './base/style.ts';
import {Toggled} from './base/toggled.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.content { padding-block: 8px 4px; }
${flow('.content', 12)}
`);

const SUMMARY_STYLE = styleSheets(`
:host { display: block; cursor: pointer; border-radius: 6px; font-weight: 500; }
.summary { display: flex; align-items: center; gap: 8px; padding-block: 6px; }
.label { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
.summary::after {
  content: ''; inline-size: 7px; block-size: 7px; margin-inline: 4px; rotate: 45deg; flex: none;
  border: solid currentColor; border-width: 0 1.6px 1.6px 0; translate: 0 -2px;
}
:host([aria-expanded='true']) .summary::after { rotate: 225deg; translate: 0 2px; }
`);

export class Details extends PageElement {
  readonly #open = new Toggled();
  #shown: boolean | undefined;
  readonly #content = make('div', {class: 'content'}, make('slot'));

  constructor() {
    super(STYLE);
    this.root.append(make('div', {class: 'details'}, make('slot', {name: 'summary'}), this.#content));
  }

  get isOpen(): boolean {
    return this.#open.on;
  }

  override receive(name: string, value: unknown): void {
    if (name === 'open') this.#open.set(value);
    super.receive(name, value);
    if (name === 'defaultOpen') this.#open.byDefault = this.flag('defaultOpen');
  }

  override reveal(name: string): unknown {
    return name === 'open' ? this.#open.on : super.reveal(name);
  }

  override obey(command: Command): boolean {
    if (command === '--copy') return false;
    this.toggle(command === '--show' || (command !== '--hide' && !this.isOpen));
    return true;
  }

  toggle(open: boolean = !this.isOpen): void {
    this.#open.set(open);
    this.render();
  }

  protected override render(): void {
    const open = this.#open.on;
    setOrRemove(this, 'role', 'group');
    this.#content.hidden = !open;
    this.root.firstElementChild?.toggleAttribute('data-open', open);
    for (const summary of this.children) if (summary instanceof Summary) summary.changed();

    const changed = this.#shown !== undefined && this.#shown !== open;
    this.#shown = open;
    if (!changed) return;

    const [oldState, newState] = open ? ['closed', 'open'] : ['open', 'closed'];
    for (const type of ['toggle', 'aftertoggle'])
      this.emit(type, {state: {open}, event: {oldState, newState}});
  }
}

/** The line that opens and closes the details around it. */
export class Summary extends PageElement {
  constructor() {
    super(SUMMARY_STYLE);
    this.root.append(make('span', {class: 'summary'}, make('span', {class: 'label'}, make('slot'))));
    pressWithKeys(this);
    this.addEventListener('click', () => this.#details?.toggle());
  }

  get #details(): Details | undefined {
    return this.parentElement instanceof Details ? this.parentElement : undefined;
  }

  override connectedCallback(): void {
    if (this.#details !== undefined) this.slot = 'summary';
    super.connectedCallback();
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'button');
    setOrRemove(this, 'tabindex', '0');
    setOrRemove(this, 'aria-expanded', String(this.#details?.isOpen ?? false));
  }
}
