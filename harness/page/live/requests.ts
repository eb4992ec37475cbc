import {AskedRequests, callerStack} from '../../wire/asked-request.ts';
import {livePage, report, send} from './asking.ts';
import {takesTokenAway} from './given-tokens.ts';

const asked = new AskedRequests((request) => report({type: 'asked', request}));

/** The methods and URLs of requests that were opened, and not sent. */
const opened = new WeakMap<object, {readonly method: string; readonly url: string}>();

/**
 * Redirects the requests of scripts to the forward route, and reports the line of each. The Content-Security-Policy of
 * a Mini or a store blocks all other requests to other hosts.
 */
export function forwardRequests(): void {
  forwardFetch();

  wrap(XMLHttpRequest.prototype, 'open', (call, [method, address, ...others], self) => {
    const url = loggedUrl(String(address));
    if (url !== null) opened.set(self, {method: String(method).toUpperCase(), url});
    return call([method, sentAddress(String(address)), ...others]);
  });

  wrap(XMLHttpRequest.prototype, 'send', (call, given, self) => {
    const request = opened.get(self);
    if (request !== undefined) {
      const end = asked.begin({...request, stack: callerStack()});
      (self as XMLHttpRequest).addEventListener('loadend', end, {once: true});
    }
    return call(given);
  });

  wrap(Navigator.prototype, 'sendBeacon', (call, [address, ...others]) => {
    const url = loggedUrl(String(address));
    if (url !== null) asked.begin({method: 'POST', url, stack: callerStack()});
    return call([sentAddress(String(address)), ...others]);
  });

  for (const name of ['EventSource', 'WebSocket'])
    wrap(globalThis, name, (call, [address, ...others]) => call([sentAddress(String(address)), ...others]));
}

function forwardFetch(): void {
  const real = globalThis.fetch;
  const apply = async (given: Parameters<typeof fetch>): Promise<Response> => {
    const [input, init] = given;
    const isRequest = input instanceof Request;
    const address = isRequest ? input.url : String(input);
    const headers = new Headers(init?.headers ?? (isRequest ? input.headers : {}));
    const isTaken = takesTokenAway(address, headers);
    const url = loggedUrl(address, isTaken);
    if (url === null) return send(input, init);

    const method = (init?.method ?? (isRequest ? input.method : 'GET')).toUpperCase();
    const end = asked.begin({method, url, stack: callerStack()});
    const to = sentAddress(address, isTaken);
    const sendTo = async (other: string): Promise<Response> =>
      isRequest ? send(await readdressed(new Request(input, init), other)) : send(other, init);
    const answer = to === address ? send(input, init) : sendTo(to);
    answer.then(end, end);

    const response = await answer;
    if (to !== address) Object.defineProperty(response, 'url', {value: url});
    return response;
  };

  globalThis.fetch = new Proxy(real, {
    apply: (_, _self, given) => apply(given as Parameters<typeof fetch>),
  });
}

type Wrapped = (
  call: (given: readonly unknown[]) => unknown,
  given: readonly unknown[],
  self: object,
) => unknown;

/** Puts a proxy before a function or a constructor. */
function wrap(owner: object, name: string, run: Wrapped): void {
  const real = Object.getOwnPropertyDescriptor(owner, name);
  if (typeof real?.value !== 'function') return;

  const value: unknown = new Proxy(real.value as new (...given: unknown[]) => object, {
    apply: (target, self: object, given) =>
      run((changed) => Reflect.apply(target, self, [...changed]) as unknown, given, self),
    construct: (target, given, made) =>
      run((changed) => Reflect.construct(target, [...changed], made), given, {}) as object,
  });
  Object.defineProperty(owner, name, {...real, value});
}

/**
 * Returns the URL by which the log knows a request; `null` for one that the log does not show. `isTaken` says that the
 * request must not reach the network.
 */
function loggedUrl(address: string, isTaken = false): string | null {
  if (!URL.canParse(address, document.baseURI)) return null;
  const url = new URL(address, document.baseURI);
  if (!/^https?:$/.test(url.protocol)) return null;

  const isOwn = url.host === location.host;
  if (isOwn ? livePage.origin === null : !isTaken && !isForwarded(url.host)) return null;
  return `${isOwn ? livePage.origin : url.origin}${url.pathname}${url.search}`;
}

/** Returns the address that the browser sends a request to. */
function sentAddress(address: string, isTaken = false): string {
  if (!URL.canParse(address, document.baseURI)) return address;
  const {protocol, host, origin, pathname, search} = new URL(address, document.baseURI);
  const [, kind, secure] = /^(http|ws)(s?):$/.exec(protocol) ?? [];
  if (kind === undefined || host === location.host) return address;

  if (livePage.base === null) return address;

  const isOfPage = origin.replace(/^ws/, 'http') === livePage.origin;
  if (!isOfPage && !isTaken && !isForwarded(host)) return address;
  if (isOfPage) return `${location.origin.replace(/^http/, kind)}${pathname}${search}`;
  return `${livePage.base.replace(/^http/, kind)}http${secure}/${host}${pathname}${search}`;
}

function isForwarded(host: string): boolean {
  return livePage.forwards?.includes(host) !== false;
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
    // Only the browser navigates.
    ...(mode === 'navigate' ? {} : {mode}),
    credentials,
    cache,
    redirect,
    referrerPolicy,
    integrity,
    keepalive,
    signal,
  });
}
