import type {Mount, PageState} from '../../../wire/control.ts';
import {accountPlaceOf, type PageName} from '../../../wire/customer-account-targets.ts';
import {pageAt} from '../page-navigation.ts';
import {make} from '../../elements/base/dom.ts';
import type {Area, AreaEvents} from './area.ts';
import {companyView} from './company-view.ts';
import {fullView, orderFullView} from './full-page-view.ts';
import {orderView} from './order-view.ts';
import {ordersView} from './orders-view.ts';
import {profileView} from './profile-view.ts';
import type {AccountView} from './account-view.ts';

const VIEWS: Readonly<Record<PageName, () => AccountView>> = {
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

/** The simulated customer account: header, the pages of its mounts, a place for each mount, and footer. */
export class AccountArea implements Area {
  readonly root: HTMLElement;
  readonly title = 'Customer account';
  readonly #shop = make('span', {class: 'sim-shop'});
  readonly #navigation = make('ul');
  readonly #customer = make('span', {class: 'sim-customer'});
  readonly #main = make('main', {class: 'sim-main'});
  readonly #footer = make('div', {class: 'sim-place'});
  readonly #views = new Map<PageName, AccountView>();
  readonly #events: AreaEvents;
  /** The page that the user went to; `null` as long as the pages of all mounts are shown. */
  #current: PageName | null = null;
  #state: PageState | null = null;
  /** The content that the views show, as text; `null` if they must be drawn again. */
  #drawn: string | null = null;

  constructor(events: AreaEvents) {
    this.#events = events;
    const header = make(
      'header',
      {class: 'sim-header'},
      this.#shop,
      make('nav', {'aria-label': 'Account'}, this.#navigation),
      this.#customer,
    );

    this.root = make('div', {}, header, this.#main, make('footer', {class: 'sim-footer'}, this.#footer));
  }

  show(state: PageState): void {
    this.#state = state;
    const {shop, customer} = state;
    this.#shop.textContent = shop.name;
    this.#customer.textContent =
      customer === null ? 'Sign in' : `${customer.firstName} ${customer.lastName}`.trim();
    this.#arrange();
  }

  /** Shows the page at an address. An address outside of the account shows no page. */
  showErrors(): void {
    // Customer accounts have no interceptors.
  }

  goTo(path: string): void {
    this.#current = pageAt(path);
    this.#arrange();
  }

  place(mount: Mount, container: HTMLElement): void {
    const at = accountPlaceOf(mount.target);
    if (at === undefined || at.place === 'footer') {
      (at === undefined ? this.#main : this.#footer).append(container);
    } else if (at.place === 'dialog') {
      this.#view(at.page).places['dialog']?.append(this.#dialog(mount, container));
    } else {
      this.#view(at.page).places[at.place]?.append(container);
    }

    this.#current = null;
    this.#drawn = null;
    this.#arrange();
  }

  #arrange(): void {
    const state = this.#state;
    if (state === null) return;

    const wanted = this.#current === null ? pagesOf(state.mounts) : new Set([this.#current]);
    for (const name of wanted) this.#view(name);
    for (const [name, view] of this.#views) {
      view.root.hidden = !wanted.has(name);
    }

    this.#events.draw(this.#renderViews);
    this.#renderNavigation(state, wanted);
  }

  #renderNavigation({customer}: PageState, wanted: ReadonlySet<PageName>): void {
    const links = NAVIGATION.filter(({page}) => page !== 'company' || customer?.company != null);
    const isCurrent = (page: PageName): boolean =>
      wanted.has(page) || (page === 'orders' && wanted.has('order'));

    this.#navigation.replaceChildren(
      ...links.map(({page, title, href}) => {
        const link = make('a', isCurrent(page) ? {href, 'aria-current': 'page'} : {href}, title);
        link.addEventListener('click', (event) => {
          event.preventDefault();
          this.#events.follow(href);
        });

        return make('li', {}, link);
      }),
    );
  }

  /** Draws the views, unless they show the same already: images and layout take the browser longer than all else. */
  readonly #renderViews = (): void => {
    const state = this.#state;
    if (state === null) return;

    const content = JSON.stringify([[...this.#views.keys()], contentOf(state)]);
    if (content === this.#drawn) return;

    this.#drawn = content;
    for (const view of this.#views.values()) view.show(state);
  };

  #view(name: PageName): AccountView {
    const known = this.#views.get(name);
    if (known !== undefined) return known;
    const made = VIEWS[name]();
    this.#views.set(name, made);
    this.#main.append(...PAGES.flatMap((each) => this.#views.get(each)?.root ?? []));
    return made;
  }

  #dialog(mount: Mount, container: HTMLElement): HTMLDialogElement {
    const close = make('button', {class: 'sim-plain', 'aria-label': 'Close'}, '×');
    const dialog = make(
      'dialog',
      {class: 'sim-dialog', 'aria-label': mount.name},
      make('div', {class: 'sim-dialog-head'}, make('h2', {}, mount.name), close),
      container,
    );

    close.addEventListener('click', () => this.#events.dismiss(mount));
    dialog.addEventListener('cancel', () => this.#events.dismiss(mount));
    return dialog;
  }
}

/** Returns the parts of a state that views can show. Time and tokens change often, and no view shows them. */
function contentOf({clock: _clock, tokenEpoch: _epoch, mounts, ...content}: PageState): object {
  return {...content, mounts: mounts.map(({id}) => id)};
}

/** Returns the pages of the mounts, or without mounts the page of the newest order. */
function pagesOf(mounts: readonly Mount[]): ReadonlySet<PageName> {
  const pages = new Set(mounts.flatMap(({target}) => accountPlaceOf(target)?.page ?? []));
  return pages.size === 0 ? new Set(['order']) : pages;
}
