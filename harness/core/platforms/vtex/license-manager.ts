import {grants} from '../../world/vtex-roles.ts';
import {byEmail} from './email.ts';
import type {VtexParts} from './vtex-context.ts';
import {routesOf} from './route.ts';
import type {VtexRoute} from './route.ts';

const {only} = routesOf('license-manager');

/**
 * Who may do what.
 *
 * @see https://developers.vtex.com/docs/api-reference/license-manager-api
 */
export function licenseManager({vtex, callers}: VtexParts): readonly VtexRoute[] {
  return [
    only(
      {admin: ['Find user by email', 'Save user']},
      'GET /api/license-manager/users/:userId/roles',
      ({account, params}) => {
        const asked = params['userId'];
        const user =
          Object.values(vtex.admins).find(({userId}) => userId === asked) ?? byEmail(vtex.admins, asked);
        if (user === undefined) return Response.json({Message: 'Invalid UserId'}, {status: 400});
        return Response.json((user.roles[account.name] ?? []).map(({id, name}) => ({id, name})));
      },
    ),
    only(
      {admin: 'any-role', tokenOnly: true},
      'GET /api/license-manager/resources/:key/access',
      ({account, params}, caller) =>
        grants(callers.rolesOf(caller, account), [params['key'] ?? ''])
          ? Response.json(true)
          : Response.json(false, {status: 403}),
    ),
    only(
      {admin: 'any-role'},
      'GET /api/license-manager/pvt/accounts/:account/products/:product/logins/:login/resources/:resource/granted',
      ({params}) => {
        const {account: name = '', login = '', resource = ''} = params;
        const account = Object.hasOwn(vtex.accounts, name) ? vtex.accounts[name] : undefined;
        return Response.json(
          account !== undefined && grants(callers.rolesOfUser(login, account), [resource]),
        );
      },
    ),
  ];
}
