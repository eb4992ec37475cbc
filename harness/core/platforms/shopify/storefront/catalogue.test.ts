import {expect, test} from '@playwright/test';
import {metafieldsOf} from '../../../world/metafields.ts';
import {createWorld} from '../../../world/world.ts';
import {answerQuery} from '../graphql/answer-query.ts';
import {queryDeps} from '../graphql/query-deps.fixture.ts';
import {translatorOf} from '../../../world/translations/translator.ts';
import {answerContext} from './localization.ts';
import {storefrontRoot} from './root.ts';
import {storefrontWorld} from './storefront-world.fixture.ts';

const world = createWorld();
const [order] = world.orders as [(typeof world.orders)[number]];
const [first, second] = world.products as [Product, Product];
type Product = (typeof world.products)[number];

const storefront = storefrontWorld(null, {metafields: metafieldsOf({...world, customer: null, order})});

test('a product has the options, variants, prices and images of the world', async () => {
  const query = `query ($handle: String!) { product(handle: $handle) {
    id title vendor productType tags onlineStoreUrl
    options { name values optionValues { name swatch { color } } }
    featuredImage { url altText width }
    images(first: 2) { nodes { url } }
    media(first: 1) { edges { node { mediaContentType ... on MediaImage { image { url } } } } }
    priceRange { minVariantPrice { amount currencyCode } maxVariantPrice { amount } }
    compareAtPriceRange { minVariantPrice { amount } }
    variants(first: 1) { edges { cursor node { id title sku price { amount } compareAtPrice { amount } selectedOptions { name value } } } pageInfo { hasNextPage } }
    metafield(namespace: "custom", key: "care") { value type }
    seo { title }
  } }`;

  const amount = `${second.variants[0]?.price.amount}.0`;
  const compareAt = {amount: decimal(second.compareAtPrice?.amount)};
  const {url, altText} = second.image;

  expect(await ask(query, {handle: second.handle})).toEqual({
    data: {
      product: {
        id: second.id,
        title: second.title,
        vendor: second.vendor,
        productType: second.productType,
        tags: ['sale'],
        onlineStoreUrl: `https://acme.myshopify.com/products/${second.handle}`,
        options: [
          {
            name: 'Colour',
            values: ['Black', 'Natural'],
            optionValues: [
              {name: 'Black', swatch: null},
              {name: 'Natural', swatch: null},
            ],
          },
        ],
        featuredImage: {url, altText, width: 64},
        images: {nodes: [{url}]},
        media: {edges: [{node: {mediaContentType: 'IMAGE', image: {url}}}]},
        priceRange: {minVariantPrice: {amount, currencyCode: 'USD'}, maxVariantPrice: {amount}},
        compareAtPriceRange: {minVariantPrice: compareAt},
        variants: {
          edges: [
            {
              cursor: second.variants[0]?.id,
              node: {
                id: second.variants[0]?.id,
                title: 'Black',
                sku: second.variants[0]?.sku,
                price: {amount},
                compareAtPrice: compareAt,
                selectedOptions: [{name: 'Colour', value: 'Black'}],
              },
            },
          ],
          pageInfo: {hasNextPage: true},
        },
        metafield: {value: 'Wash cold', type: 'single_line_text_field'},
        seo: {title: null},
      },
    },
  });
});

test('finds a variant by its options', async () => {
  const query = `query ($id: ID!) { product(id: $id) {
    variantBySelectedOptions(selectedOptions: [{name: "colour", value: "Natural"}]) { id product { handle } }
    none: variantBySelectedOptions(selectedOptions: [{name: "Colour", value: "Red"}]) { id }
    selectedOrFirstAvailableVariant { id }
    adjacentVariants { id }
  } }`;
  const [black, natural] = first.variants.map(({id}) => ({id}));

  expect(await ask(query, {id: first.id})).toEqual({
    data: {
      product: {
        variantBySelectedOptions: {...natural, product: {handle: first.handle}},
        none: null,
        selectedOrFirstAvailableVariant: black,
        adjacentVariants: [natural],
      },
    },
  });
});

test('products can be searched and sorted', async () => {
  const ids = async (args: string): Promise<unknown> => {
    const {data} = (await ask(`{ products(${args}) { nodes { id } } }`)) as {
      data: {products: {nodes: {id: string}[]}};
    };
    return data.products.nodes.map(({id}) => id);
  };

  const onSale = world.products.filter(({compareAtPrice}) => compareAtPrice !== null).map(({id}) => id);
  const byTitle = world.products.toSorted((a, b) => a.title.localeCompare(b.title, 'en')).map(({id}) => id);
  expect(await ids('first: 9, query: "tag:sale"')).toEqual(onSale);
  expect(await ids(`first: 9, query: "vendor:'${first.vendor}'"`)).toEqual([first.id]);
  expect(await ids('first: 9, sortKey: TITLE')).toEqual(byTitle);
  expect(await ids('first: 1, sortKey: TITLE, reverse: true')).toEqual(byTitle.slice(-1));
});

test('collections have products, and products their collections', async () => {
  const query = `{
    collection(handle: "sale") { title products(first: 9, sortKey: PRICE) { nodes { tags collections(first: 3) { nodes { handle } } } } }
    collections(first: 5) { totalCount nodes { id handle } }
    none: collection(handle: "none") { id }
  }`;

  expect(await ask(query)).toMatchObject({
    data: {
      collection: {
        title: 'Sale',
        products: {
          nodes: expect.arrayContaining([
            {tags: ['sale'], collections: {nodes: [{handle: 'featured'}, {handle: 'sale'}]}},
          ]),
        },
      },
      collections: {totalCount: '2', nodes: [{handle: 'featured'}, {handle: 'sale'}]},
      none: null,
    },
  });
});

