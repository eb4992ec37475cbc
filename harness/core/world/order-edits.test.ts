import {expect, test} from '@playwright/test';
import type {Order, OrderLine} from '../../wire/order.ts';
import {withCost} from './cost.ts';
import {minorUnits} from './money.ts';
import {
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
