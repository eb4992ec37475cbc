import {node} from '../node.ts';
import {place, type AccountView} from './account-view.ts';

/** A page that is the extension's own. */
export function fullView(): AccountView {
  const main = place();
  return {root: node('section', {class: 'sim-view'}, main), places: {main}, show: () => {}};
}

/** An extension's own page about an order. */
export function orderFullView(): AccountView {
  const main = place();
  const back = node('p', {class: 'sim-quiet'});
  return {
    root: node('section', {class: 'sim-view'}, back, main),
    places: {main},
    show: ({order}) => (back.textContent = `Order ${order.name}`),
  };
}
