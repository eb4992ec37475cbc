import type {HttpHandler} from 'msw';
import {escape} from '../../../../wire/markup.ts';
import {http} from '../../platform-http.ts';
import {adminDocument} from './admin-document.ts';
import {adminHome, adminPageOf} from './admin-address.ts';
import type {AppAuthorizationDeps} from './app-authorization-deps.ts';

/**
 * Answers a browser that opens a page of the admin without the app. A merchant who declines an installation returns to
 * the home, and links of the app lead to pages such as `/products`. All of them are sketches with a link to the app.
 */
export function otherAdminPages(deps: AppAuthorizationDeps): readonly HttpHandler[] {
  const home = adminHome(deps.shop);

  return [
    http.get(home, ({request}) => (isNavigation(request) ? homePage(deps) : undefined)),
    http.get(`${home}/*`, ({request}) => {
      if (!isNavigation(request)) return undefined;
      const {pathname} = new URL(request.url);
      return otherPage(pathname.slice(new URL(home).pathname.length), deps);
    }),
  ];
}

function homePage(deps: AppAuthorizationDeps): Response {
  const {app, shop, installation} = deps;
  const state = installation.isInstalled ? 'is installed' : 'is not installed';
  return adminDocument(shop.name, `<p>${escape(app.name)} ${state}.</p>\n${linkToApp(deps)}`);
}

function otherPage(path: string, deps: AppAuthorizationDeps): Response {
  return adminDocument(
    path,
    `<p>simhost does not simulate this page of the admin of ${escape(deps.shop.name)}.</p>\n${linkToApp(deps)}`,
  );
}

/** A link to the app, or to the page that installs it. */
function linkToApp({app, shop, installation}: AppAuthorizationDeps): string {
  const query = new URLSearchParams({client_id: app.clientId}).toString();
  const [href, verb] = installation.isInstalled
    ? [adminPageOf(shop, app.clientId), 'Open']
    : [`${adminHome(shop)}/oauth/install?${query}`, 'Install'];

  return `<p><a href="${escape(href)}">${escape(`${verb} ${app.name}`)}</a></p>\n${KEEP_FRAGMENT}`;
}

/** The fragment may be the id of the simulation, which the page of the app needs. */
const KEEP_FRAGMENT = '<script>for (const link of document.links) link.hash = location.hash;</script>';

function isNavigation({headers}: Request): boolean {
  const mode = headers.get('sec-fetch-mode');
  return mode === null ? (headers.get('accept') ?? '').includes('text/html') : mode === 'navigate';
}
