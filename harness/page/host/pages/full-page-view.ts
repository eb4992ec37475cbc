import {make} from '../../elements/base/dom.ts';
import type {AccountView} from './account-view.ts';
import {place} from './page-parts.ts';

/** Creates a page for an extension's full page. */
export function fullView(): AccountView {
  const main = place();
  return {root: make('section', {class: 'sim-view'}, main), places: {main}, show: () => {}};
}

/** Creates a page for an extension's full page about an order. */
export function orderFullView(): AccountView {
  const main = place();
  const back = make('p', {class: 'sim-quiet'});
  return {
    root: make('section', {class: 'sim-view'}, back, main),
    places: {main},
    show: ({order}) => (back.textContent = `Order ${order.name}`),
  };
}
