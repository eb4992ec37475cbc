import type {PageState} from '../../../wire/control.ts';
import {make} from '../../elements/base/dom.ts';
import type {AccountView} from './account-view.ts';
import {formatMoney} from './format.ts';
import {place} from './page-parts.ts';

/** Creates the list of orders. The menu of the newest order holds the actions of extensions. */
export function ordersView(): AccountView {
  const [announcement, block, menu, dialog] = [place(), place(), place(), place()];
  const first = make('div', {class: 'sim-order'});
  const actions = make('details', {class: 'sim-menu', open: ''}, make('summary', {}, 'Order actions'), menu);
  const rest = make('div', {class: 'sim-place'});
  const newest = make('section', {class: 'sim-card', 'aria-label': 'Newest order'}, first, actions);
  const none = make('p', {class: 'sim-quiet'}, 'Sign in to see your orders.');

  return {
    root: make(
      'section',
      {class: 'sim-view'},
      announcement,
      make('h1', {}, 'Orders'),
      none,
      newest,
      rest,
      block,
      dialog,
    ),
    places: {announcement, block, menu, dialog},
    show(state) {
      const [newestCells, ...others] = state.orders.map((order) => cellsOf(order, state));

      none.hidden = newestCells !== undefined;
      none.textContent = state.customer === null ? 'Sign in to see your orders.' : 'You have no orders yet.';
      first.replaceChildren(...(newestCells ?? []));
      rest.replaceChildren(
        ...others.map((cells) =>
          make('div', {class: 'sim-card'}, make('div', {class: 'sim-order'}, ...cells)),
        ),
      );

      actions.hidden = menu.childElementCount === 0;
      newest.hidden = newestCells === undefined && actions.hidden;
    },
  };
}

function cellsOf(
  {name, processedAt, cost}: PageState['orders'][number],
  state: PageState,
): readonly HTMLElement[] {
  return [
    make('strong', {}, name),
    make('span', {class: 'sim-quiet'}, state.words.days[processedAt] ?? ''),
    make('span', {class: 'sim-amount'}, formatMoney(cost.total, state)),
  ];
}
