import {dateAt, instantOf, REAL_TIME} from '../clock.ts';
import {defineElements} from '../elements/define.ts';
import {FIRST_STATE_ID, SANDBOX_ORIGINS, type FromPage, type Mount, type PageState} from '../wire/control.ts';
import {EXPECTED_ORIGIN_ATTRIBUTE} from '../wire/sandbox-start.ts';
import {callApi, type ApiCallHost} from './api-calls.ts';
import {Bundles} from './bundles.ts';
import {connectControl} from './control.ts';
import {RunningMount, type MountHost} from './mount.ts';
import {PageNavigation} from './navigation.ts';
import {HostPage} from './page.ts';
import {SandboxWorkers} from './sandbox-worker.ts';
import {SessionTokens} from './session-token.ts';
import {ExtensionStorage} from './storage.ts';

const RealDate = Date;
const now = (): number => instantOf(state?.clock ?? REAL_TIME, RealDate.now());

// The id stays in the address, so that a reload works.
const simulation = location.hash.slice(1);

let state: PageState | null = null;
let welcome: (secret: string) => void = () => {};
const secret = new Promise<string>((resolve) => (welcome = resolve));
let send: (message: FromPage) => void = () => {};

const firstState = simulation === '' ? null : readFirstState();
const bundles = new Bundles();
for (const {bundleUrl} of firstState?.mounts ?? []) bundles.expect(bundleUrl);

const running = new Map<string, RunningMount>();
const expectedOrigin = document.documentElement.getAttribute(EXPECTED_ORIGIN_ATTRIBUTE);
const workers = new SandboxWorkers({
  origin: SANDBOX_ORIGINS.find((origin) => origin === expectedOrigin) ?? 'opaque',
  wire: firstState?.mounts[0]?.wire ?? 'remote-dom',
});
const tokens = new SessionTokens({
  endpoint: () => state?.endpoints.customerAccountApi ?? '',
  secret: () => secret,
  now,
  send: (...request) => fetch(...request),
});
if (simulation !== '') {
  send = connectControl(simulation, {
    welcome,
    state: reach,
    closed: () => page.say('This page has lost its simulation. Reload it, or start simhost again.'),
  });
}
defineElements();
const waiting = new Set<(state: PageState) => void>();
const page = new HostPage({
  follow: (href) => navigation.go(href, null),
  dismiss: (mount) => {
    send({type: 'call', mount: mount.id, member: 'close', args: []});
    close(mount);
  },
});
const navigation = new PageNavigation({
  mounts: () => state?.mounts ?? [],
  arrived(path, type) {
    page.goTo(path);
    for (const mount of running.values()) mount.navigated(type);
  },
  leave: (href) => page.say(`The link leads to ${href}.`),
});
if (simulation === '') page.fail('No simulation', 'The address of this page has lost its simulation. Open the URL that simhost printed.');
globalThis.Date = dateAt(now, RealDate);

const calls: ApiCallHost = {
  tokens,
  storage: new ExtensionStorage(),
  overlays: page.overlays,
  navigation,
  record: (mount, member, args) => send({type: 'call', mount: mount.id, member, args}),
  warn: (mount, problem) => send({type: 'log', mount: mount.id, level: 'warn', text: problem, stack: ''}),
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
};

const host: MountHost = {
  workers,
  bundles,
  send: (message) => send(message),
  callApi: (mount, current, path, args) => callApi(calls, {mount, state: current}, path, args),
  entryFor: (mount) => navigation.entryFor(mount),
  restart(id) {
    const mount = state?.mounts.find((each) => each.id === id);
    if (mount !== undefined && state !== null) start(mount, state);
  },
};

document.addEventListener('navigate', (event) => {
  const {href, target} = (event as CustomEvent<{href: string; target?: string}>).detail;
  if (target === '_blank') return page.say(`The link leads to ${href} in another tab.`);
  const container = event.composedPath().find((each) => each instanceof HTMLElement && each.dataset['mount'] !== undefined);
  const id = container instanceof HTMLElement ? container.dataset['mount'] : undefined;
  navigation.go(href, state?.mounts.find((mount) => mount.id === id) ?? null);
});

function readFirstState(): PageState | null {
  const text = document.getElementById(FIRST_STATE_ID)?.textContent;
  return typeof text === 'string' ? (JSON.parse(text) as PageState) : null;
}

/** The user or the extension closes the dialog that a mount stands in. */
function close(mount: Mount): void {
  const known = running.get(mount.id);
  if (known === undefined) return;
  page.close(known.container);
  known.stop();
}

/** Makes the page equal to a state; answers when every running sandbox is too. */
async function reach(next: PageState): Promise<void> {
  if (state !== null && next.tokenEpoch !== state.tokenEpoch) tokens.flush();
  state = next;
  page.show(next);
  for (const [id, mount] of running) {
    if (next.mounts.some((each) => each.id === id)) continue;
    mount.remove();
    running.delete(id);
  }
  await Promise.all(
    next.mounts.map((mount) => {
      const known = running.get(mount.id);
      return known?.generation === mount.generation ? known.update(mount, next) : Promise.resolve(start(mount, next));
    }),
  );
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

if (firstState !== null) void reach(firstState);
