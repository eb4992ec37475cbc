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
      allAppliedDiscounts: resolveApplied(all),
      allOrderLevelAppliedDiscounts: resolveApplied(discountAllocations),
      allOrderLevelAppliedDiscountsOnSoldItems: resolveApplied(discountAllocations),
    },
    shippingDiscountAllocations: [],
  };
}

/** Resolves `OrderAllDiscounts`: each discount once, with its whole amount. */
function resolveApplied(all: readonly DiscountAllocation[]): readonly object[] {
  return [...new Set(all.map(nameOf))].map((name) => {
    const same = all.filter((allocation) => nameOf(allocation) === name);
    const [first] = same;
    const currency = first?.discountedAmount.currencyCode ?? '';

    return {
      __typename: 'OrderAllDiscounts',
      discountApplicationType: APPLICATION_TYPES[first?.type ?? 'custom'],
      discountValue: resolveMoney(sumOf(same, currency)),
      targetType: 'LINE_ITEM',
      title: name,
    };
  });
}

const APPLICATION_TYPES: Readonly<Record<DiscountAllocation['type'], string>> = {
  code: 'DISCOUNT_CODE',
  automatic: 'AUTOMATIC',
  custom: 'MANUAL',
};

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
