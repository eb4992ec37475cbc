import http, {type IncomingMessage, type ServerResponse} from 'node:http';
import https from 'node:https';
import type {Duplex, Transform} from 'node:stream';
import {pipeline} from 'node:stream';
import {setImmediate} from 'node:timers/promises';
import {headerPairs, withoutHeaders} from '../http/raw-headers.ts';
import {openRequest} from '../http/request.ts';

export interface ForwardedRequest {
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
  #isClosed = false;

  close(): void {
    this.#isClosed = true;
    this.#http.destroy();
    this.#https.destroy();
  }

  /**
   * Forwards a message byte for byte, and its answer back. Rejects if no answer came. If an answer breaks off, the
   * browser's connection breaks off too.
   */
  forward(
    message: IncomingMessage,
    out: ServerResponse,
    outgoing: ForwardedRequest,
    watch: AnswerWatch,
  ): Promise<void> {
    return new Promise((fulfil, reject) => {
      const hasBody =
        message.headers['content-length'] !== undefined || message.headers['transfer-encoding'] !== undefined;

      const attempt = (): void => {
        const request = this.#request(message, outgoing, !hasBody);
        out.once('close', () => request.destroy());

        request.once('response', (response) => {
          this.#pass(request, response, out, watch).then(fulfil, (error: unknown) => {
            request.destroy();
            reject(error);
          });
        });

        request.on('error', (error: NodeJS.ErrnoException) => {
          if (out.headersSent || out.destroyed) fulfil();
          // The backend closed a keep-alive connection as we reused it.
          else if (request.reusedSocket && error.code === 'ECONNRESET') attempt();
          else reject(error);
        });

        if (hasBody) message.pipe(request);
        else request.end();
      };

      attempt();
    });
  }

  /**
   * Forwards the opening of a WebSocket. Once the backend accepts it, bytes flow both ways. Rejects if no answer came.
   */
  upgrade(
    message: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    outgoing: ForwardedRequest,
    answered: (status: number) => void,
  ): Promise<void> {
    return new Promise((fulfil, reject) => {
      const request = this.#request(message, outgoing, false);
      let isAnswered = false;

      const fail = (error: unknown): void => {
        reject(error);
        request.destroy();
      };
      const begin = (response: IncomingMessage, rawHeaders: readonly string[]): boolean => {
        isAnswered = true;
        return sendHead(socket, response, rawHeaders, {answered, fail});
      };

      request.once('upgrade', (response, upstream, first) => {
        upstream.on('error', () => upstream.destroy()).once('close', () => socket.destroy());
        if (!begin(response, response.rawHeaders)) return void upstream.destroy();

        join(socket, head, upstream, first);
        socket.once('close', fulfil);
      });

      request.once('response', (response) => {
        if (begin(response, headersOfRefusal(response))) pipeline(response, socket, () => fulfil());
      });

      request.on('error', (error) => (isAnswered || socket.destroyed ? fulfil() : reject(error)));
      socket.once('close', () => request.destroy());
      request.end();
    });
  }

  async #pass(
    request: http.ClientRequest,
    response: IncomingMessage,
    out: ServerResponse,
    watch: AnswerWatch,
  ): Promise<void> {
    if (watch.needsOutput?.(response.statusCode ?? 0) === true) await outputRead(response);
    writeHead(response, out, watch);

    // This error names the fault; the answer itself only notices that its connection closed.
    request.on('error', (error) => response.destroy(error));
    return passBody(response, out, {
      ...watch,
      brokenOff: async (broken) => {
        if (!this.#isClosed) await watch.brokenOff?.(broken);
      },
    });
  }

  #request(
    message: IncomingMessage,
    {address, path, rawHeaders}: ForwardedRequest,
    keepAlive: boolean,
  ): http.ClientRequest {
    const keptOpen = new URL(address).protocol === 'https:' ? this.#https : this.#http;
    return openRequest(address, {
      method: message.method,
      path,
      agent: keepAlive ? keptOpen : false,
      // An array is sent as it is: order, case and repetitions are kept.
      headers: [...rawHeaders],
    });
  }
}

/**
 * Resolves when all that a backend wrote before its answer has been read: two turns of the event loop later.
 * Rejects if the answer breaks off in them.
 */
export async function outputRead(response: IncomingMessage): Promise<void> {
  await setImmediate();
  await setImmediate();
  if (response.destroyed) throw Object.assign(new Error('The answer broke off.'), {code: 'ECONNRESET'});
}

/** Sends the head of an answer to the opening of a WebSocket. Returns false, and passes the error on, if that fails. */
function sendHead(
  socket: Duplex,
  response: IncomingMessage,
  rawHeaders: readonly string[],
  {answered, fail}: {answered: (status: number) => void; fail: (error: unknown) => void},
): boolean {
  try {
    answered(response.statusCode ?? 0);
    socket.write(headOf(response, rawHeaders), 'latin1');
    return true;
  } catch (error) {
    fail(error);
    return false;
  }
}

