import {SimhostError} from '../../errors.ts';
import {covers, isAppProxyPath} from '../../wire/app-proxy.ts';
import {adviceOnMissing} from '../../wire/capabilities.ts';
import type {Forward} from '../../wire/control.ts';
import {PlatformError} from '../../wire/platform-error.ts';
import {type AskedRequest, type AskedRequests, callerStack} from '../../wire/asked-request.ts';
import type {NetworkRules} from '../../wire/sandbox.ts';
import {appAddress, authorized} from './app-fetch.ts';
import type {Natives} from './natives.ts';

/** The parts of the page that the extension's `fetch` needs. */
export interface FetchPage {
  /** Sends a request with Shopify's own protocol. */
  askPlatform(request: Request, stack: string): Promise<Response>;
  /** Returns the ID token of the staff member; `null` if the page gives none. */
  idToken(): Promise<string | null>;
}

/**
 * Creates the extension's `fetch`. It refuses the requests that the platform refuses, and those that reach
 * simhost itself. In the admin, it signs requests to the app.
 */
export function guardFetch(
  rules: () => NetworkRules,
  {fetch: send, address}: Pick<Natives, 'fetch' | 'address'>,
  {askPlatform, idToken}: FetchPage,
  asked: Pick<AskedRequests, 'begin' | 'refuse'>,
): typeof fetch {
  return async (input, init) => {
    const stack = callerStack();
    const {app} = rules();
    const given = input instanceof Request ? input.url : String(input);
    const url = app === null ? parseUrl(given, address) : appAddress(given, app);
    if (url.protocol === 'data:' || url.protocol === 'blob:') return send(input, init);
    if (url.protocol === 'shopify:') return askPlatform(new Request(input, init), stack);

    refuseAddress(url, rules());
    const {forward} = rules();
    const request = {method: methodOf(input, init), url: withoutFragment(url), stack};
    const refusal = refusalOf(url, rules());
    if (refusal !== null) {
      asked.refuse(request, refusal.refused);
      throw refusal.error;
    }

    const sent: Parameters<typeof fetch> =
      app === null ? [input, init] : await authorized([input, init], {url, app, idToken});

    const end = asked.begin(request);
    try {
      return await (forward === null ? send(...sent) : sendForward(forward, url, {send, request: sent}));
    } finally {
      end();
    }
  };
}

/** Refuses addresses that an extension never reaches. */
function refuseAddress(url: URL, {hostOrigin, refusedScriptOrigin}: NetworkRules): void {
  if (url.origin === hostOrigin && !isAppProxyPath(url.pathname)) throw hostPageError(url);
  // The platform's own words (community.shopify.dev, thread 34251).
  if (url.origin === refusedScriptOrigin) throw new Error("Fetches to the iframe's origin are not allowed.");
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw protocolError(url);
}

/** A request that is not sent, as the log and the extension see it. */
interface Refusal {
  readonly refused: NonNullable<AskedRequest['refused']>;
  readonly error: Error;
}

/** Returns the refusal of a request that the log shows; `null` if it is sent. */
function refusalOf(url: URL, {app, allowed, declined, forward}: NetworkRules): Refusal | null {
  // The platform's own words (Shopify/ui-extensions #1690).
  if (app !== null && url.protocol !== 'https:')
    return {refused: 'insecure', error: new Error('URL must be secure (HTTPS)')};
  if (!allowed) return {refused: 'network_access', error: networkAccessError(url, declined)};

  const isForwarded = forward === null || forward.origins.some((mapped) => covers(mapped, url));
  return isForwarded ? null : {refused: 'no backend', error: backendError(url)};
}

/** Sends a request to its backend by the path of the forward route. */
async function sendForward(
  forward: Forward,
  url: URL,
  {send, request: [input, init]}: {send: typeof fetch; request: Parameters<typeof fetch>},
): Promise<Response> {
  const forwarded = `${forward.base}${url.protocol.slice(0, -1)}/${url.host}${url.pathname}${url.search}`;
  const response = await send(input instanceof Request ? new Request(forwarded, input) : forwarded, init);

  Object.defineProperty(response, 'url', {value: withoutFragment(url)});
  return response;
}

function methodOf(input: RequestInfo | URL, init: RequestInit | undefined): string {
  return (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
}

function withoutFragment({href, hash}: URL): string {
  return href.slice(0, href.length - hash.length);
}

function parseUrl(text: string, base: string): URL {
  if (URL.canParse(text, base)) return new URL(text, base);
  throw new SimhostError(
    'ERR_RELATIVE_URL',
    `fetch(${JSON.stringify(text)}): an extension runs in an opaque origin, which has no base URL.`,
    {
      next: 'Give an absolute URL, such as https://myapp.com/api.',
    },
  );
}

function hostPageError({origin}: URL): SimhostError {
  return new SimhostError(
    'ERR_HOST_PAGE',
    `The extension may not fetch from ${origin}, the origin of the page that hosts it.`,
    {
      next: 'Fetch from the backend of your app.',
    },
  );
}

function networkAccessError({href}: URL, declined: readonly string[]): PlatformError {
  return new PlatformError('NetworkAccessDeniedError', {
    code: 'ERR_NETWORK_ACCESS',
    words: 'Permission to use fetch() must be specified under [capabilities] with "network_access = true".',
    next: `fetch to ${withoutQuery(href)} was refused. ${adviceOnMissing('network_access', {declined})}`,
  });
}

function backendError({origin, pathname}: URL): SimhostError {
  const proxy = isAppProxyPath(pathname) ? pathname.split('/', 3).join('/') : '';
  return new SimhostError('ERR_NO_BACKEND', `No backend is mapped to ${origin}${proxy}.`, {
    next: `Start simhost dev with --backend ${origin}${proxy}=<url or command>.`,
  });
}

function protocolError({protocol, href}: URL): SimhostError {
  return new SimhostError(
    'ERR_NOT_SIMULATED',
    `fetch to ${withoutQuery(href)}: an extension cannot fetch ${protocol} URLs.`,
    {
      next: 'Fetch from an https:// URL.',
    },
  );
}

function withoutQuery(href: string): string {
  return href.replace(/[?#].*$/s, '');
}
