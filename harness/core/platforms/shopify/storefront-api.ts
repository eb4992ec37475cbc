import {http, HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {defined} from '../../../records.ts';
import type {Product} from '../../world/products.ts';
import type {Shop} from '../../world/shop.ts';
import {corsHeaders} from '../cors-headers.ts';
import {BAD_BODY, executor, readGraphQL} from '../graphql.ts';
import type {GraphQLBody} from '../graphql.ts';
import {storefrontRoot} from './storefront-resolver.ts';
import {STOREFRONT_SDL} from './storefront-schema.ts';

/** The Storefront API answers pages of every origin. */
const OPEN = corsHeaders('*', {
  methods: 'POST',
  headers: 'accept, content-type, x-shopify-storefront-access-token, shopify-storefront-private-token',
});

const NO_TOKEN = {errors: [{message: 'No storefront access token.', extensions: {code: 'UNAUTHORIZED'}}]};

const execute = executor(STOREFRONT_SDL);

/** Returns the URL before `<version>/graphql.json`. */
export function storefrontApiBase(shop: Shop): string {
  return `https://${shop.domain}/api/`;
}

/** Whether this is a URL of the Storefront API, which answers pages of every origin. */
export function isStorefrontApi({pathname}: URL): boolean {
  return /^\/api\/[\w-]+\/graphql\.json$/.test(pathname);
}

/**
 * A small Storefront API over the world: shop, localization and products. It refuses other fields as GraphQL
 * does. A test can put handlers of its own in front (`simulation.use`).
 *
 * @param lacksToken whether the page has no token for the next query
 *
 * @see https://shopify.dev/docs/api/storefront
 */
export function storefrontApi(
  {shop, products}: {shop: Shop; products: readonly Product[]},
  lacksToken: () => boolean = () => false,
): readonly HttpHandler[] {
  const url = `${storefrontApiBase(shop)}:version/graphql.json`;
  return [
    http.options(url, () => new HttpResponse(null, {status: 204, headers: OPEN})),
    http.post(url, async ({request}) => {
      const body = await readGraphQL(request);
      if (body === null) return HttpResponse.json(BAD_BODY, {status: 400, headers: OPEN});
      if (lacksToken()) return HttpResponse.json(NO_TOKEN, {status: 401, headers: OPEN});
      return HttpResponse.json(await answer(body, storefrontRoot(shop, products)), {headers: OPEN});
    }),
  ];
}

/** Executes a query. Every error has the code and the request id that Shopify adds. */
async function answer(body: GraphQLBody, root: object): Promise<object> {
  const {data, errors} = await execute(body, root);

  return defined({
    data,
    errors: errors?.map((error) => ({
      ...error.toJSON(),
      extensions: {code: 'undefinedField', requestId: 'simhost', ...error.extensions},
    })),
  });
}
