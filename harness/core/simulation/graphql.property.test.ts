import {test} from '@playwright/test';
import * as fc from 'fast-check';
import {getResponse} from 'msw';
import {expectRefusals, hostileString, hostileValue} from '../../wire/bad-input.fixture.ts';
import {STOREFRONT_TOKEN_HEADER} from '../../wire/storefront-headers.ts';
import {EXTENSION_HEADER} from '../../wire/control.ts';
import {authorizedApp, EXCHANGE} from '../platforms/shopify/app-authorization/authorized-app.fixture.ts';
import {matcherOf} from '../platforms/shopify/graphql/search-syntax.ts';
import {customerAccountApiBase} from '../platforms/shopify/customer-account-api.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';

const QUERY =
  'query Bags($first: Int = 2, $query: String) { products(first: $first, query: $query) { nodes { ...Bag title } pageInfo { endCursor } } } fragment Bag on Product { id variants(first: 1) { nodes { id price { amount } } } }';
const ORDERS =
  'query Mine($n: Int!) { customer { id orders(first: $n, sortKey: PROCESSED_AT) { nodes { id name lineItems(first: 2) { nodes { title } } } } } }';

const PRODUCTS =
  'query Bags($first: Int = 2, $query: String) { products(first: $first, query: $query, sortKey: TITLE) { nodes { ...Bag title } pageInfo { endCursor } } } fragment Bag on Product { id variants(first: 1) { nodes { id price } } }';

const PIECES = [
  '{',
  '}',
  '(',
  '...Bag',
  '... on Product { id }',
  'constructor',
  '__proto__',
  'toString: id',
  '__schema { types { name } }',
  '$constructor',
  '@include(if: 1)',
  '@nothing',
  'first: -1',
  'first: 251',
  'first: 99999999999',
  'after: "nothing"',
  'query: ")((NOT"',
  '"""',
  '"\\uD800"',
  '# comment',
  '\u0000',
  'fragment Bag on Product { ...Bag }',
  'fragment A on Product { ...Bag } fragment Bag on Product { ...A }',
  'query Bags { shop { name } }',
  'mutation { cartCreate { cart { id } } }',
  'subscription { x }',
];

const DEEP = [
  `{ ${'shop { '.repeat(5000)} ${'}'.repeat(5000)} }`,
  `{ products(first: ${'['.repeat(5000)}${']'.repeat(5000)}) { nodes { id } } }`,
  `{ ${Array.from({length: 2000}, (_, n) => `a${n}: shop { name }`).join(' ')} }`,
  `{ ${'shop { name } '.repeat(1500)} }`,
  `{ shop { ${'... on Shop { '.repeat(3000)} name ${'}'.repeat(3000)} } }`,
  `{ products(first: 1, query: "${'('.repeat(20_000)}") { nodes { id } } }`,
  `query(${Array.from({length: 500}, (_, n) => `$v${n}: Int`).join(' ')}) { shop { name } }`,
];

const faultyQuery = (query: string): fc.Arbitrary<string> => {
  const place = fc.nat(query.length);
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(place, fc.constantFrom(...PIECES))
        .map(([at, piece]) => `${query.slice(0, at)} ${piece} ${query.slice(at)}`),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(place, fc.nat(12))
        .map(([at, length]) => query.slice(0, at) + query.slice(at + length)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(place, hostileString)
        .map(([at, piece]) => query.slice(0, at) + piece + query.slice(at)),
    },
    {weight: 1, arbitrary: fc.constantFrom(...DEEP)},
    {weight: 1, arbitrary: hostileString},
  );
};

const variables = fc.oneof(
  fc.constant({first: 1}),
  fc.dictionary(fc.constantFrom('first', 'query', 'n', '__proto__', 'constructor'), hostileValue),
  hostileValue,
);

const body = (query: string): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .record({
          query: faultyQuery(query),
          variables,
          operationName: fc.option(fc.constantFrom('Bags', 'Mine', 'constructor', '', 1, []), {nil: null}),
        })
        .map(jsonOf),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({query: fc.constant(query), variables, operationName: fc.constant(null)})
        .map(jsonOf),
    },
    {
      weight: 1,
      arbitrary: fc.oneof(hostileString, fc.constantFrom('[]', 'null', '{"query": 1}', '['.repeat(50_000))),
    },
  );

/** Writes a body; what JSON has no form for becomes a string. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? `${member}` : member));
  } catch {
    return '{"query": ""}';
  }
}

/** An API, a query of it, and the way to it. */
interface Api {
  readonly query: string;
  /** Opens a simulation, and returns the function that sends a body. */
  readonly open: () => Promise<(body: string) => Promise<Response | undefined>>;
}

