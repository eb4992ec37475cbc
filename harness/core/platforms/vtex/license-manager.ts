import type {Vtex} from '../../world/vtex.ts';
import {grants} from '../../world/vtex-roles.ts';
import type {Callers} from './callers.ts';
import {byEmail} from './email.ts';
import {routesOf} from './route.ts';
import type {VtexCall, VtexRoute} from './route.ts';
import type {VtexContext} from './vtex-context.ts';

const {only} = routesOf('license-manager');

/**
 * The License Manager: the roles of users, and the resources that they grant.
 *
 * @see https://developers.vtex.com/docs/api-reference/license-manager-api
 */
export function licenseManager({vtex, callers}: VtexContext): readonly VtexRoute[] {
  const path = '/api/license-manager';
  return [
    only({admin: ['Find user by email', 'Save user']}, `GET ${path}/users/:userId/roles`, (call) =>
      listRoles(call, vtex),
    ),
    only(
      {admin: 'any-role', tokenOnly: true},
      `GET ${path}/resources/:key/access`,
      ({account, params}, caller) => {
        const isGranted = grants(callers.rolesOf(caller, account), [params['key'] ?? '']);
        return Response.json(isGranted, {status: isGranted ? 200 : 403});
      },
    ),
    only(
      {admin: 'any-role'},
      `GET ${path}/pvt/accounts/:account/products/:product/logins/:login/resources/:resource/granted`,
      (call) => Response.json(isGrantedTo(call, vtex, callers)),
    ),
  ];
}

function listRoles({account, params}: VtexCall, vtex: Vtex): Response {
  const asked = params['userId'];
  const admins = Object.values(vtex.admins);
  const user = admins.find(({userId}) => userId === asked) ?? byEmail(vtex.admins, asked);
  if (user === undefined) return Response.json({Message: 'Invalid UserId'}, {status: 400});

  return Response.json((user.roles[account.name] ?? []).map(({id, name}) => ({id, name})));
}

function isGrantedTo({params}: VtexCall, vtex: Vtex, callers: Callers): boolean {
  const {account: name = '', login = '', resource = ''} = params;
  const account = Object.hasOwn(vtex.accounts, name) ? vtex.accounts[name] : undefined;

  return account !== undefined && grants(callers.rolesOfUser(login, account), [resource]);
}
