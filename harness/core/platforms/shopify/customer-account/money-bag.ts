import type {Money} from '../../../world/money.ts';
import {resolveMoney} from '../money-v2.ts';

/** Resolves the fields of `MoneyBag`. The shop has one currency, in which customers pay too. */
export function moneyBag(amount: Money): object {
  return {
    __typename: 'MoneyBag',
    presentmentMoney: resolveMoney(amount),
    shopMoney: resolveMoney(amount),
  };
}
