import type {Money} from '../../world/money.ts';

/** An amount as Shopify's GraphQL APIs have it. The scalar `Decimal` writes it. */
export interface MoneyV2 {
  readonly __typename: 'MoneyV2';
  readonly amount: number;
  readonly currencyCode: string;
}

/** Resolves the fields of `MoneyV2`. */
export function resolveMoney({amount, currencyCode}: Money): MoneyV2 {
  return {__typename: 'MoneyV2', amount, currencyCode};
}
