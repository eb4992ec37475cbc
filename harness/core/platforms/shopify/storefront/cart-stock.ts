import type {Checkout, CheckoutLine} from '../../../../wire/checkout.ts';
import {stockOf} from '../../../world/inventory.ts';
import type {StockSource} from '../../../world/inventory.ts';
import type {Product} from '../../../world/products.ts';
import type {CartWarning} from './cart-payload.ts';

/** The parts of the world that know the stock. */
export interface Stock extends StockSource {
  readonly products: readonly Product[];
}

/** Lines as the stock allows them, with a warning for each one that asked for more. */
export interface StockedLines {
  readonly lines: readonly CheckoutLine[];
  readonly warnings: readonly CartWarning[];
}

/** Holds changed lines to the stock. A quantity that a line had before stays. */
export function withinStock(
  changed: readonly CheckoutLine[],
  before: Checkout['lines'],
  stock: Stock,
): StockedLines {
  const held = changed.map((line) => {
    const known = before.find(({id}) => id === line.id)?.quantity ?? 0;
    const most = Math.max(known, mostOf(line, stock));
    return line.quantity <= most
      ? {line, warning: null}
      : {line: {...line, quantity: most}, warning: warningOf(line, most)};
  });

  return {
    lines: held.flatMap(({line}) => (line.quantity === 0 ? [] : [line])),
    warnings: held.flatMap(({warning}) => warning ?? []),
  };
}

function mostOf({merchandise}: CheckoutLine, {products, ...source}: Stock): number {
  const product = products.find(({id}) => id === merchandise.product.id);
  return (product === undefined ? null : stockOf(merchandise, product, source)) ?? Number.POSITIVE_INFINITY;
}

function warningOf({id, merchandise}: CheckoutLine, most: number): CartWarning {
  const title = `${merchandise.title} - ${merchandise.subtitle}`;
  return most === 0
    ? {code: 'MERCHANDISE_OUT_OF_STOCK', message: `The product '${title}' is already sold out.`, target: id}
    : {
        code: 'MERCHANDISE_NOT_ENOUGH_STOCK',
        message: `Only ${most} items were added to your cart due to availability.`,
        target: id,
      };
}
