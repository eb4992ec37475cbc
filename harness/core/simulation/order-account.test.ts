import {expect, test} from '@playwright/test';
import {minorUnits} from '../world/money.ts';
import {askAccount} from './account-api.fixture.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';

const SECOND = 'gid://shopify/Order/1002';

test('the closed return of an order was paid back, and all sums agree', async () => {
  const found = await orderOf(
    createSimulationCore(),
    SECOND,
    `financialStatus totalPrice { amount } totalRefunded { amount }
    paymentInformation { paymentStatus totalPaidAmount { amount } }
    refunds { id returnName createdAt totalRefunded { amount } }
    transactions { id kind transactionParentId transactionAmount { shopMoney { amount } } order { id } }
    returns(first: 2) { nodes { name status createdAt closedAt timelineEvents { title } returnLineItems(first: 3) { nodes { quantity returnReason ... on ReturnLineItem { returnReasonDefinition { handle } } lineItem { id quantity refundableQuantity } } } } }
    soldInformation { quantity refundedQuantity total { amount } }
    agreements(first: 3) { nodes { __typename reason sales(first: 9) { nodes { __typename actionType totalAmount { amount } totalTaxAmount { amount } } } } }`,
  );

  const [sale, refund] = found.transactions;
  const [, second] = found.agreements.nodes;
  const [item] = found.returns.nodes[0]?.returnLineItems.nodes ?? [];
  const refunded = cents(found.totalRefunded);

  expect(found).toMatchObject({
    financialStatus: 'PARTIALLY_REFUNDED',
    paymentInformation: {paymentStatus: 'PARTIALLY_REFUNDED', totalPaidAmount: found.totalPrice},
    refunds: [{returnName: '#1002-R1', totalRefunded: found.totalRefunded}],
    transactions: [
      {kind: 'SALE', transactionParentId: null, order: {id: SECOND}},
      {kind: 'REFUND', transactionParentId: sale?.id},
    ],
    returns: {
      nodes: [
        {
          name: '#1002-R1',
          status: 'CLOSED',
          timelineEvents: [
            {title: 'Return requested'},
            {title: 'Return approved'},
            {title: 'Return completed'},
          ],
          returnLineItems: {
            nodes: [{returnReason: 'UNWANTED', returnReasonDefinition: {handle: 'unwanted'}}],
          },
        },
      ],
    },
    soldInformation: {refundedQuantity: item?.quantity, total: found.totalPrice},
    agreements: {nodes: [{__typename: 'OrderAgreement'}, {__typename: 'RefundAgreement', reason: 'REFUND'}]},
  });

  expect(refunded).toBeGreaterThan(0);
  expect(cents(refund?.transactionAmount.shopMoney)).toBe(refunded);
  expect(item?.lineItem.refundableQuantity).toBe(0);
  expect(sumOf(second?.sales.nodes ?? [])).toBe(-refunded);
});

test('the sales of an order add up to its total, with discounts and tax', async () => {
  const simulation = createSimulationCore();
  simulation.update({
    order: {
      discountAllocations: [
        {type: 'custom', title: 'For the delay', discountedAmount: {amount: 3.33, currencyCode: 'USD'}},
      ],
    },
  });

  const {order} = simulation;
  const found = await orderOf(
    simulation,
    order.id,
    `agreements(first: 1) { nodes { sales(first: 9) { nodes { lineType quantity totalAmount { amount } totalTaxAmount { amount } taxes { amount { amount } taxLine { ratePercentage } } } } } }
    lineItemsSummary { lineItemCount totalQuantityOfLineItems } reorderPath
    discountInformation { allAppliedDiscounts { discountApplicationType title discountValue { amount } } allOrderLevelAppliedDiscounts { title } totalDiscounts { amount } }`,
  );

  const sales = found.agreements.nodes[0]?.sales.nodes ?? [];
  expect(sumOf(sales)).toBe(minorUnits(order.cost.total));
  expect(sales.reduce((sum, {totalTaxAmount}) => sum + cents(totalTaxAmount), 0)).toBe(
    minorUnits(order.cost.tax),
  );
  expect(sales).toMatchObject([
    ...order.lines.map(({quantity}) => ({lineType: 'PRODUCT', quantity})),
    {lineType: 'SHIPPING', quantity: null},
  ]);
  expect(found).toMatchObject({
    lineItemsSummary: {
      lineItemCount: order.lines.length,
      totalQuantityOfLineItems: order.lines.reduce((sum, {quantity}) => sum + quantity, 0),
    },
    reorderPath: `/cart/${order.lines
      .map(({merchandise, quantity}) => `${merchandise.id.split('/').at(-1)}:${quantity}`)
      .join(',')}`,
    discountInformation: {
      allAppliedDiscounts: [
        {discountApplicationType: 'DISCOUNT_CODE', title: 'WELCOME10'},
        {discountApplicationType: 'MANUAL', title: 'For the delay', discountValue: {amount: '3.33'}},
      ],
      allOrderLevelAppliedDiscounts: [{title: 'For the delay'}],
    },
  });
});

