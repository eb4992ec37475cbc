import {userIdOf} from '../../../world/vtex.ts';
import {jsonOf} from '../request-fields.ts';
import type {VerifiedClaims} from '../callers.ts';
import {AUTH_COOKIE} from '../vtex-cookies.ts';
import {byEmail} from '../email.ts';
import type {VtexParts} from '../vtex-context.ts';
import {routesOf} from '../route.ts';
import type {VtexRoute} from '../route.ts';

const {only, anyone, anyAccount} = routesOf('vtex-id');

/**
 * `apptoken/login`: a token with the permissions of a key, for the account that it is of. VTEX documents the good answer
 * alone.
 *
 * @see https://developers.vtex.com/docs/api-reference/vtex-id-api
 */
export function appTokenLogin({vtex, host, callers}: VtexParts): readonly VtexRoute[] {
  const {appTokenFailureStatus} = vtex.assumptions;
  return [
    anyone('POST /api/vtexid/apptoken/login', async ({request, account}) => {
      const {appkey, apptoken} = await jsonOf(request);
      if (typeof appkey !== 'string' || typeof apptoken !== 'string') {
        return Response.json({message: 'Give {"appkey": string, "apptoken": string}.'}, {status: 400});
      }

      const appKey = callers.appKeyOf({key: appkey, token: apptoken});
      if (appKey === null || account.name !== appKey.account) {
        return Response.json(
          {authStatus: 'WrongCredentials', token: null, expires: 0},
          {status: appTokenFailureStatus},
        );
      }

      const token = await host.mint('vtex-appkey', {appKey: appKey.name});
      const expires = (await callers.verify(token))?.['exp'] ?? 0;
      return Response.json({authStatus: 'Success', token, expires});
    }),
  ];
}

/** The endpoints that say whose a token is. */
export function validation(parts: VtexParts): readonly VtexRoute[] {
  const {vtex, callers} = parts;
  const {appKeyTokenType, anonymousUserStatus} = vtex.assumptions;
  return [
    anyAccount('POST /api/vtexid/credential/validate', async ({request, account}) => {
      const wrong = (): Response => Response.json({authStatus: 'WrongCredentials'}, {status: 401});
      if (callers.credentialsOf(request, account) === null) return wrong();

      const {token} = await jsonOf(request);
      const claims = typeof token === 'string' ? await callers.verify(token) : null;
      if (claims === null) return wrong();

      // The account of the token, wherever it is asked about: callers compare it themselves.
      const {sub, userId, audience, account: name, type = appKeyTokenType ?? 'appkey', customerId} = claims;
      const b2b = customerId === undefined ? {} : {customerId};
      return Response.json({
        authStatus: 'Success',
        id: userId,
        user: sub,
        account: name,
        audience,
        tokenType: type,
        ...b2b,
      });
    }),
    anyAccount('GET /api/vtexid/pub/authenticated/user', async ({request, url, account}) => {
      const given = url.searchParams.get('authToken');
      const claims =
        given === null
          ? ((await callers.signedIn(request, account, 'webstore')) ??
            (await callers.signedIn(request, account, 'admin')))
          : await callers.verify(given);

      return claims === null
        ? Response.json(null, {status: anonymousUserStatus})
        : Response.json(authenticatedUser(claims));
    }),
    anyone('GET /api/vtexid/user/info', async ({request, url, account}) => {
      const audience = (url.searchParams.get('scope') ?? '') === '' ? 'admin' : 'webstore';
      const claims = await callers.signedIn(request, account, audience);
      if (claims === null) return new Response(null, {status: 401});
      return Response.json({user: claims.sub, userId: claims.userId, locale: account.culture});
    }),
    only({admin: 'any-role', pairOnly: true}, 'GET /api/vtexid/pvt/user/info', ({url, account}) => {
      const user = userOf(url.searchParams.get('user') ?? '', parts);
      const {id: accountId, name: accountName} = account;
      return Response.json(user === null ? null : {...user, accountId, accountName});
    }),
    anyone('GET /api/vtexid/pvt/user/id', async ({request, url, account}) => {
      const header = callers
        .credentialsOf(request, account)
        ?.tokens.find(({carrier}) => carrier === 'header');

      const claims = header === undefined ? null : await callers.verify(header.token);
      const caller = claims?.audience === 'admin' ? callers.callerOf(claims) : null;
      if (caller === null) return new Response(`Invalid or missing ${AUTH_COOKIE}.`, {status: 401});
      if (callers.rolesOf(caller, account).length === 0)
        return Response.json({message: 'Access denied.'}, {status: 403});

      return Response.json(userOf(url.searchParams.get('usuario') ?? '', parts)?.userId ?? null);
    }),
  ];
}

function authenticatedUser({sub, userId, account, audience}: VerifiedClaims): object {
  return {userId, user: sub, userType: 'F', account, audience};
}

/** Somebody of the world, by e-mail. */
function userOf(
  email: string,
  {world: {people}, vtex}: VtexParts,
): {userId: string; user: string; name: string} | null {
  const shopper = byEmail(people, email);
  if (shopper !== undefined)
    return {userId: userIdOf(shopper), user: email, name: `${shopper.firstName} ${shopper.lastName}`};
  const admin = byEmail(vtex.admins, email);
  return admin === undefined ? null : {userId: admin.userId, user: email, name: admin.fullName};
}
