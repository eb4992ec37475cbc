import {defined} from '../../../../records.ts';
import type {VerifiedClaims} from '../callers.ts';
import {jsonOf} from '../request-fields.ts';
import {routesOf} from '../route.ts';
import type {AnyAccountCall, VtexRoute} from '../route.ts';
import {markSentTwice} from '../sent-twice.ts';
import type {VtexContext} from '../vtex-context.ts';

const {anyAccount} = routesOf('vtex-id');

/**
 * The endpoints that validate a token and name its user. Backends ask `credential/validate`, because VTEX has
 * no route for its public key.
 *
 * @see https://developers.vtex.com/docs/api-reference/vtex-id-api
 */
export function credentialValidation(context: VtexContext): readonly VtexRoute[] {
  return [
    anyAccount('POST /api/vtexid/credential/validate', (call) => validate(call, context)),
    anyAccount('GET /api/vtexid/pub/authenticated/user', (call) => authenticatedUser(call, context)),
  ];
}

async function validate({request, account}: AnyAccountCall, {callers, vtex}: VtexContext): Promise<Response> {
  if (callers.refusesTwice(request, account, 'refuse', 'refuse-validation'))
    return markSentTwice(wrongCredentials());

  const {token} = await jsonOf(request);
  const claims = typeof token === 'string' ? await callers.verify(token) : null;
  if (claims === null) return wrongCredentials();

  // VTEX answers the account of the token, even at another account: callers compare it themselves.
  const {sub, userId, audience, account: name, customerId} = claims;
  const {type: tokenType = vtex.assumptions.appKeyTokenType ?? 'appkey'} = claims;
  return Response.json({
    authStatus: 'Success',
    id: userId,
    user: sub,
    account: name,
    audience,
    tokenType,
    ...defined({customerId}),
  });
}

/** Answers the user of `authToken`; without it, the user who is signed in. */
async function authenticatedUser(
  {request, url, account}: AnyAccountCall,
  {callers, vtex}: VtexContext,
): Promise<Response> {
  const token = url.searchParams.get('authToken');
  const claims =
    token === null
      ? ((await callers.signedIn(request, account, 'webstore')) ??
        (await callers.signedIn(request, account, 'admin')))
      : await callers.verify(token);

  return claims === null
    ? Response.json(null, {status: vtex.assumptions.anonymousUserStatus})
    : Response.json(userJson(claims));
}

function userJson({sub, userId, account, audience}: VerifiedClaims): object {
  return {userId, user: sub, userType: 'F', account, audience};
}

function wrongCredentials(): Response {
  return Response.json({authStatus: 'WrongCredentials'}, {status: 401});
}
