import {HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {http} from '../platform-http.ts';
import {defined} from '../../../records.ts';
import {EXTENSION_STOREFRONT_SCOPES} from '../../world/api-scopes.ts';
import type {App} from '../../world/app.ts';
import type {Shop} from '../../world/shop.ts';
import {corsHeaders} from '../cors-headers.ts';
import {statedHeader, generatedOf} from '../stated-facts.ts';
import {BAD_BODY, readGraphQL} from '../graphql.ts';
import type {GraphQLBody} from '../graphql.ts';
import {problemHeader} from '../problem.ts';
import {caseFact, faultAnswer} from './api-fault.ts';
import type {ArmedFault} from './api-fault.ts';
import {answerQuery} from './graphql/answer-query.ts';
import type {Query} from './graphql/answer-query.ts';
import type {QueryDeps} from './graphql/query-context.ts';
import {answerContext} from './storefront/localization.ts';
import type {AnswerContext} from './storefront/localization.ts';
import {schemaOf} from './graphql/published/releases.ts';
import {storefrontRoot} from './storefront/root.ts';
import {noticeOfPrivateToken, storefrontAccess} from './storefront/storefront-access.ts';
import type {StorefrontTokens} from './storefront/storefront-access.ts';
import {storefrontScopes} from './storefront/storefront-scopes.ts';
import type {StorefrontWorld} from './storefront/storefront-world.ts';
import {TOKENLESS_COST, refuseTokenless} from './storefront/tokenless.ts';

/** The Storefront API answers pages of every origin. */
const OPEN = corsHeaders('*', {
  methods: 'POST',
  headers:
    'accept, content-type, shopify-storefront-buyer-ip, shopify-storefront-private-token, x-sdk-variant, ' +
    'x-sdk-variant-source, x-sdk-version, x-shopify-storefront-access-token',
});

/** The answer to a wrong token, as the API was seen to write it. */
const WRONG_TOKEN = {errors: [{message: '', extensions: {code: 'UNAUTHORIZED'}}]};

/** Returns the URL before `<version>/graphql.json`. */
export function storefrontApiBase(shop: Shop): string {
  return `https://${shop.domain}/api/`;
}

/** Whether this is a URL of the Storefront API, which answers pages of every origin. */
export function isStorefrontApi({pathname}: URL): boolean {
  return /^\/api\/[\w-]+\/graphql\.json$/.test(pathname);
}

/**
 * The Storefront API over the world, by its published schemas. A test can put its own handlers in front
 * (`simulation.use`).
 *
 * @see https://shopify.dev/docs/api/storefront
 */
export function storefrontApi(shop: Shop, deps: StorefrontDeps): readonly HttpHandler[] {
  const url = `${storefrontApiBase(shop)}:version/graphql.json`;
  return [
    http.options(url, () => new HttpResponse(null, {status: 204, headers: OPEN})),
    http.post(url, async ({request, params}) => {
      const body = await readGraphQL(request, deps.queries.notice);
      if (body === null) return HttpResponse.json(BAD_BODY, {status: 400, headers: OPEN});

      const fault = await deps.apiFault('storefront');
      const failed = faultAnswer(fault, OPEN);
      if (failed !== null) return failed;

      const access = storefrontAccess(request.headers, deps.storefrontTokens);
      if (access.kind === 'refused') {
        const headers = {...OPEN, ...problemHeader(access.reason)};
        return HttpResponse.json(WRONG_TOKEN, {status: 401, headers});
      }

      const notice = access.kind === 'private' ? noticeOfPrivateToken(request.headers) : null;
      if (notice !== null) deps.queries.notice(notice);

      const version = String(params['version']);
      const limits = limitsOf(access.kind, deps.storefrontTokens.scopes);
      const answered = await answer(body, {version, ...limits}, deps);
      const facts = {...generatedOf(answered), ...schemaOf('storefront', version), ...caseFact(fault)};
      return HttpResponse.json(answered, {headers: {...OPEN, ...statedHeader(facts)}});
    }),
  ];
}

/** The parts of a simulation that the Storefront API needs. */
export interface StorefrontDeps {
  readonly queries: QueryDeps;
  /** The tokens of the app, and the scopes that they have. */
  readonly storefrontTokens: StorefrontTokens & Pick<App, 'scopes'>;
  storefront(): StorefrontWorld;
  /** Resolves with the fault that an armed case gives the next query, or `null`. */
  apiFault(api: 'storefront'): Promise<ArmedFault | null>;
}

/** Returns the fields and the cost that a kind of access allows. */
function limitsOf(
  kind: 'public' | 'private' | 'extension' | 'tokenless',
  scopes: readonly string[],
): Pick<Query, 'access' | 'maxCost'> {
  if (kind === 'tokenless') return {access: refuseTokenless, maxCost: TOKENLESS_COST};
  return {access: storefrontScopes(kind === 'extension' ? EXTENSION_STOREFRONT_SCOPES : scopes)};
}

/**
 * Executes a query. Every error has the code and the request id that Shopify adds, and an answer with `@inContext` has
 * the country and language that apply.
 */
async function answer(
  body: GraphQLBody,
  asked: Pick<Query, 'version' | 'access' | 'maxCost'>,
  {queries, storefront}: StorefrontDeps,
): Promise<object> {
  let context: AnswerContext | undefined;

  const {data, errors, extensions} = await answerQuery(
    {
      api: 'storefront',
      ...asked,
      body,
      root(inContext) {
        const world = storefront();
        const applying = answerContext(inContext, world);
        if (Object.keys(inContext).length > 0) context = applying;
        return storefrontRoot(storefront, applying, inContext);
      },
    },
    queries,
  );

  return defined({
    data,
    errors: errors?.map((error) => ({
      ...error.toJSON(),
      extensions: {requestId: 'simhost', ...error.extensions},
    })),
    extensions: context === undefined ? extensions : {context, ...extensions},
  });
}
