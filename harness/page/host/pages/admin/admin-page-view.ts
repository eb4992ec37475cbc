import {ADMIN_KINDS, kindOf, type AdminKind, type AdminPageName} from '../../../../wire/admin-pages.ts';
import type {AdminPlaceName} from '../../../../wire/admin-targets.ts';
import type {AdminRow, AdminView} from '../../../../wire/admin-view.ts';
import {make} from '../../../elements/base/dom.ts';
import {place} from '../page-parts.ts';
import {Menu} from './menu.ts';

/** Pages that belong to no resource, by their titles. */
const TITLES: Readonly<Partial<Record<AdminPageName, string>>> = {
  'app-home': 'App',
  'app-intent': 'App',
  'settings-order-routing': 'Order routing',
  'settings-validation': 'Checkout rules',
};

/** A page of the admin: its head with the menus of extensions, and the places of their cards. */
export class AdminPageView {
  readonly root: HTMLElement;
  /** The menus, by the place of the targets in them. */
  readonly menus: Readonly<Partial<Record<AdminPlaceName, Menu>>> = {
    action: new Menu('More actions'),
    print: new Menu('Print'),
    'selection-action': new Menu('Bulk actions'),
    'selection-print': new Menu('Print selected'),
  };
  /** The place of cards and of whole pages. */
  readonly content: HTMLElement = place();
  readonly #shown: ReturnType<typeof kindOf>;
  readonly #title: HTMLElement;
  readonly #about = make('p', {class: 'sim-quiet'});
  readonly #list: HTMLElement;
  readonly #selected = new Set<string>();

  /** Creates a page. One renderer draws all of them, by the table of kinds. */
  constructor(page: AdminPageName) {
    this.#shown = kindOf(page);
    const title = this.#shown?.isIndex === true ? this.#kind?.many : TITLES[page];
    this.#title = make('h1', {}, title ?? '');
    this.#list = make('ul', {class: 'sim-admin-rows', 'aria-label': this.#kind?.many ?? ''});

    const menus = Object.values(this.menus).map(({root}) => root);
    const head = make('div', {class: 'sim-admin-head'}, this.#title, ...menus);
    this.root = make('section', {class: 'sim-view'}, head, this.#about, this.#list, this.content);
  }

  /** The ids of the rows that are selected. */
  get selected(): readonly string[] {
    return [...this.#selected];
  }

  /** Selects rows, before the list is drawn. */
  select(ids: readonly string[]): void {
    this.#selected.clear();
    for (const id of ids) this.#selected.add(id);
  }

  /** Shows the resources of the shop. `id` is that of the page. */
  show({resources}: AdminView, id: string | undefined): void {
    const {kind} = this.#shown ?? {};
    const isIndex = this.#shown?.isIndex === true;
    this.#list.hidden = !isIndex;
    this.#about.hidden = isIndex || kind === undefined;
    if (kind === undefined) return;

    const rows = resources[kind];
    if (isIndex) this.#list.replaceChildren(...rows.map((row) => this.#row(row)));
    else this.#describe(rows.find((row) => row.id === id) ?? {id: id ?? '', title: ADMIN_KINDS[kind].one});
  }

  get #kind(): AdminKind | undefined {
    return this.#shown === null ? undefined : ADMIN_KINDS[this.#shown.kind];
  }

  #describe({id, title}: AdminRow): void {
    this.#title.textContent = title;
    this.#about.textContent = `${this.#kind?.one} · ${id}`;
  }

  /** Creates a row of a list, which the person may select. */
  #row({id, title}: AdminRow): HTMLElement {
    const box = make('input', {type: 'checkbox'});
    box.checked = this.#selected.has(id);
    box.addEventListener('change', () => {
      if (box.checked) this.#selected.add(id);
      else this.#selected.delete(id);
    });

    return make('li', {}, make('label', {}, box, title));
  }
}
