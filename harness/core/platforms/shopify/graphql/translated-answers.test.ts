import {expect, test} from '@playwright/test';
import {isRecord} from '../../../../records.ts';
import {PEOPLE} from '../../../world/people.ts';
import {createShop} from '../../../world/shop.ts';
import {translatorOf} from '../../../world/translations/translator.ts';
import {accountOf} from '../customer-account/account-state.fixture.ts';
import {queryCustomerAccount} from '../customer-account/query.ts';
import {answerContext} from '../storefront/localization.ts';
import {storefrontRoot} from '../storefront/root.ts';
import {storefrontWorld} from '../storefront/storefront-world.fixture.ts';
import {answerQuery} from './answer-query.ts';
import {rootQueries} from './every-field.fixture.ts';
import type {KnownIds} from './every-field.fixture.ts';
import {publishedSchema} from './published-schema.ts';
import {queryDeps} from './query-deps.fixture.ts';

const VERSION = '2026-04';
const DEPTH = 4;

for (const person of ['ada', 'bea'] as const) {
  test(`an account of ${person} in French has no text that has a translation`, async () => {
    const account = accountOf(PEOPLE[person]);
    const {subscriptions, draftOrders} = account.records();
    const ids = {
      order: account.order.id,
      subscriptionContract: subscriptions[0]?.id ?? '',
      draftOrder: draftOrders[0]?.id ?? '',
    };

    const given = {version: VERSION, queries: queryDeps(), account: () => account};
    const schema = await publishedSchema('customer-account', VERSION);
    const answers = [...rootQueries(schema, DEPTH, ids), LINES].map((query) =>
      queryCustomerAccount({query: inFrench(query)}, given),
    );
    expect(untranslated(await Promise.all(answers))).toEqual([]);
  });
}

test('a storefront in French has no text that has a translation', async () => {
  const state = storefrontWorld(PEOPLE.ada);
  const {accessToken} = await state.accounts.tokens.issue(PEOPLE.ada.id);
  const [product] = state.products;
  const ids: KnownIds = {
    product: product?.id ?? '',
    collection: 'gid://shopify/Collection/5001',
    cart: state.checkout.cartId,
    customer: accessToken,
    page: 'gid://shopify/Page/9201',
    blog: 'gid://shopify/Blog/9301',
    article: 'gid://shopify/Article/9401',
    metaobject: 'gid://shopify/Metaobject/9501',
  };

  const answer = (version: string, query: string): Promise<object> =>
    answerQuery(
      {
        api: 'storefront',
        version,
        body: {query: inFrench(query)},
        root: (inContext) => storefrontRoot(() => state, answerContext(inContext, state), inContext),
      },
      queryDeps(),
    );

  const schema = await publishedSchema('storefront', VERSION);
  const checkout = state.checkout.cartId.replace('/Cart/', '/Checkout/');
  const answers = [
    ...rootQueries(schema, DEPTH, ids).map((query) => answer(VERSION, query)),
    answer(VERSION, '{ products(first: 9) { filters { label values { label } } } }'),
    answer(
      '2024-04',
      `{ node(id: "${checkout}") { ... on Checkout { lineItems(first: 9) { nodes { title variant { title } } } } } }`,
    ),
  ];
  expect(untranslated(await Promise.all(answers))).toEqual([]);
});

/** All lines with their plans. The other queries ask for one item of each list. */
const LINES = `{ customer {
  orders(first: 9) { nodes { lineItems(first: 9) { nodes { name title sellingPlan { name } } } } }
  subscriptionContracts(first: 9) { nodes {
    lines(first: 9) { nodes { name title variantTitle } } discounts(first: 9) { nodes { title } }
  } }
} }`;

function inFrench(query: string): string {
  return `query @inContext(language: FR) ${query}`;
}

/** Kinds of products, also as values of a filter, and metafields. They have no translations. */
const UNTRANSLATED =
  /__typename: |productType: |\.(?:f|productF)ilters\.values\.label: Gift card$|\.uiExtensionMetafields\.value: /;

/** Lists the texts of answers that the shop has in French, with their paths. */
function untranslated(answers: readonly object[]): readonly string[] {
  const {text} = translatorOf('FR', createShop());
  const found = new Set<string>();

  const read = (value: unknown, path: string): void => {
    if (typeof value === 'string' && text(value) !== value && !UNTRANSLATED.test(`${path}: ${value}`))
      found.add(`${path}: ${value}`);
    if (Array.isArray(value)) for (const item of value) read(item, path);
    else if (isRecord(value))
      for (const [key, member] of Object.entries(value)) read(member, `${path}.${key}`);
  };

  for (const answer of answers) read(JSON.parse(JSON.stringify(answer)), '');
  return [...found];
}
