import http, {type IncomingMessage} from 'node:http';
import {SimhostError} from '../../errors.ts';
import {withHeaders} from '../http/raw-headers.ts';

/** Requests that are kept. */
const KEPT = 200;
/** Bytes of a body that are kept; a request with a longer one cannot be sent again. */
const LONGEST_BODY = 262_144;

/** The newest requests of a browser to backends, to send them again. They stay in this process. */
export class SentRequests {
  readonly #kept = new Map<number, KeptRequest>();

  /** Keeps a request. Call it in the same task as the code that reads the body. */
  keep(id: number, message: IncomingMessage): void {
    const {method = 'GET', url = '/', rawHeaders} = message;
    const kept: KeptRequest = {method, url, rawHeaders, body: [], size: 0};
    this.#kept.set(id, kept);

    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);

    const hasBody =
      message.headers['content-length'] !== undefined || message.headers['transfer-encoding'] !== undefined;
    if (!hasBody) return;

    message.on('data', (part: Buffer) => {
      kept.size += part.length;
      if (kept.size <= LONGEST_BODY) kept.body.push(part);
      else this.#kept.delete(id);
    });
  }

  /** Returns the headers and the body of a request; `undefined` if it was not kept. */
  read(id: number): SentRequest | undefined {
    const kept = this.#kept.get(id);
    if (kept === undefined) return undefined;

    const {rawHeaders, body} = kept;
    const names = rawHeaders.filter((_, index) => index % 2 === 0);
    return {
      headers: names.map((name, index) => [name, rawHeaders[index * 2 + 1] ?? ''] as const),
      body: Buffer.concat(body),
    };
  }

  /**
   * Sends a request again by the same route, so that everything judges it as the first time. Resolves when the answer
   * has been read.
   *
   * @throws {SimhostError} `ERR_NOT_KEPT`
   */
  async resend(id: number, {port, renew}: ResendOptions): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept === undefined) {
      throw new SimhostError('ERR_NOT_KEPT', 'This request was not kept, so it cannot be sent again.', {
        next: 'Do it on the page again. simhost keeps the newest 200 requests with bodies up to 256 KB.',
      });
    }

    const carriesToken = kept.rawHeaders.some((text) => TOKEN.test(text));
    const token = carriesToken ? await renew() : '';
    const fresh = kept.rawHeaders.map((text, index) =>
      index % 2 === 1 ? text.replace(TOKEN, () => `Bearer ${token}`) : text,
    );

    await send(
      kept,
      withHeaders(fresh, 'connection', () => 'close'),
      port,
    );
  }
}

/** A request as the browser sent it. */
export interface SentRequest {
  /** Names and values, in their order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

interface KeptRequest {
  readonly method: string;
  /** The path at the local server, with the key of the forward route. */
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer[];
  size: number;
}

export interface ResendOptions {
  readonly port: number;
  /** Returns a fresh token for a request that carries one. */
  readonly renew: () => Promise<string>;
}

/** The form of a session token in a header. */
const TOKEN = /^Bearer [\w-]+\.[\w-]+\.[\w-]*$/i;

function send({method, url, body}: KeptRequest, rawHeaders: readonly string[], port: number): Promise<void> {
  return new Promise((fulfil, reject) => {
    const request = http.request({
      host: '127.0.0.1',
      port,
      method,
      path: url,
      headers: [...rawHeaders],
      agent: false,
    });
    request.once('error', reject);
    request.once('response', (response) => {
      response.resume();
      response.once('end', fulfil);
      response.once('error', reject);
    });

    request.end(Buffer.concat(body));
  });
}
