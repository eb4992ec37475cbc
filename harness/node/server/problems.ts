import {messageOf} from '../../errors.ts';
import {describeEnd, errorLineOf, sentence} from './backend-output.ts';
import type {Backend} from './backend.ts';

/** Explains a request to a host that is neither the platform's nor a backend's. */
export function noSuchHost(origin: string, mappedBy: 'test' | 'command line' = 'test'): string {
  const problem = `${origin} is neither a host of the simulated platform nor mapped to a backend.`;
  const next =
    mappedBy === 'test'
      ? addBackend(origin)
      : `Start simhost dev with --backend "${origin}=http://localhost:3000", or --backend ` +
        `"${origin}=node server.js" to have it started.`;
  return `${problem}\n${next}`;
}

function addBackend(origin: string): string {
  return (
    `Add it: backends: {'${origin}': 'http://localhost:3000'}, or {'${origin}': {command: 'node ` +
    `server.js'}} to have it started.`
  );
}

/** Explains a request for the storefront, if the test has not mapped one. */
export function noStorefront({origin, pathname}: URL): string {
  return [
    `${origin}${pathname} is not an address of the simulated platform: it is your storefront's, and ` +
      `none is mapped to ${origin}.`,
    addBackend(origin),
  ].join('\n');
}

/** Explains a backend's request to a host that nothing answers for. */
export function refusedOutside(method: string, url: URL, isPlatform = false): string {
  const {origin, host, pathname} = url;
  const what = `simhost refused ${method} ${origin}${method === 'CONNECT' ? '' : pathname} of the backend`;
  if (isPlatform) return `${what}: this host is simulated.\nAsk it at $SIMHOST_URL/${host} instead.`;

  const verb = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method) ? method.toLowerCase() : 'all';
  const letThrough = `Let it through: allow: ['${host}'] in backends.`;
  const next =
    method === 'CONNECT'
      ? `${letThrough} A handler of the test can answer it only over http://.`
      : `Answer it: host.use(http.${verb}('${origin}${pathname}', …)). Or ` +
        `${letThrough[0]?.toLowerCase() ?? ''}${letThrough.slice(1)}`;

  return `${what}: a test reaches no other network.\n${next}`;
}

/** Explains the failure of a handler of the test or of the platform. */
export function handlerThrew({method, url}: Request, message: string): string {
  return `The handler of ${method} ${url} threw: ${message}`;
}

/** The number of lines that a message shows of a backend that wrote no error. */
const SHOWN_LINES = 5;

/** Explains a missing answer of a backend. Waits a moment, in which a crashed process ends. */
export async function unreachable(backend: Backend, error: unknown): Promise<string> {
  const {origin, address, command} = backend;
  const code = error instanceof Error && 'code' in error ? String(error.code) : messageOf(error);

  if (command === null)
    return (
      `The backend of ${origin} at ${address} did not answer: ${code}.\nStart it, or give {command: …} ` +
      'to have it started.'
    );

  const ended = await backend.endedSoon();
  const lines = backend.output();
  const state = code === 'ECONNREFUSED' ? `nothing listens at ${address}` : 'it closed the connection';
  const cause = describeEnd(command, ended ?? `still runs, but ${state}`, lines);
  const shown = errorLineOf(lines) === null ? lines.slice(-SHOWN_LINES) : [];

  return [`The backend of ${origin} did not answer (${code}): ${cause}`, ...shown].join('\n');
}

/** The place in which a reader finds the output of backends. */
export type OutputLocation = 'attachment' | 'terminal';

/** Explains a 5xx answer by the output of its backend; `null` for other answers and for backends of others. */
export function failedInside(
  {origin, command, output: lines}: Backend,
  status: number,
  place: OutputLocation,
): string | null {
  if (status < 500 || command === null) return null;
  const output =
    place === 'attachment'
      ? `the attachment "backend ${origin}" has its output`
      : 'its output is in this terminal';
  return sentence(`The backend of ${origin} answered ${status}; ${output}`, errorLineOf(lines()));
}
