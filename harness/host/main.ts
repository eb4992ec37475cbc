import {dateAt, instantOf, REAL_TIME} from '../clock.ts';
import {defineElements} from '../elements/define.ts';
import {SANDBOX_ORIGINS, type FromPage, type Mount, type PageState} from '../wire/control.ts';
import {EXPECTED_ORIGIN_ATTRIBUTE} from '../wire/sandbox-start.ts';
import {connectControl} from './control.ts';
import {RunningMount, type MountHost} from './mount.ts';
import {AccountPage} from './page.ts';
import {SandboxWorkers} from './sandbox-worker.ts';
import {SessionTokens} from './session-token.ts';
import {ExtensionStorage} from './storage.ts';

const RealDate = Date;
const now = (): number => instantOf(state?.clock ?? REAL_TIME, RealDate.now());

let state: PageState | null = null;
let secret = '';
let send: (message: FromPage) => void = () => {};

const running = new Map<string, RunningMount>();
const expectedOrigin = document.documentElement.getAttribute(EXPECTED_ORIGIN_ATTRIBUTE);
const workers = new SandboxWorkers(SANDBOX_ORIGINS.find((origin) => origin === expectedOrigin) ?? 'opaque');
const tokens = new SessionTokens({
  endpoint: () => state?.endpoints.customerAccountApi ?? '',
  secret: () => secret,
  now,
  send: (...request) => fetch(...request),
});
// The id stays in the address, so that a reload works.
const simulation = location.hash.slice(1);
if (simulation !== '') {
  send = connectControl(simulation, {
    welcome: (pageSecret) => (secret = pageSecret),
    state: reach,
    closed: () => page.say('This page has lost its simulation. Reload it, or start simhost again.'),
  });
}
defineElements();
const page = new AccountPage();
const storage = new ExtensionStorage();
if (simulation === '') page.fail('No simulation', 'The address of this page has lost its simulation. Open the URL that simhost printed.');
globalThis.Date = dateAt(now, RealDate);

const host: MountHost = {
  workers,
  send: (message) => send(message),
  callApi(mount, current, path, args) {
    const owner = {clientId: current.app.clientId, shop: current.shop.id, customer: current.customer?.id ?? null};
    const [key, data] = args;
    switch (path) {
      case 'sessionToken.get':
        return tokens.get({...owner, scopes: current.app.scopes, activationId: mount.activationId}, (problem) =>
          send({type: 'log', mount: mount.id, level: 'warn', text: problem, stack: ''}),
        );
      case 'storage.read':
        return storage.read(owner, String(key));
      case 'storage.write':
        return storage.write(owner, String(key), data);
      case 'storage.delete':
        return storage.delete(owner, String(key));
      default:
        throw new Error(`shopify.${path} is not a call of the page.`);
    }
  },
  restart(id) {
    const mount = state?.mounts.find((each) => each.id === id);
    if (mount !== undefined && state !== null) start(mount, state);
  },
};

document.addEventListener('navigate', (event) => {
  const {href} = (event as CustomEvent<{href: string}>).detail;
  page.say(`The link leads to ${href}.`);
});

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
      return known?.generation === mount.generation ? known.update(mount, next) : start(mount, next);
    }),
  );
}

/** Starts a mount, in the place of its earlier start if there was one. */
function start(mount: Mount, current: PageState): void {
  const earlier = running.get(mount.id);
  earlier?.stop();
  running.set(mount.id, new RunningMount(earlier?.container ?? page.place(mount), mount, current, host));
}
