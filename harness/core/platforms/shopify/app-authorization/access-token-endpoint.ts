import type {HttpHandler} from 'msw';
import {HttpResponse} from 'msw';
import {http} from '../../platform-http.ts';
import type {AppAuthorizationDeps} from './app-authorization-deps.ts';
import type {AppToken} from './app-token.ts';
import {grantName} from './grant-name.ts';
import {answerRefusal} from './oauth-refusal.ts';
import {readParameters} from './request-parameters.ts';
import {faultyAnswer, faultyGrantOf} from './token-fault.ts';
import {tokenAnswer} from './token-answer.ts';
import {grantToken} from './token-grants.ts';

/**
 * Gives the app's backend access tokens for the Admin API.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens
 */
export function accessTokenEndpoint(deps: AppAuthorizationDeps): HttpHandler {
  return http.post(`https://${deps.shop.domain}/admin/oauth/access_token`, async ({request}) => {
    const parameters = await readParameters(request);
    const grant = faultyGrantOf(parameters);
    const armed = grant === null ? null : await deps.tokenFault(grant);
    const gives = armed?.fault.gives ?? 'answer';
    if (armed !== null && gives !== 'answer' && gives !== 'lost answer') return faultyAnswer(armed);

    const granted = await grantToken(parameters, deps);
    if (armed !== null && gives === 'lost answer') return faultyAnswer(armed);
    if (!('refusal' in granted)) return answerToken(granted.token, deps);

    const cause = `${grantName(parameters)} was refused: ${granted.refusal.cause}`;
    return answerRefusal({...granted.refusal, cause});
  });
}

function answerToken(token: AppToken, {installation, tokens, now}: AppAuthorizationDeps): Response {
  const {granted} = installation.scopes;
  const answer = tokenAnswer({token, scopes: granted, userScopes: tokens.scopesOf(token)}, now());
  return HttpResponse.json(answer, {headers: {'cache-control': 'no-store'}});
}
