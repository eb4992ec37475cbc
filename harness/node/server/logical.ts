import type {IncomingMessage, ServerResponse} from 'node:http';
import {HANDLE_HEADER} from '../../wire/backend.ts';
import type {RequestRecorder} from './journal.ts';
import {headersOf, send, toRequest} from './node-http.ts';
import {answerAsPlatform} from './platform.ts';
import type {Simulated} from './simulated.ts';

/** What a path of a loopback server stands for: `/shopify.com/a?b=c` for `https://shopify.com/a?b=c`. */
export interface Logical {
  readonly host: string;
  readonly origin: string;
  readonly url: string;
}

/** The logical URL that a path stands for, `null` where it names no host. */
export function logicalOf(path: string): Logical | null {
  const [, name = '', rest = ''] = /^\/([a-z\d][a-z\d-]*(?:\.[a-z\d-]+)+)(?=[/?]|$)(.*)$/is.exec(path) ?? [];
  if (name === '' || !URL.canParse(`https://${name}`)) return null;
  const {origin, hostname} = new URL(`https://${name}`);
  return {host: hostname, origin, url: `${origin}${rest.startsWith('/') ? rest : `/${rest}`}`};
}

/** Answers a request to the path of a logical URL as the platform answers that URL, and logs it as such. */
export async function answerLogical(
  simulation: Simulated,
  journal: RequestRecorder,
  {
    message,
    out,
    logical,
    body,
  }: {message: IncomingMessage; out: ServerResponse; logical: Logical; body?: Uint8Array<ArrayBuffer>},
): Promise<void> {
  const {host, origin, url} = logical;
  const headers = headersOf(message.rawHeaders);

  headers.set('host', host);
  headers.delete(HANDLE_HEADER);
  // A page of the loopback server stands for one of the platform's own.
  if (headers.has('origin')) headers.set('origin', origin);

  const visit = journal.arrived({method: message.method ?? 'GET', url, target: origin, headers});
  out.once('close', () => visit.done());
  const answered = await answerAsPlatform(simulation, toRequest(message, url, headers, body));
  if (answered === null) {
    visit.ended('platform', null, 'The simulated platform broke the connection.');
    out.destroy();
    return;
  }

  visit.answered('platform', answered.response.status, answered.response.headers, answered.problem);
  await send(answered.response, out);
}
