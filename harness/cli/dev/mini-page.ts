import {redact} from '../../redact.ts';
import {PageLink} from '../../node/live/page-link.ts';
import {whyBlocked} from '../../node/mini/content-security-policy.ts';
import {type MiniDevServer, startMiniDevServer} from '../../node/mini/dev-server.ts';
import {type MiniManifest, readManifest} from '../../node/mini/manifest.ts';
import {INSETS, PHONES} from '../../node/mini/phone.ts';
import {FONTS_ORIGIN, nothingAtAll} from '../../node/mini/site.ts';
import {refusedBy} from '../../node/mini/trusted-domains.ts';
import type {BackendOption} from '../../node/server/backend-options.ts';
import {consoleOrigin} from '../../node/server/console-document.ts';
import type {LocalGateway} from '../../node/server/local-gateway.ts';
import {loopbackRejection} from '../../node/server/loopback.ts';
import {type Server, startServer} from '../../node/server/server.ts';
import {type SimulationCore, createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {answeredLine} from '../../core/verdicts/request-line.ts';
import type {MiniMessage} from '../../wire/mini.ts';
import {chooseApp, minisFromEnvironment} from '../app-choice.ts';
import {customerByName} from '../../core/world/people.ts';
import {readBackend} from '../option-values.ts';
import {stopOnSignal} from '../stop-on-signal.ts';
import {miniFixture} from '../../dev/copy/copied-fixture.ts';
import {Copies} from '../../dev/copy/copies.ts';
import {printRequests} from '../../dev/event-lines.ts';
import {openAtKeptAddress} from '../../dev/kept-address.ts';
import {keepRequests} from '../../dev/kept-requests.ts';
import {OpenedBrowser, type OpenedPage} from './opened-browser.ts';
import {openConsole, pageSession} from '../../dev/page-session.ts';
import {prepare} from './start-situation.ts';
import {MiniShown} from './mini-shown.ts';
import {listenToTerminal, printEvents} from '../../dev/terminal.ts';

export interface DevMiniOptions {
  readonly backend: readonly string[];
  readonly customer: string;
  readonly locale: string;
  readonly clock: string | undefined;
  readonly freeze: boolean;
  readonly case: readonly string[];
  /** The port of the Mini's dev server. */
  readonly port: number | undefined;
  readonly hasConsole: boolean;
  readonly opensBrowser: boolean;
}

type Print = (line: string) => void;

/** The parts of a shown Mini that are there before its page. */
interface Parts extends DevMiniOptions {
  readonly dir: string;
  readonly manifest: MiniManifest;
  readonly simulation: SimulationCore;
  readonly print: Print;
}

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
    locale: options.locale,
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
    await open(server, {...options, dir, manifest, simulation, print}, closing);
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens gateway, dev server and console, and prints the address. */
async function open(server: Server, parts: Parts, closing: (() => Promise<void>)[]): Promise<void> {
  const {manifest, simulation, hasConsole, print} = parts;
  const pages: string[] = [];
  const local = await openGateway(server, parts, pages);
  const link = linkOf(parts);
  closing.unshift(async () => link.close());

  const dev = await startDevServer(parts, link, local);
  closing.unshift(() => dev.close());
  pages.push(dev.origin);

  const copies = copiesOf(parts);
  const starting = (): void => copies.restarted();
  const page = new MiniShown({simulation, manifest, origin: dev.origin, link, starting});
  const browser = new OpenedBrowser({server, simulation, backends: backendsOf(parts), print});
  closing.unshift(() => browser.close());
  const openBrowser = (): Promise<string> => browser.open(phoneInBrowser(parts, link, dev));
  const session = pageSession(simulation, {page, copies, local, openBrowser});
  const devConsole = hasConsole ? await openConsole(session, local, parts) : null;

  prepare(parts, session, print);
  devConsole?.started();
  const address =
    devConsole === null
      ? `${dev.origin}/#simhost=${link.key}`
      : `${local.showConsole(devConsole, dev.origin)}/#${local.id}`;
  console.log(`\n  ${manifest.name} in the Shop app\n  ${address}\n`);
  if (parts.opensBrowser) print(await openBrowser());
  listenToTerminal(session, print);
}

/** The phone at the Mini's own dev server, with the requests that a test lets through. */
function phoneInBrowser(
  {manifest, simulation}: Parts,
  link: PageLink,
  {origin, gatewayHeader}: MiniDevServer,
): OpenedPage {
  const refusal = refusedBy(manifest, simulation.world.minis);
  const refuses = (url: URL): string | null =>
    url.origin === origin || url.origin === FONTS_ORIGIN ? null : refusal(url);

  return {
    url: `${origin}/#simhost=${link.key}`,
    shown: `${manifest.name} at ${origin}`,
    userAgent: PHONES.ios.userAgent,
    prepare: (gateway) => {
      gateway.addSite({origin, address: origin, addedHeaders: gatewayHeader, refuses});
      gateway.addSite({origin: FONTS_ORIGIN, answer: nothingAtAll});
    },
  };
}

function backendsOf({backend}: Pick<Parts, 'backend'>): Readonly<Record<string, BackendOption>> {
  return Object.fromEntries(backend.map(readBackend));
}

/** `--port` is that of the Mini's own dev server, which backends see as an origin. */
function openGateway(server: Server, parts: Parts, pages: readonly string[]): Promise<LocalGateway> {
  const {dir, port, manifest, simulation, print} = parts;
  return openAtKeptAddress([dir], port === 0 ? 0 : undefined, (address) =>
    server.openLocal(simulation, {
      backends: backendsOf(parts),
      app: simulation.world.app,
      onOutput: (origin, line) => print(`[${origin}] ${line}`),
      pages,
      userAgent: PHONES.ios.userAgent,
      refuses: refusedBy(manifest, simulation.world.minis),
      // The port of the Mini's dev server may differ from the one that a backend allows.
      holdToCors: false,
      ...address,
    }),
  );
}

function linkOf({manifest, simulation, print}: Parts): PageLink {
  const {app} = simulation.minis;
  const refuses = refusedBy(manifest, simulation.world.minis);

  const link = new PageLink({
    simulation,
    handle: manifest.handle,
    refuse: loopbackRejection,
    answer: (message) => app.receive(message as MiniMessage),
    blocked: (request) => {
      const reason = whyBlocked(request, refuses);
      if (reason !== null) print(`[${manifest.handle}] ${reason}`);
    },
  });

  app.onReport(({message, stack = ''}) => link.report({type: 'error', name: 'Error', message, stack}));
  return link;
}

function startDevServer(
  {dir, manifest, port, simulation, hasConsole}: Parts,
  link: PageLink,
  local: LocalGateway,
): Promise<MiniDevServer> {
  const {app} = simulation.minis;
  return startMiniDevServer({
    dir,
    manifest,
    link,
    port,
    start: () => ({
      params: {handle: manifest.handle, initialUrl: '/', platform: 'ios', safeAreaInsets: INSETS},
      actions: app.actions,
      clock: simulation.clock.stateOf('browser'),
    }),
    language: () => simulation.pages.state().localization.language,
    forward: local.forward.base,
    framedBy: hasConsole ? consoleOrigin(Number(new URL(local.url).port)) : null,
  });
}

function copiesOf({dir, backend, simulation}: Parts): Copies {
  return new Copies({
    page: {folder: dir, fixtureAt: (folder) => miniFixture(folder, simulation.minis.app.consent)},
    simulation,
    shown: () => [],
    backends: backendsOf({backend}),
    layout: undefined,
    cwd: process.cwd(),
  });
}

/** Prints everything that happens in the simulation, and passes the calls of the Mini on as those of extensions. */
function follow(simulation: SimulationCore, {handle}: MiniManifest, print: Print): void {
  const {app} = simulation.minis;
  app.onReport(({additionalContext}) => {
    const {componentStack} = additionalContext ?? {};
    if (componentStack !== undefined) print(`[${handle}] ${componentStack.trim()}`);
  });

  app.onReplaced((name) =>
    print(`[${handle}] the Mini replaced window.${name}; it no longer runs in the simulated Shop app`),
  );

  app.onCall(({action, params}) => {
    print(`[${handle}] ${action}`);
    const args = params === undefined ? [] : [params];
    simulation.events.calls.notify({handle, target: '', member: action, args});
  });

  printEvents(simulation, print);
  printRequests(simulation.requests, print, answeredLine);
}
