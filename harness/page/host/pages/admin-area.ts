import type {AdminPageName} from '../../../wire/admin-pages.ts';
import {adminPageAt} from '../../../wire/admin-pages.ts';
import {adminPlaceOf, type AdminPlaceName} from '../../../wire/admin-targets.ts';
import type {Mount, PageState} from '../../../wire/control.ts';
import {make} from '../../elements/base/dom.ts';
import {PRINT_SOURCE_CHANGE} from '../../elements/base/print-source.ts';
import {adoptCss} from '../../elements/base/adopt-css.ts';
import {ADMIN_CSS} from './admin/admin-css.ts';
import {AdminPageView} from './admin/admin-page-view.ts';
import type {MenuEntry} from './admin/menu.ts';
import {PRINT_PREVIEW_CSS, PrintPreview} from './admin/print-preview.ts';
import {SAVE_BAR_CSS, SaveBar} from './admin/save-bar.ts';
import type {Area, AreaEvents} from './area.ts';

const NAVIGATION: readonly {readonly page: AdminPageName; readonly title: string; readonly path: string}[] = [
  {page: 'order-index', title: 'Orders', path: 'orders'},
  {page: 'product-index', title: 'Products', path: 'products'},
  {page: 'customer-index', title: 'Customers', path: 'customers'},
  {page: 'discount-index', title: 'Discounts', path: 'discounts'},
];

/** An extension that a menu opens in a modal. */
interface Opened {
  readonly dialog: HTMLDialogElement;
  readonly entry: MenuEntry | undefined;
  /** The document of a print action; `null` for other actions. */
  readonly preview: PrintPreview | null;
}

/** The simulated admin around extensions: header, the pages of its mounts, and a place for each mount. */
export class AdminArea implements Area {
  readonly root: HTMLElement;
  readonly title = 'Admin';
  readonly #store = make('span', {class: 'sim-shop'});
  readonly #navigation = make('ul');
  readonly #staff = make('span', {class: 'sim-customer'});
  readonly #main = make('main', {class: 'sim-main'});
  readonly #views = new Map<AdminPageName, AdminPageView>();
  readonly #opened = new Map<string, Opened>();
  readonly #saveBar = new SaveBar(this.#main);
  readonly #events: AreaEvents;
  /** The page that the user went to; `null` as long as the pages of all mounts are shown. */
  #current: AdminPageName | null = null;
  #state: PageState | null = null;

