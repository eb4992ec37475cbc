import {minorUnits, moneyOf} from '../../../../world/money.ts';
import type {Money} from '../../../../world/money.ts';
import type {AppSubscription, OneTimePurchase, SubscriptionLine, UsageRecord} from './charges.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A charge that the merchant may accept or decline. */
export type AnyCharge = AppSubscription | OneTimePurchase;

/** A change of a charge, for webhooks. */
export type ChargeListener = (charge: AnyCharge) => void;

/** The parts of a new charge that the app decides. */
export type NewSubscription = Pick<AppSubscription, 'name' | 'returnUrl' | 'test' | 'trialDays'> & {
  readonly plans: readonly SubscriptionLine['plan'][];
};

/** The charges of the app in the shop. */
export class AppBilling {
  readonly #deps: {now(): number; newId(type: string): string};
  readonly #charges = new Map<string, AnyCharge>();
  readonly #usage: UsageRecord[] = [];
  readonly #listeners = new Set<ChargeListener>();

  constructor(deps: {now(): number; newId(type: string): string}) {
    this.#deps = deps;
  }

  /** All subscriptions, the oldest first. */
  get subscriptions(): readonly AppSubscription[] {
    return [...this.#charges.values()].filter((charge) => charge.kind === 'subscription');
  }

  /** All one-time purchases, the oldest first. */
  get purchases(): readonly OneTimePurchase[] {
    return [...this.#charges.values()].filter((charge) => charge.kind === 'one-time');
  }

  /** Calls a listener after each change of a charge. Returns the end of it. */
  onChange(listener: ChargeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  charge(id: string): AnyCharge | undefined {
    return this.#charges.get(id);
  }

  /** Finds a line and its subscription. */
  line(id: string): {readonly subscription: AppSubscription; readonly line: SubscriptionLine} | undefined {
    for (const subscription of this.subscriptions) {
      const line = subscription.lineItems.find((each) => each.id === id);
      if (line !== undefined) return {subscription, line};
    }

    return undefined;
  }

  addSubscription({plans, ...settings}: NewSubscription): AppSubscription {
    const {now, newId} = this.#deps;
    return this.#keep<AppSubscription>({
      ...settings,
      kind: 'subscription',
      id: newId('AppSubscription'),
      status: 'PENDING',
      createdAt: now(),
      currentPeriodEnd: null,
      lineItems: plans.map((plan, index) => ({
        id: `${newId('AppSubscriptionLineItem')}?v=1&index=${index}`,
        plan,
      })),
    });
  }

  addPurchase(settings: Pick<OneTimePurchase, 'name' | 'price' | 'returnUrl' | 'test'>): OneTimePurchase {
    const {now, newId} = this.#deps;
    const made = {
      kind: 'one-time',
      id: newId('AppPurchaseOneTime'),
      status: 'PENDING',
      createdAt: now(),
    } as const;
    return this.#keep<OneTimePurchase>({...settings, ...made});
  }

  /**
   * The merchant accepts a charge, or a higher cap of an active one. A shop has one active subscription to an app, so the
   * earlier one ends.
   */
  accept(charge: AnyCharge): void {
    if (charge.status === 'ACTIVE') return this.#raiseCaps(charge);
    if (charge.status !== 'PENDING') return;
    if (charge.kind === 'one-time') return void this.#keep({...charge, status: 'ACTIVE'});

    for (const other of this.subscriptions) if (other.status === 'ACTIVE') this.cancel(other);
    const isAnnual = charge.lineItems.some(
      ({plan}) => plan.kind === 'recurring' && plan.interval === 'ANNUAL',
    );
    const days = charge.trialDays + (isAnnual ? 365 : 30);
    this.#keep({...charge, status: 'ACTIVE', currentPeriodEnd: this.#deps.now() + days * DAY});
  }

  /** The merchant declines a charge. */
  decline(charge: AnyCharge): void {
    if (charge.status === 'PENDING') this.#keep({...charge, status: 'DECLINED'});
  }

  cancel(subscription: AppSubscription): AppSubscription {
    return this.#keep({...subscription, status: 'CANCELLED'});
  }

  /** Ends all subscriptions, because the app is uninstalled. */
  cancelAll(): void {
    for (const each of this.subscriptions) if (each.status === 'ACTIVE') this.cancel(each);
  }

  extendTrial(subscription: AppSubscription, days: number): AppSubscription {
    const {trialDays, currentPeriodEnd} = subscription;
    const end = currentPeriodEnd === null ? null : currentPeriodEnd + days * DAY;
    return this.#keep({...subscription, trialDays: trialDays + days, currentPeriodEnd: end});
  }

  /** Asks for a higher cap of a line, which the merchant has to accept. */
  requestCap(subscription: AppSubscription, lineId: string, requestedCap: Money): AppSubscription {
    const lineItems = subscription.lineItems.map((line) =>
      line.id === lineId && line.plan.kind === 'usage' ? {...line, plan: {...line.plan, requestedCap}} : line,
    );
    return this.#keep({...subscription, lineItems});
  }

  /** Returns the sum of the uses of a line. */
  balanceOf(lineId: string, currency: string): Money {
    const units = this.usageOf(lineId).reduce((sum, {price}) => sum + minorUnits(price), 0);
    return moneyOf(units, currency);
  }

  /** Lists the uses of a line, the oldest first. */
  usageOf(lineId: string): readonly UsageRecord[] {
    return this.#usage.filter((record) => record.lineId === lineId);
  }

  addUsage(record: Omit<UsageRecord, 'id' | 'createdAt'>): UsageRecord {
    const {now, newId} = this.#deps;
    const made = {...record, id: newId('AppUsageRecord'), createdAt: now()};
    this.#usage.push(made);
    return made;
  }

  #raiseCaps(charge: AnyCharge): void {
    if (charge.kind !== 'subscription') return;

    const lineItems = charge.lineItems.map((line) => {
      if (line.plan.kind !== 'usage' || line.plan.requestedCap === null) return line;
      return {...line, plan: {...line.plan, cappedAmount: line.plan.requestedCap, requestedCap: null}};
    });
    this.#keep({...charge, lineItems});
  }

  #keep<Kept extends AnyCharge>(charge: Kept): Kept {
    this.#charges.set(charge.id, charge);
    for (const listener of this.#listeners) listener(charge);
    return charge;
  }
}
