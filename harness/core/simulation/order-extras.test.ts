import {expect, test} from '@playwright/test';
import type {Money, Order} from '../../wire/order.ts';
import {minorUnits} from '../world/money.ts';
import {removedLines} from '../world/order-edits.ts';
import {askAccount} from './account-api.fixture.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';
import {askStorefront} from './storefront-query.fixture.ts';

const MONEY = '{ amount currencyCode }';
const ACCOUNT_ORDER = `{
  name edited totalTip ${MONEY} totalDuties ${MONEY} totalDutiesSummary { totalDutiesStatus totalDuties ${MONEY} }
  totalPrice ${MONEY} totalRefunded ${MONEY} financialStatus
  lineItems(first: 9) { nodes { id title quantity refundableQuantity currentTotalPrice ${MONEY} } }
  lineItemsSummary { totalQuantityOfTipLineItems }
  editSummary { latestHappenedAt changes { delta lineItem { id } } }
  refunds { totalRefunded ${MONEY} }
  transactions { id type kind transactionParentId processedAt transactionAmount { presentmentMoney ${MONEY} } }
  agreements(first: 9) { nodes { __typename sales(first: 9) { nodes { __typename actionType quantity totalAmount ${MONEY} } } } }
}`;

interface AccountOrder {
  readonly name: string;
  readonly financialStatus: string;
  readonly totalPrice: Amount;
  readonly totalRefunded: Amount;
  readonly lineItems: {readonly nodes: readonly {readonly id: string}[]};
  readonly transactions: readonly {
    readonly id: string;
    readonly type: string;
    readonly kind: string;
    readonly transactionParentId: string | null;
    readonly processedAt: string;
    readonly transactionAmount: {readonly presentmentMoney: {readonly amount: string}};
  }[];
  readonly agreements: {
    readonly nodes: readonly {
      readonly __typename: string;
      readonly sales: {
        readonly nodes: readonly {
          readonly __typename: string;
          readonly totalAmount: {readonly amount: string};
        }[];
      };
    }[];
  };
}

test('Ada has earlier orders with a tip, with duties and with an edit if a test asks for them', async () => {
  const simulation = createSimulationCore();
  expect(await namesOf(simulation)).toEqual(['#1001', '#1002', '#1003']);

  simulation.update({earlierOrders: true});
  expect(await namesOf(simulation)).toEqual(['#998', '#999', '#1000', '#1001', '#1002', '#1003']);
  expect(
    simulation.pages
      .state()
      .orders.map(({name}) => name)
      .slice(3),
  ).toEqual(['#1000', '#999', '#998']);

  const [tipped, taxed, edited] = simulation.world.earlierOrders as [Order, Order, Order];
  const none = {totalTip: null, totalDuties: null, edited: false, editSummary: null};
  expect(await accountOrder(simulation, tipped.id)).toMatchObject({
    ...none,
    totalTip: shown(tipped.tip),
    lineItemsSummary: {totalQuantityOfTipLineItems: 1},
    financialStatus: 'PAID',
  });
  expect(await accountOrder(simulation, taxed.id)).toMatchObject({
    ...none,
    totalDuties: shown(taxed.duties),
    totalDutiesSummary: {totalDutiesStatus: 'DUTIES_OK', totalDuties: shown(taxed.duties)},
  });
  expect(await accountOrder(simulation, edited.id)).toMatchObject({
    ...none,
    edited: true,
    editSummary: {
      latestHappenedAt: edited.edits[0]?.happenedAt.replace('.000Z', 'Z'),
      changes: [
        {delta: 1, lineItem: {id: edited.lines[0]?.id}},
        {delta: -1, lineItem: {id: 'gid://shopify/LineItem/9989'}},
      ],
    },
  });
});

