import type {Image} from '../../../wire/order.ts';
import {make} from '../../elements/base/dom.ts';

/** A line of a cart or an order, as the page shows it. */
export interface ShownLine {
  readonly image: Image;
  readonly title: string;
  readonly notes: readonly string[];
  readonly amount: string;
}

/**
 * The lines of a cart or an order. The first one has its own list, because extensions for one line are placed
 * below it.
 */
export class LineList {
  readonly first: HTMLElement = make('ul', {class: 'sim-lines'});
  readonly rest: HTMLElement = make('ul', {class: 'sim-lines'});

  show(lines: readonly ShownLine[]): void {
    const items = lines.map(lineItem);
    this.first.replaceChildren(...items.slice(0, 1));
    this.rest.replaceChildren(...items.slice(1));
  }
}

function lineItem({image, title, notes, amount}: ShownLine): HTMLElement {
  return make(
    'li',
    {},
    make('img', {src: image.url, alt: '', width: '48', height: '48'}),
    make('span', {}, title, ...notes.map((note) => make('small', {class: 'sim-quiet'}, note))),
    make('span', {class: 'sim-amount'}, amount),
  );
}
