import {connect, type Port} from '../../wire/rpc.ts';
import type {WireNotice} from '../../wire/control.ts';
import type {PageCalls, SandboxCalls, SandboxStart, SandboxEnvironment} from '../../wire/sandbox.ts';
import {fromWireError, toWireError} from '../../wire/wire-error.ts';
import {createExtensionApi, type ExtensionApi, type Callback, type Cell} from './extension-api.ts';
import {SandboxClock} from './sandbox-clock.ts';
import {relayConsole} from './console-relay.ts';
import {LogRelay} from './log-relay.ts';
import {mayRender} from './render-condition.ts';
import {watchErrors} from './error-watch.ts';
import {guardFetch} from './guarded-fetch.ts';
import {followFetch} from './follow-fetch.ts';
import {createI18n, type I18n} from './i18n.ts';
import {natives, replaceGlobal} from './natives.ts';
import {createNavigation, type ExtensionNavigation} from './extension-navigation.ts';
import {platformFetch} from './platform-fetch.ts';
import {refuseGlobals} from './refused-globals.ts';
import {callbackFor, evaluate, cloneOutput} from './bundle.ts';
import {QueuedTasks} from './queued-tasks.ts';
import {OpenWork, mergeActivities} from './open-work.ts';

/** What runs in the worker. The page leaves one end of a message port in `simhostPort`. */
export function startSandbox(createWire: (page: ProtocolPage) => RenderProtocol): void {
  const scope = self as unknown as {simhostPort?: Port};
  const port = scope.simhostPort;

  delete scope.simhostPort;
  if (port === undefined) throw new Error('The sandbox was started without its message port.');

  const clock = new SandboxClock({...natives, now: () => performance.now()});
  const work = new OpenWork(() => performance.now());
  const queuedTasks = new QueuedTasks(natives);
  const abortion = new AbortController();
  let surroundings: SandboxEnvironment | undefined;
  let api: ExtensionApi | undefined;
  let navigation: ExtensionNavigation | undefined;
  /** The first error that the extension only logged. */
  let logged: Error | undefined;
  const errors = watchErrors(natives.addEventListener, (error) => void page.report(error));

  const {theirs: page} = connect<PageCalls>(port, {
    async start(start) {
      const {
        target,
        run: called,
        scriptUrl,
        bundle,
        conditions,
        api: tree,
        surroundings: first,
        entry,
      } = start;

      surroundings = first;
      void clock.apply(first.clock);
      navigation = createNavigation({
        entry,
        callPage: (path, args) =>
          void callPage(path, args).catch((error: unknown) => page.report(toWireError(error))),
      });

      const registered = new Map<string, Callback>();
      const made: SandboxMembers = {
        i18n: createI18n(
          () => known().language,
          (error) => void page.report(toWireError(error)),
        ),
        navigation: navigation.global,
        extend: (name, callback) => void registered.set(name, callback),
        reload: () => void page.reload(),
        ...(called?.abortable === true ? {signal: abortion.signal} : {}),
      };

      const {name, local} = wire.members(made, start);

      api = createExtensionApi({
        name,
        target,
        tree,
        local,
        createCell: wire.createCell,
        callPage: (path, args) =>
          wire.calls?.[path] === undefined ? callPage(path, args) : wire.calls[path](...args),
        notice: (notice) => void page.notice(notice),
      });

      for (const [global, value] of Object.entries(wire.globals(api.object, made)))
        replaceGlobal(global, value);
      let value: unknown;

      const run = async (): Promise<boolean> => {
        if (conditions !== null) evaluate(conditions.bundle, conditions.scriptUrl);
        evaluate(bundle, scriptUrl);

        if (called !== null) {
          const answer: unknown = await callbackFor(
            called.registered,
            registered,
            scriptUrl,
          )(api?.object ?? {});
          value = cloneOutput(called.registered, answer);
          return false;
        }

        const callback = callbackFor(target, registered, scriptUrl);
        if (!(await mayRender(target, registered, api?.object ?? {}))) return false;

        await wire.run(callback, api?.object ?? {}, start);
        return true;
      };

      const rendered = await (wire.errorsFailStart ? failingByErrors(run) : run());

      wire.flush();
      return called === null ? {rendered} : {rendered, value};
    },
    navigated(change) {
      navigation?.navigated(change);
      wire.flush();
    },
    abort() {
      abortion.abort();
    },
    async update({surroundings: next, signals}) {
      surroundings = next;
      for (const [path, value] of signals) api?.setSignal(path, value);
      await clock.apply(next.clock);
      wire.flush();
    },
    async activity() {
      await queuedTasks.pass();
      return mergeActivities([work.activity, clock.activity]);
    },
  } satisfies SandboxCalls);

  relayConsole(
    natives.console,
    new LogRelay((lines) => void page.log(lines), natives),
    (error) => void (logged ??= error),
  );

  replaceGlobal('Date', clock.Date);
  replaceGlobal('setTimeout', clock.setTimeout.bind(clock));
  replaceGlobal('setInterval', clock.setInterval.bind(clock));
  replaceGlobal('clearTimeout', clock.clear.bind(clock));
  replaceGlobal('clearInterval', clock.clear.bind(clock));
  followFetch(
    work,
    guardFetch(() => known().network, natives, platformFetch(page)),
  );

  queuedTasks.install();
  refuseGlobals();

  const wire = createWire({
    send: (records) => void page.mutate(records),
    callElement: (id, method, args) => page.callElement(id, method, args),
    callApi: callPage,
    notice: (notice) => void page.notice(notice),
  });

  /**
   * An error that the extension throws meanwhile is the failure of its start, though its callback may resolve; so is one that
   * is only logged where nothing was drawn, as React 17 leaves it above Shopify's error boundary.
   */
  async function failingByErrors(run: () => Promise<boolean>): Promise<boolean> {
    const ended = errors.collect();
    const [outcome] = await Promise.allSettled([run()]);
    const [first] = ended();
    if (outcome.status === 'rejected') throw outcome.reason as Error;
    if (first !== undefined) throw fromWireError(first);
    if (logged !== undefined && outcome.value && !wire.hasRendered()) throw logged;

    return outcome.value;
  }

  async function callPage(path: string, args: readonly unknown[]): Promise<unknown> {
    const call = page.callApi(path, args);
    const answer = await (WAITS_FOR_THE_BUYER.has(path)
      ? call
      : work.follow({what: 'call', member: path}, call));

    // Promises do not cross; the page sends the function that waits for the end of an intent.
    return path === 'intents.invoke'
      ? {complete: (answer as {complete(): Promise<unknown>}).complete()}
      : answer;
  }

  function known(): SandboxEnvironment {
    if (surroundings === undefined) throw new Error('The sandbox has not been started.');
    return surroundings;
  }
}

