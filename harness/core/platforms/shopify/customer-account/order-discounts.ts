import type {DiscountAllocation, Order} from '../../../../wire/order.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import type {Money} from '../../../world/money.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMoney} from '../money-v2.ts';

/** The fields of an order about its discounts. */
export interface ResolvedDiscounts {
  readonly discountApplications: (page: PageOf) => object;
  readonly subtotalBeforeDiscounts: object;
  readonly discountInformation: object;
  readonly shippingDiscountAllocations: readonly object[];
}

/** Resolves the fields of an order about its discounts. A discount of several lines is one application. */
export function resolveDiscounts({
  lines,
  discountAllocations,
  cost,
}: Pick<Order, 'lines' | 'discountAllocations' | 'cost'>): ResolvedDiscounts {
  const all = [...lines.flatMap((line) => line.discountAllocations), ...discountAllocations];
  const names = [...new Set(all.map(nameOf))];

  const applications = names.map((id) => {
    const same = all.filter((allocation) => nameOf(allocation) === id);
    return {...resolveApplication(same[0], sumOf(same, cost.total.currencyCode)), id};
  });

  const total = sumOf(all, cost.total.currencyCode);
  const beforeDiscounts = minorUnits(cost.subtotal) + minorUnits(total);

  return {
    discountApplications: (page: PageOf) => connection(applications, page),
    subtotalBeforeDiscounts: resolveMoney(moneyOf(beforeDiscounts, cost.total.currencyCode)),
    discountInformation: {
      __typename: 'OrderDiscountInformation',
      totalDiscounts: resolveMoney(total),
      totalOrderLevelAppliedDiscounts: resolveMoney(sumOf(discountAllocations, cost.total.currencyCode)),
    },
    shippingDiscountAllocations: [],
  };
}

/** Resolves the discounts of a line. */
export function resolveLineDiscounts(allocations: readonly DiscountAllocation[]): readonly object[] {
  return allocations.map((allocation) => ({
    __typename: 'DiscountAllocation',
    allocatedAmount: resolveMoney(allocation.discountedAmount),
    discountApplication: resolveApplication(allocation, allocation.discountedAmount),
  }));
}

function resolveApplication(allocation: DiscountAllocation | undefined, value: Money): object {
  const shared = {
    allocationMethod: 'ACROSS',
    targetSelection: 'ALL',
    targetType: 'LINE_ITEM',
    value: resolveMoney(value),
  };

  if (allocation?.type === 'code')
    return {...shared, __typename: 'DiscountCodeApplication', code: allocation.code, applicable: true};

  const kind = allocation?.type === 'automatic' ? 'Automatic' : 'Manual';
  return {...shared, __typename: `${kind}DiscountApplication`, title: allocation?.title, description: null};
}

function nameOf(allocation: DiscountAllocation): string {
  return allocation.type === 'code' ? allocation.code : allocation.title;
}

function sumOf(allocations: readonly DiscountAllocation[], currency: string): Money {
  return moneyOf(
    allocations.reduce((sum, {discountedAmount}) => sum + minorUnits(discountedAmount), 0),
    currency,
  );
}
