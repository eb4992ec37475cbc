import {expect, test} from '@playwright/test';
import {translatorOf} from '../../../world/translations/translator.ts';
import {createWorld} from '../../../world/world.ts';
import {storefrontAnswer, storefrontOf} from './storefront-answer.fixture.ts';

const {products} = createWorld();
const delivered = products.filter(({isGiftCard}) => !isGiftCard);
const [first] = products as [(typeof products)[number]];
const onSale = products.filter(({compareAtPrice}) => compareAtPrice !== null);

test('a collection is filtered, with alternatives within a kind and all kinds together', async () => {
  const ids = async (filters: string): Promise<unknown> => {
    const {data} = (await storefrontAnswer(
      `{ collection(handle: "sale") { products(first: 9, filters: ${filters}) { nodes { id } } } }`,
    )) as {data: {collection: {products: {nodes: {id: string}[]}}}};
    return data.collection.products.nodes.map(({id}) => id);
  };

  const [one, two, three] = onSale as [Product, Product, Product];
  const prices = onSale.map(({variants}) => variants[0]?.price.amount ?? 0);
  const dearest = Math.max(...prices);
  const cheaper = onSale.filter((_, index) => prices[index] !== dearest).map(({id}) => id);

  expect(await ids('[]')).toEqual(onSale.map(({id}) => id));
  expect(await ids(`[{productVendor: "${one.vendor}"}, {productVendor: "${two.vendor}"}]`)).toEqual([
    one.id,
    two.id,
  ]);
  expect(await ids(`[{productVendor: "${one.vendor}"}, {productType: "${two.productType}"}]`)).toEqual([]);
  expect(await ids(`[{price: {max: ${dearest - 0.01}}}]`)).toEqual(cheaper);
  expect(await ids('[{available: false}]')).toEqual([three.id]);
  expect(await ids('[{available: false}, {variantOption: {name: "colour", value: "Black"}}]')).toEqual([]);
  expect(await ids('[{tag: "none"}]')).toEqual([]);
  expect(
    await ids('[{productMetafield: {namespace: "custom", key: "care", value: "Wash cold"}}]'),
  ).toHaveLength(3);
});

type Product = (typeof products)[number];

test('filters count what they would leave, and give the input that asks for it', async () => {
  const query = `{ search(query: "*", first: 1, types: [PRODUCT], productFilters: [{variantOption: {name: "Colour", value: "Black"}}]) {
    totalCount productFilters { id label type values { id label count input } }
  } }`;
  const {data} = (await storefrontAnswer(query)) as {
    data: {search: {totalCount: number; productFilters: Filter[]}};
  };
  const filter = (id: string): Filter | undefined =>
    data.search.productFilters.find((each) => each.id === id);

  expect(data.search.totalCount).toBe(delivered.length);
  expect(filter('filter.v.option.colour')).toEqual({
    id: 'filter.v.option.colour',
    label: 'Colour',
    type: 'LIST',
    values: [
      {
        id: 'filter.v.option.colour.black',
        label: 'Black',
        count: delivered.length,
        input: '{"variantOption":{"name":"Colour","value":"Black"}}',
      },
      expect.objectContaining({label: 'Natural', count: delivered.length}),
    ],
  });
  expect(filter('filter.v.availability')?.values.map(({label, count}) => [label, count])).toEqual([
    ['In stock', delivered.length],
    ['Out of stock', 0],
  ]);
  expect(filter('filter.p.tag')?.values).toEqual([
    {id: 'filter.p.tag.sale', label: 'sale', count: onSale.length, input: '{"tag":"sale"}'},
  ]);
});

interface Filter {
  readonly id: string;
  readonly label: string;
  readonly values: readonly {readonly label: string; readonly count: number}[];
}

