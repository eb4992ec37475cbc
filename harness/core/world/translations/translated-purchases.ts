import type {Checkout} from '../../../wire/checkout.ts';
import type {Order, Variant} from '../../../wire/order.ts';
import type {OrderFields} from '../order-shapes.ts';
import type {PartOf} from '../shape.ts';
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

/**
 * Returns a change of an order with the merchandise in its own texts. A test that changes `host.order` of a page in
 * French gives French titles back, and they must not become the titles of the shop.
 *
 * @param language the language of the page, in BCP 47
 */
export function withOwnTexts(
  change: PartOf<OrderFields>,
  {order, checkout}: Purchases,
  {language, shop}: {readonly language: string; readonly shop: Pick<Shop, 'name' | 'languages'>},
): PartOf<OrderFields> {
  const translator = translatorOf(languageCodeOf(language), shop);
  if (translator === PRIMARY) return change;

  const sold = [...order.lines, ...order.edits.flatMap(({changes}) => changes), ...checkout.lines];
  const own = new Map(
    sold.map(({merchandise}) => [JSON.stringify(translateVariant(merchandise, translator)), merchandise]),
  );
  const restored = <Item extends {readonly merchandise: Variant}>(item: Item): Item => ({
    ...item,
    merchandise: own.get(JSON.stringify(item.merchandise)) ?? item.merchandise,
  });

  const {lines, edits} = change;
  return {
    ...change,
    ...(lines === undefined ? {} : {lines: lines.map(restored)}),
    ...(edits === undefined
      ? {}
      : {edits: edits.map((edit) => ({...edit, changes: edit.changes.map(restored)}))}),
  };
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