test('the page shows a tip, duties and edits that a test gives the order, and every sum follows', async () => {
  const simulation = createSimulationCore();
  const {cost, lines} = simulation.order;
  const [first, second, ...others] = lines as [Order['lines'][0], Order['lines'][0], ...Order['lines'][0][]];
  const dollars = (amount: number): Money => ({amount, currencyCode: 'USD'});
  const removed = {lineId: second.id, merchandise: second.merchandise, delta: -second.quantity};

  simulation.update({order: {tip: dollars(5), duties: dollars(12.5)}});
  const {order} = simulation.pages.state();
  expect(minorUnits(order.cost.total)).toBe(minorUnits(cost.total) + 500 + 1250);
  expect(order.cost).toEqual({...cost, total: order.cost.total});

  simulation.update({
    order: {
      lines: [first, ...others],
      edits: [{happenedAt: '2026-01-11T10:00:00Z', changes: [removed]}],
    },
  });
  const answered = await accountOrder(simulation, order.id);
  expect(answered).toMatchObject({
    edited: true,
    financialStatus: 'PARTIALLY_REFUNDED',
    totalPrice: shown(simulation.order.cost.total),
    totalRefunded: {amount: decimal(order.cost.total.amount - simulation.order.cost.total.amount)},
    lineItems: {
      nodes: [
        {id: first.id, refundableQuantity: first.quantity},
        ...others.map(({id}) => ({id})),
        {id: second.id, quantity: second.quantity, refundableQuantity: 0, currentTotalPrice: {amount: '0.0'}},
        {title: 'Tip', quantity: 1, refundableQuantity: 0},
      ],
    },
  });
  expect(simulation.pages.state().order.lines.map(({id}) => id)).not.toContain(second.id);
  expectSums(answered, simulation.order);
  expect(kindsOf(answered)).toEqual([
    'OrderAgreement',
    ...lines.map(() => 'ProductSale'),
    'ShippingLineSale',
    'DutySale',
    'TipSale',
    'OrderEditAgreement',
    'ProductSale',
  ]);

  const {accessToken} = await simulation.accounts.tokens.issue('gid://shopify/Customer/7001');
  expectSameOrder(await storefrontOrder(simulation, accessToken, order.name), answered);
});

test('the sales and the transactions of each earlier order are its total, in both APIs', async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const simulation = createSimulationCore({seed});
    simulation.update({earlierOrders: true});
    const {accessToken} = await simulation.accounts.tokens.issue('gid://shopify/Customer/7001');

    for (const order of simulation.world.earlierOrders) {
      const answered = await accountOrder(simulation, order.id);
      expectSums(answered, order);

      const listed = await storefrontOrder(simulation, accessToken, order.name);
      expectSameOrder(listed, answered);
      expect(listed).toMatchObject({
        edited: order.edits.length > 0,
        originalTotalDuties: order.duties === null ? null : {amount: decimal(order.duties.amount)},
        lineItems: {
          nodes: [
            ...order.lines.map(({quantity}) => ({quantity, currentQuantity: quantity})),
            ...removedLines(order).map(() => ({quantity: 1, currentQuantity: 0})),
          ],
        },
      });
      expect(partsOf(listed) + (order.tip === null ? 0 : minorUnits(order.tip))).toBe(
        cents(listed.totalPrice.amount),
      );
    }
  }
});

test('a refund gives no payment back more than it paid, and adds up in both APIs', async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const simulation = createSimulationCore({seed});
    const {id, name, cost, lines} = simulation.order;
    const {amount, currencyCode} = cost.total;
    simulation.update({
      order: {
        giftCards: [
          {
            lastCharacters: 'g1ft',
            amountUsed: {amount: Math.round(amount * 100 - 1) / 100, currencyCode},
            balance: {amount, currencyCode},
          },
        ],
        returns: [
          {
            id: 'gid://shopify/Return/10015',
            name: '#1001-R5',
            status: 'closed',
            lineIds: lines.map((line) => line.id),
          },
        ],
      },
    });

    const {transactions, ...answered} = await accountOrder(simulation, id);
    const refunds = transactions.filter(({kind}) => kind === 'REFUND');
    expect(refunds.map(({type}) => type)).toEqual(['CARD', 'GIFT_CARD']);

    for (const payment of transactions.filter(({kind}) => kind === 'SALE')) {
      const given = refunds.filter(({transactionParentId}) => transactionParentId === payment.id);
      expect(new Set(given.map(({type}) => type))).toEqual(new Set([payment.type]));
      expect(sumOf(given)).toBeLessThanOrEqual(sumOf([payment]));
    }
    expect(sumOf(refunds)).toBe(cents(answered.totalRefunded.amount));

    const {accessToken} = await simulation.accounts.tokens.issue('gid://shopify/Customer/7001');
    const listed = await storefrontOrder(simulation, accessToken, name);
    expect(cents(listed.totalRefunded.amount)).toBe(sumOf(refunds));
  }
});

/** Adds up transactions, in cents. */
function sumOf(transactions: AccountOrder['transactions']): number {
  return transactions.reduce(
    (sum, {transactionAmount: {presentmentMoney}}) => sum + cents(presentmentMoney.amount),
    0,
  );
}

