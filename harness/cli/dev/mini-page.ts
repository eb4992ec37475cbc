import {randomUUID} from 'node:crypto';
import {redact} from '../../redact.ts';
import {startMiniDevServer} from '../../node/mini/dev-server.ts';
import {readManifest} from '../../node/mini/manifest.ts';
import {INSETS, PHONES} from '../../node/mini/phone.ts';
import {refusedBy} from '../../node/mini/trusted-domains.ts';
import {loopbackRejection} from '../../node/server/loopback.ts';
import {startServer} from '../../node/server/server.ts';
import {createSimulation} from '../../core/simulation/simulation.ts';
import {chooseApp, minisFromEnvironment} from '../app-choice.ts';
import {customerByName, readBackend} from '../option-values.ts';
import {requestLine} from '../request-line.ts';
import {stopOnSignal} from '../stop-on-signal.ts';

export interface DevMiniOptions {
  readonly backend: readonly string[];
  readonly customer: string;
  readonly port: number | undefined;
}

/** Shows the Mini of a folder in the simulated Shop app, by its own dev server. */
export async function devMini(dir: string, {backend, customer, port}: DevMiniOptions): Promise<void> {
  const manifest = await readManifest(dir);
  const simulation = createSimulation({
    app: (await chooseApp({}, dir)).options,
    minis: minisFromEnvironment(),
    customer: customerByName(customer),
  });

  const {app} = simulation.minis;
  const refuses = refusedBy(manifest, simulation.world.minis);
  app.declare(manifest.scopes);
  const say = (text: string): void => console.log(redact(text, simulation.secrets));
  app.onReport(({message, additionalContext}) =>
    say(`[${manifest.handle}] ${message}${additionalContext?.componentStack ?? ''}`),
  );

  app.onReplaced((name) =>
    say(`[${manifest.handle}] the Mini replaced window.${name}; it no longer runs in the simulated Shop app`),
  );

  app.onCall(({action}) => say(`[${manifest.handle}] ${action}`));
  simulation.requests.onChange((entry) => {
    const line = requestLine(entry);
    if (line !== null) say(line);
  });

  const server = await startServer();
  const closing: (() => Promise<void>)[] = [() => server.close()];
  const close = async (): Promise<void> => void (await Promise.all(closing.map((end) => end())));

  stopOnSignal(close);
  try {
    const pages: string[] = [];
    const backends = Object.fromEntries(backend.map(readBackend));
    const local = await server.openLocal(simulation, {
      backends,
      app: simulation.world.app,
      onOutput: (origin, line) => say(`[${origin}] ${line}`),
      pages,
      userAgent: PHONES.ios.userAgent,
      refuses,
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
      refuse: (message, listening) => loopbackRejection(message, listening),
      answer: (message) => app.receive(message),
      blocked: (why) => say(`[${manifest.handle}] ${why}`),
      forward: local.forward.base,
    });
    closing.unshift(() => dev.close());
    pages.push(dev.origin);
    console.log(`\n  ${manifest.name} in the Shop app\n  ${dev.origin}/#simhost=${key}\n`);
  } catch (error) {
    await close();
    throw error;
  }
}