/** Makes the headers of an answer that ends with its connection. */
function headersOfRefusal({rawHeaders}: IncomingMessage): readonly string[] {
  const kept = withoutHeaders(rawHeaders, (name) => name === 'transfer-encoding' || name === 'connection');
  return [...kept, 'Connection', 'close'];
}

/** Lets bytes flow both ways between a browser and a backend, each with the bytes that it has sent already. */
function join(browser: Duplex, sent: Buffer, backend: Duplex, first: Buffer): void {
  if (first.length > 0) browser.write(first);
  if (sent.length > 0) backend.write(sent);

  browser.once('close', () => backend.destroy());
  backend.pipe(browser).pipe(backend);
}

/** The functions that learn about one answer. */
export interface AnswerWatch {
  /** Gets the answer before its first byte is written, and may return other headers. */
  readonly answered: (status: number, rawHeaders: readonly string[]) => readonly string[] | void;
  /** Whether the output of the backend explains the answer. If so, the output is read first. */
  readonly needsOutput?: (status: number) => boolean;
  /** Returns a stream that changes the body, once the answer is known. Default: the body stays as it is. */
  readonly through?: () => Transform | undefined;
  /** Gets the bytes of the body. */
  readonly received?: (chunk: Uint8Array) => void;
  /** Called if the backend breaks its answer off. The browser notices when the promise resolves. */
  readonly brokenOff?: (broken: BrokenAnswer) => Promise<void>;
}

/** An answer that a backend did not send to its end. */
export interface BrokenAnswer {
  /** The error of the connection: `ECONNRESET`. */
  readonly error: Error;
  /** The bytes of the body that arrived. */
  readonly received: number;
  /** The bytes that the header `Content-Length` promised, or null without one. */
  readonly promised: number | null;
}

/**
 * Passes the body of an answer on, and resolves when it has been sent, or has broken off. Then the browser's
 * connection breaks off too: an answer that ended in order would look whole. Rejects, and breaks the connection off, if
 * the watch fails.
 */
export async function passBody(
  response: IncomingMessage,
  out: ServerResponse,
  {received = () => {}, brokenOff, through}: Omit<AnswerWatch, 'answered'>,
): Promise<void> {
  if (out.destroyed) {
    response.destroy();
    return;
  }

  // Without a head, an answer that breaks off before its first byte would look like none. `flushHeaders` would write it in
  // UTF-8, but Node read its bytes as Latin-1.
  out.write(NO_BYTES);
  const length = response.headers['content-length'];
  const promised = length === undefined ? null : Number(length);
  let size = 0;
  response.on('data', (chunk: Uint8Array) => {
    size += chunk.byteLength;
    received(chunk);
  });

  return new Promise((fulfil, reject) => {
    const fail = (error: unknown): void => {
      reject(error);
      out.destroy();
    };

    out.on('error', () => out.destroy());
    out.once('close', () => {
      response.destroy();
      fulfil();
    });

    response.once('error', (error) => {
      void breakOff(out, {error, received: size, promised}, {brokenOff, fail});
    });

    // Not pipeline(), whose AbortController costs each request a stack.
    const changed = through?.()?.on('error', fail);
    (changed === undefined ? response : response.pipe(changed)).pipe(out);
  });
}

const NO_BYTES = new Uint8Array(0);

/** Reports an answer that broke off, and breaks the browser's connection off. */
async function breakOff(
  out: ServerResponse,
  broken: BrokenAnswer,
  {brokenOff, fail}: {brokenOff: AnswerWatch['brokenOff'] | undefined; fail: (error: unknown) => void},
): Promise<void> {
  try {
    // If the browser has left, the answer ended with its connection.
    if (!out.destroyed) await brokenOff?.(broken);
    out.destroy();
  } catch (error) {
    fail(error);
  }
}

/** Begins an answer with the head of a backend's answer. */
function writeHead(
  response: IncomingMessage,
  out: ServerResponse,
  {answered}: Pick<AnswerWatch, 'answered'>,
): void {
  const {statusCode = 502, statusMessage, rawHeaders} = response;
  const passed = answered(statusCode, rawHeaders) ?? rawHeaders;

  out.sendDate = false;
  out.writeHead(statusCode, statusMessage, [...passed]);
}

function headOf({statusCode, statusMessage}: IncomingMessage, rawHeaders: readonly string[]): string {
  const lines = [...headerPairs(rawHeaders)].map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${statusCode} ${statusMessage}\r\n${lines.join('')}\r\n`;
}
