import type {Checkout} from '../../../wire/checkout.ts';
import type {Order, Variant} from '../../../wire/order.ts';
import type {Shop} from '../shop.ts';
import {languageCodeOf} from './language-code.ts';
import {translateVariant} from './translated-content.ts';
import {PRIMARY, translatorOf} from './translator.ts';
import type {Translator} from './translator.ts';

/** The order and the checkout of a page. */
interface Purchases {
  readonly order: Order;
  readonly checkout: Checkout;
}

/**
 * Translates the merchandise of a page.
 *
 * @param language the language of the page, in BCP 47
 */
export function translatePurchases(
  {order, checkout}: Purchases,
  language: string,
  shop: Pick<Shop, 'name' | 'languages'>,
): Purchases {
  const translator = translatorOf(languageCodeOf(language), shop);
  return {order: translateOrder(order, translator), checkout: translateCheckout(checkout, translator)};
}

/** Translates the merchandise of an order. */
export function translateOrder(order: Order, translator: Translator): Order {
  if (translator === PRIMARY) return order;
  const edits = order.edits.map((edit) => ({
    ...edit,
    changes: translateMerchandise(edit.changes, translator),
  }));

  return {...order, edits, lines: translateMerchandise(order.lines, translator)};
}

/** Translates the merchandise of a checkout, also that of bundles. */
function translateCheckout(checkout: Checkout, translator: Translator): Checkout {
  if (translator === PRIMARY) return checkout;

  const lines = translateMerchandise(checkout.lines, translator).map((line) => ({
    ...line,
    components: translateMerchandise(line.components, translator),
  }));

  return {...checkout, lines};
}

function translateMerchandise<Line extends {readonly merchandise: Variant}>(
  lines: readonly Line[],
  translator: Translator,
): readonly Line[] {
  return lines.map((line) => ({...line, merchandise: translateVariant(line.merchandise, translator)}));
}
