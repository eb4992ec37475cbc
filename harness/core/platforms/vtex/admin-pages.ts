import {escape} from '../../../wire/markup.ts';
import {grants} from '../../world/vtex-roles.ts';
import {refusal} from './refusals.ts';
import {html, toLogin} from './id/toolbelt.ts';
import type {VtexParts} from './vtex-context.ts';
import {routesOf} from './route.ts';
import type {VtexCall, VtexRoute} from './route.ts';

const {anyone} = routesOf('admin');

/** The admin's pages: for whoever has a role with the home page in the account, by their cookie. */
export function admin({vtex, callers}: VtexParts): readonly VtexRoute[] {
  const answer = async ({request, url, account}: VtexCall): Promise<Response> => {
    const claims = await callers.signedIn(request, account, 'admin');
    if (claims === null) {
      const isShopper = (await callers.signedIn(request, account, 'webstore')) !== null;
      const isForbidden = isShopper && vtex.assumptions.shopperAtAdmin === 'forbidden';
      return isForbidden ? refusal('admin', 403, vtex.assumptions) : toLogin(`${url.pathname}${url.search}`);
    }

    const roles = callers.rolesOfUser(claims.sub, account);
    if (!grants(roles, ['Homepage'])) return refusal('admin', 403, vtex.assumptions);

    const title = `${account.tradeName} Admin`;
    return html(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escape(title)}</title><h1>${escape(title)}</h1>
<p>Signed in as ${escape(claims.sub)}</p><ul>${roles.map(({name}) => `<li>${escape(name)}</li>`).join('')}</ul></html>`,
    );
  };

  return [anyone('GET /admin', answer), anyone('GET /admin/*', answer)];
}
