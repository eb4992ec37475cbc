import {setCookie} from '../../core/platforms/vtex/vtex-cookies.ts';
import {redact} from '../../redact.ts';
import {ASK_PATH, PageLink} from '../../node/live/page-link.ts';
import {storeScript, storeScripts} from '../../node/live/store-head.ts';
import type {StoreScripts} from '../../node/live/store-head.ts';
import {servedPosition} from '../../core/simulation/script-frames.ts';
import {whyBlocked} from '../../node/mini/content-security-policy.ts';
import type {BackendOption} from '../../node/server/backend-options.ts';
import {consoleOrigin} from '../../node/server/console-document.ts';
import type {LocalGateway} from '../../node/server/local-gateway.ts';
import {loopbackRejection} from '../../node/server/loopback.ts';
import {type Server, startServer} from '../../node/server/server.ts';
import {type SimulationCore, createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {chooseApp} from '../app-choice.ts';
import {customerByName} from '../../core/world/people.ts';
import {readBackend} from '../option-values.ts';
import {stopOnSignal} from '../stop-on-signal.ts';
import {STORE_FIXTURE} from '../../dev/copy/copied-fixture.ts';
import {Copies} from '../../dev/copy/copies.ts';
import {printRequests} from '../../dev/event-lines.ts';
import {openAtKeptAddress} from '../../dev/kept-address.ts';
import {keepRequests} from '../../dev/kept-requests.ts';
import {OpenedBrowser, type OpenedPage} from './opened-browser.ts';
import {openConsole, pageSession} from '../../dev/page-session.ts';
import {prepare} from './start-situation.ts';
import {StoreShown, shopperOf} from './store-shown.ts';
import {listenToTerminal, printEvents} from '../../dev/terminal.ts';

export interface DevStoreOptions {
  /** The absolute path of the storefront's folder. */
  readonly dir: string;
  readonly backend: readonly string[];
  readonly customer: string;
  readonly clock: string | undefined;
  readonly freeze: boolean;
  readonly case: readonly string[];
  readonly port: number | undefined;
  readonly hasConsole: boolean;
  readonly opensBrowser: boolean;
}

/** The host of a VTEX store. */
const STORE = /^https:\/\/([a-z\d-]+)\.myvtex\.com(?==)/;

/** Returns the account of the store that a backend answers for; `null` without one. */
export function accountIn(backend: readonly string[]): string | null {
  return backend.flatMap((text) => STORE.exec(text)?.[1] ?? [])[0] ?? null;
}

type Print = (text: string) => void;

interface Parts extends DevStoreOptions {
  readonly origin: string;
  readonly backends: Readonly<Record<string, BackendOption>>;
  readonly simulation: SimulationCore;
  readonly scripts: StoreScripts;
  readonly browser: OpenedBrowser;
  readonly print: Print;
}

/**
 * Shows the VTEX store that `--backend` names at the local server, until the process is interrupted.
 *
 * @throws {SimhostError} if the page cannot be shown
 */
export async function devStore(account: string, options: DevStoreOptions): Promise<void> {
  const simulation = createSimulationCore({
    app: (await chooseApp({}, options.dir)).options,
    customer: shopperOf(customerByName(options.customer)),
    vtex: {account},
  });

  keepRequests(simulation);
  const print: Print = (line) => console.log(redact(line, simulation.secrets));
  printEvents(simulation, print);
  printRequests(simulation.requests, print);

  const server = await startServer();
  const backends = Object.fromEntries(options.backend.map(readBackend));
  const browser = new OpenedBrowser({server, simulation, backends, print});
  const stop = async (): Promise<void> => void (await Promise.all([browser.close(), server.close()]));
  const forgetSignals = stopOnSignal(stop);

  try {
    const origin = `https://${account}.myvtex.com`;
    const scripts = await storeScripts();
    await open(server, {...options, origin, backends, simulation, scripts, browser, print});
  } catch (error) {
    forgetSignals();
    await stop();
    throw error;
  }
}

/** Opens gateway, store and console, and prints the address. */
async function open(server: Server, parts: Parts): Promise<void> {
  const {dir, origin, simulation, hasConsole, print} = parts;
  const local = await openGateway(server, parts);
  const link = linkOf(parts, local);
  const copies = new Copies({
    simulation,
    page: {folder: dir, fixtureAt: () => STORE_FIXTURE},
    shown: () => [],
    backends: parts.backends,
    layout: undefined,
    cwd: process.cwd(),
  });

  const page = new StoreShown({simulation, local: local.url, link, starting: () => copies.restarted()});
  const openBrowser = (): Promise<string> => parts.browser.open(storeInBrowser(parts, link, page));
  const session = pageSession(simulation, {page, copies, local, openBrowser});
  const devConsole = hasConsole ? await openConsole(session, local, parts) : null;

  prepare(parts, session, print);
  const framedBy = hasConsole ? consoleOrigin(Number(new URL(local.url).port)) : null;
  await page.open((takeCookies) =>
    local.showStore({origin, link, framedBy, head: () => headOf(parts, local.forward.base), takeCookies}),
  );

  devConsole?.started();
  const address = devConsole === null ? page.url : `${local.showConsole(devConsole, local.url)}/#${local.id}`;
  console.log(`\n  ${origin}\n  ${address}\n`);
  if (parts.opensBrowser) print(await openBrowser());
  listenToTerminal(session, print);
}

function openGateway(server: Server, {dir, port, backends, simulation, print}: Parts): Promise<LocalGateway> {
  return openAtKeptAddress([dir], port, (address) =>
    server.openLocal(simulation, {
      backends,
      app: simulation.world.app,
      onOutput: (from, line) => print(`[${from}] ${line}`),
      showsStore: true,
      // To the browser, the forward route is at the origin of the page.
      holdToCors: false,
      ...address,
    }),
  );
}

function linkOf({origin, simulation, print}: Parts, local: LocalGateway): PageLink {
  const link = new PageLink({
    simulation,
    handle: simulation.world.vtex.account.name,
    refuse: loopbackRejection,
    blocked: (request) => {
      const reason = whyBlocked(request, () => null);
      if (reason !== null) print(`[${origin}] ${reason}`);
    },
  });

  // The store is at the local address, and at its own in the browser of --open.
  link.positionOf = ([first]) =>
    first === undefined ? null : servedPosition(first, first.url.origin === origin ? origin : local.url);
  return link;
}

/** The store at its own address. */
function storeInBrowser(parts: Parts, link: PageLink, page: StoreShown): OpenedPage {
  const {origin} = parts;
  return {
    url: `${origin}/#simhost=${link.key}`,
    shown: `${origin}/`,
    prepare: (gateway) =>
      gateway.showStore({
        origin,
        receive: (message, out, refusal) => link.receive(message, out, 0, refusal),
        script: () => scriptOf(parts, null),
        takeCookies: page.cookiesFor(setCookie),
      }),
  };
}

function headOf(parts: Parts, base: string): string {
  return `<script>${scriptOf(parts, base)}</script>`;
}

/** The first script of a page. `base` is `null` if a gateway takes its requests. */
function scriptOf({origin, simulation, scripts}: Parts, base: string | null): string {
  const clock = simulation.clock.stateOf('browser');
  const page = {ask: ASK_PATH, base, origin, clock, navigator: {}};
  return storeScript(scripts, page, simulation.world.vtex.account);
}
