import {expect, test} from '@playwright/test';
import type {Order, OrderLine} from '../../../../wire/order.ts';
import {withCost} from '../../../world/cost.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {orderStates} from '../../../world/order-edits.ts';
import type {Refund} from '../../../world/order-refunds.ts';
import {createWorld} from '../../../world/world.ts';
import {resolveTransactions} from './order-transactions.ts';

const [order] = createWorld().orders as [Order];
const [line] = order.lines as [OrderLine];
const edit = {
  happenedAt: '2026-01-12T10:00:00.000Z',
  changes: [{lineId: line.id, merchandise: line.merchandise, delta: 1}],
};

/** Before the edit and after it. */
const EARLIER = '2026-01-11T12:00:00.000Z';
const LATER = '2026-01-20T10:00:00.000Z';

/** An order of two items, one of which an edit added. */
const dearer = withCost({
  ...order,
  lines: [{...line, quantity: 2, discountAllocations: []}],
  discountAllocations: [],
  giftCards: [],
  edits: [edit],
});
const [original] = orderStates(dearer) as [Order];
const [before, after] = [original, dearer].map(({cost}) => minorUnits(cost.total)) as [number, number];

for (const {name, used, expected} of [
  {name: 'above the original total', used: before + 100, expected: [before, 100, after - before - 100]},
  {name: 'of the original total', used: before, expected: [before, after - before]},
  {name: 'below the original total', used: 100, expected: [100, before - 100, after - before]},
  {name: 'of the whole total', used: after, expected: [before, after - before]},
]) {
  test(`a gift card ${name} pays what was used of it, and the card pays the rest`, () => {
    const transactions = resolve(withGiftCard(used));
    const byGiftCard = transactions.filter(({type}) => type === 'GIFT_CARD');

    expect(transactions.map(({transactionAmount}) => centsOf(transactionAmount))).toEqual(expected);
    expect(byGiftCard.reduce((sum, {transactionAmount}) => sum + centsOf(transactionAmount), 0)).toBe(used);
    expect(new Set(transactions.map(({kind}) => kind))).toEqual(new Set(['SALE']));
  });
}

test('a refund goes to what paid last', () => {
  expect(shownWith(withGiftCard(100), [refundOf(5, LATER)])).toEqual([
    {of: 'GIFT_CARD SALE', cents: 100, parent: -1},
    {of: 'CARD SALE', cents: before - 100, parent: -1},
    {of: 'CARD SALE', cents: after - before, parent: -1},
    {of: 'CARD REFUND', cents: 5, parent: 2},
  ]);
});

test('refunds are split over the payments, from the last one back', () => {
  const first = after - before + 30;
  const transactions = shownWith(withGiftCard(100), [
    refundOf(first, LATER),
    refundOf(after - first, '2026-01-25T10:00:00.000Z'),
  ]);

  expect(transactions.slice(3)).toEqual([
    {of: 'CARD REFUND', cents: after - before, parent: 2},
    {of: 'CARD REFUND', cents: 30, parent: 1},
    {of: 'CARD REFUND', cents: before - 130, parent: 1},
    {of: 'GIFT_CARD REFUND', cents: 100, parent: 0},
  ]);
});

test('a refund before a later edit goes to an earlier payment, and the list is in the order of time', () => {
  const transactions = resolveTransactions(
    withGiftCard(0),
    [refundOf(5, EARLIER)],
    () => ({}),
  ) as readonly (Shown & {
    readonly createdAt: string;
  })[];

  expect(transactions.map(({kind, createdAt}) => `${kind} ${createdAt}`)).toEqual([
    `SALE ${order.processedAt}`,
    `REFUND ${EARLIER}`,
    `SALE ${edit.happenedAt}`,
  ]);
  expect(transactions[1]?.transactionParentId).toBe(transactions[0]?.id);
});

test('the last payment gives back what a refund has more than all payments before it', () => {
  expect(shownWith(withGiftCard(100), [refundOf(before + 7, EARLIER)]).slice(2)).toEqual([
    {of: 'CARD REFUND', cents: before - 100 + 7, parent: 1},
    {of: 'GIFT_CARD REFUND', cents: 100, parent: 0},
    {of: 'CARD SALE', cents: after - before, parent: -1},
  ]);
});

function refundOf(cents: number, createdAt: string): Refund {
  return {
    id: 'gid://shopify/Refund/1',
    returnId: 'gid://shopify/Return/1',
    returnName: '#1001-R1',
    lines: [],
    createdAt,
    amount: moneyOf(cents, 'USD'),
  };
}

/** Lists transactions with the index of their parent; -1 without one. */
function shownWith(paid: Order, refunds: readonly Refund[]): readonly object[] {
  const all = resolveTransactions(paid, refunds, () => ({})) as readonly Shown[];

  return all.map(({type, kind, transactionAmount, transactionParentId}) => ({
    of: `${type} ${kind}`,
    cents: centsOf(transactionAmount),
    parent: all.findIndex(({id}) => id === transactionParentId),
  }));
}

interface Shown {
  readonly id: string;
  readonly type: string;
  readonly kind: string;
  readonly transactionParentId: string | null;
  readonly transactionAmount: Amount;
}

interface Amount {
  readonly presentmentMoney: {readonly amount: number};
}

function withGiftCard(used: number): Order {
  const amountUsed = moneyOf(used, 'USD');
  return {...dearer, giftCards: [{lastCharacters: 'g1ft', amountUsed, balance: moneyOf(used + 1000, 'USD')}]};
}

function resolve(paid: Order): readonly Shown[] {
  return resolveTransactions(paid, [], () => ({})) as readonly Shown[];
}

function centsOf({presentmentMoney}: Amount): number {
  return Math.round(presentmentMoney.amount * 100);
}
