import type {PageState} from '../../wire/control.ts';
import type {Address, Money} from '../../wire/order.ts';
import {node} from '../node.ts';

/** One page of the account: what the platform shows there, and the places of extensions, which stay in place when it changes. */
export interface View {
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

export function formatMoney({amount, currencyCode}: Money, {localization}: PageState): string {
  return new Intl.NumberFormat(localization.language, {style: 'currency', currency: currencyCode}).format(amount);
}

export function formatDay(instant: string, {localization}: PageState): string {
  return new Intl.DateTimeFormat(localization.language, {dateStyle: 'long', timeZone: localization.timezone}).format(new Date(instant));
}

export function addressLines({name, company, address1, address2, zip, city, provinceCode, countryCode}: Address): string {
  const region = [city, provinceCode, zip].filter((part) => part !== undefined && part !== '').join(' ');
  return [name, company, address1, address2, region, countryCode].filter((line) => line !== undefined && line !== '').join(', ');
}
