/**
 * The first script of a Mini's page in the author's own browser. It redirects the requests of scripts to the
 * gateway, by path. The page's Content-Security-Policy blocks all other requests to other hosts.
 *
 * @module
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

const globals = globalThis as unknown as Record<symbol, unknown>;
const {ask, base, navigator: simulatedNavigator} = globals[Symbol.for(MINI_NETWORK)] as MiniNetwork;
const send = globalThis.fetch;

Object.defineProperty(globalThis, Symbol.for(MINI_ASK), {value: askShopApp});
for (const [name, value] of Object.entries(simulatedNavigator))
  Object.defineProperty(navigator, name, {get: () => value});
Object.defineProperty(navigator, 'userAgentData', {get: () => undefined});

globalThis.fetch = async (input, init) => {
  const requested = input instanceof Request ? input.url : String(input);
  const address = forwarded(requested);
  if (address === null) return send(input, init);

  const response = await (input instanceof Request
    ? send(await readdressed(new Request(input, init), address))
    : send(address, init));

  const url = new URL(requested, document.baseURI).href.replace(/#.*$/s, '');
  Object.defineProperty(response, 'url', {value: url});
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

/**
 * Redirects the calls of a function or a constructor to the gateway. `position` is that of the address in its
 * arguments.
 */
function forward(owner: object, name: string, position: number): void {
  const changed = (given: readonly unknown[]): unknown[] =>
    given.map((value, index) => (index === position ? (forwarded(String(value)) ?? value) : value));
  const value = new Proxy(Reflect.get(owner, name) as new (...given: unknown[]) => object, {
    apply: (real, self, given) => Reflect.apply(real, self, changed(given)) as unknown,
    construct: (real, given, made) => Reflect.construct(real, changed(given), made),
  });

  Object.defineProperty(owner, name, {value, writable: true, configurable: true});
}

/** Returns the address at the gateway; `null` for an address that stays as it is. */
function forwarded(address: string): string | null {
  if (!URL.canParse(address, document.baseURI)) return null;
  const {protocol, host, pathname, search} = new URL(address, document.baseURI);
  const [, kind, secure] = /^(http|ws)(s?):$/.exec(protocol) ?? [];
  if (kind === undefined || host === location.host) return null;
  return `${base.replace(/^http/, kind)}http${secure}/${host}${pathname}${search}`;
}

/**
 * Copies a request to another address. The body is read first, because Chromium sends streams only over
 * HTTP/2.
 */
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