/** Expects the same money and status of an order in both APIs. The order has no returns. */
function expectSameOrder(listed: StorefrontOrder, {transactions, ...account}: AccountOrder): void {
  const paid = transactions.filter(({processedAt}) => processedAt === transactions[0]?.processedAt);

  expect(listed).toMatchObject({
    financialStatus: account.financialStatus,
    totalPrice: {amount: account.totalPrice.amount},
    currentTotalPrice: {amount: account.totalPrice.amount},
    originalTotalPrice: {amount: decimal(sumOf(paid) / 100)},
    totalRefunded: {amount: account.totalRefunded.amount},
  });
}

/** Adds up what an order consists of in the Storefront API, which has no tips, in cents. */
function partsOf({lineItems, totalShippingPrice, totalTax, originalTotalDuties}: StorefrontOrder): number {
  const goods = lineItems.nodes.map(({discountedTotalPrice}) => discountedTotalPrice);
  return [...goods, totalShippingPrice, totalTax, originalTotalDuties].reduce(
    (sum, money) => sum + cents(money?.amount ?? '0'),
    0,
  );
}

interface Amount {
  readonly amount: string;
}

interface StorefrontOrder {
  readonly totalRefunded: Amount;
  readonly totalPrice: Amount;
  readonly totalShippingPrice: Amount;
  readonly totalTax: Amount;
  readonly originalTotalDuties: Amount | null;
  readonly lineItems: {readonly nodes: readonly {readonly discountedTotalPrice: Amount}[]};
}

async function storefrontOrder(
  simulation: SimulationCore,
  accessToken: string,
  name: string,
): Promise<StorefrontOrder> {
  const query = `{ customer(customerAccessToken: "${accessToken}") { orders(first: 2, query: "name:${name}") { nodes {
    edited financialStatus originalTotalDuties { amount } currentTotalPrice { amount } totalPrice { amount }
    originalTotalPrice { amount } totalRefunded { amount } totalShippingPrice { amount } totalTax { amount }
    lineItems(first: 9) { nodes { quantity currentQuantity discountedTotalPrice { amount } } }
  } } } }`;
  const {customer} = (await askStorefront(simulation, query)).data as {
    readonly customer: {readonly orders: {readonly nodes: readonly StorefrontOrder[]}};
  };
  const {nodes} = customer.orders;

  expect(nodes).toHaveLength(1);
  return nodes[0] as StorefrontOrder;
}

async function accountOrder(simulation: SimulationCore, id: string): Promise<AccountOrder> {
  const {data, errors} = await askAccount(simulation, `{ order(id: "${id}") ${ACCOUNT_ORDER} }`);
  expect(errors).toBeUndefined();
  return data['order'] as AccountOrder;
}

async function namesOf(simulation: SimulationCore): Promise<readonly string[]> {
  const {data} = await askAccount(simulation, '{ customer { orders(first: 9) { nodes { name } } } }');
  const {orders} = data['customer'] as {
    readonly orders: {readonly nodes: readonly {readonly name: string}[]};
  };
  return orders.nodes.map(({name}) => name);
}

/** Expects that sales and transactions add up to the total of an order without returns. */
function expectSums({name, agreements, transactions}: AccountOrder, order: Order): void {
  const sales = agreements.nodes.flatMap(({sales: {nodes}}) => nodes);
  const sold = sales.reduce((sum, {totalAmount}) => sum + cents(totalAmount.amount), 0);
  const paid = transactions.reduce(
    (sum, {kind, transactionAmount: {presentmentMoney}}) =>
      sum + (kind === 'REFUND' ? -1 : 1) * cents(presentmentMoney.amount),
    0,
  );

  expect({name, sold, paid}).toEqual({
    name: order.name,
    sold: minorUnits(order.cost.total),
    paid: minorUnits(order.cost.total),
  });
}

function kindsOf({agreements}: AccountOrder): readonly string[] {
  return agreements.nodes.flatMap(({__typename, sales}) => [
    __typename,
    ...sales.nodes.map(({__typename: kind}) => kind),
  ]);
}

function cents(amount: string): number {
  return Math.round(Number(amount) * 100);
}

function shown(money: Money | null): object | null {
  return money === null ? null : {amount: decimal(money.amount), currencyCode: money.currencyCode};
}

function decimal(amount: number): string {
  const rounded = Math.round(amount * 100) / 100;
  return Number.isInteger(rounded) ? rounded.toFixed(1) : String(rounded);
}
