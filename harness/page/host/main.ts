import {dateAt, instantOf, REAL_TIME} from '../../clock.ts';
import {isLoopback} from '../../wire/loopback.ts';
import {
  FIRST_STATE_ID,
  type FirstState,
  type FromPage,
  type Mount,
  type PageState,
  UNKNOWN_SIMULATION,
} from '../../wire/control.ts';
import type {ChangeResult} from '../../wire/checkout.ts';
import {toWireError} from '../../wire/wire-error.ts';
import {callApi, type ApiCallDeps} from './api-calls.ts';
import {PageRequests} from './page-requests.ts';
import {Bundles} from './bundles.ts';
import {connectControl} from './control-channel.ts';
import {pageElements} from './loaded-elements.ts';
import {RunningMount, type MountDeps} from './running-mount.ts';
import {PageNavigation} from './page-navigation.ts';
import {closeOverlay} from './overlays.ts';
import {PageView} from './page-view.ts';
import {fetchPlatform} from './platform-api.ts';
import {takeSimulationId} from './simulation-id.ts';
import {SessionTokens} from './session-tokens.ts';
import {takeStarted} from './started-page.ts';
import {ExtensionStorage} from './extension-storage.ts';
import {BuyerJourney} from './surfaces/checkout/buyer-journey.ts';

const RealDate = Date;
/** Milliseconds that the page's own content waits for extensions. */
const LONGEST_EMPTY = 300;
const now = (): number => instantOf(state?.clock ?? REAL_TIME, RealDate.now());

const simulation = takeSimulationId();
/** Outside of tests the address names the simulation. */
const keepsFragment = simulation !== '' && location.hash === `#${simulation}`;

let state: PageState | null = null;
let welcome: (secret: string) => void = () => {};
const secret = new Promise<string>((resolve) => (welcome = resolve));
let send: (message: FromPage) => void = () => {};

const first = simulation === '' ? null : readFirstState();
const bundles = new Bundles(first?.bundles ?? {});

const running = new Map<string, RunningMount>();
const {workers} = takeStarted();
const tokens = new SessionTokens({
  endpoint: (surface) =>
    (surface === 'checkout'
      ? state?.endpoints.checkoutApi
      : `${state?.endpoints.customerAccountApi}unstable/graphql`) ?? '',
  secret: () => secret,
  now,
  send: (...request) => fetch(...request),
});
const asks = new PageRequests((message) => send(message));
const journey = new BuyerJourney({
  warned: warn,
  failed(mount, error) {
    const known = running.get(mount.id);
    if (known?.generation === mount.generation) known.report(error);
  },
});
if (simulation !== '') {
  send = connectControl(simulation, {
    welcome,
    state: reach,
    answered: (reply) => asks.answered(reply),
    polled: () => Promise.all([...running.values()].map((mount) => mount.activity())),
    closed: (code) =>
      page.say(
        code === UNKNOWN_SIMULATION
          ? 'This address is of an earlier start of simhost. Open the address that it prints now.'
          : 'simhost has stopped. Start it again, then reload this page.',
      ),
  });
}
const waiting = new Set<(state: PageState) => void>();
let startDrawing: () => void = () => {};
const mayDraw = new Promise<void>((resolve) => (startDrawing = resolve));
const page = new PageView(
  {
    follow: (href) => navigation.go(href, null),
    dismiss: (mount) => {
      send({type: 'call', mount: mount.id, member: 'close', args: []});
      close(mount);
    },
    act: (deed, given) => asks.ask(null, deed, given) as Promise<ChangeResult>,
    mayProgress: () => journey.ask(state?.mounts ?? []),
  },
  {
    mayDraw,
    crashed(error) {
      const written = toWireError(error);
      page.say(`simhost could not show this page: ${written.message}`);
      send({type: 'crashed', revision: null, error: written});
    },
  },
);
const navigation = new PageNavigation({
  keepsFragment,
  mounts: () => state?.mounts ?? [],
  arrived(path, type) {
    page.goTo(path);
    for (const mount of running.values()) mount.navigated(type);
  },
  leave: (href) => page.say(`The link leads to ${href}.`),
});
if (simulation === '')
  page.fail('No simulation', `This page belongs to no simulation. ${adviceFor(location.hostname)}`);
globalThis.Date = dateAt(now, RealDate);

