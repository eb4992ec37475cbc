import type {Customer, Mount, PageState} from '../wire/control.ts';
import {defectPanel} from './defect.ts';
import {PAGE_CSS} from './page-style.ts';

/** The simulated customer account page: header, the views that its mounts belong to, and a place for each mount. */
export class AccountPage {
  readonly #shop = node('span', {class: 'sim-shop'});
  readonly #navigation = node('ul', {});
  readonly #customer = node('span', {class: 'sim-customer'});
  readonly #main = node('main', {class: 'sim-main'});
  readonly #status = node('p', {class: 'sim-status', role: 'status'});
  readonly #views = new Map<ViewName, {view: HTMLElement; place: HTMLElement; profile?: HTMLElement}>();

  constructor() {
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
    document.body.replaceChildren(header, this.#main, this.#status);
  }

  /** Shows shop, customer and language, and the views of the mounts. */
  show({shop, customer, localization, mounts}: PageState): void {
    document.documentElement.lang = localization.language;
    document.title = `${shop.name} – Customer account`;
    this.#shop.textContent = shop.name;
    this.#customer.textContent = customer === null ? 'Sign in' : nameOf(customer);
    const names = new Set(mounts.map(({target}) => viewOf(target)));
    if (names.size === 0) names.add('orders');
    for (const name of VIEWS) {
      if (names.has(name)) this.#view(name);
      else this.#views.get(name)?.view.remove();
      if (!names.has(name)) this.#views.delete(name);
    }
    const profile = this.#views.get('profile')?.profile;
    profile?.replaceChildren(...facts({Name: customer === null ? 'Guest' : nameOf(customer), Email: customer?.email ?? 'Not signed in'}));
    const current = names.has('orders') ? 'Orders' : names.has('profile') ? 'Profile' : null;
    this.#navigation.replaceChildren(
      ...['Orders', 'Profile'].map((text) => node('li', text === current ? {'aria-current': 'page'} : {}, text)),
    );
  }

  /** A container at the place of a mount. */
  place(mount: Mount): HTMLElement {
    const container = node('div', {
      class: 'sim-extension',
      'data-extension': mount.handle,
      'data-target': mount.target,
      'data-mount': mount.id,
    });
    this.#view(viewOf(mount.target)).place.append(container);
    return container;
  }

  say(text: string): void {
    this.#status.textContent = text;
  }

  fail(title: string, message: string): void {
    this.#main.replaceChildren(defectPanel(title, {message}));
  }

  #view(name: ViewName): {place: HTMLElement} {
    const known = this.#views.get(name);
    if (known !== undefined) return known;
    const place = node('div', {class: 'sim-place'});
    const profile = name === 'profile' ? node('dl', {class: 'sim-card sim-facts'}) : undefined;
    const view = node('section', {class: `sim-view sim-${name}`}, ...(name === 'orders' ? orderStatus() : []));
    if (profile !== undefined) view.append(node('h1', {}, 'Profile'), profile);
    view.append(place);
    const made = {view, place, ...(profile === undefined ? {} : {profile})};
    this.#views.set(name, made);
    this.#main.append(...[...VIEWS].flatMap((each) => this.#views.get(each)?.view ?? []));
    return made;
  }
}

type ViewName = (typeof VIEWS)[number];

const VIEWS = ['orders', 'profile', 'page'] as const;

function viewOf(target: string): ViewName {
  if (target.startsWith('customer-account.order-status.')) return 'orders';
  return target.startsWith('customer-account.profile.') ? 'profile' : 'page';
}

/** A sample order: what stands around the extension, not what its API tells. */
function orderStatus(): HTMLElement[] {
  return [
    node('h1', {}, 'Order #1000'),
    node('p', {class: 'sim-quiet'}, 'Confirmed'),
    node('dl', {class: 'sim-card sim-facts'}, ...facts({Item: 'Canvas bag × 1', Delivery: 'Standard', Total: '$24.00'})),
  ];
}

function facts(entries: Readonly<Record<string, string>>): HTMLElement[] {
  return Object.entries(entries).map(([term, text]) => node('div', {}, node('dt', {}, term), node('dd', {}, text)));
}

function nameOf({firstName, lastName}: Customer): string {
  return `${firstName} ${lastName}`.trim();
}

function node(tag: string, attributes: Readonly<Record<string, string>>, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
