import type {PageState} from '../../../wire/control.ts';
import {make} from '../../elements/base/dom.ts';

/** A part of a page with its own content. */
export interface PagePart {
  readonly root: HTMLElement;
  /** Makes the part equal to a state. */
  show(state: PageState): void;
}

/** A term and its value. */
export type Fact = readonly [term: string, text: string];

/** Creates the container for extensions at one place. */
export function place(): HTMLElement {
  return make('div', {class: 'sim-place'});
}

/** Creates a titled box. */
export function card(title: string, ...children: readonly Node[]): HTMLElement {
  return make('section', {class: 'sim-card', 'aria-label': title}, make('h2', {}, title), ...children);
}

/** Creates an empty list of facts. */
export function factList(): HTMLElement {
  return make('dl', {class: 'sim-facts'});
}

/** Creates the rows of a list of facts. */
export function facts(entries: readonly Fact[]): HTMLElement[] {
  return entries.map(([term, text]) => make('div', {}, make('dt', {}, term), make('dd', {}, text)));
}
