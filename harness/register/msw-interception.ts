import http from 'node:http';
import {createRequire} from 'node:module';
import {Readable} from 'node:stream';
import type * as Msw from 'msw';
import type * as MswNode from 'msw/node';
import {headerPairs} from '../node/http/raw-headers.ts';
import {REFUSED_HEADER} from '../wire/backend.ts';
import type {FindReroute, Reroute} from './reroute.ts';

const require = createRequire(import.meta.url);

/**
 * Reroutes the requests of `node:http` with msw. Loads it at once, although that takes longer than the start of Node:
 * the caller of `http.request` cannot wait.
 */
export function interceptWithMsw(
  base: string,
  find: FindReroute,
  refusedBy: (header: string) => Error,
): void {
  // Taken before msw replaces it.
  const {request: send} = http;
  const msw = require('msw') as typeof Msw;
  const {setupServer} = require('msw/node') as typeof MswNode;
  const {http: handle, passthrough} = msw;

  // MSW 3, which has no graphql there, would only fail at the first request.
  if (!('graphql' in msw) && !('withResolvers' in Promise))
    throw new Error(`msw 3 does not run on Node ${process.versions.node}`);
  const server = setupServer(
    handle.all('*', ({request}) => {
      const reroute = find(new URL(request.url));
      return reroute === null ? passthrough() : sendTo(base, reroute, {request, send, refusedBy});
    }),
  );

  // Without a listener, msw prints the refusals that the handler throws.
  server.events.on('unhandledException', () => {});
  const {fetch} = globalThis;
  // MSW 3 calls the option onUnhandledFrame.
  server.listen({onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass'} as {onUnhandledRequest: 'bypass'});
  // `fetch` uses undici's dispatcher, which makes a refusal the `cause` of its error, like a lost connection.
  globalThis.fetch = fetch;
}

const WITHOUT_BODY = [101, 204, 205, 304];

interface Rerouted {
  readonly request: Request;
  readonly send: typeof http.request;
  readonly refusedBy: (header: string) => Error;
}

async function sendTo(
  base: string,
  reroute: Reroute,
  {request, send, refusedBy}: Rerouted,
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
