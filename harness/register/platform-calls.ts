import http from 'node:http';
import {syncBuiltinESMExports} from 'node:module';
import {Readable} from 'node:stream';
import {messageOf} from '../errors.ts';
import {HANDLE_HEADER} from '../wire/backend.ts';

/** Whose request is being worked on. */
export interface Caller {
  readonly handle: string;
  readonly hosts: readonly string[];
}

/**
 * Sends what this process asks of a platform's host (`fetch`, undici, `node:http`, and all that is built on them) to
 * the simulation whose request it works on. Work of no request reaches a simulation only by the token or key it shows.
 */
export async function reachPlatform(base: string, hosts: readonly string[], caller: () => Caller | undefined): Promise<void> {
  const known = new Set(hosts);
  /** The headers that a request to this host goes to the server with; `null` where it is none of the platform's. */
  const headersFor = (host: string): Record<string, string> | null => {
    const current = caller();
    for (const name of current?.hosts ?? []) known.add(name);
    if (!(current?.hosts ?? [...known]).includes(host)) return null;
    return current === undefined ? {} : {[HANDLE_HEADER]: current.handle};
  };
  redirectUndici(base, headersFor);
  try {
    await interceptWithMsw(base, headersFor);
  } catch (error) {
    process.stderr.write(
      `simhost/register: requests of node:http reach no simulated platform: msw cannot intercept here (${messageOf(error)}). ` +
        'msw 2 runs on Node 20, msw 3 on Node 22 and later; fetch and undici are not affected.\n',
    );
  }
}

type HeadersFor = (host: string) => Record<string, string> | null;

async function interceptWithMsw(base: string, headersFor: HeadersFor): Promise<void> {
  // Taken before msw replaces it.
  const {request: send} = http;
  const [msw, {setupServer}] = await Promise.all([import('msw'), import('msw/node')]);
  const {http: handle, passthrough} = msw;
  // MSW 3, which has no graphql there, would only fail at the first request.
  if (!('graphql' in msw) && !('withResolvers' in Promise)) throw new Error(`msw 3 does not run on Node ${process.versions.node}`);
  const server = setupServer(
    handle.all('*', ({request}) => {
      const {host, hostname, pathname, search} = new URL(request.url);
      const headers = headersFor(hostname);
      return headers === null ? passthrough() : ask(send, `${base}/${host}${pathname}${search}`, request, headers);
    }),
  );
  // MSW 3 calls the option onUnhandledFrame.
  server.listen({onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass'} as {onUnhandledRequest: 'bypass'});
  syncBuiltinESMExports(); // for import {request} from 'node:https'
}

const WITHOUT_BODY = [101, 204, 205, 304];

async function ask(send: typeof http.request, url: string, request: Request, added: Record<string, string>): Promise<Response> {
  const body = Buffer.from(await request.arrayBuffer());
  const headers = {...Object.fromEntries(request.headers), ...added, 'content-length': String(body.length)};
  delete (headers as Record<string, string>)['host'];
  return new Promise((fulfil) => {
    const outgoing = send(url, {method: request.method, headers}, (answer) => {
      const status = answer.statusCode ?? 502;
      const answered = new Headers();
      for (let index = 0; index < answer.rawHeaders.length; index += 2) {
        answered.append(answer.rawHeaders[index] ?? '', answer.rawHeaders[index + 1] ?? '');
      }
      const content = WITHOUT_BODY.includes(status) ? null : (Readable.toWeb(answer) as ReadableStream);
      fulfil(new Response(content, {status, statusText: answer.statusMessage ?? '', headers: answered}));
    });
    outgoing.on('error', () => fulfil(Response.error()));
    outgoing.end(body);
  });
}

/** Where undici, Node's own and the package, keeps the dispatcher that its requests go through by default. */
const DISPATCHER = Symbol.for('undici.globalDispatcher.1');

interface Dispatcher {
  dispatch(options: DispatchOptions, handler: unknown): boolean;
}

interface DispatchOptions {
  readonly origin?: string | URL;
  readonly path: string;
  readonly headers?: unknown;
}

function redirectUndici(base: string, headersFor: HeadersFor): void {
  Response.error(); // loads Node's own undici, which sets the dispatcher
  const all = globalThis as {[DISPATCHER]?: Dispatcher};
  const real = all[DISPATCHER];
  if (real === undefined) return;
  all[DISPATCHER] = new Proxy(real, {
    get: (target, key) => {
      if (key !== 'dispatch') return Reflect.get(target, key) as unknown;
      return (options: DispatchOptions, handler: unknown): boolean => {
        const url = new URL(options.origin ?? base);
        const added = headersFor(url.hostname);
        if (added === null) return target.dispatch(options, handler);
        const headers = [...pairsOf(options.headers).filter(([name]) => name.toLowerCase() !== 'host'), ...Object.entries(added)].flat();
        return target.dispatch({...options, origin: base, path: `/${url.host}${options.path}`, headers}, handler);
      };
    },
  });
}

/** Headers as undici takes them: a flat list, an object, or anything that iterates over pairs. */
function pairsOf(headers: unknown): [string, unknown][] {
  if (headers === null || headers === undefined) return [];
  if (Array.isArray(headers) && !Array.isArray(headers[0])) {
    return headers.flatMap((name: string, index) => (index % 2 === 0 ? [[name, headers[index + 1]] as [string, unknown]] : []));
  }
  if (typeof headers === 'object' && Symbol.iterator in headers) return [...(headers as Iterable<[string, unknown]>)];
  return Object.entries(headers).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((each: unknown): [string, unknown] => [name, each]) : [[name, value]],
  );
}
