import {expect, test} from '@playwright/test';
import {adminCalls} from './admin-calls.ts';
import {ExtensionTools} from './extension-tools.ts';

const CHANGES: readonly (readonly [string, unknown, boolean])[] = [
  ['updateDiscountClasses', ['order', 'shipping'], true],
  ['updateDiscountClasses', ['ORDER'], false],
  ['updatePurchaseType', 'both', true],
  ['updatePurchaseType', 'never', false],
  ['updateRecurringCycleLimit', null, true],
  ['updateRecurringCycleLimit', 3, true],
  ['updateRecurringCycleLimit', 1.5, false],
];

for (const [name, value, isValid] of CHANGES) {
  test(`discounts.${name}(${JSON.stringify(value)}) answers at once`, () => {
    const signals: unknown[] = [];
    const asked: unknown[] = [];
    const calls = adminCalls({
      tools: new ExtensionTools(),
      setSignal: (_path, next) => void signals.push(next),
      callPage: async (_path, args) => void asked.push(args),
    });

    const message = `${JSON.stringify(value)} is not valid.`;
    expect(calls[`discounts.${name}`]?.(value)).toEqual(
      isValid
        ? {success: true, value}
        : {success: false, errors: [{type: 'error', code: 'INVALID', message}]},
    );
    expect(signals).toEqual(isValid ? [value] : []);
    expect(asked).toHaveLength(signals.length);
  });
}
