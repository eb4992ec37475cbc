import {getResponse, http, HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {SimhostError} from '../errors.ts';
import {refuseUnknownKeys} from '../known-values.ts';
import {disposable} from '../core/platforms/disposable.ts';
import {createSimulationCore} from '../core/simulation/simulation-core.ts';
import {SIMULATION_OPTIONS} from '../core/simulation/options.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import type {SimulationOptions} from '../core/simulation/options.ts';
import {answerPage} from './answer.ts';
import {installShopify} from './shopify-global.ts';
import {startWorker} from './worker.ts';

export interface StartOptions extends SimulationOptions {
  /** The page's own MSW worker, already started. Default: one is started. */
  worker?: RunningWorker;
  /** Where the page serves MSW's worker script. Default `'/mockServiceWorker.js'`. */
  workerUrl?: string;
}

/** What `setupWorker()` of MSW 2 or 3 returns. */
export interface RunningWorker {
  readonly use: (...handlers: HttpHandler[]) => void;
  resetHandlers: (...handlers: HttpHandler[]) => void;
}

/** A page with a simulated platform behind it. */
export interface StartedPage extends Pick<
  SimulationCore,
  'clock' | 'world' | 'mint' | 'arm' | 'disarm' | 'signIn' | 'signOut'
> {
  /** What the platforms answer, to hand to something else that takes MSW handlers. */
  readonly handlers: readonly HttpHandler[];
  /** Takes `shopify` out of the page and lets its requests through again. */
  stop(): Promise<void>;
}

/**
 * Injects a `shopify` global with `sessionToken.get()` and `generateUserToken()` into the page that calls it, and
 * answers the page's requests to the platform, in a service worker of MSW. Tokens are signed with the published test
 * secret.
 *
 * @throws {SimhostError} `ERR_NO_WORKER_SCRIPT`, `ERR_SECRET_IN_BROWSER`, `ERR_ALREADY_STARTED`, `ERR_NOT_A_PAGE`
 *
 * @example
 * ```ts
 * import {start} from 'simhost/browser';
 *
 * const page = await start({customer: 'ada'});
 * page.clock.advance('6m');
 * await page.stop();
 * ```
 */
export async function start(options: StartOptions = {}): Promise<StartedPage> {
  refuseUnknownKeys('start', options, ['worker', 'workerUrl', ...SIMULATION_OPTIONS]);
  const {worker, workerUrl, ...simulationOptions} = options;

  if (typeof (globalThis as {document?: unknown}).document !== 'object' || inNode()) {
    throw new SimhostError(
      'ERR_NOT_A_PAGE',
      'start() of simhost/browser was called outside of a browser page.',
      {
        next: 'In Node: setupServer(...createSimulation().openHandlers), with createSimulation from simhost.',
      },
    );
  }

  if (worker !== undefined && workerUrl !== undefined) {
    throw new SimhostError('ERR_BAD_OPTION', 'Both worker and workerUrl were given.', {
      next: 'A worker that runs has its script; leave workerUrl out.',
    });
  }

  if (running) {
    throw new SimhostError('ERR_ALREADY_STARTED', 'simhost/browser is already started in this page.', {
      next: 'Call stop() of what start() returned first.',
    });
  }

  running = true;
  try {
    return await startIn(createSimulationCore(simulationOptions), worker, workerUrl);
  } catch (error) {
    running = false;
    throw error;
  }
}

let running = false;

async function startIn(
  simulation: SimulationCore,
  worker: RunningWorker | undefined,
  workerUrl: string | undefined,
): Promise<StartedPage> {
  const handlers = simulation.openHandlers;
  let answering = true;

  const stopWorker =
    worker === undefined
      ? await startWorker([everything(simulation)], workerUrl)
      : join(
          worker,
          known(handlers, () => answering),
        );

  const remove = installShopify((question) => answerPage(simulation, question));
  return {
    clock: simulation.clock,
    world: simulation.world,
    handlers,
    mint: (kind, options) => simulation.mint(kind, options),
    arm: (id, options) => simulation.arm(id, options),
    disarm: (id) => simulation.disarm(id),
    signIn: (customer) => simulation.signIn(customer),
    signOut: () => simulation.signOut(),
    stop: async () => {
      if (!answering) return;
      answering = false;
      running = false;
      remove();
      simulation.close();
      await stopWorker();
    },
  };
}

/** Storybook resets the handlers of its worker before each story; ours stay, below those that the story adds. */
function join(worker: RunningWorker, handler: HttpHandler): () => Promise<void> {
  const {resetHandlers} = worker;
  worker.use(handler);
  worker.resetHandlers = (...next) => {
    resetHandlers.call(worker, ...next);
    worker.use(handler);
  };

  return async () => {
    worker.resetHandlers = resetHandlers;
  };
}

/** In a worker of our own: all that goes to a host of the platform. */
function everything(simulation: SimulationCore): HttpHandler {
  const answers = ({request}: {request: Request}): boolean =>
    simulation.handlesHost(new URL(request.url).hostname);
  const handler = http.all(
    answers,
    async ({request}) =>
      (await getResponse([...simulation.openHandlers], request)) ?? unknown(request, simulation),
  );

  return disposable(handler);
}

/** In a worker of the page's own: what the simulation knows, so that the page's handlers keep all else. */
function known(handlers: readonly HttpHandler[], answering: () => boolean): HttpHandler {
  const answers = async ({request}: {request: Request}): Promise<boolean> => {
    if (!answering()) return false;
    for (const handler of handlers) if (await handler.test({request})) return true;
    return false;
  };
  return disposable(http.all(answers, ({request}) => getResponse([...handlers], request)));
}

function unknown(request: Request, simulation: SimulationCore): Response {
  const {origin, pathname, host} = new URL(request.url);
  const here = simulation.openHandlers.map(({info}) => info.header).filter((header) => header.includes(host));
  const error = `The simulated platform has no ${request.method} ${origin}${pathname}.`;
  const next = here.length === 0 ? `Nothing is known at ${host}.` : `Known at ${host}: ${here.join(', ')}.`;
  return HttpResponse.json({error, next}, {status: 501});
}

function inNode(): boolean {
  return typeof (globalThis as {process?: {versions?: {node?: string}}}).process?.versions?.node === 'string';
}
