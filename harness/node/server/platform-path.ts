import type {IncomingMessage, ServerResponse} from 'node:http';
import {GATEWAY_HEADERS} from '../../wire/backend.ts';
import {isLoopback} from '../../wire/loopback.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import type {RequestRecorder} from './request-recorder.ts';
import {answerByPlatform} from './exchange.ts';
import {headersOf, toRequest} from './node-http.ts';
import type {Simulated} from './simulated.ts';

/** A URL of the platform as a path of a loopback server: `/shopify.com/a?b=c` is `https://shopify.com/a?b=c`. */
export interface PlatformPath {
  readonly host: string;
  readonly origin: string;
  readonly url: string;
}

/** Reads the platform's URL from a path. Returns `null` for a path that does not begin with a host. */
export function platformPathOf(path: string): PlatformPath | null {
  const [, name = '', rest = ''] = /^\/([a-z\d][a-z\d-]*(?:\.[a-z\d-]+)+)(?=[/?]|$)(.*)$/is.exec(path) ?? [];
  if (name === '' || !URL.canParse(`https://${name}`)) return null;
  const {origin, hostname} = new URL(`https://${name}`);
  return {host: hostname, origin, url: `${origin}${rest.startsWith('/') ? rest : `/${rest}`}`};
}

/** Answers a request to such a path as the platform answers the URL, and logs it as a request to the URL. */
export async function answerPlatformPath(
  simulation: Simulated,
  recorder: RequestRecorder,
  {message, out, platformPath, sender = 'browser', body}: PlatformPathRequest,
): Promise<void> {
  const {host, origin, url} = platformPath;
  const given = headersOf(message.rawHeaders);
  given.set('host', host);
  for (const name of GATEWAY_HEADERS) given.delete(name);

  // A page of the loopback server represents one of the platform's own, and no backend is held to CORS.
  const headers = new Headers(given);
  if (headers.has('origin')) headers.set('origin', origin);
  const request = toRequest(message, url, isLoopbackOrigin(given.get('origin')) ? headers : given, body);

  const sentUrl = `http://${message.headers.host}${message.url}`;
  const method = message.method ?? 'GET';
  const record = recorder.arrived({method, url, sentUrl, target: origin, headers, sender});
  out.once('close', () => record.done());
  return answerByPlatform(simulation, request, {out, record, sender});
}

/** Whether an origin is that of a page of the loopback server. A backend sends the origin of its storefront. */
function isLoopbackOrigin(origin: string | null): boolean {
  return origin !== null && URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}

export interface PlatformPathRequest {
  readonly message: IncomingMessage;
  readonly out: ServerResponse;
  readonly platformPath: PlatformPath;
  /** The side that sent the request. Default: `'browser'`. */
  readonly sender?: LoggedRequest['sender'];
  /** The body, if it was read already. */
  readonly body?: Uint8Array<ArrayBuffer>;
}
