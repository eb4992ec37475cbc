import type {Money} from '../../../../world/money.ts';
import {UserError} from '../../graphql/user-error.ts';
import type {RecurringDiscount, SubscriptionLine} from './charges.ts';

/** An amount as the API takes it. */
export interface MoneyInput {
  readonly amount: string | number;
  readonly currencyCode: string;
}

/** A line of `appSubscriptionCreate`. */
export interface LineInput {
  readonly plan: {
    readonly appRecurringPricingDetails?: RecurringInput | null;
    readonly appUsagePricingDetails?: {readonly terms: string; readonly cappedAmount: MoneyInput} | null;
  };
}

interface RecurringInput {
  readonly interval?: 'EVERY_30_DAYS' | 'ANNUAL' | null;
  readonly price: MoneyInput;
  readonly discount?: {
    readonly durationLimitInIntervals?: number | null;
    readonly value?: {readonly amount?: string | number | null; readonly percentage?: number | null} | null;
  } | null;
}

/**
 * Reads the plan of a line.
 *
 * @throws {UserError} for a line without exactly one kind of pricing
 */
export function readPlan({plan}: LineInput, index: number): SubscriptionLine['plan'] {
  const {appRecurringPricingDetails: recurring, appUsagePricingDetails: usage} = plan;
  const path = ['lineItems', String(index), 'plan'];

  if (recurring != null && usage == null) {
    const {interval, price, discount} = recurring;
    const read = readMoney(price, [...path, 'appRecurringPricingDetails', 'price']);
    return {
      kind: 'recurring',
      interval: interval ?? 'EVERY_30_DAYS',
      price: read,
      discount: readDiscount(discount, read.currencyCode),
    };
  }

  if (usage == null || recurring != null)
    throw new UserError('INVALID', 'Plan must have either recurring or usage pricing details', path);
  const cappedAmount = readMoney(usage.cappedAmount, [...path, 'appUsagePricingDetails', 'cappedAmount']);
  return {kind: 'usage', terms: usage.terms, cappedAmount, requestedCap: null};
}

/**
 * Reads an amount of a charge.
 *
 * @throws {UserError} for an amount that is not above zero
 */
export function readMoney({amount, currencyCode}: MoneyInput, field: readonly string[]): Money {
  const number = Number(amount);
  if (number > 0) return {amount: number, currencyCode};
  throw new UserError('INVALID', 'Price must be greater than 0', field);
}

function readDiscount(discount: RecurringInput['discount'], currencyCode: string): RecurringDiscount | null {
  const value = discount?.value;
  if (value == null) return null;

  return {
    durationLimitInIntervals: discount?.durationLimitInIntervals ?? null,
    value:
      value.amount == null
        ? {percentage: value.percentage ?? 0}
        : {amount: {amount: Number(value.amount), currencyCode}},
  };
}
