import {relative} from 'node:path';
import {SimhostError} from '../../errors.ts';
import {adminPageOf} from '../../core/platforms/shopify/app-authorization/admin-address.ts';
import {findWindowBrowser} from '../../node/chromium.ts';
import {findWebCommand} from '../../node/app/web-file.ts';
import type {AppFile} from '../../node/extension/app-file.ts';
import type {BackendOption} from '../../node/server/backend-options.ts';
import type {LocalGateway} from '../../node/server/local-gateway.ts';
import {type Server, startServer} from '../../node/server/server.ts';
import {type SimulationCore, createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {redact} from '../../redact.ts';
import {chooseApp} from '../app-choice.ts';
import {readBackend} from '../option-values.ts';
import {stopOnSignal} from '../stop-on-signal.ts';
import {APP_FIXTURE} from '../../dev/copy/copied-fixture.ts';
import {Copies} from '../../dev/copy/copies.ts';
import {printRequests} from '../../dev/event-lines.ts';
import {openAtKeptAddress} from '../../dev/kept-address.ts';
import {keepRequests} from '../../dev/kept-requests.ts';
import {AppShown} from './app-shown.ts';
import {OpenedBrowser} from './opened-browser.ts';
import {openConsole, pageSession} from '../../dev/page-session.ts';
import {prepare} from './start-situation.ts';
import {listenToTerminal, printEvents} from '../../dev/terminal.ts';

export interface DevAppOptions {
  readonly backend: readonly string[];
  readonly clock: string | undefined;
  readonly freeze: boolean;
  readonly case: readonly string[];
  readonly config: string | undefined;
  readonly port: number | undefined;
  readonly hasConsole: boolean;
}

type Print = (text: string) => void;

interface Parts extends DevAppOptions {
  readonly dir: string;
  readonly simulation: SimulationCore;
  readonly backends: Readonly<Record<string, BackendOption>>;
  readonly browser: OpenedBrowser;
  readonly print: Print;
}

/**
 * Starts the server of an embedded app, and shows the app in the simulated admin, until the process is interrupted. It
 * always opens a browser, because the parent of the app's frame must be `https://admin.shopify.com`.
 *
 * @throws {SimhostError} `ERR_NO_APP_SERVER`, `ERR_NO_BROWSER`, and the errors of backends
 */
export async function devApp({dir, applicationUrl}: AppFile, options: DevAppOptions): Promise<void> {
  // Without a browser there is nothing to start.
  findWindowBrowser();
  const {options: app} = await chooseApp({config: options.config}, dir);
  const url = app.url ?? applicationUrl ?? DEFAULT_URL;
  const backends = await backendsOf(dir, new URL(url).origin, options.backend);
  const simulation = createSimulationCore({app: {...app, url}});

  keepRequests(simulation);
  const print: Print = (line) => console.log(redact(line, simulation.secrets));
  printEvents(simulation, print);
  printRequests(simulation.requests, print);

  const server = await startServer();
  const browser = new OpenedBrowser({server, simulation, backends, print});
  const stop = async (): Promise<void> => void (await Promise.all([browser.close(), server.close()]));
  const forgetSignals = stopOnSignal(stop);

  try {
    await open(server, {...options, dir, simulation, backends, browser, print});
  } catch (error) {
    forgetSignals();
    await stop();
    throw error;
  }
}

/** The URL of an app whose file has none yet. */
const DEFAULT_URL = 'https://app.example.com';

/** Returns the backends of `--backend`, and the author's own server at the origin of the app. */
async function backendsOf(
  dir: string,
  origin: string,
  given: readonly string[],
): Promise<Readonly<Record<string, BackendOption>>> {
  const named = Object.fromEntries(given.map(readBackend));
  if (Object.hasOwn(named, origin)) return named;

  const web = await findWebCommand(dir);
  if (web === null) {
    throw new SimhostError('ERR_NO_APP_SERVER', `No command is known that serves ${origin}.`, {
      next: `Write commands.dev into shopify.web.toml, or name it: --backend "${origin}=npm run dev".`,
    });
  }

  return {...named, [origin]: {command: web.command, cwd: web.dir}};
}

/** Opens gateway, console and browser, and prints the addresses. */
async function open(server: Server, parts: Parts): Promise<void> {
  const {dir, simulation, backends, hasConsole, browser, print} = parts;
  const local = await openGateway(server, parts);
  const copies = new Copies({
    simulation,
    page: {folder: dir, fixtureAt: () => APP_FIXTURE},
    shown: () => [],
    backends,
    layout: undefined,
    cwd: process.cwd(),
  });

  const {app, shop} = simulation.world;
  const address = adminPageOf(shop, app.clientId);
  const page = new AppShown({simulation, address, starting: () => copies.restarted()});
  const opened = {url: `${address}#${simulation.id}`, shown: address};
  let besides: string | null = null;
  const openBrowser = (): Promise<string> => browser.open({...opened, besides});
  const session = pageSession(simulation, {page, copies, local, openBrowser});
  const devConsole = hasConsole ? await openConsole(session, local, parts) : null;

  prepare(parts, session, print);
  devConsole?.started();
  if (devConsole !== null) besides = `${local.showConsole(devConsole, 'null')}/#${local.id}?window`;

  console.log(`\n  ${app.name} in the admin, from ${relative('.', dir) || '.'}`);
  console.log(`  ${besides ?? address}\n`);
  print(await openBrowser());
  listenToTerminal(session, print);
}

function openGateway(server: Server, {dir, port, backends, simulation, print}: Parts): Promise<LocalGateway> {
  return openAtKeptAddress([dir], port, (address) =>
    server.openLocal(simulation, {
      backends,
      app: simulation.world.app,
      onOutput: (from, line) => print(`[${from}] ${line}`),
      holdToCors: false,
      ...address,
    }),
  );
}