/** Calls that the buyer answers: an extension that waits for these does nothing by itself. */
const WAITS_FOR_THE_BUYER: ReadonlySet<string> = new Set(['requireLogin']);

/** How the extensions of a generation are called, what they see, and how their tree comes into the page. */
export interface RenderProtocol {
  readonly createCell: (value: unknown) => Cell;
  /** The members of the API that the sandbox makes, and what the extension calls the API. */
  members(
    made: SandboxMembers,
    start: SandboxStart,
  ): {readonly name: string; readonly local: Readonly<Record<string, unknown>>};
  /** The globals that the extension finds. */
  globals(api: object, made: SandboxMembers): Readonly<Record<string, unknown>>;
  /** Functions of the API that the sandbox answers, by path. */
  readonly calls?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  /** Calls the target's callback; resolves when the first tree is complete. */
  run(callback: Callback, api: object, start: SandboxStart): Promise<void>;
  /** Sends what is gathered. */
  flush(): void;
  /** Whether anything of the extension stands in the page. */
  hasRendered(): boolean;
  /** Whether rendering tells of its failure by an error event alone. */
  readonly errorsFailStart: boolean;
}

export interface SandboxMembers {
  readonly i18n: I18n;
  readonly navigation: object;
  readonly extend: (target: string, callback: Callback) => void;
  readonly reload: () => void;
  /** Of a target whose caller may no longer wait. */
  readonly signal?: AbortSignal;
}

/** What of the page a wire needs. */
export interface ProtocolPage {
  send(records: readonly unknown[]): void;
  callElement(id: string, method: string, args: readonly unknown[]): unknown;
  /** Calls a member of the API in the page. */
  callApi(path: string, args: readonly unknown[]): Promise<unknown>;
  notice(notice: WireNotice): void;
}
