import {expect, test} from '@playwright/test';
import {minorUnits} from '../../../world/money.ts';
import {queryDeps} from '../graphql/query-deps.fixture.ts';
import {adaAccount} from './account-state.fixture.ts';
import type {CustomerAccount} from './account-state.ts';
import {queryCustomerAccount} from './query.ts';
import {PEOPLE} from '../../../world/people.ts';
import {newAddressBook} from '../../../world/address-book.ts';

const account = adaAccount();
const {order} = account;

test('transactions and payment information add up to the total', async () => {
  const {data} = await ask(`{
    totalPrice { amount }
    paymentInformation { paymentStatus totalPaidAmount { amount } totalOutstandingAmount { amount } }
    transactions { kind status type transactionAmount { shopMoney { amount } } giftCardDetails { last4 } paymentDetails { ... on CardPaymentDetails { cardBrand last4 } } }
    refunds { id }
  }`);

  const found = data.order as unknown as Payment;
  const paid = found.transactions.map(({transactionAmount}) => Number(transactionAmount.shopMoney.amount));
  const sum = paid.reduce((total, amount) => total + Math.round(amount * 100), 0);

  expect(sum).toBe(minorUnits(order.cost.total));
  expect(found).toMatchObject({
    paymentInformation: {
      paymentStatus: 'PAID',
      totalPaidAmount: found.totalPrice,
      totalOutstandingAmount: {amount: '0.0'},
    },
    transactions: [
      {type: 'GIFT_CARD', giftCardDetails: {last4: order.giftCards[0]?.lastCharacters}},
      {type: 'CARD', kind: 'SALE', status: 'SUCCESS', paymentDetails: {cardBrand: 'Visa', last4: '4242'}},
    ],
    refunds: [],
  });
});

test('discounts of an order and of its lines are the same', async () => {
  const discount = order.lines[0]?.discountAllocations[0]?.discountedAmount.amount;
  const {data} = await ask(`{
    discountApplications(first: 5) { nodes { ... on DiscountCodeApplication { code value { ... on MoneyV2 { amount } } } } }
    discountInformation { totalDiscounts { amount } }
    lineItems(first: 1) { nodes { discountAllocations { allocatedAmount { amount } discountApplication { ... on DiscountCodeApplication { code } } } } }
  }`);

  const amount = Number.isInteger(discount) ? `${discount}.0` : String(discount);
  expect(data.order).toEqual({
    discountApplications: {nodes: [{code: 'WELCOME10', value: {amount}}]},
    discountInformation: {totalDiscounts: {amount}},
    lineItems: {
      nodes: [{discountAllocations: [{allocatedAmount: {amount}, discountApplication: {code: 'WELCOME10'}}]}],
    },
  });
});

test('a fulfillment has events with times after the payment', async () => {
  const {data} = await ask(
    `{ processedAt fulfillments(first: 1) { nodes { createdAt events(first: 5) { nodes { status happenedAt } } trackingInformation { number } } } }`,
  );

  expect(data.order).toMatchObject({
    fulfillments: {
      nodes: [
        {
          events: {nodes: [{status: 'CONFIRMED'}, {status: 'IN_TRANSIT'}]},
          trackingInformation: [{number: order.fulfillments[0]?.trackingNumber}],
        },
      ],
    },
  });
});

test('older versions have the fulfillment status of the parcel', async () => {
  const status = async (version: string): Promise<unknown> =>
    (await ask('{ fulfillmentStatus }', version)).data.order;
  expect(await status('2025-01')).toEqual({fulfillmentStatus: 'IN_TRANSIT'});
  expect(await status('2025-07')).toEqual({fulfillmentStatus: 'PARTIALLY_FULFILLED'});
});

test('a return has its lines', async () => {
  const [known] = order.returns;
  const {data} = await ask(
    `{ return(id: "${known?.id}") { name returnLineItems(first: 5) { nodes { ... on ReturnLineItem { lineItem { id } } } } } }`,
  );
  expect(data.order).toEqual({
    return: {name: known?.name, returnLineItems: {nodes: known?.lineIds.map((id) => ({lineItem: {id}}))}},
  });
});

test('a company has its location and contact', async () => {
  const {bea} = PEOPLE;
  const company = bea.company;
  const query = `query ($id: ID!) {
    customer { companyContacts(first: 2) { nodes { status company { id name externalId locations(first: 2) { nodes { id name } } } } } }
    company(id: $id) { name }
    other: company(id: "gid://shopify/Company/1") { name }
  }`;

  const answer = await answerTo(query, {
    account: {customer: bea, addressBook: newAddressBook(bea)},
    variables: {id: company?.id},
  });

  expect(answer).toEqual({
    data: {
      customer: {
        companyContacts: {
          nodes: [
            {
              status: 'ENABLED',
              company: {
                id: company?.id,
                name: 'Analytical Engines',
                externalId: 'AE-9002',
                locations: {nodes: [{id: company?.location.id, name: 'Boston Foundry'}]},
              },
            },
          ],
        },
      },
      company: {name: 'Analytical Engines'},
      other: null,
    },
  });
});

interface Payment {
  readonly totalPrice: {readonly amount: string};
  readonly transactions: readonly {
    readonly transactionAmount: {readonly shopMoney: {readonly amount: string}};
  }[];
}

interface Answer {
  readonly data: Record<string, Record<string, unknown>>;
}

function ask(selection: string, version?: string): Promise<Answer> {
  return answerTo(`query ($id: ID!) { order(id: $id) ${selection} }`, {variables: {id: order.id}, version});
}

async function answerTo(
  query: string,
  given: {
    account?: Partial<CustomerAccount>;
    variables: Record<string, unknown>;
    version?: string | undefined;
  },
): Promise<Answer> {
  const answer = await queryCustomerAccount(
    {query, variables: given.variables},
    {version: given.version ?? '2026-04', account: () => adaAccount(given.account), queries: queryDeps()},
  );
  return JSON.parse(JSON.stringify(answer)) as Answer;
}
