import http from 'node:http';
import https from 'node:https';
import {headerPairs, type HeaderPair} from '../node/http/raw-headers.ts';

/** A request exactly as it goes onto the wire: order, spelling and repetition of its headers are kept. */
export interface Outgoing {
  readonly method: string;
  readonly url: URL;
  readonly headers: readonly HeaderPair[];
  readonly body?: string;
}

/** The answer of a backend, as far as a condition can look at it. */
export interface Answer {
  /** The status code. */
  readonly status: number;
  /** The header fields. */
  readonly headers: Headers;
  /** At most {@link BODY_LIMIT} characters of it. */
  readonly body: string;
}

/** No answer came, or none that is HTTP. */
export interface Silence {
  readonly failure: string;
  /** Whether nothing listens there, which no further request can change. */
  readonly unreachable: boolean;
  /** Whether the time for an answer was over. */
  readonly late?: true;
}

export type Reply = Answer | Silence;

/** Characters of an answer's body that are kept. */
export const BODY_LIMIT = 65_536;

/** Whether HTTP can carry these headers. It cannot carry a line break, for example, because that ends the line. */
export function canSend({headers}: Pick<Outgoing, 'headers'>): boolean {
  try {
    for (const [name, value] of headers) {
      http.validateHeaderName(name);
      http.validateHeaderValue(name, value);
    }
    return true;
  } catch {
    return false;
  }
}

/** Sends requests to one backend over few connections. Redirects are answers like others. */
export class HttpSender {
  readonly #agents: {readonly 'http:': http.Agent; readonly 'https:': https.Agent};
  readonly #timeout: number;

  constructor({connections, timeout}: {connections: number; timeout: number}) {
    const options = {keepAlive: true, maxSockets: connections};
    this.#agents = {'http:': new http.Agent(options), 'https:': new https.Agent(options)};
    this.#timeout = timeout;
  }

  async send(outgoing: Outgoing): Promise<Reply> {
    const first = await this.#once(outgoing);
    // A backend may close a kept connection at the very moment at which it is used again.
    return 'failure' in first && first.stale ? this.#once(outgoing) : first;
  }

  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }

  #once({method, url, headers, body}: Outgoing): Promise<Answer | (Silence & {stale: boolean})> {
    const secure = url.protocol === 'https:';
    return new Promise((resolve) => {
      const request = (secure ? https : http).request({
        method,
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port || (secure ? 443 : 80),
        path: `${url.pathname}${url.search}`,
        agent: this.#agents[secure ? 'https:' : 'http:'],
        headers: rawHeaders(url, headers, body),
      });

      const fail = (error: NodeJS.ErrnoException): void => {
        clearTimeout(timer);
        const stale = request.reusedSocket && error.code === 'ECONNRESET';

        resolve({
          failure: wordsFor(error),
          unreachable: UNREACHABLE.has(error.code ?? ''),
          stale,
          ...(late ? {late} : {}),
        });
      };

      let late = false;
      const timer = setTimeout(() => {
        late = true;
        request.destroy(new Error(`no answer within ${this.#timeout / 1000} s`));
      }, this.#timeout);

      request.once('error', fail);
      request.once('response', (response) => {
        readAnswer(response, fail, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
      });

      request.end(body);
    });
  }
}

/** Reads an answer to its end. Of a long body only the beginning is kept. */
function readAnswer(
  response: http.IncomingMessage,
  onError: (error: Error) => void,
  onEnd: (answer: Answer) => void,
): void {
  let text = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    if (text.length < BODY_LIMIT) text = (text + chunk).slice(0, BODY_LIMIT);
  });

  response.once('error', onError);
  response.once('end', () =>
    onEnd({status: response.statusCode ?? 0, headers: headersOf(response.rawHeaders), body: text}),
  );
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  ECONNRESET: 'the connection was closed without an answer',
  EPIPE: 'the connection was closed without an answer',
};

function wordsFor({code = '', message}: NodeJS.ErrnoException): string {
  return WORDS[code] ?? (code.startsWith('HPE_') ? 'the answer was not HTTP' : message);
}

function rawHeaders(url: URL, headers: readonly HeaderPair[], body: string | undefined): string[] {
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const lines: HeaderPair[] = given.has('host') ? [] : [['Host', url.host]];
  lines.push(...headers);
  if (body !== undefined && !given.has('content-length'))
    lines.push(['Content-Length', String(Buffer.byteLength(body))]);
  return lines.flat();
}

function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (const [name, value] of headerPairs(raw)) headers.append(name, value);
  return headers;
}
