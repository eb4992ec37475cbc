import type {Money} from '../../../../world/money.ts';

/** The state of a charge that the merchant accepts or declines. */
export type ChargeStatus = 'PENDING' | 'ACTIVE' | 'DECLINED' | 'EXPIRED' | 'CANCELLED';

/** The parts that a subscription and a one-time purchase share. */
interface Charge {
  /** `gid://shopify/AppSubscription/…`, `gid://shopify/AppPurchaseOneTime/…` */
  readonly id: string;
  readonly name: string;
  /** The address to which the merchant returns from the confirmation. */
  readonly returnUrl: string;
  /** Whether nobody pays. */
  readonly test: boolean;
  readonly status: ChargeStatus;
  /** The time of the platform, in milliseconds since 1970. */
  readonly createdAt: number;
}

/** A payment that is made once. */
export interface OneTimePurchase extends Charge {
  readonly kind: 'one-time';
  readonly price: Money;
}

/** A payment that repeats, or that follows what the merchant uses. */
export interface AppSubscription extends Charge {
  readonly kind: 'subscription';
  readonly trialDays: number;
  /** The end of the period that is paid, in milliseconds since 1970; null before the merchant accepts. */
  readonly currentPeriodEnd: number | null;
  readonly lineItems: readonly SubscriptionLine[];
}

/** A line of a subscription. */
export interface SubscriptionLine {
  /** `gid://shopify/AppSubscriptionLineItem/…` */
  readonly id: string;
  readonly plan: RecurringPlan | UsagePlan;
}

/** A price for each period. */
export interface RecurringPlan {
  readonly kind: 'recurring';
  readonly interval: 'EVERY_30_DAYS' | 'ANNUAL';
  readonly price: Money;
  readonly discount: RecurringDiscount | null;
}

/** A discount of the first periods. */
export interface RecurringDiscount {
  /** The number of periods; null for all. */
  readonly durationLimitInIntervals: number | null;
  readonly value: {readonly amount: Money} | {readonly percentage: number};
}

/** A price for what is used, up to an amount for each period. */
export interface UsagePlan {
  readonly kind: 'usage';
  readonly terms: string;
  readonly cappedAmount: Money;
  /** The amount that waits for the merchant's approval; null for none. */
  readonly requestedCap: Money | null;
}

/** A use of the app that the merchant pays for. */
export interface UsageRecord {
  /** `gid://shopify/AppUsageRecord/…` */
  readonly id: string;
  readonly lineId: string;
  readonly description: string;
  readonly price: Money;
  readonly idempotencyKey: string | null;
  readonly createdAt: number;
}
