import http, {type IncomingMessage, type ServerResponse} from 'node:http';
import https from 'node:https';
import type {Duplex} from 'node:stream';
import {pipeline} from 'node:stream';

export interface Outgoing {
  /** Base URL of the backend. */
  readonly address: string;
  /** Path and query, as they came. */
  readonly path: string;
  readonly rawHeaders: readonly string[];
}

/** Keeps connections to backends open between requests. */
export class Forwarder {
  readonly #http = new http.Agent({keepAlive: true});
  readonly #https = new https.Agent({keepAlive: true, rejectUnauthorized: false});

  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }

  /**
   * Sends a message on, byte for byte, and its answer back; `answered` sees the answer before the first byte of it is
   * written, and may return other headers. Rejects where no answer came.
   */
  forward(
    message: IncomingMessage,
    out: ServerResponse,
    outgoing: Outgoing,
    answered: Answered,
  ): Promise<void> {
    return new Promise((fulfil, reject) => {
      const hasBody =
        message.headers['content-length'] !== undefined || message.headers['transfer-encoding'] !== undefined;
      const attempt = (): void => {
        const request = this.#request(message, outgoing, !hasBody);
        out.once('close', () => request.destroy());

        request.once('response', (response) => {
          const rawHeaders = answered(response.statusCode ?? 0, response.rawHeaders) ?? response.rawHeaders;
          out.sendDate = false;
          out.writeHead(response.statusCode ?? 502, response.statusMessage, [...rawHeaders]);
          out.flushHeaders();
          pipeline(response, out, (error) => {
            if (error) out.destroy();
            fulfil();
          });
        });

        request.on('error', (error: NodeJS.ErrnoException) => {
          if (out.headersSent || out.destroyed) fulfil();
          // A kept connection that the backend closed in the very moment of use.
          else if (request.reusedSocket && error.code === 'ECONNRESET') attempt();
          else reject(error);
        });

        if (hasBody) message.pipe(request);
        else request.end();
      };

      attempt();
    });
  }

  /** Sends a WebSocket's opening on; once the backend agrees, bytes flow both ways. */
  upgrade(
    message: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    outgoing: Outgoing,
    answered: (status: number) => void,
  ): Promise<void> {
    return new Promise((fulfil, reject) => {
      const request = this.#request(message, outgoing, false);
      const join = (response: IncomingMessage, upstream: Duplex, first: Buffer): void => {
        answered(response.statusCode ?? 0);
        socket.write(headOf(response, response.rawHeaders));
        if (first.length > 0) socket.write(first);
        if (head.length > 0) upstream.write(head);

        upstream.on('error', () => upstream.destroy()).once('close', () => socket.destroy());
        socket.once('close', () => {
          upstream.destroy();
          fulfil();
        });

        upstream.pipe(socket).pipe(upstream);
      };

      request.once('upgrade', join);
      request.once('response', (response) => {
        answered(response.statusCode ?? 0);
        const rawHeaders = withoutHeaders(
          response.rawHeaders,
          (name) => name === 'transfer-encoding' || name === 'connection',
        );

        socket.write(headOf(response, [...rawHeaders, 'Connection', 'close']));
        pipeline(response, socket, () => fulfil());
      });

      request.on('error', (error) => (request.res === undefined ? reject(error) : fulfil()));
      socket.once('close', () => request.destroy());
      request.end();
    });
  }

  #request(message: IncomingMessage, {address, path, rawHeaders}: Outgoing, keepAlive: boolean): Sent {
    const {hostname, port, protocol} = new URL(address);
    const secure = protocol === 'https:';
    const agent = keepAlive ? (secure ? this.#https : this.#http) : false;

    return (secure ? https : http).request({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port || (secure ? 443 : 80),
      method: message.method,
      path,
      agent,
      // An array goes out as it is: order, case and repetitions kept.
      headers: [...rawHeaders],
      ...(secure ? {rejectUnauthorized: false} : {}),
    });
  }
}

export type Answered = (status: number, rawHeaders: readonly string[]) => readonly string[] | void;

/** `res` is Node's own, missing in its types. */
type Sent = http.ClientRequest & {res?: IncomingMessage};

/** Headers without those that concern only the way to a proxy, and without the given ones. */
export function withoutHeaders(rawHeaders: readonly string[], drop: (name: string) => boolean): string[] {
  const kept: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (!drop(name.toLowerCase())) kept.push(name, rawHeaders[index + 1] ?? '');
  }
  return kept;
}

/** Headers with each value of one name replaced, or dropped for `null`. */
export function withHeaders(
  rawHeaders: readonly string[],
  wanted: string,
  change: (value: string) => string | null,
): string[] {
  const changed: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    const kept = name.toLowerCase() === wanted ? change(value) : value;
    if (kept !== null) changed.push(name, kept);
  }

  return changed;
}

function headOf({statusCode, statusMessage}: IncomingMessage, rawHeaders: readonly string[]): string {
  let head = `HTTP/1.1 ${statusCode} ${statusMessage}\r\n`;
  for (let index = 0; index < rawHeaders.length; index += 2)
    head += `${rawHeaders[index]}: ${rawHeaders[index + 1]}\r\n`;
  return `${head}\r\n`;
}