const APIS: Readonly<Record<string, Api>> = {
  'Storefront API': {
    query: QUERY,
    open: async () => {
      const simulation = createSimulationCore({scope: 'one'});
      const headers = {[STOREFRONT_TOKEN_HEADER]: simulation.world.app.publicStorefrontToken};
      return post(simulation, 'https://acme.myshopify.com/api/2026-04/graphql.json', headers);
    },
  },
  'Customer Account API': {
    query: ORDERS,
    open: async () => {
      const simulation = createSimulationCore({scope: 'one'});
      const headers = {[EXTENSION_HEADER]: 'gid://shopify/ActivatedUiExtension/1'};
      return post(simulation, `${customerAccountApiBase('548380009')}2026-04/graphql`, headers);
    },
  },
  'Admin API': {
    query: PRODUCTS,
    open: async () => {
      const {core, post: askForToken, send} = authorizedApp();
      const idToken = (await core.appAccess.idTokens.take())?.value ?? '';
      const answer = await askForToken({...EXCHANGE, subject_token: idToken});
      const {access_token: token} = (await answer.json()) as {access_token: string};
      const headers = {'content-type': 'application/json', 'x-shopify-access-token': token};

      return (text) => {
        // No query is throttled by the cost of the one before.
        core.clock.advance('5m');
        return send('https://acme.myshopify.com/admin/api/2026-07/graphql.json', {
          method: 'POST',
          headers,
          body: text,
        });
      };
    },
  },
};

for (const [api, {query, open}] of Object.entries(APIS)) {
  test(`the ${api} answers a faulty query with errors`, async () => {
    const send = await open();

    await expectRefusals({
      area: `queries of the ${api}`,
      inputs: body(query),
      runs: 200,
      least: 80,
      mayPass: true,
      attempt: async (text) => {
        const response = await send(text);
        if (response === undefined) throw new Error('No handler answered.');
        return outcomeOf(response.status, await response.text());
      },
    });
  });
}

function post(
  simulation: SimulationCore,
  url: string,
  headers: Readonly<Record<string, string>>,
): (body: string) => Promise<Response | undefined> {
  return (text) =>
    getResponse(
      [...simulation.platforms.openHandlers],
      new Request(url, {method: 'POST', headers, body: text}),
    );
}

/** Whether an answer names the fault of its query. */
function outcomeOf(status: number, text: string): 'refused' | 'answered' {
  const {data = null, errors = []} = JSON.parse(text) as {
    data?: unknown;
    errors?: string | Readonly<Record<string, string>> | readonly {message?: string}[];
  };
  const messages = messagesOf(errors);
  if (status >= 500 || (data === null && messages.length === 0)) throw new Error(`${status} ${text}`);
  if (messages.some((message) => message === '' || RAW.test(message))) throw new Error(messages.join('\n'));
  return messages.length > 0 ? 'refused' : 'answered';
}

/** Lists the messages of an answer. The Admin API writes some as a string, or by the name of a parameter. */
function messagesOf(
  errors: string | Readonly<Record<string, string>> | readonly {message?: string}[],
): readonly string[] {
  if (typeof errors === 'string') return [errors];
  return Array.isArray(errors)
    ? (errors as readonly {message?: string}[]).map(({message = ''}) => message)
    : Object.values(errors as Readonly<Record<string, string>>);
}

/** The words of JavaScript's own errors. */
const RAW =
  /is not a function|is not iterable|Cannot (?:read|set|convert|destructure)|undefined|call stack|native code|\[object/;

test('a search query of any form finds something or nothing', async () => {
  const fields = {'': ['Canvas bag'], title: ['Canvas bag'], tag: []};
  const word = fc.oneof(
    fc.constantFrom(
      '(',
      ')',
      'NOT',
      'AND',
      'OR',
      '-',
      '"',
      "'",
      'title:',
      'title:>',
      'constructor:x',
      '__proto__:x',
      'toString:*',
      '*',
      ':',
      '-(',
      'title:"',
    ),
    hostileString,
  );
  await expectRefusals({
    area: 'search queries (all are valid)',
    inputs: fc.array(word, {maxLength: 12}).map((words) => words.join(' ')),
    runs: 400,
    least: 0,
    mayPass: true,
    attempt: (query) => {
      const found = matcherOf(query)(fields);
      if (typeof found !== 'boolean') throw new Error('Not an answer.');
    },
  });
});
