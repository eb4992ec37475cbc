import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {getResponse} from 'msw';
import {coreOf, createSimulation} from './simulation.ts';

const STOREFRONT = 'https://acme.myshopify.com/api/2026-04/graphql.json';
const ACCOUNT = 'https://shopify.com/548380009/account/customer/api/2026-04/graphql';

interface Row {
  readonly title: string;
  /** The heading above the answer. */
  readonly heading: string;
  readonly url: string;
  readonly query: string;
  readonly app?: object;
  /** Returns the shown part of the answer. */
  readonly shown: (answer: Answer) => unknown;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions?: {readonly cost?: unknown};
}

const ROWS: readonly Row[] = [
  {
    title: 'a field without approval',
    heading: 'Protected customer data',
    url: ACCOUNT,
    query: '{ customer { firstName emailAddress { emailAddress } } }',
    app: {protectedCustomerData: ['name']},
    shown: ({data, errors}) => ({data, errors}),
  },
  {
    title: 'the cost of a query',
    heading: 'Cost',
    url: ACCOUNT,
    query: '{ customer { orders(first: 100) { nodes { id } } } }',
    shown: ({extensions}) => extensions?.cost,
  },
  {
    title: 'an unknown field',
    heading: 'Errors',
    url: STOREFRONT,
    query: 'query Offer { shop { nmae } }',
    shown: ({data, errors}) => ({...(data === undefined ? {} : {data}), errors}),
  },
];

test('docs/graphql.md has no other JSON answer than those below', () => {
  expect(readFileSync('docs/graphql.md', 'utf8').match(/^```json$/gm)).toHaveLength(ROWS.length);
});

for (const {title, heading, url, query, app = {}, shown} of ROWS) {
  test(`the answer to ${title} is the one in docs/graphql.md`, async () => {
    const simulation = createSimulation({app});
    const token = await simulation.issueCustomerAccessToken();
    const headers = {'content-type': 'application/json', authorization: token};
    const request = new Request(url, {method: 'POST', headers, body: JSON.stringify({query})});

    const answer = await getResponse([...coreOf(simulation).platforms.openHandlers], request);
    expect(answer?.status).toBe(200);
    expect(shown((await answer?.json()) as Answer)).toEqual(documented(heading));
  });
}

function documented(heading: string): unknown {
  const [, section = ''] = readFileSync('docs/graphql.md', 'utf8').split(`\n## ${heading}\n`);
  const [, json = ''] = /^```json\n([^]*?)^```/m.exec(section) ?? [];
  return JSON.parse(json);
}