test('recommends the other products, and none for an unknown product', async () => {
  const query = `query ($id: ID!) { productRecommendations(productId: $id) { id } none: productRecommendations(productId: "gid://shopify/Product/1") { id } }`;
  expect(await ask(query, {id: first.id})).toEqual({
    data: {productRecommendations: world.products.slice(1).map(({id}) => ({id})), none: null},
  });
});

test('searches products and articles with a count', async () => {
  expect(
    await ask(`{
      search(query: "tag:sale", first: 1) { totalCount nodes { ... on Product { id } } }
      products: search(query: "tag:sale", first: 1, types: [PRODUCT]) { totalCount }
    }`),
  ).toEqual({data: {search: {totalCount: 4, nodes: [{id: second.id}]}, products: {totalCount: 3}}});
});

test('finds objects of all types by id', async () => {
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`;
  const ids = [world.shop.id, first.id, first.variants[0]?.id, 'gid://shopify/Collection/5001'];
  const {data} = (await ask(query, {ids})) as {data: {nodes: {__typename: string}[]}};

  expect(data.nodes.map(({__typename: name}) => name)).toEqual([
    'Shop',
    'Product',
    'ProductVariant',
    'Collection',
  ]);
});

test('@inContext decides the country and language of localization', async () => {
  const query = `query @inContext(country: CA, language: FR) { localization {
    country { isoCode name currency { isoCode symbol } } language { isoCode endonymName } availableCountries { isoCode }
  } }`;

  expect(await ask(query)).toEqual({
    data: {
      localization: {
        country: {isoCode: 'CA', name: 'Canada', currency: {isoCode: 'USD', symbol: '$'}},
        language: {isoCode: 'FR', endonymName: 'français'},
        availableCountries: [{isoCode: 'US'}, {isoCode: 'CA'}],
      },
    },
  });
});

test('@inContext translates titles, options, pages, menus and the cart into a published language', async () => {
  const fields = `{
    product(id: "gid://shopify/Product/3001") { title description handle options { name values } featuredImage { altText }
      sellingPlanGroups(first: 1) { nodes { name sellingPlans(first: 1) { nodes { name } } } }
      variants(first: 1) { nodes { title selectedOptions { name value } product { title } } } }
    collection(handle: "sale") { title } page(handle: "about") { title body } shop { refundPolicy { title } }
    menu(handle: "main-menu") { items { title } } metaobject(id: "gid://shopify/Metaobject/9501") { field(key: "title") { value } }
    cart(id: "${storefront.checkout.cartId}") { lines(first: 1) { nodes { merchandise { ... on ProductVariant { product { id title } } } } } }
  }`;

  const french = await ask(`query @inContext(language: FR) ${fields}`);
  const line = storefront.checkout.lines[0]?.merchandise;
  const {text} = translatorOf('FR', storefront.shop);
  const title = text(storefront.products[0]?.title ?? '');

  expect(title).toMatch(/ en .*, /);
  expect(french).toMatchObject({
    data: {
      product: {
        title,
        description: expect.stringContaining(title) as unknown,
        handle: storefront.products[0]?.handle,
        options: [{name: 'Couleur', values: ['Noir', 'Naturel']}],
        featuredImage: {altText: title},
        sellingPlanGroups: {
          nodes: [
            {
              name: 'Abonnez-vous et économisez',
              sellingPlans: {nodes: [{name: 'Livraison chaque mois, 10 % de remise'}]},
            },
          ],
        },
        variants: {
          nodes: [{title: 'Noir', selectedOptions: [{name: 'Couleur', value: 'Noir'}], product: {title}}],
        },
      },
      collection: {title: 'Soldes'},
      page: {title: 'À propos de nous', body: '<p>Acme Outfitters fait des choses qui durent.</p>'},
      shop: {refundPolicy: {title: 'Politique de remboursement'}},
      menu: {items: expect.arrayContaining([{title: 'Accueil'}]) as unknown[]},
      metaobject: {field: {value: 'Laver à froid'}},
      cart: {
        lines: {nodes: [{merchandise: {product: {id: line?.product.id, title: text(line?.title ?? '')}}}]},
      },
    },
  });

  const unpublished = await ask(`query @inContext(language: JA) ${fields}`);
  expect(unpublished).toEqual(await ask(fields));
  expect(unpublished).not.toEqual(french);
});

test('finds variants by the option names of the language, and lists the languages of the shop', async () => {
  const query = `query @inContext(language: FR) {
    localization { language { isoCode } availableLanguages { isoCode } country { defaultLanguage { isoCode } } }
    product(id: "gid://shopify/Product/3001") {
      variantBySelectedOptions(selectedOptions: [{name: "Couleur", value: "Naturel"}]) { id }
    }
  }`;

  expect(await ask(query)).toEqual({
    data: {
      localization: {
        language: {isoCode: 'FR'},
        availableLanguages: [{isoCode: 'EN'}, {isoCode: 'FR'}, {isoCode: 'DE'}],
        country: {defaultLanguage: {isoCode: 'EN'}},
      },
      product: {variantBySelectedOptions: {id: 'gid://shopify/ProductVariant/30012'}},
    },
  });
});

async function ask(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const answer = await answerQuery(
    {
      api: 'storefront',
      version: '2026-04',
      body: {query, variables},
      root: (inContext) => storefrontRoot(() => storefront, answerContext(inContext, storefront)),
    },
    queryDeps(),
  );

  return JSON.parse(JSON.stringify(answer)) as unknown;
}

/** An amount as the platform writes it: at least one digit is after the point. */
function decimal(amount = 0): string {
  return Number.isInteger(amount) ? `${amount}.0` : String(amount);
}
