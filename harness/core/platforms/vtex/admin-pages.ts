import {escape} from '../../../wire/markup.ts';
import {grants} from '../../world/vtex-roles.ts';
import {html, redirectToLogin} from './vtex-id/admin-login.ts';
import {refusal} from './refusals.ts';
import {routesOf} from './route.ts';
import type {VtexCall, VtexRoute} from './route.ts';
import type {VtexContext} from './vtex-context.ts';

const {anyone} = routesOf('admin');

/** The pages of the admin. They need a cookie, and a role in the account that grants the home page. */
export function adminPages(context: VtexContext): readonly VtexRoute[] {
  const answer = (call: VtexCall): Promise<Response> => homePage(call, context);
  return [anyone('GET /admin', answer), anyone('GET /admin/*', answer)];
}

async function homePage({request, url, account}: VtexCall, {vtex, callers}: VtexContext): Promise<Response> {
  const claims = await callers.signedIn(request, account, 'admin');
  if (claims === null) {
    const isShopper = (await callers.signedIn(request, account, 'webstore')) !== null;
    const isForbidden = isShopper && vtex.assumptions.shopperAtAdmin === 'forbidden';
    if (isForbidden) return refusal('admin', 403, vtex.assumptions);

    return redirectToLogin(`${url.pathname}${url.search}`);
  }

  const roles = callers.rolesOfUser(claims.sub, account);
  if (!grants(roles, ['Homepage'])) return refusal('admin', 403, vtex.assumptions);

  const title = escape(`${account.tradeName} Admin`);
  const list = roles.map(({name}) => `<li>${escape(name)}</li>`).join('');
  return html(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>
<p>Signed in as ${escape(claims.sub)}</p><ul>${list}</ul></html>`,
  );
}
