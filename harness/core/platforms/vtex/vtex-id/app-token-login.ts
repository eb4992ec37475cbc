import {jsonOf} from '../request-fields.ts';
import {routesOf} from '../route.ts';
import type {VtexCall, VtexRoute} from '../route.ts';
import type {VtexContext} from '../vtex-context.ts';

const {anyone} = routesOf('vtex-id');

/**
 * The login of an app key: its token has the permissions of the key, in the account of the key. VTEX
 * documents only the good answer.
 *
 * @see https://developers.vtex.com/docs/api-reference/vtex-id-api
 */
export function appTokenLogin(context: VtexContext): readonly VtexRoute[] {
  return [anyone('POST /api/vtexid/apptoken/login', (call) => answer(call, context))];
}

async function answer({request, account}: VtexCall, {vtex, deps, callers}: VtexContext): Promise<Response> {
  const {appkey, apptoken} = await jsonOf(request);
  if (typeof appkey !== 'string' || typeof apptoken !== 'string') {
    return Response.json({message: 'Give {"appkey": string, "apptoken": string}.'}, {status: 400});
  }

  const appKey = callers.appKeyOf({key: appkey, token: apptoken});
  if (appKey === null || account.name !== appKey.account) {
    const status = vtex.assumptions.appTokenFailureStatus;
    return Response.json({authStatus: 'WrongCredentials', token: null, expires: 0}, {status});
  }

  const token = await deps.mint('vtex-appkey', {appKey: appKey.name});
  const expires = (await callers.verify(token))?.['exp'] ?? 0;
  return Response.json({authStatus: 'Success', token, expires});
}
