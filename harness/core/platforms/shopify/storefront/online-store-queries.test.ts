import {expect, test} from '@playwright/test';
import {metafieldId} from '../../../world/metafield-id.ts';
import {createWorld} from '../../../world/world.ts';
import {storefrontAnswer, storefrontOf} from './storefront-answer.fixture.ts';

const {products} = createWorld();
const [first, second] = products as [Product, Product];
type Product = (typeof products)[number];

test('metaobjects are found by type, by handle and by id, with the objects that they refer to', async () => {
  const query = `{
    metaobjects(type: "care_guide", first: 9) { nodes { handle type } }
    metaobject(handle: {type: "care_guide", handle: "wash-cold"}) {
      id title: field(key: "title") { value type } none: field(key: "none") { value }
      products: field(key: "products") { references(first: 9) { nodes { ... on Product { id } } } }
    }
    byId: metaobject(id: "gid://shopify/Metaobject/9503") { handle }
    unknown: metaobject(handle: {type: "care_guide", handle: "none"}) { id }
    others: metaobjects(type: "none", first: 9) { nodes { id } }
  }`;

  expect(await storefrontAnswer(query)).toEqual({
    data: {
      metaobjects: {
        nodes: [
          {handle: 'wash-cold', type: 'care_guide'},
          {handle: 'wipe-clean', type: 'care_guide'},
        ],
      },
      metaobject: {
        id: 'gid://shopify/Metaobject/9501',
        title: {value: 'Wash cold', type: 'single_line_text_field'},
        none: null,
        products: {references: {nodes: [{id: first.id}, {id: second.id}]}},
      },
      byId: {handle: 'returns'},
      unknown: null,
      others: {nodes: []},
    },
  });
});

test('a metafield refers to a metaobject, and a list to products', async () => {
  const query = `{ product(id: "${first.id}") {
    guide: metafield(namespace: "custom", key: "care_guide") {
      type reference { ... on Metaobject { handle field(key: "title") { value } } } references(first: 1) { nodes { __typename } }
    }
    goesWith: metafield(namespace: "custom", key: "goes_with") {
      reference { __typename } references(first: 9) { nodes { ... on Product { handle } } }
    }
    care: metafield(namespace: "custom", key: "care") { reference { __typename } parentResource { ... on Product { id } } }
  } }`;

  expect(await storefrontAnswer(query)).toEqual({
    data: {
      product: {
        guide: {
          type: 'metaobject_reference',
          reference: {handle: 'wash-cold', field: {value: 'Wash cold'}},
          references: null,
        },
        goesWith: {
          reference: null,
          references: {nodes: products.slice(1, 3).map(({handle}) => ({handle}))},
        },
        care: {reference: null, parentResource: {id: first.id}},
      },
    },
  });
});

test('menus lead to collections, pages, blogs and policies', async () => {
  const query = `{
    menu(handle: "main-menu") { itemsCount items { title type url resource { __typename } items { title resource { ... on Collection { handle } } } } }
    footer: menu(handle: "footer") { items { type resource { ... on ShopPolicy { handle } } } }
    account: menu(handle: "customer-account-main-menu") { items { url } }
    unknown: menu(handle: "none") { id }
  }`;

  const url = (path: string): string => `https://acme.myshopify.com${path}`;
  expect(await storefrontAnswer(query)).toMatchObject({
    data: {
      menu: {
        itemsCount: 5,
        items: [
          {title: 'Home', type: 'FRONTPAGE', url: url('/'), resource: null, items: []},
          {
            type: 'CATALOG',
            resource: null,
            items: [{resource: {handle: 'featured'}}, {resource: {handle: 'sale'}}],
          },
          {title: 'About us', type: 'PAGE', url: url('/pages/about'), resource: {__typename: 'Page'}},
          {title: 'Contact', type: 'PAGE'},
          {title: 'News', type: 'BLOG', url: url('/blogs/news'), resource: {__typename: 'Blog'}},
        ],
      },
      footer: {
        items: expect.arrayContaining([{type: 'SHOP_POLICY', resource: {handle: 'refund-policy'}}]),
      },
      account: {items: [{url: url('/')}, {url: 'https://shopify.com/548380009/account/orders'}]},
      unknown: null,
    },
  });
});

test('pages, blogs and articles are found by handle and by search', async () => {
  const query = `{
    page(handle: "about") { title body bodySummary onlineStoreUrl }
    pages(first: 9, query: "title:contact") { nodes { handle } }
    blog(handle: "news") {
      authors { name }
      articleByHandle(handle: "how-to-care-for-canvas") {
        content(truncateAt: 10) excerpt tags blog { handle } comments(first: 1) { nodes { content author { name } } }
      }
      articles(first: 9, query: "tag:sale") { nodes { handle excerpt } }
    }
    articles(first: 1, reverse: true) { nodes { onlineStoreUrl } }
  }`;

  expect(await storefrontAnswer(query)).toEqual({
    data: {
      page: {
        title: 'About us',
        body: '<p>Acme Outfitters makes things that last.</p>',
        bodySummary: 'Acme Outfitters makes things that last.',
        onlineStoreUrl: 'https://acme.myshopify.com/pages/about',
      },
      pages: {nodes: [{handle: 'contact'}]},
      blog: {
        authors: [{name: 'Grace Hopper'}],
        articleByHandle: {
          content: 'Canvas ...',
          excerpt: 'Canvas likes cold water.',
          tags: ['care'],
          blog: {handle: 'news'},
          comments: {nodes: [{content: 'That saved my bag.', author: {name: 'Bea Byron'}}]},
        },
        articles: {nodes: [{handle: 'the-sale-begins', excerpt: null}]},
      },
      articles: {nodes: [{onlineStoreUrl: 'https://acme.myshopify.com/blogs/news/the-sale-begins'}]},
    },
  });
});

