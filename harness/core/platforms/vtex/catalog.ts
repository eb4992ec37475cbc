import type {Product} from '../../world/products.ts';
import {numberOf} from '../../world/gid.ts';
import type {VtexAccount} from '../../world/vtex.ts';
import {wholeNumberOf} from './request-fields.ts';
import {routesOf} from './route.ts';
import type {VtexCall, VtexRoute} from './route.ts';
import type {VtexContext} from './vtex-context.ts';

const {anyone} = routesOf('catalog');

/** The only product that the catalogue keeps and does not sell. */
const INACTIVE = 'gid://shopify/Product/3006';

/**
 * The search for products, open to everybody. It finds active products.
 *
 * @see https://developers.vtex.com/docs/api-reference/search-api
 */
export function catalog({world}: VtexContext): readonly VtexRoute[] {
  const path = '/api/catalog_system/pub/products/search';
  const active = activeOf(world.products);

  return [
    anyone(`GET ${path}`, (call) => search(call, active)),
    anyone(`GET ${path}/:term`, (call) => search(call, active)),
  ];
}

/** Lists the products that a shop of VTEX sells. Its catalogue does not have Shopify's gift card. */
export function activeOf(products: readonly Product[]): readonly Product[] {
  return products.filter(({id, isGiftCard}) => id !== INACTIVE && !isGiftCard);
}

/** Answers at most 50 products from `_from` to `_to`: 206 if there are more than that. */
function search({url, params, account}: VtexCall, active: readonly Product[]): Response {
  const found = active.filter(matcherOf(url, params['term'] ?? ''));

  const from = wholeNumberOf(url, '_from', {byDefault: 0, least: 0});
  const to = Math.min(wholeNumberOf(url, '_to', {byDefault: from + 9, least: 0}), from + 49);
  const page = found.slice(from, to + 1);

  const last = Math.max(from, from + page.length - 1);
  return Response.json(
    page.map((product) => productJson(product, account)),
    {
      status: page.length < found.length ? 206 : 200,
      headers: {resources: `${from}-${last}/${found.length}`},
    },
  );
}

/** Matches products by words of the title (`:term`, `ft`), and by ids (`fq=productId:…`, `fq=skuId:…`). */
function matcherOf({searchParams}: URL, term: string): (product: Product) => boolean {
  const words = `${term} ${searchParams.get('ft') ?? ''}`.trim().toLowerCase();
  const ids = searchParams
    .getAll('fq')
    .flatMap((filter) => /^(productId|skuId):(\d+)$/.exec(filter)?.[2] ?? []);

  return (product) =>
    product.title.toLowerCase().includes(words) && (ids.length === 0 || ids.some((id) => hasId(product, id)));
}

function hasId({id, variants}: Product, number: string): boolean {
  return numberOf(id) === number || variants.some((variant) => numberOf(variant.id) === number);
}

function productJson(product: Product, account: VtexAccount): object {
  const id = numberOf(product.id);
  return {
    productId: id,
    productName: product.title,
    brand: product.vendor,
    brandId: 2_000_000,
    productReference: id,
    linkText: product.handle,
    categories: [`/${product.productType}/`],
    description: product.description,
    link: `https://${account.name}.myvtex.com/${product.handle}/p`,
    items: product.variants.map((variant) => skuJson(variant, product, account)),
  };
}

function skuJson(
  {id, subtitle, image, price}: Product['variants'][number],
  {title}: Product,
  account: VtexAccount,
): object {
  const offer = {
    Price: price.amount,
    ListPrice: price.amount,
    AvailableQuantity: 10_000,
    IsAvailable: true,
  };

  return {
    itemId: numberOf(id),
    name: subtitle,
    nameComplete: `${title} ${subtitle}`,
    ean: '',
    images: [{imageId: numberOf(id), imageText: image.altText, imageUrl: image.url}],
    sellers: [{sellerId: '1', sellerName: account.tradeName, sellerDefault: true, commertialOffer: offer}],
  };
}