test('what was sent and is in no return can be returned', async () => {
  const simulation = createSimulationCore();
  const [first, second, third] = simulation.order.lines;
  const found = await orderOf(
    simulation,
    simulation.order.id,
    `returnInformation { hasReturnPromise
      returnableLineItems(first: 5) { nodes { quantity lineItem { id } } }
      nonReturnableLineItems(first: 5) { nodes { lineItem { id } quantityDetails { quantity reasonCode } } }
      nonReturnableSummary { nonReturnableReasons } }
    lineItemContainers { ... on UnfulfilledPhysicalLineItemContainer { lineItems(first: 5) { nodes { remainingQuantity lineItem { id } } } } }`,
  );

  expect(found).toEqual({
    returnInformation: {
      hasReturnPromise: false,
      returnableLineItems: {nodes: [{quantity: first?.quantity, lineItem: {id: first?.id}}]},
      nonReturnableLineItems: {
        nodes: [
          {
            lineItem: {id: second?.id},
            quantityDetails: [{quantity: second?.quantity, reasonCode: 'RETURNED'}],
          },
          {
            lineItem: {id: third?.id},
            quantityDetails: [{quantity: third?.quantity, reasonCode: 'UNFULFILLED'}],
          },
        ],
      },
      nonReturnableSummary: {nonReturnableReasons: ['RETURNED', 'UNFULFILLED']},
    },
    lineItemContainers: [
      {lineItems: {nodes: [{remainingQuantity: third?.quantity, lineItem: {id: third?.id}}]}},
    ],
  });
});

test('a return of some items keeps quantity and reason, and the rest can be returned later', async () => {
  const simulation = createSimulationCore();
  simulation.clock.freeze('2026-02-01T12:00:00Z');
  const [line, other] = simulation.order.lines;
  simulation.update({
    order: {
      lines: simulation.order.lines.map((each) => ({...each, quantity: 3})),
      returns: [],
    },
  });

  const {data} = await askAccount(simulation, REQUEST, {
    order: simulation.order.id,
    lines: [
      {lineItemId: line?.id, quantity: 1, returnReasonDefinitionId: 'gid://shopify/ReturnReasonDefinition/4'},
      {lineItemId: other?.id, quantity: 3},
    ],
  });
  expect(data['orderRequestReturn']).toEqual({
    return: {
      name: '#1001-R1',
      status: 'REQUESTED',
      createdAt: '2026-02-01T12:00:00Z',
      returnLineItems: {
        nodes: [
          {quantity: 1, returnReason: 'DEFECTIVE', lineItem: {id: line?.id}},
          {quantity: 3, returnReason: 'UNKNOWN', lineItem: {id: other?.id}},
        ],
      },
    },
    userErrors: [],
  });

  expect(simulation.pages.state().order.returns).toMatchObject([
    {status: 'requested', lineIds: [line?.id, other?.id]},
  ]);
  expect(
    await orderOf(
      simulation,
      simulation.order.id,
      'returnInformation { returnableLineItems(first: 5) { nodes { quantity lineItem { id } } } }',
    ),
  ).toEqual({returnInformation: {returnableLineItems: {nodes: [{quantity: 2, lineItem: {id: line?.id}}]}}});
});

test('a return of an older order is requested once', async () => {
  const simulation = createSimulationCore();
  const third = 'gid://shopify/Order/1003';
  const {lineItems} = await orderOf(simulation, third, 'lineItems(first: 1) { nodes { id quantity } }');
  const [line] = lineItems.nodes;
  const variables = {order: third, lines: [{lineItemId: line?.id, quantity: line?.quantity}]};

  await askAccount(simulation, REQUEST, variables);
  const {data} = await askAccount(
    simulation,
    '{ return(id: "gid://shopify/Return/10031") { name status } customer { return(id: "gid://shopify/Return/10031") { name } } other: return(id: "gid://shopify/Return/10041") { name } }',
  );
  expect(data).toEqual({
    return: {name: '#1003-R1', status: 'REQUESTED'},
    customer: {return: {name: '#1003-R1'}},
    other: null,
  });

  expect((await askAccount(simulation, REQUEST, variables)).data['orderRequestReturn']).toEqual({
    return: null,
    userErrors: [{code: 'INVALID', field: ['requestedLineItems', '0', 'quantity']}],
  });
});

