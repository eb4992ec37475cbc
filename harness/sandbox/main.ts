/** The worker's script. The page leaves one end of a message port in `simhostPort`. */
import {natives, replaceGlobal} from './natives.ts';
import '@remote-dom/core/polyfill';
import {connectRemoteNode, setRemoteId} from '@remote-dom/core/elements';
import {connect, type Port} from '../wire/rpc.ts';
import {ELEMENTS} from '../wire/elements.ts';
import type {PageCalls, SandboxCalls, Surroundings} from '../wire/sandbox.ts';
import {toWireError} from '../wire/wire-error.ts';
import {SandboxClock} from './clock.ts';
import {BatchingConnection} from './connection.ts';
import {relayConsole} from './console.ts';
import {mayRender} from './condition.ts';
import {watchErrors} from './errors.ts';
import {guardFetch} from './fetch.ts';
import {createI18n} from './i18n.ts';
import {createNavigation, type ExtensionNavigation} from './navigation.ts';
import {refuseGlobals} from './refused-globals.ts';
import {defineRemoteElements} from './remote-elements.ts';
import {callbackFor, evaluate, readable} from './run.ts';
import {createShopify, type Shopify} from './shopify.ts';

const ROOT = '~';
const scope = self as unknown as {simhostPort?: Port; document: {body: object}};
const port = scope.simhostPort;
delete scope.simhostPort;
if (port === undefined) throw new Error('The sandbox was started without its message port.');

const clock = new SandboxClock({...natives, now: () => performance.now()});
const abortion = new AbortController();
let surroundings: Surroundings | undefined;
let shopify: Shopify | undefined;
let navigation: ExtensionNavigation | undefined;

const {theirs: page} = connect<PageCalls>(port, {
  async start({target, run, scriptUrl, bundle, conditions, api, surroundings: first, entry}) {
    surroundings = first;
    void clock.apply(first.clock);
    shopify = createShopify({
      target,
      api,
      local: {
        i18n: createI18n(
          () => known().language,
          (error) => void page.report(toWireError(error)),
        ),
        ...(run?.abortable === true ? {signal: abortion.signal} : {}),
      },
      callPage,
      reload: () => void page.reload(),
    });
    navigation = createNavigation({
      entry,
      callPage: (path, args) => void callPage(path, args).catch((error: unknown) => page.report(toWireError(error))),
    });
    replaceGlobal('shopify', shopify.global);
    replaceGlobal('navigation', navigation.global);
    if (conditions !== null) evaluate(conditions.bundle, conditions.scriptUrl);
    evaluate(bundle, scriptUrl);
    if (run !== null) {
      const value: unknown = await callbackFor(run.registered, shopify.registered, scriptUrl)(shopify.global);
      return {rendered: false, value: readable(run.registered, value)};
    }
    const callback = callbackFor(target, shopify.registered, scriptUrl);
    if (!(await mayRender(target, shopify.registered, shopify.global))) return {rendered: false};
    await callback(shopify.global);
    connection.flush();
    return {rendered: true};
  },
  navigated(change) {
    navigation?.navigated(change);
    connection.flush();
  },
  abort() {
    abortion.abort();
  },
  async update({surroundings: next, signals}) {
    surroundings = next;
    for (const [path, value] of signals) shopify?.setSignal(path, value);
    await clock.apply(next.clock);
    connection.flush();
  },
} satisfies SandboxCalls);

const connection = new BatchingConnection({
  send: (records) => void page.mutate(records),
  callElement: (id, method, args) => page.callElement(id, method, args),
});

watchErrors(natives.addEventListener, (error) => void page.report(error));
relayConsole(natives.console, (level, text, stack) => void page.log(level, text, stack));
replaceGlobal('Date', clock.Date);
replaceGlobal('setTimeout', clock.setTimeout.bind(clock));
replaceGlobal('setInterval', clock.setInterval.bind(clock));
replaceGlobal('clearTimeout', clock.clear.bind(clock));
replaceGlobal('clearInterval', clock.clear.bind(clock));
replaceGlobal(
  'fetch',
  guardFetch(() => known().network, natives),
);
refuseGlobals();

defineRemoteElements(ELEMENTS);
setRemoteId(scope.document.body, ROOT);
connectRemoteNode(scope.document.body, connection);

async function callPage(path: string, args: readonly unknown[]): Promise<unknown> {
  const answer = await page.callApi(path, args);
  // Promises do not cross; the page sends the function that waits for the end of an intent.
  return path === 'intents.invoke' ? {complete: (answer as {complete(): Promise<unknown>}).complete()} : answer;
}

function known(): Surroundings {
  if (surroundings === undefined) throw new Error('The sandbox has not been started.');
  return surroundings;
}
