import type {IncomingMessage, ServerResponse} from 'node:http';
import {buffer} from 'node:stream/consumers';
import type {Identification} from '../../core/platforms/platform.ts';
import {HANDLE_HEADER} from '../../wire/backend.ts';
import type {Handles} from './handles.ts';
import {RequestRecorder} from './request-recorder.ts';
import {answerPlatformPath, type PlatformPath} from './platform-path.ts';
import {headersOf, send} from './node-http.ts';
import type {Simulated} from './simulated.ts';

/** Answers the platform calls of backends, each by the simulation that it belongs to. */
export class BackendCalls {
  readonly #handles: Handles;
  readonly #simulations: ReadonlySet<Simulated>;
  readonly #recorders = new WeakMap<Simulated, RequestRecorder>();

  constructor(handles: Handles, simulations: ReadonlySet<Simulated>) {
    this.#handles = handles;
    this.#simulations = simulations;
  }

  async answer(message: IncomingMessage, out: ServerResponse, platformPath: PlatformPath): Promise<void> {
    const body = new Uint8Array(await buffer(message));
    const found = await this.#find(
      headersOf(message.rawHeaders),
      platformPath.host,
      new TextDecoder().decode(body),
    );

    if (typeof found === 'string')
      return send(Response.json({error: found}, {status: NO_SIMULATION, headers: NO_STORE}), out);
    return answerPlatformPath(found, this.#recorderOf(found), {
      message,
      out,
      platformPath,
      sender: 'backend',
      body,
    });
  }

  /** Finds the simulation that a request is meant for, or the reason why none was found. */
  async #find(headers: Headers, host: string, body: string): Promise<Simulated | string> {
    const handle = headers.get(HANDLE_HEADER);
    if (handle !== null) {
      const simulation = this.#handles.simulationOf(handle);
      if (simulation === undefined)
        return `This request to ${host} came from work that went on after its test: the simulation has ended.`;
      return simulation.platforms.handlesHost(host)
        ? simulation
        : notSimulated(host, simulation.platforms.hosts);
    }

    const candidates = [...this.#simulations].filter((simulation) => simulation.platforms.handlesHost(host));
    if (candidates.length === 0)
      return notSimulated(host, new Set([...this.#simulations].flatMap(({platforms}) => platforms.hosts)));

    const recognised = await Promise.all(
      candidates.map(async (simulation) => ({
        simulation,
        by: await simulation.platforms.identify({host, headers, body}),
      })),
    );

    for (const what of ['token', 'key'] satisfies Identification[]) {
      const [first, ...others] = recognised.filter(({by}) => by === what);
      if (first !== undefined && others.length === 0) return first.simulation;
      if (first !== undefined)
        return `The ${what} in this request to ${host} belongs to ${others.length + 1} simulations at once. ${NEXT}`;
    }

    return (
      `This request to ${host} belongs to no simulation: it has neither a token nor an API key that one ` +
      `of them issued. ${NEXT}`
    );
  }

  #recorderOf(simulation: Simulated): RequestRecorder {
    const recorder = this.#recorders.get(simulation) ?? new RequestRecorder(simulation);
    this.#recorders.set(simulation, recorder);
    return recorder;
  }
}

/** The status for a host that nothing answers for. It is not 421, after which `fetch` sends the request again. */
const NO_SIMULATION = 502;
const NO_STORE = {'cache-control': 'no-store'};
const NEXT =
  'Send the token of the test, or the key from the environment that simhost starts the backend with; ' +
  'a Node backend needs neither with simhost/register.';

function notSimulated(host: string, hosts: Iterable<string>): string {
  return `The host "${host}" is not simulated here. Known: ${[...hosts].join(', ')}.`;
}