for (const [lines, code, field] of [
  [[], 'INVALID', ['requestedLineItems']],
  [['1', '1'], 'INVALID', ['requestedLineItems']],
  [['9'], 'NOT_FOUND', ['requestedLineItems', '0', 'lineItemId']],
] as const) {
  test(`a request for the lines ${lines.join(', ') || 'none'} is ${code}`, async () => {
    const simulation = createSimulationCore();
    const {data} = await askAccount(simulation, REQUEST, {
      order: simulation.order.id,
      lines: lines.map((line) => ({lineItemId: `gid://shopify/LineItem/1001${line}`, quantity: 1})),
    });
    expect(data['orderRequestReturn']).toEqual({return: null, userErrors: [{code, field}]});
  });
}

test('a calculated return is the amount that its refund will have', async () => {
  const simulation = createSimulationCore();
  const {order} = simulation;
  const [line] = order.lines;
  const query = `query ($order: ID!, $line: ID!, $quantity: Int!) {
    returnCalculate(input: {orderId: $order, returnLineItems: [{lineItemId: $line, quantity: $quantity}]}) {
      financialSummary { returnSubtotalSet { shopMoney { amount } } returnTotalTaxSet { shopMoney { amount } } returnTotalSet { shopMoney { amount } } }
      returnLineItems(first: 2) { nodes { quantity lineItem { id } subtotalSet { shopMoney { amount } } } }
    } }`;

  const variables = {order: order.id, line: line?.id, quantity: line?.quantity};
  const {data} = await askAccount(simulation, query, variables);
  const {financialSummary: summary} = data['returnCalculate'] as {
    financialSummary: Record<string, {shopMoney: Money}>;
  };
  const total = cents(summary['returnTotalSet']?.shopMoney);
  expect(cents(summary['returnSubtotalSet']?.shopMoney)).toBe(
    line === undefined ? 0 : minorUnits(line.total),
  );
  expect(total).toBe(
    cents(summary['returnSubtotalSet']?.shopMoney) + cents(summary['returnTotalTaxSet']?.shopMoney),
  );

  const returns = [
    {id: 'gid://shopify/Return/10015', name: '#1001-R5', status: 'closed', lineIds: [line?.id ?? '']},
  ] as const;
  simulation.update({order: {returns}});
  const {totalRefunded} = await orderOf(simulation, order.id, 'totalRefunded { amount }');
  expect(cents(totalRefunded)).toBe(total);
  expect((await askAccount(simulation, query, variables)).data['returnCalculate']).toBeNull();
});

const REQUEST = `mutation ($order: ID!, $lines: [RequestedLineItemInput!]!) {
  orderRequestReturn(orderId: $order, requestedLineItems: $lines) {
    return { name status createdAt returnLineItems(first: 5) { nodes { quantity returnReason lineItem { id } } } }
    userErrors { code field }
  } }`;

interface Money {
  readonly amount: string;
}

interface Sale {
  readonly totalAmount: Money;
  readonly totalTaxAmount: Money;
}

interface Found {
  readonly totalPrice: Money;
  readonly totalRefunded: Money;
  readonly transactions: readonly {
    readonly id: string;
    readonly transactionAmount: {readonly shopMoney: Money};
  }[];
  readonly agreements: {readonly nodes: readonly {readonly sales: {readonly nodes: readonly Sale[]}}[]};
  readonly lineItems: {readonly nodes: readonly {readonly id: string; readonly quantity: number}[]};
  readonly returns: {
    readonly nodes: readonly {
      readonly returnLineItems: {
        readonly nodes: readonly {
          readonly quantity: number;
          readonly lineItem: {readonly refundableQuantity: number};
        }[];
      };
    }[];
  };
}

async function orderOf(simulation: SimulationCore, id: string, selection: string): Promise<Found> {
  const {data} = await askAccount(simulation, `query ($id: ID!) { order(id: $id) { ${selection} } }`, {id});
  return data['order'] as Found;
}

function sumOf(sales: readonly Sale[]): number {
  return sales.reduce((sum, {totalAmount}) => sum + cents(totalAmount), 0);
}

function cents(money: Money | undefined): number {
  return Math.round(Number(money?.amount) * 100);
}
