import type {StoreCredit} from '../../../../wire/account.ts';
import {numberOf} from '../../../world/gid.ts';
import {moneyOf} from '../../../world/money.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMoney} from '../money-v2.ts';

/** The time of the credit: before the orders of the world. */
const CREDITED_AT = '2025-12-01T10:00:00.000Z';

/** Resolves the fields of `StoreCreditAccount`. The merchant gave the whole balance at once, and it does not expire. */
export function resolveStoreCredit({id, balance}: StoreCredit): {readonly id: string} {
  const transaction = {
    __typename: 'StoreCreditAccountCreditTransaction',
    id: `gid://shopify/StoreCreditAccountCreditTransaction/${numberOf(id)}1`,
    account: () => resolved,
    amount: resolveMoney(balance),
    remainingAmount: resolveMoney(balance),
    balanceAfterTransaction: resolveMoney(balance),
    createdAt: CREDITED_AT,
    expiresAt: null,
    event: 'ADJUSTMENT',
    origin: null,
  };

  const resolved = {
    __typename: 'StoreCreditAccount',
    id,
    balance: resolveMoney(balance),
    expirableBalance: resolveMoney(moneyOf(0, balance.currencyCode)),
    transactions: (page: PageOf) => connection(balance.amount === 0 ? [] : [transaction], page),
  };

  return resolved;
}