test('predictive search finds products, collections, pages and articles by the beginning of a word', async () => {
  const [word = ''] = first.title.split(' ');
  const typed = word.slice(0, 4);
  const query = `{
    products: predictiveSearch(query: "${typed}") { queries { text styledText } products { id } }
    pages: predictiveSearch(query: "abo", types: [PAGE]) { products { id } pages { handle } }
    collections: predictiveSearch(query: "feat") { collections { handle } }
    articles: predictiveSearch(query: "canv", limit: 1, limitScope: EACH) { articles { handle } }
  }`;

  expect(await storefrontAnswer(query)).toMatchObject({
    data: {
      products: {
        queries: expect.arrayContaining([
          {
            text: word.toLowerCase(),
            styledText: `<mark>${typed.toLowerCase()}</mark><span>${word.slice(4)}</span>`,
          },
        ]),
        products: expect.arrayContaining([{id: first.id}]),
      },
      pages: {products: [], pages: [{handle: 'about'}]},
      collections: {collections: [{handle: 'featured'}]},
      articles: {articles: [{handle: 'how-to-care-for-canvas'}]},
    },
  });
});

test('predictive search suggests words of French titles, without their commas', async () => {
  const {shop} = createWorld();
  const title = translatorOf('FR', shop).text(first.title);
  const [word = ''] = /\p{L}+(?=,)/u.exec(title) ?? [];
  const typed = word.slice(0, 4).toLowerCase();

  const query = `query @inContext(language: FR) { predictiveSearch(query: "${typed}") { queries { text styledText } } }`;
  const {data} = (await storefrontAnswer(query)) as {
    data: {predictiveSearch: {queries: {text: string; styledText: string}[]}};
  };
  const rest = word.toLowerCase().slice(4);
  expect(data.predictiveSearch.queries).toEqual([
    {text: word.toLowerCase(), styledText: `<mark>${typed}</mark><span>${rest}</span>`},
  ]);
});

test('a search puts products that are sold out last, unless the query says otherwise', async () => {
  const [one, two, three] = onSale as [Product, Product, Product];
  const storefront = {...storefrontOf(createWorld()), soldOut: one.variants.map(({id}) => id)};
  const nodes = '{ nodes { ... on Product { id } } }';
  const query = `{
    last: search(query: "tag:sale", types: [PRODUCT], first: 9) ${nodes}
    show: search(query: "tag:sale", types: [PRODUCT], first: 9, unavailableProducts: SHOW) ${nodes}
    hide: search(query: "tag:sale", types: [PRODUCT], first: 9, unavailableProducts: HIDE) ${nodes}
  }`;

  const listed = (...found: readonly Product[]): object => ({nodes: found.map(({id}) => ({id}))});
  expect(await storefrontAnswer(query, storefront)).toEqual({
    data: {last: listed(two, three, one), show: listed(one, two, three), hide: listed(two, three)},
  });
});

test('predictive search looks in the fields that the query names', async () => {
  const query = `{
    byTitle: predictiveSearch(query: "sale", types: [PRODUCT]) { products { id } }
    byTag: predictiveSearch(query: "sale", types: [PRODUCT], searchableFields: [TAG]) { products { id } }
  }`;

  expect(await storefrontAnswer(query)).toEqual({
    data: {byTitle: {products: []}, byTag: {products: onSale.map(({id}) => ({id}))}},
  });
});

test('recommends complementary products apart from related ones', async () => {
  const query = `{
    related: productRecommendations(productHandle: "${first.handle}") { id }
    complementary: productRecommendations(productId: "${first.id}", intent: COMPLEMENTARY) { id }
  }`;

  expect(await storefrontAnswer(query)).toEqual({
    data: {
      related: products.slice(1).map(({id}) => ({id})),
      complementary: products.slice(1, 3).map(({id}) => ({id})),
    },
  });
});

test('lists types, tags and the versions of the API', async () => {
  const query = `{
    productTypes(first: 9) { nodes } productTags(first: 9) { nodes }
    publicApiVersions { handle supported }
  }`;

  const types = [...new Set(products.map(({productType}) => productType))];
  expect(await storefrontAnswer(query)).toEqual({
    data: {
      productTypes: {nodes: types.toSorted((a, b) => a.localeCompare(b, 'en'))},
      productTags: {nodes: ['sale']},
      publicApiVersions: [
        {handle: '2025-07', supported: true},
        {handle: '2025-10', supported: true},
        {handle: '2026-01', supported: true},
        {handle: '2026-04', supported: true},
        {handle: 'unstable', supported: false},
      ],
    },
  });
});
