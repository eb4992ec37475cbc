import type {Money} from '../../world/money.ts';

/** An amount as Shopify's GraphQL APIs write it. */
export function decimal({amount, currencyCode}: Money): {amount: string; currencyCode: string} {
  return {amount: String(amount), currencyCode};
}
