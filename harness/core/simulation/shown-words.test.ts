import {expect, test} from '@playwright/test';
import {coreOf, createSimulation} from './simulation.ts';
import {shownWords} from './shown-words.ts';

const {order, checkout} = coreOf(createSimulation());
const LATE = '2026-03-14T23:30:00Z';
const CANCELLED = '2026-04-01T00:00:00Z';

for (const [language, timezone, late, cancelled, amount] of [
  ['en', 'UTC', 'March 14, 2026', 'April 1, 2026', '€1,234.50'],
  ['en', 'Asia/Tokyo', 'March 15, 2026', 'April 1, 2026', '€1,234.50'],
  ['fr', 'America/New_York', '14 mars 2026', '31 mars 2026', '1 234,50 €'],
] as const) {
  test(`days and amounts in ${language} at ${timezone}`, () => {
    const tip = {amount: 1234.5, currencyCode: 'EUR'};
    const orders = [{...order, processedAt: LATE, cancelledAt: CANCELLED, tip}];
    const {days, amounts} = shownWords({orders, checkout}, {language, timezone});

    expect(days).toEqual({[LATE]: late, [CANCELLED]: cancelled});
    expect(amounts['EUR 1234.5']?.replaceAll(/\s/g, ' ')).toBe(amount);
  });
}

test('the totals of the checkout are among the amounts', () => {
  const {amounts} = shownWords({orders: [], checkout}, {language: 'en', timezone: 'UTC'});
  const {amount, currencyCode} = checkout.cost.total;
  expect(amounts[`${currencyCode} ${amount}`]).toBe(`$${amount.toFixed(2)}`);
});