test('the shop has its policies, and null for those that it has not written', async () => {
  const query = `{ shop {
    refundPolicy { title body url handle } subscriptionPolicy { handle } contactInformation { body }
    legalNotice { id } termsOfSale { id } moneyFormat customerAccountUrl
  } }`;

  expect(await storefrontAnswer(query)).toEqual({
    data: {
      shop: {
        refundPolicy: {
          title: 'Refund policy',
          body: '<p>You have 30 days to return an item.</p>',
          url: 'https://acme.myshopify.com/policies/refund-policy',
          handle: 'refund-policy',
        },
        subscriptionPolicy: {handle: 'subscription-policy'},
        contactInformation: {body: '<p>Trade name: Acme Outfitters.</p>'},
        legalNotice: null,
        termsOfSale: null,
        moneyFormat: '${{amount}}',
        customerAccountUrl: 'https://shopify.com/548380009',
      },
    },
  });
});

test('redirects and the sitemap lead to what the shop has', async () => {
  const query = `{
    urlRedirects(first: 9, query: "path:/pages/our-story") { nodes { path target } }
    all: urlRedirects(first: 9) { nodes { target } }
    sitemap(type: PRODUCT) { pagesCount { count } resources(page: 1) { hasNextPage items { handle ... on SitemapResource { title } } } past: resources(page: 2) { hasNextPage } }
    metaobjects: sitemap(type: METAOBJECT) { resources(page: 1) { items { handle ... on SitemapResourceMetaobject { type } } } }
  }`;

  expect(await storefrontAnswer(query)).toMatchObject({
    data: {
      urlRedirects: {nodes: [{path: '/pages/our-story', target: '/pages/about'}]},
      all: {nodes: [{target: `/products/${first.handle}`}, {target: '/pages/about'}]},
      sitemap: {
        pagesCount: {count: 1},
        resources: {hasNextPage: false, items: products.map(({handle, title}) => ({handle, title}))},
        past: null,
      },
      metaobjects: {resources: {items: expect.arrayContaining([{handle: 'returns', type: 'faq'}])}},
    },
  });
});

test('finds the objects of every type by id', async () => {
  const ids = [
    'Page/9201',
    'ShopPolicy/9101',
    'Blog/9301',
    'Article/9401',
    'Comment/9451',
    'Menu/9601',
    'MenuItem/96011',
    'MenuItem/960121',
    'Metaobject/9501',
    'Location/8001',
    'UrlRedirect/9701',
    'ProductOption/30011',
    'ProductOptionValue/300111',
    'MediaImage/3001',
  ].map((id) => `gid://shopify/${id}`);
  const query = `{ nodes(ids: ${JSON.stringify(ids)}) { __typename id } }`;

  const expected = ids.map((id) => ({__typename: id.split('/')[3], id}));
  expect(await storefrontAnswer(query)).toEqual({data: {nodes: expected}});
});

test('finds a metafield of a product by id', async () => {
  const storefront = storefrontOf(createWorld());
  const found = storefront.metafields.find(({target}) => target.type === 'product');
  if (found === undefined) throw new Error('The world has no metafield of a product.');
  const id = metafieldId(found);

  expect(await storefrontAnswer(`{ node(id: "${id}") { __typename id } }`, storefront)).toEqual({
    data: {node: {__typename: 'Metafield', id}},
  });
});

test('keeps metafields of customers and orders from everybody', async () => {
  const world = createWorld();
  const storefront = storefrontOf(world);
  const [ofOrder, ...others] = storefront.metafields.filter(({target}) => target.type === 'order');
  if (ofOrder === undefined) throw new Error('The world has no metafield of an order.');
  expect(others).toEqual([]);

  expect(await storefrontAnswer(`{ node(id: "${metafieldId(ofOrder)}") { id } }`, storefront)).toEqual({
    data: {node: null},
  });
});

test('the time of a resource follows from seed and id, not from the order of reads', async () => {
  const updated = (query: string): Promise<unknown> => storefrontAnswer(`{ ${query} }`);
  const page = 'page(handle: "about") { createdAt updatedAt }';

  expect(await updated(page)).toEqual(await updated(page));
  const {data} = (await updated(`pages(first: 2) { nodes { id } } ${page}`)) as {data: {page: object}};
  expect({data: {page: data.page}}).toEqual(await updated(page));
  const other = await storefrontAnswer(`{ ${page} }`, storefrontOf(createWorld({seed: 2})));
  expect(other).not.toEqual(await updated(page));
});
