import type {IncomingMessage, ServerResponse} from 'node:http';
import {buffer} from 'node:stream/consumers';
import {getResponse} from 'msw';
import {messageOf} from '../../errors.ts';
import {redact} from '../../redact.ts';
import {
  BACKEND_HEADER,
  GATEWAY_HEADERS,
  HANDLE_HEADER,
  OUTSIDE_PATH,
  REFUSED_HEADER,
} from '../../wire/backend.ts';
import type {Handles} from './handles.ts';
import {breakOff, headersOf, send, toRequest} from './node-http.ts';
import {answerVerdict} from '../../core/verdicts/answer-rows.ts';
import {refusedOutside} from '../../core/verdicts/destination-verdicts.ts';
import {handlerThrew} from '../../core/verdicts/platform-verdicts.ts';
import {describeVerdict, redactVerdict} from '../../core/verdicts/verdict.ts';
import type {Verdict} from '../../wire/verdict.ts';
import type {Simulated} from './simulated.ts';

/** A backend's request to a host that is neither on this machine nor simulated. */
export interface OutsideRequest {
  readonly message: IncomingMessage;
  readonly out: ServerResponse;
  readonly url: URL;
}

/** Answers the requests of backends to other services: by a handler of the test (`host.use`), else by a refusal. */
export class OutsideCalls {
  readonly #handles: Handles;
  readonly #simulations: ReadonlySet<Simulated>;

  constructor(handles: Handles, simulations: ReadonlySet<Simulated>) {
    this.#handles = handles;
    this.#simulations = simulations;
  }

  async answer({message, out, url}: OutsideRequest): Promise<void> {
    const body = new Uint8Array(await buffer(message));
    const headers = headersOf(message.rawHeaders);
    const simulation = this.#simulationOf(headers.get(HANDLE_HEADER));

    for (const name of [...GATEWAY_HEADERS, BACKEND_HEADER, 'proxy-authorization', 'proxy-connection'])
      headers.delete(name);
    headers.set('host', url.host);
    if (simulation === undefined) return send(refusal(refusedOutside(message.method ?? 'GET', url)), out);

    const entry = this.#log(simulation, message.method ?? 'GET', url);
    const answer = await answerByTest(simulation, toRequest(message, url.href, headers, body));

    if (answer === null) {
      const problem = refusedOutside(message.method ?? 'GET', url);
      entry.refused(problem);
      return send(refusal(problem), out);
    }

    entry.answered(answer.response.type === 'error' ? null : answer.response.status, answer.problem);
    if (answer.response.type === 'error') breakOff(out);
    else await send(answer.response, out);
  }

  /** Records a refused tunnel, in which a request cannot be seen. Returns the reason. */
  refuseTunnel(host: string): string {
    const simulation = this.#simulationOf(null);
    const url = new URL(`https://${host}`);
    const problem = refusedOutside('CONNECT', url, simulation?.platforms.handlesHost(url.hostname) === true);
    if (simulation !== undefined) this.#log(simulation, 'CONNECT', url).refused(problem);
    return describeVerdict(problem);
  }

  /** Finds the simulation of the request that a backend works on. Other work belongs to the only simulation, if any. */
  #simulationOf(handle: string | null): Simulated | undefined {
    if (handle !== null) return this.#handles.simulationOf(handle);
    const [only, ...others] = this.#simulations;
    return others.length === 0 ? only : undefined;
  }

  #log({requests, clock, secrets}: Simulated, method: string, url: URL): Entry {
    const started = performance.now();
    const shown = redact(method === 'CONNECT' ? url.origin : url.href, secrets);
    const id = requests.add({method, url: shown, at: clock.now(), sender: 'backend'});
    const duration = (): number => performance.now() - started;

    return {
      answered: (status, problem) =>
        requests.update(id, {
          outcome: 'platform',
          status,
          duration: duration(),
          problem: problem === null ? null : redactVerdict(problem, secrets),
        }),
      refused: (problem) =>
        requests.update(id, {
          outcome: 'refused',
          duration: duration(),
          problem: redactVerdict(problem, secrets),
        }),
    };
  }
}

interface Entry {
  answered(status: number | null, problem: Verdict | null): void;
  refused(problem: Verdict): void;
}

/** Reads the URL of another service from a path of the server; `null` for other paths. */
export function outsideUrlOf(path: string): URL | null {
  const [, scheme = '', rest = ''] =
    /^(https?)\/(.+)$/.exec(path.startsWith(OUTSIDE_PATH) ? path.slice(OUTSIDE_PATH.length) : '') ?? [];
  return URL.canParse(`${scheme}://${rest}`) ? new URL(`${scheme}://${rest}`) : null;
}

/** Asks the handlers of the test; `null` if none answers, or if one passes the request through. */
async function answerByTest(
  simulation: Simulated,
  request: Request,
): Promise<{response: Response; problem: Verdict | null} | null> {
  try {
    const response = await getResponse([...simulation.handlers], request);
    if (response === undefined || response.headers.get('x-msw-intention') === 'passthrough') return null;
    return {response, problem: null};
  } catch (error) {
    const problem = answerVerdict({status: 500, url: request.url}, handlerThrew(request, messageOf(error)));

    return {response: Response.json({error: describeVerdict(problem)}, {status: 500}), problem};
  }
}

/** Answers a request to a host that a backend may not reach. */
export function refusal(problem: Verdict): Response {
  const error = describeVerdict(problem);
  const headers = {[REFUSED_HEADER]: encodeURIComponent(error), 'cache-control': 'no-store'};
  return Response.json({error}, {status: 502, headers});
}
