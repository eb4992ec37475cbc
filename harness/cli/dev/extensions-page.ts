import {relative} from 'node:path';
import {SimhostError, messageOf} from '../../errors.ts';
import {redact} from '../../redact.ts';
import {readExtensionFile} from '../../node/extension/toml.ts';
import type {SettingField} from '../../core/platforms/shopify/extension/settings.ts';
import {type Server, startServer} from '../../node/server/server.ts';
import type {LocalGateway} from '../../node/server/local-gateway.ts';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {CheckoutLayout} from '../../wire/checkout-steps.ts';
import type {SandboxOrigin} from '../../wire/control.ts';
import {chooseApp} from '../app-choice.ts';
import {customerByName} from '../../core/world/people.ts';
import {readBackend, readUpdate} from '../option-values.ts';
import {stopOnSignal} from '../stop-on-signal.ts';
import {DevConsole} from '../../dev/console/dev-console.ts';
import type {DevConsoleParts} from '../../dev/console/dev-console.ts';
import {openAtKeptAddress} from '../../dev/kept-address.ts';
import {OpenedBrowser, type OpenedPage} from './opened-browser.ts';
import {readGivenSettings, refuseUndeclared, settingsFor} from '../../dev/given-settings.ts';
import type {GivenSettings} from '../../dev/given-settings.ts';
import {Copies} from '../../dev/copy/copies.ts';
import {describeCorsHold, printRequests} from '../../dev/event-lines.ts';
import {ExtensionsShown} from './extensions-shown.ts';
import {ShownExtension} from '../../dev/shown-extension.ts';
import {refuseSeveralSurfaces} from '../../dev/shown-targets.ts';
import {keepRequests} from '../../dev/kept-requests.ts';
import {WrittenFields, joinChanges} from '../../dev/written-fields.ts';
import {prepare, updateShown} from './start-situation.ts';
import type {DevSession} from '../../dev/line-commands.ts';
import {listenToTerminal, printEvents} from '../../dev/terminal.ts';

export interface DevExtensionsOptions {
  /** The absolute paths of the folders. */
  readonly folders: readonly string[];
  readonly backend: readonly string[];
  readonly target: readonly string[];
  readonly handle: string | undefined;
  readonly customer: string;
  readonly locale: string;
  readonly layout: string | undefined;
  readonly origin: string | undefined;
  readonly port: number | undefined;
  readonly settings: readonly string[];
  readonly clock: string | undefined;
  readonly freeze: boolean;
  readonly update: readonly string[];
  readonly case: readonly string[];
  readonly config: string | undefined;
  readonly holdToCors: boolean;
  readonly hasConsole: boolean;
  readonly opensBrowser: boolean;
}

/**
 * Shows the extensions of folders on one page, until the process is interrupted.
 *
 * @throws {SimhostError} if the page cannot be shown
 */
export async function devExtensions(options: DevExtensionsOptions): Promise<void> {
  const simulation = await simulationFor(options);
  const print = (text: string): void => console.log(redact(text, simulation.secrets));

  let given = await readGivenSettings(options.settings);
  const written = new WrittenFields({
    given: joinChanges(options.update.map(readUpdate)),
    person: () => simulation.customer?.id,
  });
  const started = (): void => copies.restarted();
  const shown = await extensionsOf(options, {simulation, print, started, settings: () => given});
  refuseUndeclared(fieldsOf(shown), given);
  const copies = copiesOf(options, {simulation, shown, world: written});

  const server = await startServer();
  const backends = Object.fromEntries(options.backend.map(readBackend));
  const browser = new OpenedBrowser({server, simulation, backends, print});
  const stop = async (): Promise<void> => void (await Promise.all([browser.close(), server.close()]));
  const forgetSignals = stopOnSignal(stop);

  try {
    const local = await openPage(server, simulation, options, print);
    const atStart = given;
    const useSettings = (settings: GivenSettings): void => {
      given = settings;
      for (const extension of shown) extension.restart().catch((error: unknown) => print(messageOf(error)));
    };

    const changeSettings = (change: GivenSettings): void =>
      useSettings(changedSettings(shown, given, change));

    const session = sessionOf({simulation, copies, shown, changeSettings, written}, local, browser);
    const resetSettings = (): void => useSettings(atStart);
    const settings = {givenSettings: () => given, resetSettings, print};
    await open(options, {...settings, ...partsOf(options, session, local)}, print);
  } catch (error) {
    forgetSignals();
    await Promise.all([stop(), ...shown.map((extension) => extension.close())]);
    throw error;
  }
}

function partsOf(
  options: DevExtensionsOptions,
  session: DevSession,
  local: LocalGateway,
): Omit<DevConsoleParts, 'givenSettings' | 'resetSettings' | 'print'> {
  const {folders, port} = options;
  const startOptions = {...options, folders: folders.map((folder) => relative('.', folder) || '.')};
  return {session, local, shown: session.shown, folders, keepsLayout: port !== 0, startOptions};
}

function sessionOf(
  parts: Pick<DevSession, 'simulation' | 'copies' | 'shown' | 'changeSettings' | 'written'>,
  local: LocalGateway,
  browser: OpenedBrowser,
): DevSession {
  return {
    ...parts,
    page: new ExtensionsShown(parts.simulation, parts.shown),
    cors: local.cors,
    backendsOnRealTime: () => local.backendsOnRealTime(),
    openBrowser: () => browser.open(platformPage(parts)),
  };
}

