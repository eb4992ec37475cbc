/**
 * The first script of a Mini's page in the author's own browser: what scripts send to other hosts goes to the gateway, by
 * path. All else that would leave, the page's Content-Security-Policy keeps in.
 */
import {
  type ActionReply,
  type BlockedRequest,
  MINI_ASK,
  MINI_KEY,
  MINI_NETWORK,
  type MiniMessage,
  type MiniNetwork,
} from '../../wire/mini.ts';

const all = globalThis as unknown as Record<symbol, unknown>;
const {ask, base, navigator: shown} = all[Symbol.for(MINI_NETWORK)] as MiniNetwork;
const send = globalThis.fetch;

Object.defineProperty(globalThis, Symbol.for(MINI_ASK), {value: askShopApp});
for (const [name, value] of Object.entries(shown)) Object.defineProperty(navigator, name, {get: () => value});
Object.defineProperty(navigator, 'userAgentData', {get: () => undefined});

globalThis.fetch = async (input, init) => {
  const asked = input instanceof Request ? input.url : String(input);
  const way = forwarded(asked);
  if (way === null) return send(input, init);

  const response = await (input instanceof Request
    ? send(await readdressed(new Request(input, init), way))
    : send(way, init));

  Object.defineProperty(response, 'url', {value: new URL(asked, document.baseURI).href.replace(/#.*$/s, '')});
  return response;
};
forward(XMLHttpRequest.prototype, 'open', 1);
forward(Navigator.prototype, 'sendBeacon', 0);
forward(globalThis, 'EventSource', 0);
forward(globalThis, 'WebSocket', 0);

document.addEventListener('securitypolicyviolation', ({blockedURI: url, effectiveDirective: directive}) => {
  void askShopApp({type: 'blocked', url, directive});
});

async function askShopApp(message: MiniMessage | BlockedRequest): Promise<ActionReply> {
  const headers = {'x-simhost-key': sessionStorage.getItem(MINI_KEY) ?? ''};
  const answer = await send(ask, {method: 'POST', headers, body: JSON.stringify(message)});
  return (await answer.json()) as ActionReply;
}

/** Lets calls of a function, or of a constructor, go out by the gateway; `place` is that of the address in its arguments. */
function forward(owner: object, name: string, place: number): void {
  const changed = (given: readonly unknown[]): unknown[] =>
    given.map((value, index) => (index === place ? (forwarded(String(value)) ?? value) : value));
  const value = new Proxy(Reflect.get(owner, name) as new (...given: unknown[]) => object, {
    apply: (real, self, given) => Reflect.apply(real, self, changed(given)) as unknown,
    construct: (real, given, made) => Reflect.construct(real, changed(given), made),
  });

  Object.defineProperty(owner, name, {value, writable: true, configurable: true});
}

/** The address at the gateway; `null` for what stays as it is. */
function forwarded(address: string): string | null {
  if (!URL.canParse(address, document.baseURI)) return null;
  const {protocol, host, pathname, search} = new URL(address, document.baseURI);
  const [, kind, secure] = /^(http|ws)(s?):$/.exec(protocol) ?? [];
  if (kind === undefined || host === location.host) return null;
  return `${base.replace(/^http/, kind)}http${secure}/${host}${pathname}${search}`;
}

/** Its body is read first: Chromium sends a stream by HTTP/2 alone. */
async function readdressed(request: Request, url: string): Promise<Request> {
  const {method, headers, mode, credentials, cache, redirect, referrerPolicy, integrity, keepalive, signal} =
    request;
  const body = method === 'GET' || method === 'HEAD' ? null : await request.blob();
  return new Request(url, {
    method,
    headers,
    body,
    mode,
    credentials,
    cache,
    redirect,
    referrerPolicy,
    integrity,
    keepalive,
    signal,
  });
}
