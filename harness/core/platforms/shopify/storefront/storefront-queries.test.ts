import {expect, test} from '@playwright/test';
import {createWorld} from '../../../world/world.ts';
import {storefrontAnswer, storefrontOf} from './storefront-answer.fixture.ts';

const IMAGE = 'id url altText width height';
const MONEY = 'amount currencyCode';
const VARIANT = `id title sku availableForSale price { ${MONEY} } compareAtPrice { ${MONEY} } unitPrice { ${MONEY} }
  image { ${IMAGE} } selectedOptions { name value } product { title handle }`;
const CARD = `id title handle availableForSale featuredImage { ${IMAGE} }
  priceRange { minVariantPrice { ${MONEY} } maxVariantPrice { ${MONEY} } }
  variants(first: 1) { nodes { ${VARIANT} } }`;

/** Queries of the kinds that storefronts send, by their page. */
const QUERIES: Readonly<Record<string, string>> = {
  'a header with menu and shop': `{
    shop { id name description primaryDomain { url } brand { logo { image { url } } } }
    menu(handle: "main-menu") { id items { id resourceId tags title type url items { id title type url } } }
  }`,
  'a product page': `{ product(handle: "HANDLE") { ${CARD} vendor descriptionHtml encodedVariantExistence encodedVariantAvailability
    options { name optionValues { name firstSelectableVariant { ${VARIANT} } swatch { color image { previewImage { url } } } } }
    selectedOrFirstAvailableVariant(selectedOptions: [], ignoreUnknownOptions: true, caseInsensitiveMatch: true) { ${VARIANT} quantityAvailable }
    adjacentVariants(selectedOptions: []) { ${VARIANT} } seo { title description }
    media(first: 3) { nodes { __typename mediaContentType alt previewImage { url } ... on MediaImage { image { ${IMAGE} } } } }
    sellingPlanGroups(first: 3) { edges { node { name options { name values } sellingPlans(first: 3) { edges { node { id name } } } } } }
  } }`,
  recommendations: `{ productRecommendations(productHandle: "HANDLE", intent: RELATED) { ${CARD} } }`,
  'a page of a collection': `{ collection(handle: "sale") { id title description image { ${IMAGE} } products(first: 2, sortKey: PRICE, reverse: true,
    filters: [{available: true}]) { filters { id label type values { id label count input } } nodes { ${CARD} } pageInfo { hasPreviousPage hasNextPage startCursor endCursor } } } }`,
  'a search': `{ search(query: "metal", first: 5, types: [PRODUCT, PAGE, ARTICLE], unavailableProducts: HIDE) { totalCount nodes { __typename
    ... on Product { id title trackingParameters } ... on Page { id title handle } ... on Article { id title handle blog { handle } } } } }`,
  'a search while typing': `{ predictiveSearch(query: "me", limit: 5, limitScope: EACH) { queries { text styledText trackingParameters }
    products { id title } collections { id title image { url } } pages { id title } articles { id title image { url } } } }`,
  'the policies': `{ shop { privacyPolicy { id title handle body url } refundPolicy { id } shippingPolicy { id } termsOfService { id } subscriptionPolicy { id } } }`,
  'a blog': `{ blog(handle: "news") { title seo { title description } articles(first: 5, reverse: true) { nodes { id handle title contentHtml
    excerpt publishedAt author { name } image { ${IMAGE} } blog { handle } } pageInfo { hasNextPage } } } }`,
  'a country selector': `query @inContext(country: CA, language: FR) { localization {
    country { isoCode name currency { isoCode symbol name } unitSystem } language { isoCode name endonymName } availableCountries { isoCode }
    availableLanguages { isoCode } } }`,
  pickup: `{ locations(first: 5) { nodes { id name address { address1 city zip formatted } } }
    product(handle: "HANDLE") { variants(first: 1) { nodes { storeAvailability(first: 5) { nodes { available pickUpTime quantityAvailable location { name } } } } } } }`,
  'a sitemap': `{ sitemap(type: PAGE) { pagesCount { count } resources(page: 1) { items { handle updatedAt } } } }`,
};

for (const [page, query] of Object.entries(QUERIES)) {
  test(`${page} reads no generated value`, async () => {
    const world = createWorld();
    const answered = await storefrontAnswer(
      query.replaceAll('HANDLE', world.products[0]?.handle ?? ''),
      storefrontOf(world),
    );

    expect(answered).toEqual({data: expect.anything()});
    expect(Object.values((answered as {data: object}).data)).not.toContain(null);
  });
}