/** The page of the first extension at its address on the platform. */
function platformPage({simulation, shown}: Pick<DevSession, 'simulation' | 'shown'>): OpenedPage {
  const target = shown[0]?.target ?? '';
  const handle = simulation.pages.state().mounts[0]?.handle ?? 'extension';
  const {addresses} = simulation;
  return {url: addresses.ofTargetWithId(target, {handle}), shown: addresses.ofTarget(target, {handle})};
}

function fieldsOf(shown: readonly ShownExtension[]): readonly SettingField[] {
  return shown.flatMap((extension) => extension.fields);
}

/** Shows the extensions, with the console around them, prints the address, and takes lines of the terminal. */
async function open(
  options: DevExtensionsOptions,
  parts: DevConsoleParts,
  print: (text: string) => void,
): Promise<void> {
  const {session, local, shown} = parts;
  printRequests(session.simulation.requests, print);
  printEvents(session.simulation, print);
  const devConsole = options.hasConsole ? await DevConsole.open(parts) : null;

  prepare(options, session, print);
  for (const extension of shown) await extension.open();
  updateShown(options, session);

  devConsole?.started();
  console.log(opening(shown, local, devConsole === null ? local.url : local.showConsole(devConsole)));
  if (options.opensBrowser) print(await session.openBrowser());
  listenToTerminal(session, print);
}

function copiesOf(
  {backend, layout}: DevExtensionsOptions,
  {
    simulation,
    shown,
    world,
  }: {
    readonly simulation: SimulationCore;
    readonly shown: readonly ShownExtension[];
    readonly world: WrittenFields;
  },
): Copies {
  return new Copies({
    simulation,
    world,
    shown: () => shown.map(({forCopy}) => forCopy),
    backends: Object.fromEntries(backend.map(readBackend)),
    layout,
    cwd: process.cwd(),
  });
}

function openPage(
  server: Server,
  simulation: SimulationCore,
  {folders, port, backend, holdToCors, hasConsole}: DevExtensionsOptions,
  print: (text: string) => void,
): Promise<LocalGateway> {
  const backends = Object.fromEntries(backend.map(readBackend));
  const onOutput = (origin: string, line: string): void => print(`[${origin}] ${line}`);
  return openAtKeptAddress(folders, port, (address) =>
    server.openLocal(simulation, {
      backends,
      app: simulation.world.app,
      onOutput,
      holdToCors,
      hasConsole,
      ...address,
    }),
  );
}

/**
 * Adds changed settings to the given ones. A value that the form of the merchant refuses is refused at once, so that it
 * does not block later edits.
 */
function changedSettings(
  shown: readonly ShownExtension[],
  given: GivenSettings,
  change: GivenSettings,
): GivenSettings {
  refuseUndeclared(fieldsOf(shown), change);

  const next = new Map([...given, ...change]);
  for (const extension of shown) settingsFor(extension.fields, next);
  return next;
}

async function simulationFor({
  folders: [folder],
  config,
  customer,
  locale,
  layout,
  origin,
}: DevExtensionsOptions): Promise<SimulationCore> {
  const {options: app} = await chooseApp({config}, folder);
  const simulation = createSimulationCore({
    app,
    customer: customerByName(customer),
    locale,
    checkout: {layout: layout as CheckoutLayout | undefined},
    origin: origin as SandboxOrigin | undefined,
  });

  keepRequests(simulation);
  return simulation;
}

async function extensionsOf(
  {folders, target: targets, handle}: DevExtensionsOptions,
  shared: {
    readonly simulation: SimulationCore;
    readonly print: (text: string) => void;
    readonly settings: () => GivenSettings;
    readonly started: () => void;
  },
): Promise<readonly ShownExtension[]> {
  const files = await Promise.all(folders.map((folder) => readExtensionFile(folder)));
  const declaredBy = files.map(({extensions}) =>
    extensions.flatMap(({targeting}) => targeting.map((each) => each.target)),
  );

  const unknown = targets.find((target) => !declaredBy.flat().includes(target));

  const shown = files.map((file, index) => {
    const own = targets.filter((target) => declaredBy[index]?.includes(target));
    if (own.length > 1) throw severalTargets(own);
    // A target that no folder declares is refused by name, with the nearest one.
    return new ShownExtension({...shared, file, handle, target: own[0] ?? unknown});
  });

  refuseSeveralSurfaces(shown);
  return shown;
}

function severalTargets(targets: readonly string[]): SimhostError {
  return new SimhostError(
    'ERR_AMBIGUOUS_TARGET',
    `simhost dev shows one target of a folder, and got ${targets.join(' and ')}.`,
    {
      next: 'Give --target once for each folder.',
    },
  );
}

function opening(shown: readonly ShownExtension[], {id, cors}: LocalGateway, url: string): string {
  const names = shown.map(({name, target}) => `  ${name} at ${target}`);
  if (!cors.isHeld) names.push(`  ${describeCorsHold(false)}`);
  return (
    `\n${names.join('\n')}\n  ${url}/#${id}\n\n  Type help to sign in or out, move the clock, arm a ` +
    'case or change a setting.\n'
  );
}
