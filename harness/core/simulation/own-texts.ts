import {withOwnTexts} from '../world/translations/translated-purchases.ts';
import type {LiveWorldChange} from './live-world-change.ts';
import type {SimulationCore} from './simulation-core.ts';

/** Returns a change with the texts of the shop, instead of those of the page's language. */
export function inOwnTexts(
  {order, ...change}: LiveWorldChange,
  {live, pages, world: {shop}}: Pick<SimulationCore, 'live' | 'pages' | 'world'>,
): LiveWorldChange {
  if (order === undefined) return change;
  const {language} = pages.state().localization;
  return {...change, order: withOwnTexts(order, live, {language, shop})};
}
