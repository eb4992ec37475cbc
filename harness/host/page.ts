import type {Mount, PageState} from '../wire/control.ts';
import {placeOf, type PageName} from '../wire/customer-account-targets.ts';
import {defectPanel} from './defect.ts';
import {node} from './node.ts';
import {Overlays} from './overlays.ts';
import {PAGE_CSS} from './page-style.ts';
import {companyView} from './pages/company.ts';
import {fullView, orderFullView} from './pages/full.ts';
import {orderView} from './pages/order.ts';
import {ordersView} from './pages/orders.ts';
import {profileView} from './pages/profile.ts';
import type {View} from './pages/view.ts';

/**
 * The simulated customer account: header, the pages that its mounts belong to, a place for each mount, footer. What the
 * pages themselves say is drawn once they may, so that it keeps no extension from starting.
 */
export class AccountPage {
  readonly overlays: Overlays;
  readonly #shop = node('span', {class: 'sim-shop'});
  readonly #navigation = node('ul');
  readonly #customer = node('span', {class: 'sim-customer'});
  readonly #main = node('main', {class: 'sim-main'});
  readonly #status = node('p', {class: 'sim-status', role: 'status'});
  readonly #footer = node('div', {class: 'sim-place'});
  readonly #views = new Map<PageName, View>();
  readonly #events: PageEvents;
  readonly #mayDraw: Promise<void>;
  /** The page that somebody went to; before, the pages of all mounts show. */
  #current: PageName | null = null;
  #state: PageState | null = null;
  #drawing: Promise<void> | null = null;

  constructor(events: PageEvents, mayDraw: Promise<void>) {
    this.#events = events;
    this.#mayDraw = mayDraw;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(PAGE_CSS);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const header = node(
      'header',
      {class: 'sim-header'},
      this.#shop,
      node('nav', {'aria-label': 'Account'}, this.#navigation),
      this.#customer,
    );
    const layer = node('div');
    this.overlays = new Overlays(layer);
    document.body.replaceChildren(header, this.#main, this.#status, node('footer', {class: 'sim-footer'}, this.#footer), layer);
  }

  /** Shows shop, customer and language, and the pages of the mounts; answers when all of it is drawn. */
  async show(state: PageState): Promise<void> {
    this.#state = state;
    const {shop, customer, localization} = state;
    document.documentElement.lang = localization.language;
    document.title = `${shop.name} – Customer account`;
    this.#shop.textContent = shop.name;
    this.#customer.textContent = customer === null ? 'Sign in' : `${customer.firstName} ${customer.lastName}`.trim();
    this.#arrange();
    await this.#drawing;
  }

  /** Somebody has gone to another page; an address that is none of the account's shows nothing of its own. */
  goTo(page: PageName | null): void {
    this.#current = page;
    this.#arrange();
  }

  /** A container at the place of a mount. */
  place(mount: Mount): HTMLElement {
    const container = node('div', {
      class: 'sim-extension',
      'data-extension': mount.handle,
      'data-target': mount.target,
      'data-mount': mount.id,
    });
    const at = placeOf(mount.target);
    if (at === undefined || at.place === 'footer') {
      (at === undefined ? this.#main : this.#footer).append(container);
    } else if (at.place === 'dialog') {
      this.#view(at.page).places['dialog']?.append(this.#dialog(mount, container));
    } else {
      this.#view(at.page).places[at.place]?.append(container);
    }
    this.#current = null;
    this.#arrange();
    this.reveal(container);
    return container;
  }

  /** Opens what a container stands in. */
  reveal(container: HTMLElement): void {
    const dialog = container.closest('dialog');
    if (dialog !== null && !dialog.open && dialog.isConnected) dialog.showModal();
  }

  /** Closes what a container stands in. */
  close(container: HTMLElement): void {
    container.closest('dialog')?.close();
  }

  say(text: string): void {
    this.#status.textContent = text;
  }

  fail(title: string, message: string): void {
    this.#main.replaceChildren(defectPanel(title, {message}));
  }

  #arrange(): void {
    const state = this.#state;
    if (state === null) return;
    const wanted = this.#current === null ? pagesOf(state.mounts) : new Set([this.#current]);
    for (const name of wanted) this.#view(name);
    for (const [name, view] of this.#views) {
      view.root.hidden = !wanted.has(name);
    }
    this.#drawing ??= this.#mayDraw.then(() => this.#draw());
    const links = NAVIGATION.filter(({page}) => page !== 'company' || state.customer?.company != null);
    this.#navigation.replaceChildren(
      ...links.map(({page, title, href}) => {
        const link = node(
          'a',
          {href, ...(wanted.has(page) || (page === 'orders' && wanted.has('order')) ? {'aria-current': 'page'} : {})},
          title,
        );
        link.addEventListener('click', (event) => {
          event.preventDefault();
          this.#events.follow(href);
        });
        return node('li', {}, link);
      }),
    );
  }

  #draw(): void {
    this.#drawing = null;
    const state = this.#state;
    if (state !== null) for (const view of this.#views.values()) view.show(state);
  }

  #view(name: PageName): View {
    const known = this.#views.get(name);
    if (known !== undefined) return known;
    const made = VIEWS[name]();
    this.#views.set(name, made);
    this.#main.append(...PAGES.flatMap((each) => this.#views.get(each)?.root ?? []));
    return made;
  }

  #dialog(mount: Mount, container: HTMLElement): HTMLDialogElement {
    const close = node('button', {class: 'sim-plain', 'aria-label': 'Close'}, '×');
    const dialog = node(
      'dialog',
      {class: 'sim-dialog', 'aria-label': mount.name},
      node('div', {class: 'sim-dialog-head'}, node('h2', {}, mount.name), close),
      container,
    );
    close.addEventListener('click', () => this.#events.dismiss(mount));
    dialog.addEventListener('cancel', () => this.#events.dismiss(mount));
    return dialog;
  }
}

export interface PageEvents {
  /** A link of the page itself was clicked. */
  follow(href: string): void;
  /** The user closed the dialog of a mount. */
  dismiss(mount: Mount): void;
}

const VIEWS: Readonly<Record<PageName, () => View>> = {
  orders: ordersView,
  order: orderView,
  'order-full': orderFullView,
  profile: profileView,
  company: companyView,
  full: fullView,
};

const PAGES = Object.keys(VIEWS) as readonly PageName[];

const NAVIGATION: readonly {readonly page: PageName; readonly title: string; readonly href: string}[] = [
  {page: 'orders', title: 'Orders', href: 'shopify:customer-account/orders'},
  {page: 'profile', title: 'Profile', href: 'shopify:customer-account/profile'},
  {page: 'company', title: 'Company', href: 'shopify:customer-account/company'},
];

/** The pages of the mounts; without any, that of the newest order. */
function pagesOf(mounts: readonly Mount[]): ReadonlySet<PageName> {
  const pages = new Set(mounts.flatMap(({target}) => placeOf(target)?.page ?? []));
  return pages.size === 0 ? new Set(['order']) : pages;
}
