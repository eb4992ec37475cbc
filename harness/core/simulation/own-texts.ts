import type {Checkout} from '../../wire/checkout.ts';
import type {Order} from '../../wire/order.ts';
import type {Product} from '../world/products.ts';
import type {Shop} from '../world/shop.ts';
import {withOwnTexts} from '../world/translations/translated-purchases.ts';
import type {LiveWorldChange} from './live-world-change.ts';

/** The parts of a simulation that determine the language of its texts. */
interface Texts {
  readonly live: {readonly order: Order; readonly checkout: Checkout};
  readonly pages: {state(): {readonly localization: {readonly language: string}}};
  readonly world: {readonly shop: Shop; readonly products: readonly Product[]};
}

/** Returns a change with the texts of the shop, instead of those of the page's language. */
export function inOwnTexts(
  {order, ...change}: LiveWorldChange,
  {live, pages, world: {shop, products}}: Texts,
): LiveWorldChange {
  if (order === undefined) return change;
  const {language} = pages.state().localization;
  return {...change, order: withOwnTexts(order, live, {language, shop, products})};
}
