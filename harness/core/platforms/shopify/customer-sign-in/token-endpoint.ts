import {HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {http} from '../../platform-http.ts';
import {ACCESS_TOKEN_LIFE} from '../customer-account/access-tokens.ts';
import {clientFault} from './client-authentication.ts';
import {readableByClient} from './client-origin.ts';
import {signIdToken} from './customer-id-token.ts';
import {readOAuthParameters} from './oauth-parameters.ts';
import type {SignInDeps, SignInUrls} from './sign-in-deps.ts';
import type {Grant} from './sign-in-grants.ts';
import {answerFault} from './token-fault.ts';
import type {TokenFault} from './token-fault.ts';

/** The only type of body that the endpoint reads. A request without a type counts as a form, as in Rack. */
const FORM = 'application/x-www-form-urlencoded';

// RFC 6749, section 5.1.
const NO_STORE = {'cache-control': 'no-store', pragma: 'no-cache'};

/** The members of the answer with the tokens. */
type TokenAnswer = Readonly<Record<string, string | number>>;

/**
 * Gives clients the tokens for a code, and new ones for a refresh token.
 *
 * @see https://shopify.dev/docs/api/customer/latest#obtain-access-token
 */
export function tokenEndpoint(urls: SignInUrls, deps: SignInDeps): readonly HttpHandler[] {
  return [
    http.post(urls.token, async ({request}) => {
      const headers = {...readableByClient(request, deps.client), ...NO_STORE};
      const answer = await answerTo(request, urls, deps);
      return 'fault' in answer
        ? answerFault(answer.fault, headers)
        : HttpResponse.json(answer.tokens, {headers});
    }),
    http.options(
      urls.token,
      ({request}) => new HttpResponse(null, {status: 204, headers: readableByClient(request, deps.client)}),
    ),
  ];
}

type TokensOrFault = {readonly tokens: TokenAnswer} | {readonly fault: TokenFault};

async function answerTo(request: Request, urls: SignInUrls, deps: SignInDeps): Promise<TokensOrFault> {
  const type = request.headers.get('content-type') ?? FORM;
  if (!type.toLowerCase().startsWith(FORM))
    return badRequest('invalid_request', `Content-Type is ${type}`, `Send a body of the type ${FORM}.`);

  const {values: form, repeated} = readOAuthParameters(new URLSearchParams(await request.text()));
  if (repeated !== null)
    return badRequest('invalid_request', `${repeated} is repeated`, `Send ${repeated} once.`);

  const fault = clientFault(form, request.headers, deps.client);
  return fault === null ? tokensFor(form, urls, deps) : {fault};
}

async function tokensFor(form: URLSearchParams, urls: SignInUrls, deps: SignInDeps): Promise<TokensOrFault> {
  const grantType = form.get('grant_type');
  if (grantType === 'authorization_code') return tokensForCode(form, urls, deps);
  if (grantType === 'refresh_token') return tokensForRefresh(form, deps);

  const error = grantType === null ? 'invalid_request' : 'unsupported_grant_type';
  const cause = grantType === null ? 'grant_type is missing' : `grant_type is "${grantType}"`;
  return badRequest(error, cause, 'Send a form with grant_type=authorization_code or refresh_token.');
}

async function tokensForCode(
  form: URLSearchParams,
  {issuer}: SignInUrls,
  deps: SignInDeps,
): Promise<TokensOrFault> {
  const code = form.get('code');
  const redirectUri = form.get('redirect_uri');
  if (code === null || redirectUri === null) {
    const missing = code === null ? 'code' : 'redirect_uri';
    return badRequest('invalid_request', `${missing} is missing`, `Send ${missing} in the form.`);
  }

  const redeemed = await deps.grants.redeem({code, redirectUri, verifier: form.get('code_verifier')});
  if ('cause' in redeemed) return badRequest('invalid_grant', redeemed.cause, redeemed.fix);

  const {grant} = redeemed;
  const customer = deps.customers.byId(grant.customerId)?.customer;
  if (customer === undefined || !grant.scopes.includes('openid')) return {tokens: await issue(grant, deps)};

  const {clientId} = deps.client;
  const idToken = await signIdToken({customer, grant, issuer, clientId, now: deps.now()});
  return {tokens: {...(await issue(grant, deps)), id_token: idToken}};
}

/** Gives new tokens for a refresh token. The ID token stays the same (Shopify/hydrogen #2112). */
async function tokensForRefresh(form: URLSearchParams, deps: SignInDeps): Promise<TokensOrFault> {
  const refreshToken = form.get('refresh_token');
  if (refreshToken === null)
    return badRequest('invalid_request', 'refresh_token is missing', 'Send refresh_token in the form.');

  const redeemed = deps.grants.refresh(refreshToken);
  if ('cause' in redeemed) return badRequest('invalid_grant', redeemed.cause, redeemed.fix);
  return {tokens: await issue(redeemed.grant, deps)};
}

async function issue(grant: Grant, {grants}: SignInDeps): Promise<TokenAnswer> {
  const {accessToken, refreshToken} = await grants.issueTokens(grant);
  return {
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: ACCESS_TOKEN_LIFE,
    refresh_token: refreshToken,
  };
}

function badRequest(error: string, cause: string, fix: string | null): {readonly fault: TokenFault} {
  return {fault: {status: 400, error, cause, fix}};
}
