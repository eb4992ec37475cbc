import type {SellingPlan, SubscriptionInterval} from './selling-plans.ts';
import type {SubscriptionContract} from './subscriptions.ts';

/** The number of cycles that lists go ahead. */
const LISTED = 250;

/** A time that one delivery of a contract is paid for. The payment is due at its end. */
export interface BillingCycle {
  /** Counts from 1. */
  readonly index: number;
  readonly startAt: string;
  readonly endAt: string;
  readonly isBilled: boolean;
  readonly isSkipped: boolean;
}

type Billed = Pick<SubscriptionContract, 'createdAt' | 'skipped' | 'status'> & {
  readonly plan: Pick<SellingPlan, 'every'>;
};

/** Returns a cycle of a contract by its index. It is billed if its end is over. */
export function billingCycle(
  {createdAt, plan: {every}, skipped}: Billed,
  index: number,
  now: number,
): BillingCycle {
  const endAt = laterBy(createdAt, every, index);

  return {
    index,
    startAt: laterBy(createdAt, every, index - 1),
    endAt,
    isBilled: Date.parse(endAt) <= now && !skipped.includes(index),
    isSkipped: skipped.includes(index),
  };
}

/** Returns the index of the cycle in which a time lies. 0 is before the contract, or not a time. */
export function cycleIndexAt({createdAt, plan: {every}}: Billed, time: number): number {
  const elapsed = time - Date.parse(createdAt);
  if (!(elapsed >= 0)) return 0;

  // Units are never longer than this, so the guess is too low rather than too high.
  let index = Math.max(1, Math.floor(elapsed / (LONGEST[every.interval] * every.count)));
  while (Date.parse(laterBy(createdAt, every, index)) <= time) index += 1;
  return index;
}

/** Lists the cycles of a contract that are not over, the current one first. A cancelled contract has none. */
export function upcomingCycles(contract: Billed, now: number): readonly BillingCycle[] {
  if (contract.status === 'CANCELLED') return [];

  const first = Math.max(1, cycleIndexAt(contract, now));
  return Array.from({length: LISTED}, (_, ahead) => billingCycle(contract, first + ahead, now));
}

/** Returns the time of the next payment; null for a cancelled contract. */
export function nextBillingDate(contract: Billed, now: number): string | null {
  if (contract.status === 'CANCELLED') return null;

  let index = Math.max(1, cycleIndexAt(contract, now));
  while (contract.skipped.includes(index)) index += 1;
  return billingCycle(contract, index, now).endAt;
}

const DAY = 86_400_000;

/** The longest time that a unit takes. */
const LONGEST: Readonly<Record<SubscriptionInterval, number>> = {
  DAY,
  WEEK: 7 * DAY,
  MONTH: 31 * DAY,
  YEAR: 366 * DAY,
};

/** Adds intervals to a time. A month that lacks the day ends with its last one. */
function laterBy(time: string, {count, interval}: SellingPlan['every'], times: number): string {
  const units = count * times;
  if (interval === 'DAY' || interval === 'WEEK')
    return new Date(Date.parse(time) + units * LONGEST[interval]).toISOString();

  const date = new Date(time);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + (interval === 'YEAR' ? 12 * units : units));

  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.toISOString();
}
