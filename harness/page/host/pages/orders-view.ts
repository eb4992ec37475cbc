import {node} from '../node.ts';
import {formatDay, formatMoney, place, type AccountView} from './account-view.ts';

/** All orders; the menu of the newest holds the actions of extensions. */
export function ordersView(): AccountView {
  const [announcement, block, menu, dialog] = [place(), place(), place(), place()];
  const first = node('div', {class: 'sim-order'});
  const actions = node('details', {class: 'sim-menu', open: ''}, node('summary', {}, 'Order actions'), menu);
  const rest = node('div', {class: 'sim-place'});
  const newest = node('section', {class: 'sim-card', 'aria-label': 'Newest order'}, first, actions);
  const none = node('p', {class: 'sim-quiet'}, 'Sign in to see your orders.');

  return {
    root: node(
      'section',
      {class: 'sim-view'},
      announcement,
      node('h1', {}, 'Orders'),
      none,
      newest,
      rest,
      block,
      dialog,
    ),
    places: {announcement, block, menu, dialog},
    show(state) {
      const [shown, ...others] = state.orders.map(({name, processedAt, cost}) => [
        node('strong', {}, name),
        node('span', {class: 'sim-quiet'}, formatDay(processedAt, state)),
        node('span', {class: 'sim-amount'}, formatMoney(cost.total, state)),
      ]);

      none.hidden = shown !== undefined;
      none.textContent = state.customer === null ? 'Sign in to see your orders.' : 'You have no orders yet.';
      first.replaceChildren(...(shown ?? []));
      rest.replaceChildren(
        ...others.map((cells) =>
          node('div', {class: 'sim-card'}, node('div', {class: 'sim-order'}, ...cells)),
        ),
      );

      actions.hidden = menu.childElementCount === 0;
      newest.hidden = shown === undefined && actions.hidden;
    },
  };
}
