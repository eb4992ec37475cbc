import {userIdOf} from '../../../world/vtex.ts';
import {byEmail} from '../email.ts';
import {routesOf} from '../route.ts';
import type {VtexCall, VtexRoute} from '../route.ts';
import type {VtexContext} from '../vtex-context.ts';
import {AUTH_COOKIE} from '../vtex-cookies.ts';

const {only, anyone} = routesOf('vtex-id');

interface VtexUser {
  readonly userId: string;
  readonly user: string;
  readonly name: string;
}

/**
 * The endpoints that describe a user: the signed-in one, or one that a query names by e-mail.
 *
 * @see https://developers.vtex.com/docs/api-reference/vtex-id-api
 */
export function userInfo(context: VtexContext): readonly VtexRoute[] {
  return [
    anyone('GET /api/vtexid/user/info', (call) => ownInfo(call, context)),
    only({admin: 'any-role', pairOnly: true}, 'GET /api/vtexid/pvt/user/info', ({url, account}) => {
      const user = userOf(url.searchParams.get('user') ?? '', context);
      const {id: accountId, name: accountName} = account;
      return Response.json(user === null ? null : {...user, accountId, accountName});
    }),
    anyone('GET /api/vtexid/pvt/user/id', (call) => userIdByEmail(call, context)),
  ];
}

/** Answers the shopper who is signed in; without a `scope`, the admin. */
async function ownInfo({request, url, account}: VtexCall, {callers}: VtexContext): Promise<Response> {
  const isAdmin = (url.searchParams.get('scope') ?? '') === '';
  const claims = await callers.signedIn(request, account, isAdmin ? 'admin' : 'webstore');
  if (claims === null) return new Response(null, {status: 401});

  return Response.json({user: claims.sub, userId: claims.userId, locale: account.culture});
}

/** Answers the id of the user that `usuario` names. It takes an admin's token, and only in the header. */
async function userIdByEmail({request, url, account}: VtexCall, context: VtexContext): Promise<Response> {
  const {callers} = context;
  const tokens = callers.credentialsOf(request, account)?.tokens ?? [];
  const header = tokens.find(({carrier}) => carrier === 'header');
  const claims = header === undefined ? null : await callers.verify(header.token);

  const caller = claims?.audience === 'admin' ? callers.callerOf(claims) : null;
  if (caller === null) return new Response(`Invalid or missing ${AUTH_COOKIE}.`, {status: 401});
  if (callers.rolesOf(caller, account).length === 0) {
    return Response.json({message: 'Access denied.'}, {status: 403});
  }

  return Response.json(userOf(url.searchParams.get('usuario') ?? '', context)?.userId ?? null);
}

/** Finds a shopper or an admin of the world by e-mail. */
function userOf(email: string, {world: {people}, vtex}: VtexContext): VtexUser | null {
  const shopper = byEmail(people, email);
  if (shopper !== undefined) {
    return {userId: userIdOf(shopper), user: email, name: `${shopper.firstName} ${shopper.lastName}`};
  }

  const admin = byEmail(vtex.admins, email);
  return admin === undefined ? null : {userId: admin.userId, user: email, name: admin.fullName};
}
