import {minorUnits, moneyOf} from '../../../../world/money.ts';
import {connection} from '../../graphql/connection.ts';
import type {PageOf} from '../../graphql/connection.ts';
import type {AppBilling} from './app-billing.ts';
import type {
  AppSubscription,
  OneTimePurchase,
  RecurringPlan,
  SubscriptionLine,
  UsageRecord,
} from './charges.ts';

/** Resolves the fields of `AppPurchaseOneTime`. */
export function resolvePurchase(purchase: OneTimePurchase): {readonly id: string} {
  return {...purchase, __typename: 'AppPurchaseOneTime', createdAt: timeOf(purchase.createdAt)} as {
    readonly id: string;
  };
}

/** Resolves the fields of `AppSubscription`. */
export function resolveSubscription(
  subscription: AppSubscription,
  billing: AppBilling,
): {readonly id: string} {
  const {createdAt, currentPeriodEnd, lineItems} = subscription;
  return {
    ...subscription,
    __typename: 'AppSubscription',
    createdAt: timeOf(createdAt),
    currentPeriodEnd: currentPeriodEnd === null ? null : timeOf(currentPeriodEnd),
    lineItems: () => lineItems.map((line) => resolveLine(line, billing)),
  } as {readonly id: string};
}

/** Resolves the fields of `AppSubscriptionLineItem`. */
export function resolveLine(line: SubscriptionLine, billing: AppBilling): object {
  const {id, plan} = line;
  return {
    __typename: 'AppSubscriptionLineItem',
    id,
    plan: {pricingDetails: plan.kind === 'recurring' ? recurringOf(plan) : usageOf(line, billing)},
    usageRecords: (page: PageOf) =>
      connection(
        billing.usageOf(id).map((record) => resolveUsage(record, line, billing)),
        page,
      ),
  };
}

/** Resolves the fields of `AppUsageRecord`. */
export function resolveUsage(
  record: UsageRecord,
  line: SubscriptionLine,
  billing: AppBilling,
): {readonly id: string} {
  return {
    ...record,
    __typename: 'AppUsageRecord',
    createdAt: timeOf(record.createdAt),
    subscriptionLineItem: () => resolveLine(line, billing),
  } as {readonly id: string};
}

function recurringOf({interval, price, discount}: RecurringPlan): object {
  return {
    __typename: 'AppRecurringPricing',
    interval,
    price,
    planHandle: null,
    discount: discount === null ? null : discountOf(discount, price),
  };
}

function discountOf(
  {durationLimitInIntervals, value}: NonNullable<RecurringPlan['discount']>,
  price: RecurringPlan['price'],
): object {
  const units = minorUnits(price);
  const off = 'amount' in value ? minorUnits(value.amount) : Math.round(units * value.percentage);

  return {
    __typename: 'AppSubscriptionDiscount',
    durationLimitInIntervals,
    remainingDurationInIntervals: durationLimitInIntervals,
    priceAfterDiscount: moneyOf(Math.max(0, units - off), price.currencyCode),
    value:
      'amount' in value
        ? {__typename: 'AppSubscriptionDiscountAmount', amount: value.amount}
        : {__typename: 'AppSubscriptionDiscountPercentage', percentage: value.percentage},
  };
}

function usageOf({id, plan}: SubscriptionLine, billing: AppBilling): object {
  if (plan.kind !== 'usage') return {};

  const {cappedAmount, terms} = plan;
  return {
    __typename: 'AppUsagePricing',
    interval: 'EVERY_30_DAYS',
    balanceUsed: () => billing.balanceOf(id, cappedAmount.currencyCode),
    cappedAmount,
    terms,
  };
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
