import type {IncomingMessage, ServerResponse} from 'node:http';
import {connect} from 'node:net';
import type {Duplex} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {headerPairs, withHeaders, withoutHeaders} from '../node/http/raw-headers.ts';
import {openRequest} from '../node/http/request.ts';

/** Headers of one connection, which the next one writes for itself. HTTP/2 has none of them. */
const OF_CONNECTION = ['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade'];

/** The destination of a request at the local gateway. */
export interface GatewayTarget {
  /** The address of the gateway, such as `http://localhost:3000`. */
  readonly gateway: string;
  readonly path: string;
  /** The origin that the request shows; `null` for none. */
  readonly origin: string | null;
  /** Translates the destination of a redirect for the page, so that the browser stays on the way to the gateway. */
  readonly locate: (location: string) => string;
}

/** Passes a request of a page on to the local gateway, and its answer back. */
export async function passOn(
  message: IncomingMessage,
  out: ServerResponse,
  target: GatewayTarget,
): Promise<void> {
  const answer = await ask(message, out, target);
  const kept = withoutHeaders(answer.rawHeaders, (name) => OF_CONNECTION.includes(name) || isOfPage(name));

  out.statusCode = answer.statusCode ?? 502;
  const located = withHeaders(kept, 'location', (location) => target.locate(location));
  for (const [name, values] of grouped(located)) out.setHeader(name, values);
  await pipeline(answer, out).catch(() => void out.destroy());
}

/** Connects a WebSocket of a page to the local gateway. */
export function passOnSocket(
  message: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  target: GatewayTarget,
): void {
  const {port} = new URL(target.gateway);
  const upstream = connect(Number(port), '127.0.0.1');
  const kept = headersFor(message, target, ['connection', 'upgrade']);
  const lines = [...headerPairs(kept)].map(([name, value]) => `${name}: ${value}`);

  upstream.write(`GET ${target.path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  upstream.write(head);
  // An end that breaks off closes the other one, so that the server can close. The page gets what was sent before.
  upstream.on('error', () => upstream.destroy()).once('close', () => socket.end(() => socket.destroy()));
  socket.on('error', () => socket.destroy()).once('close', () => upstream.destroy());
  upstream.pipe(socket).pipe(upstream);
}

/** Asks the gateway. A page that breaks off ends the request there too, so that the backend can see it. */
function ask(message: IncomingMessage, out: ServerResponse, target: GatewayTarget): Promise<IncomingMessage> {
  const headers = headersFor(message, target, []);

  return new Promise((resolve, reject) => {
    const {gateway, path} = target;
    const request = openRequest(gateway, {method: message.method, path, agent: false, headers});
    request.once('response', resolve).once('error', reject);
    out.once('close', () => request.destroy());
    message.pipe(request);
  });
}

/** The headers of a page's request, as a browser without Vite in between would send them to the gateway. */
function headersFor(
  {rawHeaders}: IncomingMessage,
  {gateway, origin}: GatewayTarget,
  wanted: readonly string[],
): string[] {
  const isDropped = (name: string): boolean =>
    name.startsWith(':') ||
    name.startsWith('sec-fetch-') ||
    ['host', 'origin', 'cookie'].includes(name) ||
    (OF_CONNECTION.includes(name) && !wanted.includes(name));

  const kept = withoutHeaders(rawHeaders, isDropped);
  const shown = origin === null ? [] : ['Origin', origin];
  return ['Host', new URL(gateway).host, ...shown, ...kept];
}

/** Headers that would act on the page of Vite, and not on the answer. */
function isOfPage(name: string): boolean {
  return name === 'set-cookie' || name.startsWith('access-control-') || name === 'clear-site-data';
}

/** Joins the values of each header, for `setHeader`. */
function grouped(rawHeaders: readonly string[]): ReadonlyMap<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of headerPairs(rawHeaders))
    values.set(name.toLowerCase(), [...(values.get(name.toLowerCase()) ?? []), value]);
  return values;
}
