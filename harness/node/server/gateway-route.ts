import {covers, isAppProxyPath} from '../../wire/app-proxy.ts';
import {ADMIN_CHANNEL_PATH, ADMIN_HOST, CDN_HOST, CDN_SCRIPTS} from '../../wire/admin.ts';
import {CONTROL_PATH} from '../../wire/control.ts';
import {BOOT_PATH, FRAME_URLS} from '../../wire/sandbox-start.ts';
import type {Backend} from './backend.ts';
import {asksForAdmin, asksForPage, isAssetPath} from './page.ts';
import {
  noStorefront,
  noSuchHost,
  noWebSocket,
  refusedByRule,
} from '../../core/verdicts/destination-verdicts.ts';
import type {Verdict} from '../../wire/verdict.ts';
import type {PlatformSet} from '../../core/simulation/platform-set.ts';
import type {ForwardedSite, Site} from './site.ts';
import type {Sites} from './sites.ts';

/** A request of the simulated browser, as far as its destination depends on it. */
export interface RoutedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
}

/** Everything that a gateway can send a request to. */
export interface Destinations {
  readonly platforms: Pick<PlatformSet, 'handlesHost' | 'isServedByTest'>;
  /** By origin, or by the URL of an app proxy. */
  readonly backends: ReadonlyMap<string, Backend>;
  readonly sites: Sites;
  /** Whether there are extensions to show. Without them, the platform answers for the pages of the admin. */
  readonly hasExtensions: () => boolean;
}

/**
 * A file of simhost's own: the host page, the admin, a frame of extensions, a built file, a script at Shopify's CDN, or
 * the empty answer to everything else there.
 */
export type OwnFile = 'document' | 'admin' | 'frame' | 'asset' | 'cdn-script' | 'cdn-other';

/** The destination of a request. */
export type Route =
  /** A file of simhost's own; it is not logged. */
  | {readonly kind: 'own-page'; readonly file: OwnFile}
  /** A request that Chromium makes by itself; it is refused and not logged. */
  | {readonly kind: 'browsers-own'; readonly problem: Verdict}
  | {readonly kind: 'site'; readonly site: Site}
  | {readonly kind: 'platform'}
  | {readonly kind: 'backend'; readonly backend: Backend}
  | {readonly kind: 'refused'; readonly problem: Verdict};

/** The destination of a WebSocket. */
export type UpgradeRoute =
  | {readonly kind: 'control'}
  | {readonly kind: 'admin'}
  | {readonly kind: 'site'; readonly site: ForwardedSite}
  | {readonly kind: 'backend'; readonly backend: Backend}
  | {readonly kind: 'refused'; readonly problem: Verdict};

/** Chromium's own autofill requests. */
const BROWSERS_OWN: ReadonlySet<string> = new Set(['content-autofill.googleapis.com']);

/** The files of the frames that extensions start in. Their origins have no host page. */
const FRAME_FILES: ReadonlyMap<string, 'frame' | 'asset'> = new Map(
  Object.values(FRAME_URLS).flatMap((url) => [
    [url, 'frame'],
    [new URL(BOOT_PATH, url).href, 'asset'],
  ]),
);

const FRAME_ORIGINS: ReadonlySet<string> = new Set(
  Object.values(FRAME_URLS).map((url) => new URL(url).origin),
);

/** Decides the destination of a request, without side effects. */
export function routeRequest(request: RoutedRequest, destinations: Destinations): Route {
  const {url, headers} = request;
  const {platforms, backends, sites} = destinations;
  const isServedByTest = platforms.isServedByTest(url);
  const proxied = appProxyFor(url, backends);
  const isPlatform = !isServedByTest && proxied === undefined && platforms.handlesHost(url.hostname);

  const file =
    FRAME_FILES.get(url.href) ?? shopifyFile(request) ?? (isPlatform ? ownFile(request, destinations) : null);
  if (file !== null) return {kind: 'own-page', file};
  if (BROWSERS_OWN.has(url.hostname)) return {kind: 'browsers-own', problem: noSuchHost(url.origin)};

  const backend = isPlatform ? undefined : (proxied ?? backends.get(url.origin));
  const site =
    sites.at(url.origin) ??
    (backend !== undefined || backends.has(url.origin) ? undefined : sites.admissible(url, headers));
  if (site !== undefined) return {kind: 'site', site};

  const rule = sites.refusal(url, headers);
  if (rule !== null) return {kind: 'refused', problem: refusedByRule(url, rule)};
  if (isPlatform) return {kind: 'platform'};
  if (backend !== undefined) return {kind: 'backend', backend};
  if (url.hostname === CDN_HOST) return {kind: 'own-page', file: 'cdn-other'};
  return {kind: 'refused', problem: isServedByTest ? noStorefront(url) : noSuchHost(url.origin)};
}

/** Decides the destination of a WebSocket, without side effects. */
export function routeUpgrade(
  {url, headers}: Omit<RoutedRequest, 'method'>,
  {platforms, backends, sites}: Destinations,
): UpgradeRoute {
  if (url.hostname === ADMIN_HOST && url.pathname === ADMIN_CHANNEL_PATH) return {kind: 'admin'};

  const isPlatform = !platforms.isServedByTest(url) && platforms.handlesHost(url.hostname);
  if (isPlatform && url.pathname === CONTROL_PATH && !FRAME_ORIGINS.has(url.origin)) return {kind: 'control'};

  const site = sites.at(url.origin);
  if (site !== undefined && 'address' in site) return {kind: 'site', site};

  const rule = sites.refusal(url, headers);
  if (rule !== null) return {kind: 'refused', problem: refusedByRule(url, rule)};
  if (isPlatform) {
    return {kind: 'refused', problem: noWebSocket(`${url.origin}${url.pathname}`)};
  }

  const backend = backends.get(url.origin);
  return backend === undefined
    ? {kind: 'refused', problem: noSuchHost(url.origin)}
    : {kind: 'backend', backend};
}

/** Returns the app to which the shop sends a URL on, if `backends` maps its app proxy. */
export function appProxyFor(url: URL, backends: ReadonlyMap<string, Backend>): Backend | undefined {
  if (!isAppProxyPath(url.pathname)) return undefined;
  const found = [...backends].filter(([key, {appProxy}]) => appProxy !== null && covers(key, url));
  return found.toSorted(([one], [other]) => other.length - one.length)[0]?.[1];
}

/** Returns the file that the admin or Shopify's CDN answers with; `null` for another request. */
function shopifyFile({method, url, headers}: RoutedRequest): OwnFile | null {
  if (url.hostname === CDN_HOST) return CDN_SCRIPTS.has(url.pathname) ? 'cdn-script' : null;
  if (url.hostname !== ADMIN_HOST) return null;

  if (asksForAdmin(method, url, headers)) return 'admin';
  return isAssetPath(url.pathname) ? 'asset' : null;
}

function ownFile(
  {method, url, headers}: RoutedRequest,
  {hasExtensions}: Destinations,
): 'document' | 'asset' | null {
  const isShown = url.hostname !== ADMIN_HOST || hasExtensions();
  if (isShown && asksForPage(method, url, headers)) return 'document';
  return isAssetPath(url.pathname) ? 'asset' : null;
}
