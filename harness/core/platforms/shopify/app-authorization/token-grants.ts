import type {AppAuthorizationDeps} from './app-authorization-deps.ts';
import type {AppToken, GrantRefusal} from './app-token.ts';
import {clientRefusal} from './client-check.ts';
import {OFFLINE, ONLINE, TOKEN_EXCHANGE} from './grant-name.ts';
import {pageRefusal} from './oauth-refusal.ts';
import type {OAuthRefusal} from './oauth-refusal.ts';
import type {Parameters} from './request-parameters.ts';
import {verifySubject} from './subject-token.ts';

const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';

/** A token that a request gets, or the refusal of the request. */
export type TokenOrRefusal = {readonly token: AppToken} | {readonly refusal: OAuthRefusal};

/** Carries out a request for tokens. */
export async function grantToken(
  parameters: Parameters,
  deps: AppAuthorizationDeps,
): Promise<TokenOrRefusal> {
  const refusal = clientRefusal(parameters, deps.app);
  if (refusal !== null) return {refusal};

  const grantType = parameters.get('grant_type');
  if (grantType === 'refresh_token') return refresh(parameters, deps);
  if (grantType === 'authorization_code' || (grantType === undefined && parameters.has('code')))
    return redeemCode(parameters, deps);

  if (grantType === TOKEN_EXCHANGE) return installed(deps) ?? exchange(parameters, deps);
  if (grantType === 'client_credentials') return installed(deps) ?? clientCredentials(deps);

  const cause = grantType === undefined ? 'grant_type is missing' : `grant_type is "${grantType}"`;
  return invalidRequest(cause, 'Send token-exchange, refresh_token, client_credentials, or a code.');
}

function exchange(parameters: Parameters, deps: AppAuthorizationDeps): Promise<TokenOrRefusal> {
  const requested = parameters.get('requested_token_type');
  const subject = parameters.get('subject_token_type');
  const isKnown = requested === ONLINE || requested === OFFLINE;

  if (subject === ID_TOKEN && isKnown) return exchangeIdToken(parameters, deps);
  if (subject === OFFLINE && requested === OFFLINE) return migrate(parameters, deps);

  const name = isKnown ? 'subject_token_type' : 'requested_token_type';
  return Promise.resolve({
    refusal: {
      status: 400,
      form: 'json',
      error: 'invalid_subject_token_type',
      description: 'The token exchange cannot be performed with this type of token',
      cause: `${name} is "${parameters.get(name) ?? ''}"`,
      fix: `Send ${isKnown ? ID_TOKEN : `${OFFLINE} or ${ONLINE}`}.`,
    },
  });
}

async function exchangeIdToken(parameters: Parameters, deps: AppAuthorizationDeps): Promise<TokenOrRefusal> {
  const subject = await verifySubject(parameters.get('subject_token') ?? '', deps);
  if ('cause' in subject)
    return invalidSubject(
      subject.cause,
      'Send the ID token of the current request. If it is refused, answer 401.',
    );

  const {tokens} = deps;
  if (parameters.get('requested_token_type') === ONLINE)
    return {token: await tokens.issueOnline(subject.staff)};
  return {token: await issueOffline(parameters, deps)};
}

async function migrate(parameters: Parameters, {tokens}: AppAuthorizationDeps): Promise<TokenOrRefusal> {
  if (parameters.get('expiring') !== '1')
    return invalidSubject('an offline token is exchanged, and expiring is not 1', 'Send expiring=1.');

  const pair = await tokens.migrate(parameters.get('subject_token') ?? '');
  return pair === null
    ? invalidSubject('subject_token is not a valid permanent token', 'Exchange an ID token instead.')
    : {token: pair};
}

async function refresh(parameters: Parameters, deps: AppAuthorizationDeps): Promise<TokenOrRefusal> {
  const refreshed = await deps.tokens.refresh(parameters.get('refresh_token') ?? '');
  return 'cause' in refreshed ? deadRefreshToken(refreshed, deps) : {token: refreshed};
}

async function redeemCode(parameters: Parameters, deps: AppAuthorizationDeps): Promise<TokenOrRefusal> {
  const redeemed = deps.codes.redeem(parameters.get('code') ?? '');
  if ('cause' in redeemed) return invalidRequest(redeemed.cause, redeemed.fix);

  const {staff, isOnline, scopes} = redeemed;
  deps.installation.replace(scopes);
  return {token: isOnline ? await deps.tokens.issueOnline(staff) : await issueOffline(parameters, deps)};
}

async function clientCredentials({app, tokens}: AppAuthorizationDeps): Promise<TokenOrRefusal> {
  if (app.authorization.sameOrganization) return {token: await tokens.issueForCredentials()};

  const refusal = pageRefusal('shop_not_permitted', {
    description: 'Client credentials cannot be performed on this shop',
    cause: 'app and shop belong to different organizations (option app.authorization.sameOrganization)',
    fix: 'Use token exchange or the authorization code grant.',
  });
  return {refusal};
}

function issueOffline(parameters: Parameters, {tokens}: AppAuthorizationDeps): Promise<AppToken> {
  return parameters.get('expiring') === '1' ? tokens.issueExpiring() : tokens.issuePermanent();
}

function installed({installation}: AppAuthorizationDeps): {readonly refusal: OAuthRefusal} | null {
  if (installation.isInstalled) return null;
  const refusal = pageRefusal('app_not_installed', {
    description: 'The application is not installed on this shop',
    cause: 'the shop does not have the app',
    fix: 'Install it: installation.install(), or open the app in the admin.',
  });
  return {refusal};
}

function invalidRequest(cause: string, fix: string | null): {readonly refusal: OAuthRefusal} {
  const description = 'The request is missing a required parameter or has an invalid value';
  return {refusal: pageRefusal('invalid_request', {description, cause, fix})};
}

function invalidSubject(cause: string, fix: string): {readonly refusal: OAuthRefusal} {
  const description = 'The token exchange cannot be performed with an invalid subject token';
  return {refusal: {status: 400, form: 'json', error: 'invalid_subject_token', description, cause, fix}};
}

function deadRefreshToken(
  {cause, fix}: GrantRefusal,
  {app}: AppAuthorizationDeps,
): {readonly refusal: OAuthRefusal} {
  const error = app.authorization.deadRefreshToken;
  const status = error === 'invalid_request' ? 401 : 400;
  const description = 'This request requires an active refresh_token';
  return {refusal: {status, form: 'json', error, description, cause, fix}};
}
