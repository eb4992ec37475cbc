import type {PageState} from '../../../wire/control.ts';
import type {Address, Money} from '../../../wire/order.ts';
import {node} from '../node.ts';

/** One page of the account: what the platform shows there, and the places of extensions, which stay in place when it changes. */
export interface AccountView {
  readonly root: HTMLElement;
  readonly places: Readonly<Record<string, HTMLElement>>;
  show(state: PageState): void;
}

export function place(): HTMLElement {
  return node('div', {class: 'sim-place'});
}

export function card(title: string, ...children: readonly Node[]): HTMLElement {
  return node('section', {class: 'sim-card', 'aria-label': title}, node('h2', {}, title), ...children);
}

export function facts(entries: readonly (readonly [term: string, text: string])[]): HTMLElement[] {
  return entries.map(([term, text]) => node('div', {}, node('dt', {}, term), node('dd', {}, text)));
}

export function factList(): HTMLElement {
  return node('dl', {class: 'sim-facts'});
}

export function formatMoney({amount, currencyCode}: Money, {localization: {language}}: PageState): string {
  const make = (): Intl.NumberFormat =>
    new Intl.NumberFormat(language, {style: 'currency', currency: currencyCode});
  return madeOnce(`${language} ${currencyCode}`, make).format(amount);
}

export function formatDay(instant: string, {localization: {language, timezone}}: PageState): string {
  const make = (): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: timezone});
  return madeOnce(`${language} ${timezone}`, make).format(new Date(instant));
}

/** Each formatter takes the browser milliseconds to make. */
function madeOnce<Formatter extends Intl.NumberFormat | Intl.DateTimeFormat>(
  key: string,
  make: () => Formatter,
): Formatter {
  const made = (formatters.get(key) as Formatter | undefined) ?? make();
  formatters.set(key, made);
  return made;
}

const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** An address on one line; the empty string without one. */
export function addressLines(address: Address | null): string {
  if (address === null) return '';
  const {name, company, address1, address2, zip, city, provinceCode, countryCode} = address;
  const region = [city, provinceCode, zip].filter((part) => part !== undefined && part !== '').join(' ');
  return [name, company, address1, address2, region, countryCode]
    .filter((line) => line !== undefined && line !== '')
    .join(', ');
}
