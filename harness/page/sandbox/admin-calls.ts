/** Members of the admin's API that answer at once, so the sandbox answers them itself. */

/** The parts of the sandbox that these members use. */
export interface AdminCallDeps {
  setSignal(path: string, value: unknown): void;
  callPage(path: string, args: readonly unknown[]): Promise<unknown>;
}

const CLASSES: ReadonlySet<unknown> = new Set(['product', 'order', 'shipping']);
const PURCHASE_TYPES: ReadonlySet<unknown> = new Set(['one_time_purchase', 'subscription', 'both']);

/** Makes the members. Each change of a discount shows in its signal at once, and the page hears of it. */
export function adminCalls({setSignal, callPage}: AdminCallDeps): AdminCalls {
  const update =
    (name: string, isValid: (value: unknown) => boolean) =>
    (value: unknown): unknown => {
      if (!isValid(value))
        return {success: false, errors: [{type: 'error', message: `${JSON.stringify(value)} is not valid.`}]};
      setSignal(`discounts.${name}`, value);
      void callPage('discounts.update', [{[name]: value}]).catch(() => {});
      return {success: true, value};
    };

  return {
    'discounts.updateDiscountClasses': update(
      'discountClasses',
      (value) => Array.isArray(value) && value.every((each) => CLASSES.has(each)),
    ),
    'discounts.updatePurchaseType': update('purchaseType', (value) => PURCHASE_TYPES.has(value)),
    'discounts.updateRecurringCycleLimit': update(
      'recurringCycleLimit',
      (value) => value === null || (Number.isInteger(value) && (value as number) >= 0),
    ),
    'tools.register': (name) => {
      void callPage('tools.register', [name]).catch(() => {});
      return () => void callPage('tools.unregister', [name]).catch(() => {});
    },
  };
}

/** The members by their paths. */
export type AdminCalls = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
