import type {Checkout} from '../../wire/checkout.ts';
import {numberOf} from './gid.ts';

/**
 * The ids of cart lines that change after each cart operation, by the option `checkout.lineIds`.
 *
 * @see https://shopify.dev/docs/api/checkout-ui-extensions/latest/apis/cart-lines
 */
export class LineIds {
  /** The current id of a line by each earlier one. */
  readonly #current = new Map<string, string>();
  #last = 0;

  /** Returns the checkout with a new id for each line. Lines that belong to others follow. */
  renew(checkout: Checkout): Checkout {
    const numbers = checkout.lines.map(({id}) => Number(numberOf(id)) || 0);
    this.#last = Math.max(this.#last, ...numbers);

    const renewed = new Map(checkout.lines.map(({id}) => [id, `gid://shopify/CartLine/${++this.#last}`]));
    for (const [earlier, id] of this.#current) this.#current.set(earlier, renewed.get(id) ?? id);
    for (const [earlier, id] of renewed) this.#current.set(earlier, id);

    return {
      ...checkout,
      lines: checkout.lines.map((line) => ({
        ...line,
        id: renewed.get(line.id) ?? line.id,
        parentId: line.parentId === null ? null : (renewed.get(line.parentId) ?? line.parentId),
      })),
      deliveryGroups: checkout.deliveryGroups.map((group) => ({
        ...group,
        lineIds: group.lineIds.map((id) => renewed.get(id) ?? id),
      })),
    };
  }

  /** Returns the current id of a line by an earlier one; undefined for an id that was not replaced. */
  currentOf(earlier: string): string | undefined {
    return this.#current.get(earlier);
  }
}