  constructor(events: AreaEvents) {
    adoptCss(ADMIN_CSS + SAVE_BAR_CSS + PRINT_PREVIEW_CSS);
    this.#events = events;
    const header = make(
      'header',
      {class: 'sim-header'},
      this.#store,
      make('nav', {'aria-label': 'Admin'}, this.#navigation),
      this.#staff,
    );
    this.root = make('div', {}, header, this.#saveBar.root, this.#main);
    document.addEventListener(PRINT_SOURCE_CHANGE, () => {
      for (const {preview} of this.#opened.values()) preview?.changed();
    });
  }

  show(state: PageState): void {
    this.#state = state;
    this.#store.textContent = state.shop.name;
    this.#staff.textContent = state.admin?.staff ?? '';
    for (const [id, opened] of this.#opened) {
      if (!state.mounts.some((mount) => mount.id === id)) this.#remove(id, opened);
    }
    this.#arrange();
    this.#saveBar.changed();
  }

  showErrors(): void {
    // The admin has no interceptors.
  }

  goTo(path: string): void {
    this.#current = adminPageAt(path);
    this.#arrange();
  }

  place(mount: Mount, container: HTMLElement): void {
    const at = adminPlaceOf(mount.target);
    if (at === undefined || at.page === 'run') {
      this.#main.append(container);
      return;
    }

    this.#current = null;
    const view = this.#view(at.page);
    if (isSelection(at.place)) view.select(mount.admin.selected.map(({id}) => id));
    if (view.menus[at.place] === undefined) view.content.append(asCard(mount, container));
    else this.#opened.set(mount.id, this.#open(mount, container, view, at.place));
    this.#arrange();
  }

  /** Shows the entry of an extension in its menu, and its modal, or hides both. */
  rendered(mount: Mount, isShown: boolean): void {
    const opened = this.#opened.get(mount.id);
    opened?.entry?.setHidden(!isShown);
    if (isShown && opened !== undefined && !opened.dialog.open) opened.dialog.showModal();
  }

  #open(mount: Mount, container: HTMLElement, view: AdminPageView, place: AdminPlaceName): Opened {
    const preview = isPrint(place) ? new PrintPreview(mount, container, this.#events.documents) : null;
    const dialog = this.#dialog(mount, preview?.root ?? container);
    dialog.classList.toggle('sim-dialog-print', preview !== null);
    this.#main.append(dialog);

    const entry = view.menus[place]?.add(mount.name, () => {
      const selected = isSelection(place) ? view.selected.map((id) => ({id})) : null;
      this.#events.open(mount, selected);
    });
    return {dialog, entry, preview};
  }

  #remove(id: string, {dialog, entry}: Opened): void {
    this.#opened.delete(id);
    dialog.remove();
    entry?.remove();
  }

  #arrange(): void {
    const state = this.#state;
    if (state === null) return;

    const wanted = this.#current === null ? pagesOf(state.mounts) : new Set([this.#current]);
    for (const name of wanted) this.#view(name);
    for (const [name, view] of this.#views) view.root.hidden = !wanted.has(name);
    this.#events.draw(this.#render);
    this.#renderNavigation(state, wanted);
  }

  readonly #render = (): void => {
    const {admin, mounts} = this.#state ?? {};
    if (admin == null) return;
    for (const [name, view] of this.#views) {
      const own = mounts?.find(({target}) => adminPlaceOf(target)?.page === name);
      view.show(admin, own?.admin.selected[0]?.id);
    }
  };

  #renderNavigation({admin}: PageState, wanted: ReadonlySet<AdminPageName>): void {
    this.#navigation.replaceChildren(
      ...NAVIGATION.map(({page, title, path}) => {
        const href = `/store/${admin?.store ?? ''}/${path}`;
        const link = make('a', wanted.has(page) ? {href, 'aria-current': 'page'} : {href}, title);
        link.addEventListener('click', (event) => {
          event.preventDefault();
          this.#events.follow(href);
        });
        return make('li', {}, link);
      }),
    );
  }

  #view(name: AdminPageName): AdminPageView {
    const known = this.#views.get(name);
    if (known !== undefined) return known;
    const made = new AdminPageView(name);
    this.#views.set(name, made);
    this.#main.append(made.root);
    return made;
  }

  #dialog(mount: Mount, container: HTMLElement): HTMLDialogElement {
    const close = make('button', {class: 'sim-plain', 'aria-label': 'Close'}, '×');
    const dialog = make(
      'dialog',
      {class: 'sim-dialog', 'aria-label': mount.name, 'data-opens': 'when-rendered'},
      make('div', {class: 'sim-dialog-head'}, make('h2', {}, mount.name), close),
      container,
    );

    close.addEventListener('click', () => this.#events.dismiss(mount));
    dialog.addEventListener('cancel', () => this.#events.dismiss(mount));
    return dialog;
  }
}

function isPrint(place: AdminPlaceName): boolean {
  return place === 'print' || place === 'selection-print';
}

function isSelection(place: AdminPlaceName): boolean {
  return place === 'selection-action' || place === 'selection-print';
}

/** Makes the container of a block a card with the extension's name. */
function asCard({name}: Mount, container: HTMLElement): HTMLElement {
  container.classList.add('sim-card');
  container.setAttribute('role', 'region');
  container.setAttribute('aria-label', name);
  return container;
}

/** Returns the pages of the mounts, or without mounts the list of products. */
function pagesOf(mounts: readonly Mount[]): ReadonlySet<AdminPageName> {
  const pages = mounts.flatMap(({target}) => {
    const page = adminPlaceOf(target)?.page ?? 'run';
    return page === 'run' ? [] : [page];
  });
  return pages.length === 0 ? new Set<AdminPageName>(['product-index']) : new Set(pages);
}
