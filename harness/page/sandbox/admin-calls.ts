/** Members of the admin's API that answer at once, so the sandbox answers them itself. */
import type {ExtensionTools} from './extension-tools.ts';

/** The parts of the sandbox that these members use. */
export interface AdminCallDeps {
  readonly tools: ExtensionTools;
  setSignal(path: string, value: unknown): void;
  callPage(path: string, args: readonly unknown[]): Promise<unknown>;
}

/** The members by their paths. */
export type AdminCalls = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

const CLASSES: ReadonlySet<unknown> = new Set(['product', 'order', 'shipping']);
const PURCHASE_TYPES: ReadonlySet<unknown> = new Set(['one_time_purchase', 'subscription', 'both']);

/** Makes the members. Each change of a discount shows in its signal at once, and the page hears of it. */
export function adminCalls({tools, setSignal, callPage}: AdminCallDeps): AdminCalls {
  const report = (path: string, args: readonly unknown[]): void => void callPage(path, args).catch(() => {});

  return {...discountCalls(setSignal, report), ...toolCalls(tools, report)};
}

type Report = (path: string, args: readonly unknown[]) => void;

function discountCalls(setSignal: AdminCallDeps['setSignal'], report: Report): AdminCalls {
  const update =
    (name: string, isValid: (value: unknown) => boolean) =>
    (value: unknown): unknown => {
      if (!isValid(value)) {
        const message = `${JSON.stringify(value)} is not valid.`;
        return {success: false, errors: [{type: 'error', code: 'INVALID', message}]};
      }

      setSignal(`discounts.${name}`, value);
      report('discounts.update', [{[name]: value}]);
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
  };
}

function toolCalls(tools: ExtensionTools, report: Report): AdminCalls {
  return {
    'tools.register': (name, handler) => {
      const remove = tools.register(String(name), handler as (input: unknown) => unknown);
      report('tools.register', [name]);
      return () => {
        remove();
        report('tools.unregister', [name]);
      };
    },
    'tools.unregister': (name) => {
      tools.unregister(String(name));
      report('tools.unregister', [name]);
    },
    'tools.clear': () => {
      tools.clear();
      report('tools.clear', []);
    },
  };
}
