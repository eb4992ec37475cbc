import {numberOf} from '../../world/shop.ts';
import type {Product} from '../../world/products.ts';
import type {VtexAccount} from '../../world/vtex.ts';
import type {VtexParts} from './vtex-context.ts';
import {routesOf} from './route.ts';
import type {VtexRoute} from './route.ts';

const {anyone} = routesOf('catalog');

/** The one product that is kept in the catalogue and not sold. */
const INACTIVE = 'gid://shopify/Product/3006';

/**
 * The active products, for anybody.
 *
 * @see https://developers.vtex.com/docs/api-reference/search-api
 */
export function catalog({world}: VtexParts): readonly VtexRoute[] {
  const all = world.products;
  const search = ({searchParams}: URL, account: VtexAccount, term: string): Response => {
    const words = `${term} ${searchParams.get('ft') ?? ''}`.trim().toLowerCase();
    const ids = searchParams
      .getAll('fq')
      .flatMap((each) => /^(productId|skuId):(\d+)$/.exec(each)?.[2] ?? []);

    const found = activeOf(all).filter(
      (product) =>
        product.title.toLowerCase().includes(words) &&
        (ids.length === 0 || ids.some((id) => isCalled(product, id))),
    );

    const from = bound(searchParams.get('_from'), 0);
    const to = Math.min(bound(searchParams.get('_to'), from + 9), from + 49);
    const page = found.slice(from, to + 1).map((product) => shown(product, account));
    const headers = {resources: `${from}-${Math.max(from, from + page.length - 1)}/${found.length}`};

    return Response.json(page, {status: page.length < found.length ? 206 : 200, headers});
  };

  return [
    anyone('GET /api/catalog_system/pub/products/search', ({url, account}) => search(url, account, '')),
    anyone('GET /api/catalog_system/pub/products/search/:term', ({url, account, params}) =>
      search(url, account, params['term'] ?? ''),
    ),
  ];
}

export function activeOf(products: readonly Product[]): readonly Product[] {
  return products.filter(({id}) => id !== INACTIVE);
}

function isCalled({id, variants}: Product, number: string): boolean {
  return numberOf(id) === number || variants.some((variant) => numberOf(variant.id) === number);
}

function shown(product: Product, account: VtexAccount): object {
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
    items: product.variants.map((variant) => ({
      itemId: numberOf(variant.id),
      name: variant.subtitle,
      nameComplete: `${product.title} ${variant.subtitle}`,
      ean: '',
      images: [
        {imageId: numberOf(variant.id), imageText: variant.image.altText, imageUrl: variant.image.url},
      ],
      sellers: [
        {
          sellerId: '1',
          sellerName: account.tradeName,
          sellerDefault: true,
          commertialOffer: {
            Price: variant.price.amount,
            ListPrice: variant.price.amount,
            AvailableQuantity: 10_000,
            IsAvailable: true,
          },
        },
      ],
    })),
  };
}

function bound(text: string | null, byDefault: number): number {
  const number = Number(text ?? byDefault);
  return Number.isInteger(number) && number >= 0 ? number : byDefault;
}
