import type {IncomingMessage, ServerResponse} from 'node:http';
import {type Duplex, Readable} from 'node:stream';
import {corsHeaders} from '../../core/platforms/cors-headers.ts';
import {BadRequest} from '../http/bad-request.ts';
import {headerPairs} from '../http/raw-headers.ts';

/** Reads the headers of a message, every repetition included, without the pseudo-headers of HTTP/2. */
export function headersOf(rawHeaders: readonly string[]): Headers {
  const headers = new Headers();
  for (const [name, value] of headerPairs(rawHeaders)) {
    if (!name.startsWith(':')) headers.append(name, value);
  }

  return headers;
}

/** The methods that no web request can have, and no page can send. */
const FORBIDDEN_METHODS: readonly string[] = ['CONNECT', 'TRACE', 'TRACK'];

/**
 * Makes a web request for the given URL. Its body streams, unless it was read before.
 *
 * @throws {BadRequest} for a method or a URL that no web request can have
 */
export function toRequest(
  message: IncomingMessage,
  url: string,
  headers: Headers,
  read?: Uint8Array<ArrayBuffer>,
): Request {
  const method = message.method ?? 'GET';
  if (FORBIDDEN_METHODS.includes(method.toUpperCase()))
    throw new BadRequest(405, `The method ${method} is not allowed.`);

  const {username, password} = new URL(url);
  if (username !== '' || password !== '')
    throw new BadRequest(400, 'The address has a user name or password.');

  const body =
    method === 'GET' || method === 'HEAD'
      ? null
      : (read ?? (Readable.toWeb(message) as globalThis.ReadableStream));
  return new Request(url, {method, headers, body, ...(body === null ? {} : {duplex: 'half'})});
}

/** Writes a web response, streaming. Ends early if the client leaves. `received` gets the bytes of the body. */
export async function send(
  response: Response,
  out: ServerResponse,
  received: (chunk: Uint8Array) => void = () => {},
): Promise<void> {
  const headers: string[] = [];
  response.headers.forEach((value, name) => headers.push(name, value));
  out.writeHead(response.status, response.statusText || undefined, headers);
  if (response.body === null || out.req.method === 'HEAD') {
    out.end();
    return;
  }

  await pump(response.body, out, received).catch(() => out.destroy());
}

/** Writes a body as fast as the client takes it. Cancels the rest if the client leaves. */
async function pump(
  body: ReadableStream<Uint8Array>,
  out: ServerResponse,
  received: (chunk: Uint8Array) => void,
): Promise<void> {
  const reader = body.getReader();
  let wake = (): void => {};
  const woken = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  const left = (): void => {
    wake();
    reader.cancel().catch(() => {});
  };

  for (const event of ['drain', 'finish']) out.on(event, () => wake());
  out.once('close', left);
  if (out.destroyed) return left();

  for (;;) {
    const {done, value} = await reader.read();
    if (out.destroyed) return;
    if (done) break;
    received(value);
    if (!out.write(value)) await woken();
  }

  out.end();
  await woken();
}

/**
 * Breaks off a request, so that the client meets a network error.
 *
 * Browsers and HTTP clients send a request again if a connection in use closes without an answer. They do not if the
 * answer is broken: here it has two lengths.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.6-11
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-9.3.1
 */
export function breakOff(out: ServerResponse): void {
  out.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', () => out.destroy());
}

/** Answers with a plain HTTP error on a connection without a response object, such as the opening of a WebSocket. */
export function refuseRaw(socket: Duplex, status: number, text: string): void {
  const body = Buffer.from(text);
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ` +
      `${body.length}\r\nConnection: close\r\n\r\n${text}`,
  );
}

/** Makes a short plain-text answer. With the request's headers, the page that sent it can read the answer. */
export function plain(status: number, text: string, asked?: Headers): Response {
  const readable = asked === undefined ? {} : readableBy(asked);
  return new Response(status === 204 ? null : text, {
    status,
    headers: {'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...readable},
  });
}

/** Makes the CORS headers that let the page of a request read its answer, or pass its preflight. */
export function readableBy(headers: Headers): Record<string, string> {
  const origin = headers.get('origin');
  if (origin === null) return corsHeaders('*');

  return corsHeaders(origin, {
    credentials: true,
    methods: headers.get('access-control-request-method'),
    headers: headers.get('access-control-request-headers'),
  });
}
