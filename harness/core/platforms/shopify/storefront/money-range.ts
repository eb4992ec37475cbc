import type {Money} from '../../../world/money.ts';
import {resolveMoney} from '../money-v2.ts';

/** Resolves the fields of `ProductPriceRange`: the lowest and the highest of prices. */
export function resolvePriceRange(prices: readonly Money[], currency: string): object {
  const sorted = prices.toSorted((a, b) => a.amount - b.amount);
  const none = {amount: 0, currencyCode: currency};

  return {
    __typename: 'ProductPriceRange',
    minVariantPrice: resolveMoney(sorted[0] ?? none),
    maxVariantPrice: resolveMoney(sorted.at(-1) ?? none),
  };
}
