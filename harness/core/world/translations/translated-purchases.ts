import type {Checkout} from '../../../wire/checkout.ts';
import type {Order, Variant} from '../../../wire/order.ts';
import type {OrderFields} from '../order-shapes.ts';
import type {PartOf} from '../shape.ts';
import type {Product} from '../products.ts';
import type {Shop} from '../shop.ts';
import type {SubscriptionContract} from '../subscriptions.ts';
import {languageCodeOf} from './language-code.ts';
import {translateContent, translateSold} from './translated-content.ts';
import {PRIMARY, translatorOf} from './translator.ts';
import type {Translator} from './translator.ts';

/** The order and the checkout of a page. */
interface Purchases {
  readonly order: Order;
  readonly checkout: Checkout;
}

/** The products of a shop, and its languages. */
interface Catalogue {
  readonly shop: Pick<Shop, 'name' | 'languages'>;
  readonly products: readonly Product[];
}

/**
 * Translates the merchandise of a page.
 *
 * @param language the language of the page, in BCP 47
 */
export function translatePurchases(
  {order, checkout}: Purchases,
  language: string,
  {shop, products}: Catalogue,
): Purchases {
  const translator = translatorOf(languageCodeOf(language), shop);
  return {
    order: translateOrder(order, translator, products),
    checkout: translateCheckout(checkout, translator, products),
  };
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
  {language, shop, products}: Catalogue & {readonly language: string},
): PartOf<OrderFields> {
  const translator = translatorOf(languageCodeOf(language), shop);
  if (translator === PRIMARY) return change;

  const sold = [...order.lines, ...order.edits.flatMap(({changes}) => changes), ...checkout.lines];
  const own = new Map(
    sold.map(({merchandise}) => [
      JSON.stringify(translateSold(merchandise, translator, products)),
      merchandise,
    ]),
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
export function translateOrder(order: Order, translator: Translator, products: readonly Product[]): Order {
  if (translator === PRIMARY) return order;
  const edits = order.edits.map((edit) => ({
    ...edit,
    changes: translateMerchandise(edit.changes, translator, products),
  }));

  return {...order, edits, lines: translateMerchandise(order.lines, translator, products)};
}

/** Translates the merchandise of a checkout, also that of bundles. */
function translateCheckout(
  checkout: Checkout,
  translator: Translator,
  products: readonly Product[],
): Checkout {
  if (translator === PRIMARY) return checkout;

  const lines = translateMerchandise(checkout.lines, translator, products).map((line) => ({
    ...line,
    components: translateMerchandise(line.components, translator, products),
  }));

  return {...checkout, lines};
}

/** Translates a contract about goods: what is delivered, and the plan. */
export function translateContract(
  contract: SubscriptionContract,
  translator: Translator,
  products: readonly Product[],
): SubscriptionContract {
  return {
    ...contract,
    plan: translateContent(contract.plan, translator),
    lines: translateMerchandise(contract.lines, translator, products),
  };
}

function translateMerchandise<Line extends {readonly merchandise: Variant}>(
  lines: readonly Line[],
  translator: Translator,
  products: readonly Product[],
): readonly Line[] {
  return lines.map((line) => ({...line, merchandise: translateSold(line.merchandise, translator, products)}));
}
