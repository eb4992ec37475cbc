import {once} from 'node:events';
import http, {type IncomingMessage, type ServerResponse} from 'node:http';
import https from 'node:https';
import type {AddressInfo, Socket} from 'node:net';
import type {Duplex} from 'node:stream';
import {answerFailure, explainBadRequests, refuseTunnels} from './bad-requests.ts';
import {certificate} from './certificate.ts';
import {plain, refuseRaw, send} from './node-http.ts';

/** The destination of a browser's request. */
export interface ProxyTarget {
  readonly url: URL;
  /** Path and query as the browser wrote them. */
  readonly path: string;
}

export interface ProxyHandler {
  request(message: IncomingMessage, out: ServerResponse, target: ProxyTarget): Promise<void>;
  upgrade(message: IncomingMessage, socket: Duplex, head: Buffer, target: ProxyTarget): Promise<void>;
}

type Find = (message: IncomingMessage) => ProxyTarget | null;

// A kept connection never ends by itself, so no request of a test meets one that closes.
const LASTING = {
  keepAliveTimeout: 0,
  requestTimeout: 0,
  headersTimeout: 0,
  maxHeaderSize: 65_536,
  requireHostHeader: false,
} as const;
const TLS_HANDSHAKE = 22;
/** The time for a TLS handshake, in milliseconds. A client that leaves within one is not seen to leave. */
const LONGEST_HANDSHAKE = 30_000;

/**
 * An HTTP proxy on the loopback interface. It answers for every host itself, over TLS with the published
 * certificate.
 */
export class GatewayProxy {
  readonly #answering: ProxyHandler;
  readonly #sockets = new Set<Socket>();
  readonly #proxy = new http.Server(LASTING);
  readonly #plain = new http.Server(LASTING);
  readonly #secure: https.Server;

  constructor(
    answering: ProxyHandler,
    {handshakeTimeout = LONGEST_HANDSHAKE}: {readonly handshakeTimeout?: number} = {},
  ) {
    this.#answering = answering;
    this.#secure = new https.Server({...LASTING, ...certificate, handshakeTimeout});
    this.#serve(this.#proxy, absoluteTarget);
    this.#serve(this.#plain, (message) => tunnelTarget('http', message));
    this.#serve(this.#secure, (message) => tunnelTarget('https', message));
    for (const server of [this.#plain, this.#secure]) refuseTunnels(server);

    this.#proxy.on('connect', (_message: IncomingMessage, socket: Socket, head: Buffer) =>
      this.#tunnel(socket, head),
    );

    this.#proxy.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  async listen(): Promise<string> {
    this.#proxy.listen(0, '127.0.0.1');
    await once(this.#proxy, 'listening');
    return `http://127.0.0.1:${(this.#proxy.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = once(this.#proxy, 'close');
    this.#proxy.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #tunnel(socket: Socket, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    // A tunnel ends with its client, also if the client has sent nothing.
    socket.once('end', () => socket.end());

    const enter = (first: Buffer): void => {
      socket.pause();
      socket.unshift(first);

      const isSecure = first[0] === TLS_HANDSHAKE;
      (isSecure ? this.#secure : this.#plain).emit('connection', socket);
      // The end of a client that sent no whole request is read only from a flowing socket.
      if (!isSecure) socket.resume();
    };

    if (head.length > 0) enter(head);
    else socket.once('data', enter);
  }

  #serve(server: http.Server, find: Find): void {
    explainBadRequests(server);
    server.on('request', (message, out) => {
      const target = find(message);
      if (target === null) {
        void send(
          plain(
            400,
            'A simhost gateway takes the requests of a browser that uses it as its proxy, and no others.',
          ),
          out,
        );
        return;
      }

      this.#answering
        .request(message, out, target)
        .catch((error: unknown) => answerFailure(error, out, 'The gateway'));
    });

    server.on('upgrade', (message: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy());
      const target = find(message);

      if (target === null)
        refuseRaw(
          socket,
          400,
          'A simhost gateway takes the requests of a browser that uses it as its proxy.',
        );
      else this.#answering.upgrade(message, socket, head, target).catch(() => socket.destroy());
    });
  }
}

function absoluteTarget({url = ''}: IncomingMessage): ProxyTarget | null {
  if (!/^http:\/\//i.test(url) || !URL.canParse(url)) return null;
  return {url: new URL(url), path: url.replace(/^http:\/\/[^/?#]*/i, '') || '/'};
}

function tunnelTarget(
  scheme: 'http' | 'https',
  {headers, url: path = '/'}: IncomingMessage,
): ProxyTarget | null {
  const url = `${scheme}://${headers.host}${path}`;
  return headers.host === undefined || !path.startsWith('/') || !URL.canParse(url)
    ? null
    : {url: new URL(url), path};
}
