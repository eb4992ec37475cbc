import {moneyOf} from '../../../world/money.ts';
import type {Money} from '../../../world/money.ts';
import {planPrice} from '../../../world/selling-plans.ts';
import type {SellingPlan, SellingPlanGroup} from '../../../world/selling-plans.ts';
import {translateContent} from '../../../world/translations/translated-content.ts';
import type {Translator} from '../../../world/translations/translator.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMoney} from '../money-v2.ts';

/** Resolves the connection `sellingPlanGroups`, whose nodes have no ids: their names are the cursors. */
export function resolveSellingPlanGroups(
  groups: readonly SellingPlanGroup[],
  translator: Translator,
): (page: PageOf) => object {
  const nodes = translateContent(groups, translator).map((group) => ({
    id: group.name,
    ...resolveGroup(group),
  }));
  return (page) => connection(nodes, page);
}

/** The prices of a one-time purchase. */
interface OneTimePrices {
  readonly price: Money;
  /** The price of a kilogram; null for a variant that is not sold by weight. */
  readonly unitPrice: Money | null;
}

/** Resolves the connection `sellingPlanAllocations` of a variant with its prices. */
export function resolveAllocations(
  groups: readonly SellingPlanGroup[],
  prices: OneTimePrices,
): (page: PageOf) => object {
  const nodes = groups.flatMap((group) =>
    group.plans.map((plan) => ({id: plan.id, ...resolveAllocation(plan, {group, ...prices})})),
  );

  return (page) => connection(nodes, page);
}

/** Resolves the fields of `SellingPlanAllocation`. */
export function resolveAllocation(
  plan: SellingPlan,
  {group, price, unitPrice}: OneTimePrices & {readonly group: SellingPlanGroup},
): object {
  const perDelivery = planPrice(price, plan);

  return {
    __typename: 'SellingPlanAllocation',
    sellingPlan: resolvePlan(plan, group),
    checkoutChargeAmount: resolveMoney(perDelivery),
    remainingBalanceChargeAmount: resolveMoney(moneyOf(0, price.currencyCode)),
    priceAdjustments: [
      {
        __typename: 'SellingPlanAllocationPriceAdjustment',
        price: resolveMoney(perDelivery),
        compareAtPrice: resolveMoney(price),
        perDeliveryPrice: resolveMoney(perDelivery),
        unitPrice: unitPrice === null ? null : resolveMoney(planPrice(unitPrice, plan)),
      },
    ],
  };
}

function resolveGroup(group: SellingPlanGroup): object {
  const plans = group.plans.map((plan) => resolvePlan(plan, group));

  return {
    __typename: 'SellingPlanGroup',
    name: group.name,
    appName: null,
    options: [
      {
        __typename: 'SellingPlanGroupOption',
        name: group.option,
        values: group.plans.map(({option}) => option),
      },
    ],
    sellingPlans: (page: PageOf) => connection(plans, page),
  };
}

function resolvePlan(
  {id, name, option, every, percentOff}: SellingPlan,
  group: SellingPlanGroup,
): {readonly id: string} {
  const policy = {interval: every.interval, intervalCount: every.count};

  const resolved = {
    __typename: 'SellingPlan',
    id,
    name,
    description: null,
    options: [{__typename: 'SellingPlanOption', name: group.option, value: option}],
    recurringDeliveries: true,
    checkoutCharge: {
      __typename: 'SellingPlanCheckoutCharge',
      type: 'PERCENTAGE',
      value: {__typename: 'SellingPlanCheckoutChargePercentageValue', percentage: 100},
    },
    priceAdjustments: [
      {
        __typename: 'SellingPlanPriceAdjustment',
        orderCount: null,
        adjustmentValue: {
          __typename: 'SellingPlanPercentagePriceAdjustment',
          adjustmentPercentage: percentOff,
        },
      },
    ],
    billingPolicy: {__typename: 'SellingPlanRecurringBillingPolicy', ...policy},
    deliveryPolicy: {__typename: 'SellingPlanRecurringDeliveryPolicy', ...policy},
    metafield: null,
    metafields: ({identifiers}: {identifiers: readonly unknown[]}) => identifiers.map(() => null),
  };

  return resolved;
}
