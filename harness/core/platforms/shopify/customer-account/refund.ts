import type {Refund} from '../../../world/order-refunds.ts';
import {resolveMoney} from '../money-v2.ts';

/** Resolves the fields of `Refund`. */
export function resolveRefund({
  id,
  returnName,
  createdAt,
  amount,
}: Pick<Refund, 'id' | 'createdAt' | 'amount'> & {readonly returnName: string | null}): object {
  return {
    __typename: 'Refund',
    id,
    returnName,
    createdAt,
    updatedAt: createdAt,
    totalRefunded: resolveMoney(amount),
  };
}
