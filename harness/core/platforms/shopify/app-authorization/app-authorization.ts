import type {HttpHandler} from 'msw';
import {ACCESS_TOKEN_HEADER} from '../admin/admin-access.ts';
import {accessTokenEndpoint} from './access-token-endpoint.ts';
import type {AppAuthorizationDeps} from './app-authorization-deps.ts';
import {authorizeEndpoint} from './authorize-endpoint.ts';
import {installEndpoint} from './install-endpoint.ts';
import {otherAdminPages} from './other-admin-pages.ts';
import {parametersIn} from './request-parameters.ts';

/** Makes the handlers with which an app gets access to the shop. */
export function appAuthorization(deps: AppAuthorizationDeps): readonly HttpHandler[] {
  return [
    accessTokenEndpoint(deps),
    ...authorizeEndpoint(deps),
    ...installEndpoint(deps),
    ...otherAdminPages(deps),
  ];
}

/** Finds what identifies the simulation in a request of the app's backend: a token or code, or the app's client id. */
export function identifyApp(
  {headers, body}: {readonly headers: Headers; readonly body: string},
  {app, tokens, codes, hasIssued}: AppAuthorizationDeps,
): 'token' | 'key' | null {
  const accessToken = headers.get(ACCESS_TOKEN_HEADER);
  if (accessToken !== null) return tokens.knows(accessToken) ? 'token' : null;

  const parameters = parametersIn(body);
  const value = (name: string): string => parameters.get(name) ?? '';
  const subject = value('subject_token');
  const isShown =
    tokens.knows(value('refresh_token')) ||
    tokens.knows(subject) ||
    codes.knows(value('code')) ||
    hasIssued(subject);

  if (isShown) return 'token';
  return value('client_id') === app.clientId && value('client_secret') === app.clientSecret ? 'key' : null;
}
