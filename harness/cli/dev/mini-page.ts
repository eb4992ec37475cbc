import {randomUUID} from 'node:crypto';
import {redact} from '../../redact.ts';
import {type MiniDevServer, startMiniDevServer} from '../../node/mini/dev-server.ts';
import {type MiniManifest, readManifest} from '../../node/mini/manifest.ts';
import {INSETS, PHONES} from '../../node/mini/phone.ts';
import {refusedBy} from '../../node/mini/trusted-domains.ts';
import {loopbackRejection} from '../../node/server/loopback.ts';
import {type Server, startServer} from '../../node/server/server.ts';
import {type SimulationCore, createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {chooseApp, minisFromEnvironment} from '../app-choice.ts';
import {customerByName, readBackend} from '../option-values.ts';
import {answeredLine} from '../../core/verdicts/request-line.ts';
import {printRequests} from './event-lines.ts';
import {keepRequests} from './kept-requests.ts';
import {stopOnSignal} from '../stop-on-signal.ts';

export interface DevMiniOptions {
  readonly backend: readonly string[];
  readonly customer: string;
  readonly port: number | undefined;
}

type Print = (line: string) => void;

/**
 * Shows the Mini of a folder in the simulated Shop app, by its own dev server, until the process is interrupted.
 *
 * @throws {SimhostError} if the page cannot be shown
 */
export async function devMini(dir: string, options: DevMiniOptions): Promise<void> {
  const manifest = await readManifest(dir);
  const simulation = createSimulationCore({
    app: (await chooseApp({}, dir)).options,
    minis: minisFromEnvironment(),
    customer: customerByName(options.customer),
  });

  simulation.minis.app.declare(manifest.scopes);
  keepRequests(simulation);
  const print: Print = (line) => console.log(redact(line, simulation.secrets));
  follow(simulation, manifest, print);

  const server = await startServer();
  const closing: (() => Promise<void>)[] = [() => server.close()];
  const close = async (): Promise<void> => void (await Promise.all(closing.map((end) => end())));
  stopOnSignal(close);

  try {
    const page = await open(server, simulation, {...options, dir, manifest, print});
    closing.unshift(() => page.close());
    console.log(`\n  ${manifest.name} in the Shop app\n  ${page.origin}/#simhost=${page.key}\n`);
  } catch (error) {
    await close();
    throw error;
  }
}

interface OpenedMini extends MiniDevServer {
  /** The key in the fragment of its URL. */
  readonly key: string;
}

interface OpeningOptions extends DevMiniOptions {
  readonly dir: string;
  readonly manifest: MiniManifest;
  readonly print: Print;
}

async function open(
  server: Server,
  simulation: SimulationCore,
  {dir, manifest, backend, port, print}: OpeningOptions,
): Promise<OpenedMini> {
  const {app} = simulation.minis;
  const refuses = refusedBy(manifest, simulation.world.minis);
  const pages: string[] = [];
  const local = await server.openLocal(simulation, {
    backends: Object.fromEntries(backend.map(readBackend)),
    app: simulation.world.app,
    onOutput: (origin, line) => print(`[${origin}] ${line}`),
    pages,
    userAgent: PHONES.ios.userAgent,
    refuses,
    // The port of the Mini's dev server may differ from the one that a backend allows.
    holdToCors: false,
  });

  const key = randomUUID();
  const dev = await startMiniDevServer({
    dir,
    manifest,
    key,
    port,
    start: {
      params: {handle: manifest.handle, initialUrl: '/', platform: 'ios', safeAreaInsets: INSETS},
      actions: app.actions,
      clock: simulation.clock.state,
    },
    refuses,
    refuse: loopbackRejection,
    answer: (message) => app.receive(message),
    blocked: (reason) => print(`[${manifest.handle}] ${reason}`),
    forward: local.forward.base,
  });

  pages.push(dev.origin);
  return {...dev, key};
}

/** Prints everything that happens in the simulation. */
function follow(simulation: SimulationCore, {handle}: MiniManifest, print: Print): void {
  const {app} = simulation.minis;
  app.onReport(({message, additionalContext}) =>
    print(`[${handle}] ${message}${additionalContext?.componentStack ?? ''}`),
  );

  app.onReplaced((name) =>
    print(`[${handle}] the Mini replaced window.${name}; it no longer runs in the simulated Shop app`),
  );

  app.onCall(({action}) => print(`[${handle}] ${action}`));

  printRequests(simulation.requests, print, answeredLine);
}