const calls: ApiCallDeps = {
  tokens,
  storage: new ExtensionStorage(),
  overlays: page.overlays,
  navigation,
  asks,
  journey,
  record: (mount, member, args) => send({type: 'call', mount: mount.id, member, args}),
  warn,
  stateWhere: (fits) =>
    new Promise((resolve) => {
      const look = (current: PageState): void => {
        if (!fits(current)) return;
        waiting.delete(look);
        resolve(current);
      };

      waiting.add(look);
      if (state !== null) look(state);
    }),
  signIn: () => send({type: 'sign-in'}),
  close,
  closeOverlay: ({id}, overlay) => closeOverlay(running.get(id)?.container, overlay),
};

const host: MountDeps = {
  workers,
  bundles,
  send: (message) => send(message),
  callApi: (mount, current, path, args) => callApi(calls, {mount, state: current}, path, args),
  fetch: (mount, {endpoints}, request, signal) =>
    fetchPlatform(request, {
      mount,
      endpoints,
      signal,
      secret: () => secret,
      send: (...sent) => fetch(...sent),
    }),
  entryFor: (mount) => navigation.entryFor(mount),
  restart(id) {
    const mount = state?.mounts.find((each) => each.id === id);
    if (mount !== undefined && state !== null) start(mount, state);
  },
};

document.addEventListener('navigate', (event) => {
  const {href, target} = (event as CustomEvent<{href: string; target?: string}>).detail;
  if (target === '_blank') return page.say(`The link leads to ${href} in another tab.`);

  const container = event
    .composedPath()
    .find((each) => each instanceof HTMLElement && each.dataset['mount'] !== undefined);

  const id = container instanceof HTMLElement ? container.dataset['mount'] : undefined;
  navigation.go(href, state?.mounts.find((mount) => mount.id === id) ?? null);
});

/** simhost prints a URL where it serves its pages itself; in a test the pages have the platform's own addresses. */
function adviceFor(hostname: string): string {
  return isLoopback(hostname)
    ? 'Open the whole URL that simhost dev printed, with what follows the #.'
    : "Open it by host.mount() or host.goto(), or by page.goto() in the test's own browser context.";
}

function readFirstState(): FirstState | null {
  const text = document.getElementById(FIRST_STATE_ID)?.textContent;
  return typeof text === 'string' ? (JSON.parse(text) as FirstState) : null;
}

function warn(mount: Mount, problem: string): void {
  send({type: 'log', mount: mount.id, lines: [{level: 'warn', text: problem, stack: ''}]});
}

/** The user or the extension closes the dialog that a mount stands in. */
function close(mount: Mount): void {
  const known = running.get(mount.id);
  if (known === undefined) return;
  page.close(known.container);
  known.stop();
}

/** Makes the page equal to a state; answers when every running sandbox is too. */
async function reach(next: PageState, reached: (mount: string) => void = () => {}): Promise<void> {
  if (state !== null && next.tokenEpoch !== state.tokenEpoch) tokens.flush();
  state = next;
  const shown = page.show(next);
  for (const [id, mount] of running) {
    if (next.mounts.some((each) => each.id === id)) continue;
    mount.remove();
    running.delete(id);
  }

  await Promise.all([
    shown,
    ...next.mounts.map(async (mount) => {
      const known = running.get(mount.id);
      if (known?.generation === mount.generation) await known.update(mount, next);
      else start(mount, next);
      reached(mount.id);
    }),
  ]);

  for (const look of [...waiting]) look(next);
}

/** Starts a mount, in the place of its earlier start if there was one. */
function start(mount: Mount, current: PageState): void {
  const earlier = running.get(mount.id);
  earlier?.stop();
  const container = earlier?.container ?? page.place(mount);
  page.reveal(container);
  running.set(mount.id, new RunningMount(container, mount, current, host));
}

if (first !== null) {
  // A failure is reported when the channel sends the state again.
  reach(first.state).catch(() => {});
  if (!keepsFragment && first.state.mounts.every(({started}) => started)) page.openAt(location.pathname);
}
// Drawing waits until the extensions have shown what they have; one that takes long does not leave the page empty.
void Promise.all([...running.values()].map(({settled}) => settled)).then(() =>
  requestIdleCallback(startDrawing, {timeout: LONGEST_EMPTY}),
);
setTimeout(startDrawing, LONGEST_EMPTY);
void Promise.race([workers.alive, mayDraw]).then(pageElements);
