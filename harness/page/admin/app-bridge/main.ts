import {BRIDGE_MARK} from '../../../wire/admin.ts';
import type {AppForAdmin} from '../../../wire/app-bridge.ts';
import {connectAdmin} from './admin-connection.ts';
import {addressInAdmin, redirectsToAdmin, reportedAddress} from './auto-redirect.ts';
import {bounce, bounceTarget} from './bounce.ts';
import {bridgedFetch} from './bridged-fetch.ts';
import {checkScript} from './self-check.ts';
import {readConfig} from './config.ts';
import {followHistory} from './history.ts';
import {createShopify} from './shopify-global.ts';

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

  const members: AppForAdmin = {follow: () => {}};
  const admin = connectAdmin(mode, config.apiKey, members);
  const ready = (): void => void admin.ready();
  const idToken = (renew: boolean): Promise<string> => admin.idToken(renew);
  const redirect = (url: string): void => void admin.open(url, '_top');
  const fetchOfApp = bridgedFetch({config, idToken, redirect, send: nativeFetch()});

  globalThis.fetch = fetchOfApp;
  Object.assign(globalThis, {shopify: createShopify(config, admin)});

  if (target !== null) {
    const isStill = (): boolean => scope[Symbol.for(BRIDGE_MARK)] === mark;
    bounce(target, fetchOfApp).then(
      () => afterLoad(() => isStill() && ready()),
      (error: Error) => {
        void admin.failed(error.message);
        throw error;
      },
    );
    return;
  }

  const report = (): void => void admin.navigated(reportedAddress(location));
  report();
  followHistory(report);
  afterLoad(ready);
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
