import type {CheckoutLine} from '../../wire/checkout.ts';
import {minorUnits, moneyOf} from './money.ts';
import type {Money} from './money.ts';
import type {Product} from './products.ts';

/** The unit of the time between two deliveries. */
export type SubscriptionInterval = 'DAY' | 'WEEK' | 'MONTH' | 'YEAR';

/** A way to buy a product again and again. */
export interface SellingPlan {
  /** `gid://shopify/SellingPlan/…` */
  readonly id: string;
  /** The name, for example `Delivered every month`. */
  readonly name: string;
  /** The value of the group's option, for example `Every month`. */
  readonly option: string;
  /** The time between two deliveries. */
  readonly every: {readonly count: number; readonly interval: SubscriptionInterval};
  /** The discount of each delivery, in percent. */
  readonly percentOff: number;
}

/** Selling plans that buyers choose from. */
export interface SellingPlanGroup {
  /** The name. */
  readonly name: string;
  /** The name of the option that differs between the plans. */
  readonly option: string;
  /** The plans. */
  readonly plans: readonly SellingPlan[];
}

/** The subscriptions of the shop. The contracts of customers have the same terms. */
const SUBSCRIPTIONS: SellingPlanGroup = {
  name: 'Subscribe and save',
  option: 'Delivery frequency',
  plans: [
    {
      id: 'gid://shopify/SellingPlan/8001',
      name: 'Delivered every month, save 10%',
      option: 'Every month',
      every: {count: 1, interval: 'MONTH'},
      percentOff: 10,
    },
    {
      id: 'gid://shopify/SellingPlan/8002',
      name: 'Delivered every 2 weeks',
      option: 'Every 2 weeks',
      every: {count: 2, interval: 'WEEK'},
      percentOff: 0,
    },
  ],
};

/** Returns the selling plans of a product: subscriptions, unless it is on sale or a gift card. */
export function sellingPlanGroupsOf({
  compareAtPrice,
  isGiftCard,
}: Pick<Product, 'compareAtPrice' | 'isGiftCard'>): readonly SellingPlanGroup[] {
  return compareAtPrice === null && !isGiftCard ? [SUBSCRIPTIONS] : [];
}

/** Finds a selling plan of the shop by its id. */
export function sellingPlanOf(id: string | undefined): SellingPlan | undefined {
  return SUBSCRIPTIONS.plans.find((plan) => plan.id === id);
}

/**
 * Returns the reason why a line may not have its selling plan; null if it may. A plan that the shop does not have is
 * accepted.
 */
export function planRefusal(
  {merchandise, sellingPlan}: Pick<CheckoutLine, 'merchandise' | 'sellingPlan'>,
  products: readonly Product[],
): string | null {
  const plan = sellingPlanOf(sellingPlan?.id);
  const product = products.find(({id}) => id === merchandise.product.id);
  if (plan === undefined || product === undefined) return null;

  const isOffered = sellingPlanGroupsOf(product).some(({plans}) => plans.includes(plan));
  return isOffered ? null : `${product.title} does not have the selling plan ${plan.id}.`;
}

/** Returns a price under a selling plan. A plan that the shop does not have changes no price. */
export function planPrice(price: Money, plan: SellingPlan | undefined): Money {
  if (plan === undefined) return price;
  return moneyOf(Math.round((minorUnits(price) * (100 - plan.percentOff)) / 100), price.currencyCode);
}

/** Returns the price of one item of a line of the cart. */
export function unitPriceOf({
  merchandise,
  sellingPlan,
}: Pick<CheckoutLine, 'merchandise' | 'sellingPlan'>): Money {
  return planPrice(merchandise.price, sellingPlanOf(sellingPlan?.id));
}
