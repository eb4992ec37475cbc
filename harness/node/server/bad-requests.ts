import http, {type IncomingMessage, type ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import {messageOf} from '../../errors.ts';
import {BadRequest} from '../http/bad-request.ts';
import {plain, refuseRaw, send} from './node-http.ts';

/** The status for each fault of Node's parser that has its own status. */
const STATUS_OF_FAULT: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** The errors of connections on which an answer cannot arrive: the client has left, or has no TLS session. */
const UNREACHABLE = /^(?:ECONNRESET|EPROTO|ERR_(?:SSL|TLS)_\w+)$/;

/**
 * Makes a server whose every refusal and failure has a reason. `what` names the server in failures: "The server".
 *
 * @param answer answers a request, or rejects: with a `BadRequest`, or with a failure of simhost
 */
export function explainedServer(
  what: string,
  answer: (message: IncomingMessage, out: ServerResponse) => Promise<void>,
): http.Server {
  const server = http.createServer({requireHostHeader: false}, (message, out) => {
    answer(message, out).catch((error: unknown) => answerFailure(error, out, what));
  });
  return explainBadRequests(server);
}

/**
 * Answers bytes that are not HTTP, and expectations that a server cannot meet, with the reason. Node itself answers
 * without a body, or closes the connection.
 *
 * @param server a server that does not listen yet
 */
export function explainBadRequests<Server extends http.Server>(server: Server): Server {
  const openAnswers = new WeakMap<Duplex, Set<ServerResponse>>();
  /** The connections whose fault is reported after their open answers. */
  const waiting = new WeakSet<Duplex>();

  server.on('request', ({socket}: IncomingMessage, out: ServerResponse) => {
    const open = openAnswers.get(socket) ?? new Set();
    openAnswers.set(socket, open.add(out));
    out.once('close', () => open.delete(out));
  });

  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (UNREACHABLE.test(error.code ?? '') || !socket.writable) return void socket.destroy();
    if (waiting.has(socket)) return;

    const open = [...(openAnswers.get(socket) ?? [])];
    // The client would read the reason as a part of the answer that has begun.
    if (open.some(({headersSent, req}) => headersSent && !req.complete)) return void socket.destroy();

    const refuse = (): void => {
      const status = STATUS_OF_FAULT[error.code ?? ''] ?? 400;
      if (socket.writable) refuseRaw(socket, status, `The request cannot be read: ${error.message}.`);
    };

    socket.on('error', () => socket.destroy());
    // The fault is in a later request, so the reason follows the answers to the earlier ones.
    const earlier = open.filter(({req}) => req.complete);
    if (earlier.length === 0) return refuse();

    waiting.add(socket);
    void refuseAfter(earlier, refuse);
  });

  server.on('checkExpectation', ({headers}: IncomingMessage, out: ServerResponse) => {
    void send(plain(417, `This server cannot meet the expectation "${headers.expect}".`), out);
  });

  return server;
}

async function refuseAfter(answers: readonly ServerResponse[], refuse: () => void): Promise<void> {
  await Promise.all(answers.map((out) => new Promise<void>((fulfil) => out.once('close', fulfil))));
  refuse();
}

/** Refuses tunnels, on a server that is not a proxy. */
export function refuseTunnels<Server extends http.Server>(server: Server): Server {
  return server.on('connect', (_message: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    refuseRaw(socket, 405, 'This server is not a proxy: it opens no tunnels.');
  });
}

/** Ends a request that failed: with the reason, or by closing the connection if the answer has begun. */
export function answerFailure(error: unknown, out: ServerResponse, what: string): void {
  if (out.headersSent) out.destroy();
  else if (error instanceof BadRequest) void send(plain(error.status, error.message), out);
  else void send(plain(500, `${what} failed: ${messageOf(error)}`), out);
}

/** Reads the target of a request as a URL of this server. */
export function urlOf({url: target = '/'}: Pick<IncomingMessage, 'url'>, base: string): URL {
  if (URL.canParse(target, base)) return new URL(target, base);
  throw new BadRequest(400, `The address "${target}" is not a path.`);
}
