import {HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {http} from '../platform-http.ts';
import {EXTENSION_HEADER, PAGE_SECRET_HEADER} from '../../../wire/control.ts';
import {BAD_BODY, readGraphQL} from '../graphql.ts';
import {corsHeaders} from '../cors-headers.ts';
import {problemHeader} from '../problem.ts';
import {generatedOf, statedHeader} from '../stated-facts.ts';
import {caseFact, faultAnswer} from './api-fault.ts';
import {accessTokenIn} from './customer-account/access-tokens.ts';
import {numberOf} from '../../world/gid.ts';
import type {Shop} from '../../world/shop.ts';
import {ACCOUNTS_HOST} from './shopify-hosts.ts';
import {queryCustomerAccount} from './customer-account/query.ts';
import {readableByClient} from './customer-sign-in/client-origin.ts';
import type {SignInDeps} from './customer-sign-in/sign-in-deps.ts';
import {publishedVersions, schemaOf} from './graphql/published/releases.ts';
import {UNAUTHORIZED, pageEndpoint} from './page-endpoint.ts';
import {sessionTokenQuery} from './session-token-query.ts';
import type {ShopifyDeps} from './shopify-deps.ts';

/**
 * Returns the URL before `<version>/graphql`. Its path has the shop's number (Shopify/ui-extensions #1907).
 */
export function customerAccountApiBase(shopNumber: string): string {
  return `https://${ACCOUNTS_HOST}/${shopNumber}/account/customer/api/`;
}

/** Returns the URL at which the shop's own page asks. */
export function customerAccountApiUrl(shopNumber: string): string {
  return `${customerAccountApiBase(shopNumber)}unstable/graphql`;
}

/** Returns the URL at which clients look up the address of the API. */
export function customerAccountDiscoveryUrl(shopDomain: string): string {
  return `https://${shopDomain}/.well-known/customer-account-api`;
}

/** Whether this is a URL of the Customer Account API. */
export function isCustomerAccountApi({hostname, pathname}: URL): boolean {
  return hostname === ACCOUNTS_HOST && /^\/\d+\/account\/customer\/api\/[\w-]+\/graphql$/.test(pathname);
}

/**
 * The Customer Account API. The page asks it for session tokens. An extension asks it through the page for
 * the customer and their orders, and cannot get tokens there.
 *
 * @see https://shopify.dev/docs/api/customer
 */
export function customerAccountApi(
  deps: Omit<
    ShopifyDeps,
    | 'admin'
    | 'appAuthorization'
    | 'codeAt'
    | 'customerSignIn'
    | 'directStaff'
    | 'storefront'
    | 'storefrontTokens'
  > &
    ClientDeps,
): readonly HttpHandler[] {
  const querySessionToken = sessionTokenQuery('customer-account', deps);
  const url = `${customerAccountApiBase(':shop')}:version/graphql`;

  const forPages = pageEndpoint(
    url,
    deps,
    async (body, request, version) => {
      const extension = request.headers.get(EXTENSION_HEADER);
      if (extension === null) return querySessionToken(body);

      return deps.knowsActivation(extension, 'customer-account')
        ? queryCustomerAccount(body, {...deps, version, reportsCost: true})
        : UNAUTHORIZED;
    },
    {
      factsOf: (version, request) => (isOfExtension(request) ? schemaOf('customer-account', version) : {}),
      faultOf: async (request) => (isOfExtension(request) ? deps.apiFault('customer-account') : null),
    },
  );

  return [clientEndpoint(url, deps), clientPreflight(url, deps), ...forPages];
}

type ClientDeps = Pick<SignInDeps, 'client'>;

/**
 * Answers backends and pages of a storefront, which show the access token of a customer. Requests of host pages go on to
 * the next handler.
 *
 * @see https://shopify.dev/docs/api/customer/latest#authentication
 */
function clientEndpoint(
  url: string,
  deps: Pick<ShopifyDeps, 'accessTokens' | 'account' | 'apiFault' | 'queries'> & ClientDeps,
): HttpHandler {
  return http.post(url, async ({request, params}) => {
    const token = accessTokenIn(request.headers);
    if (token === null || request.headers.has(PAGE_SECRET_HEADER)) return undefined;

    const headers = readableByClient(request, deps.client);
    const refusal = deps.accessTokens.refusalOf(token);
    if (refusal !== null) {
      const reason = {...refusal, turn: 'backend'} as const;
      return HttpResponse.json(UNAUTHORIZED, {status: 401, headers: {...headers, ...problemHeader(reason)}});
    }

    const fault = await deps.apiFault('customer-account');
    const failed = faultAnswer(fault, headers);
    if (failed !== null) return failed;

    const body = await readGraphQL(request, deps.queries.notice);
    if (body === null) return HttpResponse.json(BAD_BODY, {status: 400, headers});

    const version = String(params['version']);
    const answered = await queryCustomerAccount(body, {...deps, version, reportsCost: true});
    const facts = {...generatedOf(answered), ...schemaOf('customer-account', version), ...caseFact(fault)};
    return HttpResponse.json(answered, {headers: {...headers, ...statedHeader(facts)}});
  });
}

/** Answers the preflight of a page of the client's JavaScript origins. The secret of a host page is not for it. */
function clientPreflight(url: string, {client}: ClientDeps): HttpHandler {
  return http.options(url, ({request}) => {
    const headers = readableByClient(request, client);
    const allowed = headers['access-control-allow-headers'] ?? '';
    const isForClient = 'access-control-allow-origin' in headers && !allowed.includes(PAGE_SECRET_HEADER);
    return isForClient ? new HttpResponse(null, {status: 204, headers}) : undefined;
  });
}

/** Answers clients that look up the address of the API, as Shopify's clients do. */
export function customerAccountDiscovery({id, domain}: Pick<Shop, 'id' | 'domain'>): HttpHandler {
  const newest = publishedVersions('customer-account').at(-1);
  const base = customerAccountApiBase(numberOf(id));
  return http.get(customerAccountDiscoveryUrl(domain), () =>
    HttpResponse.json(
      {graphql_api: `${base}${newest}/graphql`, mcp_api: `${base}mcp`},
      {headers: corsHeaders('*')},
    ),
  );
}

/** Whether an extension asks. The page itself asks for tokens. */
function isOfExtension({headers}: Request): boolean {
  return headers.has(EXTENSION_HEADER);
}
