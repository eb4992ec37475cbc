import {expect, test} from '@playwright/test';
import type {Order, OrderLine} from '../../wire/order.ts';
import {withCost} from './cost.ts';
import {minorUnits} from './money.ts';
import type {Money} from './money.ts';
import {
  checkEdits,
  editChanges,
  editPayments,
  editSums,
  orderStates,
  removedLines,
  removedQuantity,
} from './order-edits.ts';
import {createWorld} from './world.ts';

const [order] = createWorld().orders as [Order];
const [first, second, third] = order.lines as [OrderLine, OrderLine, OrderLine];
const change = ({id, merchandise}: OrderLine, delta: number): Order['edits'][number]['changes'][number] => ({
  lineId: id,
  merchandise,
  delta,
});

const usd = (amount: number): Money => ({amount, currencyCode: 'USD'});

/** The second line was removed, then the first got two more items, of which one was taken away again. */
const edited = withCost({
  ...order,
  lines: [{...first, quantity: 3}, third],
  discountAllocations: [],
  edits: [
    {happenedAt: '2026-01-11T10:00:00.000Z', changes: [change(second, -2)]},
    {happenedAt: '2026-01-12T10:00:00.000Z', changes: [change(first, 2)]},
    {happenedAt: '2026-01-13T10:00:00.000Z', changes: [change(first, -1)]},
  ],
});

test('undoes edits one by one', () => {
  const quantities = orderStates(edited).map(({lines}) =>
    Object.fromEntries(lines.map(({id, quantity}) => [id, quantity])),
  );
  const rest = {[third.id]: third.quantity};

  expect(quantities).toEqual([
    {[first.id]: 2, [second.id]: 2, ...rest},
    {[first.id]: 2, ...rest},
    {[first.id]: 4, ...rest},
    {[first.id]: 3, ...rest},
  ]);
  expect(orderStates(edited).at(-1)).toBe(edited);
});

for (const {name, deltas, amount, expected} of [
  {name: 'follow its quantity', deltas: [2], amount: 15, expected: 5},
  {name: 'are rounded down', deltas: [2], amount: 20, expected: 6.66},
  {name: 'follow one change after another', deltas: [1, 1], amount: 15, expected: 5},
  {name: 'are gone once nothing of it was left', deltas: [3, -1], amount: 15, expected: 0},
]) {
  test(`discounts of a line ${name}, before an edit`, () => {
    const discounted = {
      ...first,
      quantity: 3,
      discountAllocations: [{type: 'code', code: 'HALF', discountedAmount: usd(amount)} as const],
    };
    const changes = deltas.map((delta) => change(first, delta));
    const edits = [{happenedAt: '2026-01-11T10:00:00.000Z', changes}];

    const [before] = orderStates(withCost({...order, lines: [discounted], edits}));
    expect(before?.lines).toMatchObject([
      {
        quantity: 3 - deltas.reduce((sum, delta) => sum + delta, 0),
        discountAllocations: [{discountedAmount: usd(expected)}],
      },
    ]);
  });
}

test('edits that do not lead to the lines are refused', () => {
  const [sooner, later] = ['2026-01-11T10:00:00.000Z', '2026-01-12T10:00:00.000Z'] as const;
  const check = (edits: Order['edits']): void => checkEdits({lines: [{...first, quantity: 2}], edits});

  expect(() => check([{happenedAt: sooner, changes: [change(first, 2)]}])).not.toThrow();
  expect(() => check([{happenedAt: sooner, changes: [change(first, 3)]}])).toThrow(
    /has 2 of it after the edit/,
  );
  expect(() => check([{happenedAt: sooner, changes: [change(second, 1)]}])).toThrow(/has 0 of it/);
  const [before, after] = [change(first, -1), change(first, 1)];
  expect(() =>
    check([
      {happenedAt: later, changes: [before]},
      {happenedAt: sooner, changes: [after]},
    ]),
  ).toThrow('order.edits[1] happened before order.edits[0].');
});

test('pays and pays back the difference of each edit', () => {
  const totals = orderStates(edited).map(({cost}) => minorUnits(cost.total));
  const payments = editPayments(edited);

  expect(payments.map(({kind}) => kind)).toEqual(['REFUND', 'SALE', 'REFUND']);
  const net = payments.reduce(
    (sum, {kind, amount}) => sum + (kind === 'SALE' ? 1 : -1) * minorUnits(amount),
    0,
  );
  expect((totals[0] ?? 0) + net).toBe(minorUnits(edited.cost.total));

  const {paid, refundedByEdits} = editSums(edited);
  expect(paid - refundedByEdits).toBe(minorUnits(edited.cost.total));
});

test('knows what edits took away, and the lines that are gone', () => {
  expect([first, second, third].map(({id}) => removedQuantity(edited, id))).toEqual([1, 2, 0]);
  expect(removedLines(edited)).toMatchObject([{id: second.id, quantity: 0, total: {amount: 0}}]);
  expect([...editChanges(edited)]).toEqual([
    [second.id, -2],
    [first.id, 1],
  ]);
});

test('an order without edits is its only state', () => {
  expect(orderStates(order)).toEqual([order]);
  expect(editPayments(order)).toEqual([]);
  expect(removedLines(order)).toEqual([]);
});
