import {minorUnits} from '../../../../world/money.ts';
import type {Money} from '../../../../world/money.ts';
import {UserError, emptyValue} from '../../graphql/user-error.ts';
import type {AdminState} from '../admin-state.ts';
import {resolvePurchase, resolveSubscription, resolveUsage} from './charge-resolver.ts';
import type {AppSubscription} from './charges.ts';
import {confirmationUrl} from './confirmation-url.ts';
import {readPlan} from './plan-input.ts';
import type {LineInput, MoneyInput} from './plan-input.ts';
import {readMoney} from './plan-input.ts';

interface SubscriptionArgs {
  readonly name: string;
  readonly returnUrl: string;
  readonly lineItems: readonly LineInput[];
  readonly test?: boolean | null;
  readonly trialDays?: number | null;
}

interface PurchaseArgs {
  readonly name: string;
  readonly returnUrl: string;
  readonly price: MoneyInput;
  readonly test?: boolean | null;
}

interface UsageArgs {
  readonly subscriptionLineItemId: string;
  readonly price: MoneyInput;
  readonly description: string;
  readonly idempotencyKey?: string | null;
}

/**
 * Resolves the mutations of billing. A charge is pending until the merchant accepts it at its confirmation URL.
 *
 * @see https://shopify.dev/docs/apps/launch/billing
 */
export function billingMutations(state: AdminState): object {
  return {
    appSubscriptionCreate: (args: SubscriptionArgs) =>
      answered(() => createSubscription(args, state), {appSubscription: null, confirmationUrl: null}),
    appPurchaseOneTimeCreate: (args: PurchaseArgs) =>
      answered(() => createPurchase(args, state), {appPurchaseOneTime: null, confirmationUrl: null}),
    appSubscriptionCancel: ({id}: {id: string}) =>
      answered(() => cancelSubscription(id, state), {appSubscription: null}),
    appSubscriptionTrialExtend: (args: {id: string; days: number}) =>
      answered(() => extendTrial(args, state), {appSubscription: null}),
    appSubscriptionLineItemUpdate: (args: {id: string; cappedAmount: MoneyInput}) =>
      answered(() => raiseCap(args, state), {appSubscription: null, confirmationUrl: null}),
    appUsageRecordCreate: (args: UsageArgs) =>
      answered(() => createUsage(args, state), {appUsageRecord: null}),
  };
}

/** Answers the result of a mutation. Its `userErrors` have no code, as the type `UserError` has none. */
function answered(carryOut: () => object, empty: object): object {
  try {
    return {...carryOut(), userErrors: []};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const {message, field} = error;
    return {...empty, userErrors: [{message, field}]};
  }
}

function createSubscription(args: SubscriptionArgs, state: AdminState): object {
  const {name, returnUrl, lineItems, test, trialDays} = args;
  const {billing} = state.records;
  refuseBadCharge(args);
  if (lineItems.length === 0)
    throw new UserError('EMPTY', 'At least one line item is required', ['lineItems']);

  const made = billing.addSubscription({
    name,
    returnUrl,
    test: test ?? false,
    trialDays: trialDays ?? 0,
    plans: lineItems.map(readPlan),
  });
  return {appSubscription: resolveSubscription(made, billing), confirmationUrl: confirmationUrl(made, state)};
}

function createPurchase(args: PurchaseArgs, state: AdminState): object {
  const {name, returnUrl, price, test} = args;
  refuseBadCharge(args);
  const made = state.records.billing.addPurchase({
    name,
    returnUrl,
    price: readMoney(price, ['price']),
    test: test ?? false,
  });
  return {appPurchaseOneTime: resolvePurchase(made), confirmationUrl: confirmationUrl(made, state)};
}

function refuseBadCharge({name, returnUrl}: {readonly name: string; readonly returnUrl: string}): void {
  if (name.trim() === '') throw emptyValue('Name', ['name']);
  if (!/^https?:\/\//.test(returnUrl)) throw new UserError('INVALID', 'Return url is invalid', ['returnUrl']);
}

function cancelSubscription(id: string, state: AdminState): object {
  const {billing} = state.records;
  const found = subscriptionOf(id, state);
  if (found.status !== 'ACTIVE' && found.status !== 'PENDING')
    throw new UserError(
      'INVALID',
      `Cannot transition status via :cancel from :${found.status.toLowerCase()}`,
      ['id'],
    );
  return {appSubscription: resolveSubscription(billing.cancel(found), billing)};
}

function extendTrial({id, days}: {id: string; days: number}, state: AdminState): object {
  const {billing} = state.records;
  const found = subscriptionOf(id, state);
  if (days < 1 || days > 1000) throw new UserError('INVALID', 'Days must be between 1 and 1000', ['days']);
  return {appSubscription: resolveSubscription(billing.extendTrial(found, days), billing)};
}

function subscriptionOf(id: string, {records}: AdminState): AppSubscription {
  const found = records.billing.charge(id);
  if (found?.kind === 'subscription') return found;
  throw new UserError('NOT_FOUND', "Couldn't find RecurringApplicationCharge", ['id']);
}

function raiseCap({id, cappedAmount}: {id: string; cappedAmount: MoneyInput}, state: AdminState): object {
  const {billing} = state.records;
  const {subscription, plan} = usageLineOf(id, ['id'], state);
  const wanted = readMoney(cappedAmount, ['cappedAmount']);
  if (minorUnits(wanted) <= minorUnits(plan.cappedAmount))
    throw new UserError('INVALID', 'Capped amount must be greater than the current capped amount', [
      'cappedAmount',
    ]);

  const changed = billing.requestCap(subscription, id, wanted);
  return {
    appSubscription: resolveSubscription(changed, billing),
    confirmationUrl: confirmationUrl(changed, state),
  };
}

function createUsage(
  {subscriptionLineItemId, price, description, idempotencyKey = null}: UsageArgs,
  state: AdminState,
): object {
  const {billing} = state.records;
  const {line, plan} = usageLineOf(subscriptionLineItemId, ['subscriptionLineItemId'], state);

  const repeated = billing
    .usageOf(line.id)
    .find((record) => idempotencyKey !== null && record.idempotencyKey === idempotencyKey);
  if (repeated !== undefined) return {appUsageRecord: resolveUsage(repeated, line, billing)};

  const wanted = readMoney(price, ['price']);
  const used = billing.balanceOf(line.id, plan.cappedAmount.currencyCode);
  if (minorUnits(used) + minorUnits(wanted) > minorUnits(plan.cappedAmount))
    throw new UserError('INVALID', 'Total price exceeds balance remaining', []);

  const record = billing.addUsage({lineId: line.id, description, price: wanted, idempotencyKey});
  return {appUsageRecord: resolveUsage(record, line, billing)};
}

interface UsageLine {
  readonly subscription: AppSubscription;
  readonly line: AppSubscription['lineItems'][number];
  readonly plan: {readonly cappedAmount: Money};
}

/** Finds a line with usage pricing of an active subscription. */
function usageLineOf(id: string, field: readonly string[], {records}: AdminState): UsageLine {
  const found = records.billing.line(id);
  if (found === undefined || found.line.plan.kind !== 'usage')
    throw new UserError('NOT_FOUND', 'The subscription line item has no usage pricing', field);
  if (found.subscription.status !== 'ACTIVE')
    throw new UserError('INVALID', 'The subscription is not active', field);
  return {...found, plan: found.line.plan};
}
