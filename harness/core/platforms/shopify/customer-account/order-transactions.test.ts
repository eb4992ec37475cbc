import {expect, test} from '@playwright/test';
import type {Order, OrderLine} from '../../../../wire/order.ts';
import {withCost} from '../../../world/cost.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {orderStates} from '../../../world/order-edits.ts';
import {createWorld} from '../../../world/world.ts';
import {resolveTransactions} from './order-transactions.ts';

const [order] = createWorld().orders as [Order];
const [line] = order.lines as [OrderLine];
const edit = {
  happenedAt: '2026-01-12T10:00:00.000Z',
  changes: [{lineId: line.id, merchandise: line.merchandise, delta: 1}],
};

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
  const refund = {
    id: 'gid://shopify/Refund/1',
    returnId: 'gid://shopify/Return/1',
    returnName: '#1001-R1',
    lines: [],
    createdAt: '2026-01-20T10:00:00.000Z',
    amount: moneyOf(500, 'USD'),
  };

  const transactions = resolveTransactions(withGiftCard(100), [refund], () => ({})) as readonly Shown[];
  expect(transactions.map(({type, kind}) => `${type} ${kind}`)).toEqual([
    'GIFT_CARD SALE',
    'CARD SALE',
    'CARD SALE',
    'CARD REFUND',
  ]);
  expect(transactions.map(({transactionParentId}) => transactionParentId)).toEqual([
    null,
    null,
    null,
    transactions[2]?.id,
  ]);
});

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
