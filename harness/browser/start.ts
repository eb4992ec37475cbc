import {getResponse, http, HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {SimhostError} from '../errors.ts';
import {refuseUnknownKeys} from '../known-values.ts';
import {disposable} from '../core/platforms/disposable.ts';
import {createSimulationCore} from '../core/simulation/simulation-core.ts';
import {SIMULATION_OPTIONS} from '../core/simulation/options.ts';
import type {Simulation} from '../core/simulation/simulation.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import type {SimulationOptions} from '../core/simulation/options.ts';
import {answerPage} from './answer.ts';
import {installShopify} from './shopify-global.ts';
import {startWorker} from './worker.ts';

/** Whether this page has a simulation already. */
let running = false;

/**
 * The options of `start`: those of the simulation, and the service worker that answers for it.
 *
 * @example
 * ```ts
 * import {start, type StartOptions} from 'simhost/browser';
 *
 * const options: StartOptions = {customer: 'ada', workerUrl: '/demo/mockServiceWorker.js'};
 * const page = await start(options);
 * ```
 */
export interface StartOptions extends SimulationOptions {
  /** The page's own MSW worker, already started. Default: `start` starts a worker. Excludes `workerUrl`. */
  worker?: RunningWorker;
  /** The URL of MSW's worker script. Default: `'/mockServiceWorker.js'`. */
  workerUrl?: string;
}

/**
 * The worker that `setupWorker()` of MSW 2 or 3 returns.
 *
 * @example
 * ```ts
 * import {setupWorker} from 'msw/browser';
 * import {start} from 'simhost/browser';
 *
 * const worker = setupWorker();
 * await worker.start();
 * await start({worker});
 * ```
 */
export interface RunningWorker {
  /** Adds handlers that come before the earlier ones. */
  readonly use: (...handlers: HttpHandler[]) => void;
  /** Removes the handlers that `use` added. The handlers of simhost survive it. */
  resetHandlers: (...handlers: HttpHandler[]) => void;
}

/**
 * A page with a simulated platform behind it. Its members control the simulation, as those of
 * `createSimulation` do.
 *
 * @example
 * ```ts
 * import {start} from 'simhost/browser';
 *
 * const page = await start();
 * page.signIn('bea');
 * page.arm('host-reject');
 * await page.stop();
 * ```
 */
export interface StartedPage extends Pick<
  Simulation,
  'clock' | 'world' | 'mint' | 'arm' | 'disarm' | 'signIn' | 'signOut'
> {
  /** The handlers of the platform's endpoints, for other code that takes MSW handlers. */
  readonly handlers: readonly HttpHandler[];
  /** Removes `shopify` from the page, and stops answering its requests. A second call does nothing. */
  stop(): Promise<void>;
}

/**
 * Starts a simulation in the page that calls it. The page gets a `shopify` global with `sessionToken.get()`
 * and `generateUserToken()`, and MSW's service worker answers its requests to the platform. Tokens are signed
 * with the published test secret.
 *
 * @throws {SimhostError} `ERR_NOT_A_PAGE` outside of a browser page
 * @throws {SimhostError} `ERR_ALREADY_STARTED` before `stop()` of the first start
 * @throws {SimhostError} `ERR_BAD_OPTION` for both `worker` and `workerUrl`
 * @throws {SimhostError} `ERR_NO_WORKER_SCRIPT` if MSW's script is not at `workerUrl`
 * @throws {SimhostError} `ERR_WORKER_NOT_STARTED` if the service worker does not start
 * @throws {SimhostError} `ERR_SECRET_IN_BROWSER` for a secret of your own
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
  refuseUnknownKeys('start', options, ['worker', 'workerUrl', ...Object.keys(SIMULATION_OPTIONS)]);
  const {worker, workerUrl, ...simulationOptions} = options;

  requirePage();
  requireOneWorker(options);
  requireNoSimulation();

  running = true;
  try {
    return await startIn(createSimulationCore(simulationOptions), worker, workerUrl);
  } catch (error) {
    running = false;
    throw error;
  }
}

function requirePage(): void {
  if (typeof (globalThis as {document?: unknown}).document !== 'object' || isNode()) {
    throw new SimhostError(
      'ERR_NOT_A_PAGE',
      'start() of simhost/browser was called outside of a browser page.',
      {
        next: 'In Node: setupServer(...createSimulation().openHandlers), with createSimulation from simhost.',
      },
    );
  }
}

function requireOneWorker({worker, workerUrl}: StartOptions): void {
  if (worker !== undefined && workerUrl !== undefined) {
    throw new SimhostError('ERR_BAD_OPTION', 'Both worker and workerUrl were given.', {
      next: 'Omit workerUrl: a running worker has its script.',
    });
  }
}

function requireNoSimulation(): void {
  if (running) {
    throw new SimhostError('ERR_ALREADY_STARTED', 'simhost/browser is already started in this page.', {
      next: 'Call stop() of what start() returned first.',
    });
  }
}

async function startIn(
  simulation: SimulationCore,
  worker: RunningWorker | undefined,
  workerUrl: string | undefined,
): Promise<StartedPage> {
  const handlers = simulation.platforms.openHandlers;
  let answering = true;

  const stopWorker =
    worker === undefined
      ? await startWorker([platformHandler(simulation)], workerUrl)
      : joinWorker(
          worker,
          knownRequestHandler(handlers, () => answering),
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

/**
 * Adds a handler to the page's worker, and keeps it over resets. Storybook resets the handlers before each
 * story; ours stay below those that the story adds.
 */
function joinWorker(worker: RunningWorker, handler: HttpHandler): () => Promise<void> {
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

/** Creates the handler for our own worker. It answers every request to the platform's hosts. */
function platformHandler(simulation: SimulationCore): HttpHandler {
  const isForPlatform = ({request}: {request: Request}): boolean =>
    simulation.platforms.handlesHost(new URL(request.url).hostname);
  const handler = http.all(
    isForPlatform,
    async ({request}) =>
      (await getResponse([...simulation.platforms.openHandlers], request)) ??
      unknownRequest(request, simulation),
  );

  return disposable(handler);
}

/**
 * Creates the handler for the page's own worker. It answers known requests only, so that the page's handlers
 * keep the rest.
 */
function knownRequestHandler(handlers: readonly HttpHandler[], answering: () => boolean): HttpHandler {
  const isKnown = async ({request}: {request: Request}): Promise<boolean> => {
    if (!answering()) return false;
    for (const handler of handlers) if (await handler.test({request})) return true;
    return false;
  };

  return disposable(http.all(isKnown, ({request}) => getResponse([...handlers], request)));
}

function unknownRequest(request: Request, simulation: SimulationCore): Response {
  const {origin, pathname, host} = new URL(request.url);
  const here = simulation.platforms.openHandlers
    .map(({info}) => info.header)
    .filter((header) => header.includes(host));
  const error = `The simulated platform has no ${request.method} ${origin}${pathname}.`;
  const next = here.length === 0 ? `Nothing is known at ${host}.` : `Known at ${host}: ${here.join(', ')}.`;
  return HttpResponse.json({error, next}, {status: 501});
}

function isNode(): boolean {
  return typeof (globalThis as {process?: {versions?: {node?: string}}}).process?.versions?.node === 'string';
}
