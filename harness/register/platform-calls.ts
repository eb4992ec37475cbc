import http from 'node:http';
import {syncBuiltinESMExports} from 'node:module';
import {Readable} from 'node:stream';
import {messageOf} from '../errors.ts';
import {allowsHost} from '../wire/allowed-hosts.ts';
import {BACKEND_HEADER, HANDLE_HEADER, OUTSIDE_PATH, REFUSED_HEADER} from '../wire/backend.ts';
import {isLoopback} from '../wire/loopback.ts';
import {headerPairs} from '../node/http/raw-headers.ts';
import {redirectUndici} from './undici.ts';
import type {Reroute, FindReroute} from './reroute.ts';

/** The test whose request this process works on. */
export interface Caller {
  readonly handle: string;
  readonly hosts: readonly string[];
}

export interface ReachOptions {
  /** Base URL of the server that owns the simulations. */
  readonly base: string;
  /** The key of this process. */
  readonly key: string;
  /** The hosts that are simulated. */
  readonly hosts: readonly string[];
  /** The other hosts that this backend may reach. */
  readonly allow: readonly string[];
  readonly caller: () => Caller | undefined;
}

/**
 * Sends the requests of this process to other hosts (`fetch`, undici, `node:http`, and everything built on them) to the
 * simulation whose request it works on. There the platform's hosts are answered, and other hosts by the
 * test's handlers, or refused. Loopback and allowed hosts are reached directly. Work without a request
 * reaches a platform only by its token or key.
 */
export async function reachPlatform(options: ReachOptions): Promise<void> {
  const {base} = options;
  const find = rerouteFinder(options);

  redirectUndici(base, find, refusedBy);
  try {
    await interceptWithMsw(base, find);
  } catch (error) {
    process.stderr.write(
      `simhost/register: requests of node:http reach no simulated platform: msw cannot intercept here ` +
        `(${messageOf(error)}). ` +
        'msw 2 runs on Node 20, msw 3 on Node 22 and later; fetch and undici are not affected.\n',
    );
  }
}

function rerouteFinder({key, hosts, allow, caller}: ReachOptions): FindReroute {
  const known = new Set(hosts);
  return ({protocol, host, hostname, pathname, search}) => {
    const current = caller();
    for (const name of current?.hosts ?? []) known.add(name);
    const headers: Record<string, string> = current === undefined ? {} : {[HANDLE_HEADER]: current.handle};
    if ((current?.hosts ?? [...known]).includes(hostname))
      return {path: `/${host}${pathname}${search}`, headers};

    if (isLoopback(hostname) || hostname === '0.0.0.0' || allowsHost(allow, host)) return null;
    const scheme = /^(?:https|wss):$/.test(protocol) ? 'https' : 'http';
    return {
      path: `${OUTSIDE_PATH}${scheme}/${host}${pathname}${search}`,
      headers: {...headers, [BACKEND_HEADER]: key},
    };
  };
}

const printed = new Set<string>();

/** Makes the error for an answer that is a refusal, and prints it once. */
function refusedBy(header: string): Error {
  const message = decodeURIComponent(header);
  if (!printed.has(message)) process.stderr.write(`${message}\n`);
  printed.add(message);
  // `errno` makes it an error of the connection for msw, and not one of the handler.
  return Object.assign(new Error(message), {code: 'ERR_SIMHOST_REFUSED', errno: -1, syscall: 'connect'});
}

async function interceptWithMsw(base: string, find: FindReroute): Promise<void> {
  // Taken before msw replaces it.
  const {request: send} = http;
  const [msw, {setupServer}] = await Promise.all([import('msw'), import('msw/node')]);
  const {http: handle, passthrough} = msw;

  // MSW 3, which has no graphql there, would only fail at the first request.
  if (!('graphql' in msw) && !('withResolvers' in Promise))
    throw new Error(`msw 3 does not run on Node ${process.versions.node}`);
  const server = setupServer(
    handle.all('*', ({request}) => {
      const reroute = find(new URL(request.url));
      return reroute === null ? passthrough() : sendTo(base, reroute, request, send);
    }),
  );

  // Without a listener, msw prints the refusals that the handler throws.
  server.events.on('unhandledException', () => {});
  const {fetch} = globalThis;
  // MSW 3 calls the option onUnhandledFrame.
  server.listen({onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass'} as {onUnhandledRequest: 'bypass'});
  // `fetch` uses undici's dispatcher, which makes a refusal the `cause` of its error, like a lost connection.
  globalThis.fetch = fetch;
  syncBuiltinESMExports(); // for import {request} from 'node:https'
}

const WITHOUT_BODY = [101, 204, 205, 304];

async function sendTo(
  base: string,
  reroute: Reroute,
  request: Request,
  send: typeof http.request,
): Promise<Response> {
  const body = Buffer.from(await request.arrayBuffer());
  const headers = {
    ...Object.fromEntries(request.headers),
    ...reroute.headers,
    'content-length': String(body.length),
  };

  delete (headers as Record<string, string>)['host'];
  return new Promise((fulfil, reject) => {
    const outgoing = send(`${base}${reroute.path}`, {method: request.method, headers}, (answer) => {
      const refusal = answer.headers[REFUSED_HEADER];
      if (typeof refusal === 'string') {
        answer.resume();
        return reject(refusedBy(refusal));
      }

      const status = answer.statusCode ?? 502;
      const answered = new Headers();

      for (const [name, value] of headerPairs(answer.rawHeaders)) answered.append(name, value);

      const content = WITHOUT_BODY.includes(status) ? null : (Readable.toWeb(answer) as ReadableStream);
      fulfil(new Response(content, {status, statusText: answer.statusMessage ?? '', headers: answered}));
    });

    outgoing.on('error', () => fulfil(Response.error()));
    outgoing.end(body);
  });
}
