import {APP_FRAME, BRIDGE_MARK, MODAL_FRAME} from '../../../wire/admin.ts';
import type {AppForAdmin} from '../../../wire/app-bridge.ts';
import {OpenWork} from '../../activity/open-work.ts';
import {connectAdmin} from './admin-connection.ts';
import {addressInAdmin, redirectsToAdmin, reportedAddress} from './auto-redirect.ts';
import {followBars} from './bars.ts';
import {bounce, bounceTarget} from './bounce.ts';
import {bridgedFetch} from './bridged-fetch.ts';
import {checkScript} from './self-check.ts';
import {readConfig} from './config.ts';
import type {BridgeConfig} from './config.ts';
import {withDirectApi} from './direct-api.ts';
import {followForms} from './dirty-forms.ts';
import {defineElements} from './elements.ts';
import {followHistory} from './history.ts';
import {followed} from './followed-admin.ts';
import {createShopify} from './shopify-global.ts';
import {followAdminLinks} from './window-open.ts';

/** The `fetch` of the browser. A bounce page keeps its window, so a second run must not wrap the first one's. */
const NATIVE_FETCH = Symbol.for('simhost.native-fetch');

const scope = globalThis as unknown as Record<symbol, unknown>;

try {
  startAppBridge();
} catch (error) {
  scope[Symbol.for(BRIDGE_MARK)] = error instanceof Error ? error.message : String(error);
  throw error;
}

function startAppBridge(): void {
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;
  const config = readConfig(checkScript(script));

  if (redirectsToAdmin(config)) return location.assign(addressInAdmin(config));

  const target = bounceTarget(location);
  const mode = target === null ? 'app' : 'bounce';
  const mark = {mode};
  scope[Symbol.for(BRIDGE_MARK)] = mark;

  const work = new OpenWork(() => performance.now());
  const members: AppForAdmin = {activity: () => work.activity};
  const admin = followed(connectAdmin(mode, config.apiKey, members), work);
  window.addEventListener('pagehide', () => void admin.gone());
  const idToken = (renew: boolean): Promise<string> => admin.idToken(renew);
  const redirect = (url: string): void => void admin.open(url, '_top');
  const send = withDirectApi(nativeFetch(), admin);
  const fetchOfApp = bridgedFetch({config, page: location, idToken, redirect, send});

  globalThis.fetch = config.disabledFeatures?.includes('fetch') === true ? nativeFetch() : fetchOfApp;
  Object.assign(globalThis, {shopify: createShopify(config, admin)});

  if (target === null) startPage(admin, config);
  else startBounce(admin, () => bounce(target, fetchOfApp), mark);
}

type Admin = ReturnType<typeof connectAdmin>;

/** Connects a page of the app: its bars, forms, links and address. */
function startPage(admin: Admin, config: BridgeConfig): void {
  defineElements(admin);
  followBars(admin);
  followForms(admin);
  followAdminLinks(admin, config);
  openedByApp();

  const report = (): void => void admin.navigated(reportedAddress(location));
  report();
  followHistory(report);
  afterLoad(() => void admin.ready());
}

/** Loads the page that a bounce page is for. A page without App Bridge is reported by the bounce page. */
function startBounce(admin: Admin, load: () => Promise<void>, mark: object): void {
  const isStill = (): boolean => scope[Symbol.for(BRIDGE_MARK)] === mark;
  load().then(
    () => afterLoad(() => isStill() && void admin.ready()),
    (error: Error) => {
      void admin.failed(error.message);
      throw error;
    },
  );
}

/** Lets the page of a modal reach the page that opened it, by `window.opener`. */
function openedByApp(): void {
  if (!window.name.startsWith(MODAL_FRAME)) return;
  const opener: unknown = Reflect.get(window.parent, APP_FRAME);
  Object.defineProperty(window, 'opener', {value: opener, configurable: true, writable: true});
}

/** Calls back when the document has loaded. */
function afterLoad(then: () => void): void {
  if (document.readyState === 'complete') then();
  else window.addEventListener('load', then, {once: true});
}

function nativeFetch(): typeof fetch {
  const native = (scope[NATIVE_FETCH] ?? globalThis.fetch.bind(globalThis)) as typeof fetch;
  scope[NATIVE_FETCH] = native;
  return native;
}
