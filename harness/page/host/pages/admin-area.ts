import type {AdminPageName} from '../../../wire/admin-pages.ts';
import {adminPageAt, kindOf} from '../../../wire/admin-pages.ts';
import {adminPlaceOf, type AdminPlaceName} from '../../../wire/admin-targets.ts';
import type {Mount, PageState} from '../../../wire/control.ts';
import {make} from '../../elements/base/dom.ts';
import {SURROUNDINGS_CHANGE} from '../../elements/base/surroundings.ts';
import {adoptCss} from '../../elements/base/adopt-css.ts';
import {ACTION_DIALOG_CSS, ActionDialog} from './admin/action-dialog.ts';
import {ADMIN_CSS} from './admin/admin-css.ts';
import {AdminPageView} from './admin/admin-page-view.ts';
import {BLOCK_CARD_CSS, BlockCard} from './admin/block-card.ts';
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
  readonly dialog: ActionDialog;
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
  readonly #cards = new Map<string, BlockCard>();
  readonly #saveBar = new SaveBar(this.#main);
  readonly #events: AreaEvents;
  /** The page that the user went to; `null` as long as the pages of all mounts are shown. */
  #current: AdminPageName | null = null;
  /** The last part of the address that the user went to: the number of a resource. */
  #number = '';
  #state: PageState | null = null;

  constructor(events: AreaEvents) {
    adoptCss(ADMIN_CSS + ACTION_DIALOG_CSS + BLOCK_CARD_CSS + SAVE_BAR_CSS + PRINT_PREVIEW_CSS);
    this.#events = events;
    const header = make(
      'header',
      {class: 'sim-header'},
      this.#store,
      make('nav', {'aria-label': 'Admin'}, this.#navigation),
      this.#staff,
    );
    this.root = make('div', {}, header, this.#saveBar.root, this.#main);
    document.addEventListener(SURROUNDINGS_CHANGE, () => this.#followElements());
  }

  show(state: PageState): void {
    this.#state = state;
    this.#store.textContent = state.shop.name;
    this.#staff.textContent = state.admin?.staff ?? '';
    for (const [id, opened] of this.#opened) {
      if (!state.mounts.some((mount) => mount.id === id)) this.#remove(id, opened);
    }
    for (const [id, card] of this.#cards) {
      if (!state.mounts.some((mount) => mount.id === id)) this.#removeCard(id, card);
    }
    this.#hideAnswered(state.mounts);
    this.#arrange();
    this.#saveBar.changed();
  }

  showErrors(): void {
    // The admin has no interceptors.
  }

  goTo(path: string): void {
    this.#current = adminPageAt(path);
    this.#number = /\/([^/]+)\/?$/.exec(path)?.[1] ?? '';
    this.#selectShown();
    this.#arrange();
  }

  /** Starts the blocks of the page again for the resource that the user went to. */
  #selectShown(): void {
    for (const mount of this.#state?.mounts ?? []) {
      const id = this.#shownId(adminPlaceOf(mount.target)?.page ?? 'run');
      const isOther = id !== undefined && mount.admin.selected[0]?.id !== id;
      if (isOther && this.#cards.has(mount.id)) this.#events.open(mount, [{id}]);
    }
  }

  /** Returns the id of the resource that the user went to, if the page shows it. */
  #shownId(page: AdminPageName | 'run'): string | undefined {
    const shown = kindOf(page);
    if (page !== this.#current || shown === null || shown.isIndex) return undefined;
    return this.#state?.admin?.resources[shown.kind].find(({id}) => id.endsWith(`/${this.#number}`))?.id;
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
    if (view.menus[at.place] === undefined) view.content.append(this.#card(mount, container, at.place));
    else this.#opened.set(mount.id, this.#open(mount, container, view, at.place));
    this.#arrange();
  }

  /** Shows the entry of an extension in its menu, and its modal, or hides both. */
  rendered(mount: Mount, isShown: boolean): void {
    const opened = this.#opened.get(mount.id);
    opened?.entry?.setHidden(!isShown);
    if (isShown && opened !== undefined && !opened.dialog.root.open) opened.dialog.root.showModal();
    const card = this.#cards.get(mount.id);
    if (card !== undefined) card.root.hidden = !isShown;
  }

  /** Shows what elements say about the dialog or the card around them. */
  #followElements(): void {
    for (const {dialog, preview} of this.#opened.values()) {
      dialog.changed();
      preview?.changed();
    }
    for (const card of this.#cards.values()) card.changed();
  }

  #card(mount: Mount, container: HTMLElement, place: AdminPlaceName): HTMLElement {
    const card = new BlockCard(mount, container);
    card.root.classList.toggle('sim-card', place !== 'home' && place !== 'intent');
    this.#cards.set(mount.id, card);
    return card.root;
  }

  #removeCard(id: string, {root}: BlockCard): void {
    this.#cards.delete(id);
    root.remove();
  }

  #open(mount: Mount, container: HTMLElement, view: AdminPageView, place: AdminPlaceName): Opened {
    const preview = isPrint(place) ? new PrintPreview(mount, container, this.#events.documents) : null;
    const dialog = new ActionDialog(mount, container, preview?.root ?? container, () =>
      this.#events.dismiss(mount),
    );
    dialog.root.classList.toggle('sim-dialog-print', preview !== null);
    this.#main.append(dialog.root);

    const entry = view.menus[place]?.add(mount.name, () => {
      const selected = isSelection(place) ? view.selected.map((id) => ({id})) : null;
      this.#events.open(mount, selected);
    });
    return {dialog, entry, preview};
  }

  /** Hides extensions that have answered their intent. App home stays. */
  #hideAnswered(mounts: readonly Mount[]): void {
    for (const mount of mounts) {
      const isIntent = adminPlaceOf(mount.target)?.place === 'intent';
      if (isIntent && mount.admin.isAnswered) this.rendered(mount, false);
    }
  }

  #remove(id: string, {dialog, entry}: Opened): void {
    this.#opened.delete(id);
    dialog.root.remove();
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
      view.show(admin, this.#shownId(name) ?? own?.admin.selected[0]?.id);
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
}

function isPrint(place: AdminPlaceName): boolean {
  return place === 'print' || place === 'selection-print';
}

function isSelection(place: AdminPlaceName): boolean {
  return place === 'selection-action' || place === 'selection-print';
}

/** Returns the pages of the mounts, or without mounts the list of products. */
function pagesOf(mounts: readonly Mount[]): ReadonlySet<AdminPageName> {
  const pages = mounts.flatMap(({target}) => {
    const page = adminPlaceOf(target)?.page ?? 'run';
    return page === 'run' ? [] : [page];
  });
  return pages.length === 0 ? new Set<AdminPageName>(['product-index']) : new Set(pages);
}
