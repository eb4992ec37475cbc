import type {Money} from '../../world/money.ts';

/** Writes an amount as Shopify's GraphQL APIs do. */
export function decimal({amount, currencyCode}: Money): {amount: string; currencyCode: string} {
  return {amount: String(amount), currencyCode};
}
