import type {Activity} from '../../wire/activity.ts';
import {AskedRequests, callerStack} from '../../wire/asked-request.ts';
import {connect, type Connection, type Port} from '../../wire/rpc.ts';
import type {WireNotice} from '../../wire/extension-notices.ts';
import type {
  PageCalls,
  SandboxCalls,
  SandboxEnvironment,
  SandboxStart,
  SandboxStarted,
  SandboxUpdate,
} from '../../wire/sandbox.ts';
import {surfaceOf} from '../../wire/surfaces.ts';
import {fromWireError, toWireError} from '../../wire/wire-error.ts';
import {adminCalls} from './admin-calls.ts';
import {callbackFor, cloneOutput, evaluate} from './run-bundle.ts';
import {completed} from './completed-answers.ts';
import {relayConsole} from './console-relay.ts';
import {type ErrorWatch, watchErrors} from './error-watch.ts';
import {type Callback, createExtensionApi, type ExtensionApi} from './extension-api.ts';
import {fetchDocument} from './document-fetch.ts';
import {createNavigation, type ExtensionNavigation} from './extension-navigation.ts';
import {ExtensionTools} from './extension-tools.ts';
import {followFetch} from './follow-fetch.ts';
import {guardFetch} from './guarded-fetch.ts';
import {createI18n} from './i18n.ts';
import {LateSignals} from './late-signals.ts';
import {LogRelay} from './log-relay.ts';
import {natives, replaceGlobal} from './natives.ts';
import {mergeActivities, OpenWork} from '../activity/open-work.ts';
import {platformFetch} from './platform-fetch.ts';
import {QueuedTasks} from './queued-tasks.ts';
import {refuseGlobals} from './refused-globals.ts';
import {mayRender} from './render-condition.ts';
import type {RuntimePage, ExtensionRuntime, SandboxMembers} from './extension-runtime.ts';
import {SandboxClock} from './sandbox-clock.ts';

/** Calls that wait for the buyer. They do not count as work of the extension. */
const WAITS_FOR_THE_BUYER: ReadonlySet<string> = new Set(['requireLogin', 'resourcePicker']);

/** Calls that lead to a request of the page. */
const MAKES_A_REQUEST: ReadonlySet<string> = new Set(['sessionToken.get', 'query']);

/**
 * Starts the sandbox in its worker. The page leaves one end of a message port in the global `simhostPort`.
 */
export function startSandbox(createRuntime: (page: RuntimePage) => ExtensionRuntime): void {
  const scope = self as unknown as {simhostPort?: Port};
  const port = scope.simhostPort;

  delete scope.simhostPort;
  if (port === undefined) throw new Error('The sandbox was started without its message port.');

  const sandbox = new Sandbox(port, createRuntime);
  sandbox.replaceGlobals();
}

/** The worker side of one mount: runs the extension, and answers the calls of the page. */
class Sandbox {
  readonly #page: Connection<PageCalls>['theirs'];
  readonly #runtime: ExtensionRuntime;
  readonly #clock = new SandboxClock({...natives, now: () => performance.now()});
  readonly #work = new OpenWork(() => performance.now());
  readonly #tasks = new QueuedTasks(natives);
  readonly #abortion = new AbortController();
  readonly #late = new LateSignals({
    set: (path, value) => this.#api?.setSignal(path, value),
    settle: () => this.#tasks.settle(),
    activity: () => this.#activity(),
    now: () => performance.now(),
  });
  readonly #errors: ErrorWatch;
  readonly #callbacks = new Map<string, Callback>();
  /** The extension's own `fetch`, also if the extension replaces the global. */
  #fetch: typeof fetch = natives.fetch;
  readonly #tools = new ExtensionTools();
  #environment: SandboxEnvironment | undefined;
  #api: ExtensionApi | undefined;
  #navigation: ExtensionNavigation | undefined;
  /** The first error that the extension only logged. */
  #loggedError: Error | undefined;

  constructor(port: Port, createRuntime: (page: RuntimePage) => ExtensionRuntime) {
    this.#errors = watchErrors(natives.addEventListener, (error) => void this.#page.report(error));
    this.#page = connect<PageCalls>(port, this.#calls()).theirs;

    this.#runtime = createRuntime({
      send: (records) => void this.#page.mutate(records),
      callElement: (id, method, args) => this.#page.callElement(id, method, args),
      callApi: (path, args) => this.#callPage(path, args),
      notice: (notice) => void this.#page.notice(notice),
    });
  }

  /** Replaces the globals that the extension must not use as they are. */
  replaceGlobals(): void {
    relayConsole(natives.console, new LogRelay((lines) => void this.#page.log(lines), natives), (error) => {
      this.#loggedError ??= error;
    });

    const clock = this.#clock;
    replaceGlobal('Date', clock.Date);
    replaceGlobal('setTimeout', clock.setTimeout.bind(clock));
    replaceGlobal('setInterval', clock.setInterval.bind(clock));
    replaceGlobal('clearTimeout', clock.clear.bind(clock));
    replaceGlobal('clearInterval', clock.clear.bind(clock));

    const guarded = guardFetch(
      () => this.#known().network,
      natives,
      {
        askPlatform: platformFetch(this.#page),
        idToken: async () => (await this.#callPage('auth.idToken', [])) as string | null,
      },
      new AskedRequests((request) => void this.#page.requested(request)),
    );
    this.#fetch = followFetch(this.#work, guarded);

    this.#tasks.install();
    refuseGlobals();
  }

  #calls(): SandboxCalls {
    return {
      start: (start) => this.#start(start),
      update: (update) => this.#update(update),
      navigated: (change) => {
        this.#navigation?.navigated(change);
        this.#runtime.flush();
      },
      abort: () => this.#abortion.abort(),
      callTool: (name, input) => this.#callTool(name, input),
      activity: async () => {
        await this.#tasks.settle();
        return this.#activity();
      },
      fetchDocument: (src) => fetchDocument(src, this.#fetch),
    };
  }

  async #start(start: SandboxStart): Promise<SandboxStarted> {
    this.#environment = start.surroundings;
    void this.#clock.apply(start.surroundings.clock);
    const api = this.#installApi(start);

    const run = (): Promise<SandboxStarted> => this.#run(start, api);
    const started = await (this.#runtime.errorsFailStart ? this.#failOnErrors(run) : run());

    this.#runtime.flush();
    return started;
  }

  async #update({surroundings, signals}: SandboxUpdate): Promise<void> {
    this.#environment = surroundings;
    for (const [path, value] of signals) {
      this.#late.forget(path);
      this.#api?.setSignal(path, value);
    }

    await this.#clock.apply(surroundings.clock);
    this.#runtime.flush();
  }

  /** Creates the API and the globals of the extension. */
  #installApi(start: SandboxStart): object {
    const members = this.#createMembers(start);
    const {name, local} = this.#runtime.members(members, start);
    const setSignal = (path: string, value: unknown): void => this.#api?.setSignal(path, value);
    const ofAdmin = adminCalls({
      tools: this.#tools,
      setSignal,
      callPage: (path, args) => this.#callPage(path, args),
    });
    const localCalls = {...(surfaceOf(start.target) === 'admin' ? ofAdmin : {}), ...this.#runtime.calls};

    const api = createExtensionApi({
      name,
      target: start.target,
      tree: start.api,
      local,
      createCell: this.#runtime.createCell,
      callPage: (path, args) =>
        localCalls[path] === undefined ? this.#callPage(path, args) : localCalls[path](...args),
      notice: (notice) => void this.#page.notice(notice),
    });

    for (const [global, value] of Object.entries(this.#runtime.globals(api.object, members))) {
      replaceGlobal(global, value);
    }

    this.#api = api;
    return api.object;
  }

  #createMembers({entry, run}: SandboxStart): SandboxMembers {
    const report = (error: unknown): void => void this.#page.report(toWireError(error));
    const navigation = createNavigation({
      entry,
      callPage: (path, args) => void this.#callPage(path, args).catch(report),
    });

    this.#navigation = navigation;
    return {
      i18n: createI18n(() => this.#known().language, report),
      navigation: navigation.global,
      extend: (name, callback) => void this.#callbacks.set(name, callback),
      reload: () => void this.#page.reload(),
      ...(run?.abortable === true ? {signal: this.#abortion.signal} : {}),
    };
  }

  /** Runs the bundle, and then calls the target for its value or renders it. */
  async #run(start: SandboxStart, api: object): Promise<SandboxStarted> {
    const {target, run, scriptUrl, bundle, conditions} = start;
    if (conditions !== null) evaluate(conditions.bundle, conditions.scriptUrl);
    evaluate(bundle, scriptUrl);

    if (run !== null) {
      const output: unknown = await callbackFor(run.registered, this.#callbacks, scriptUrl)(api);
      return {rendered: false, value: cloneOutput(run.registered, output)};
    }

    const callback = callbackFor(target, this.#callbacks, scriptUrl);
    const notice = (about: WireNotice): void => void this.#page.notice(about);
    if (!(await mayRender({target, registered: this.#callbacks, api, notice}))) return {rendered: false};

    this.#late.expect(start.late);
    const firstTree = this.#runtime.run(callback, api, start);
    await Promise.all([firstTree, this.#late.arriveAfter(firstTree)]);
    await this.#noticeUntracked();
    return {rendered: true};
  }

  /** Reports signals that the extension reads without following them. Its effects may subscribe first. */
  async #noticeUntracked(): Promise<void> {
    const {untracked} = this.#runtime;
    if (untracked === undefined || untracked.isEmpty) return;

    await this.#tasks.settle();
    const notice = untracked.notice();
    if (notice !== null) void this.#page.notice(notice);
  }

  /**
   * Fails the start if the extension throws meanwhile, even if its callback resolves. An error that was only
   * logged counts too if nothing was rendered, because React 17 leaves errors above Shopify's error boundary
   * in the log.
   */
  async #failOnErrors(run: () => Promise<SandboxStarted>): Promise<SandboxStarted> {
    const endCollection = this.#errors.collect();
    const [outcome] = await Promise.allSettled([run()]);
    const [first] = endCollection();

    if (outcome.status === 'rejected') throw outcome.reason as Error;
    if (first !== undefined) throw fromWireError(first);

    const {rendered} = outcome.value;
    if (this.#loggedError !== undefined && rendered && !this.#runtime.hasRendered()) throw this.#loggedError;
    return outcome.value;
  }

  async #callPage(path: string, args: readonly unknown[]): Promise<unknown> {
    const stack = MAKES_A_REQUEST.has(path) ? [callerStack()] : [];
    const call = this.#page.callApi(path, args, ...stack);
    const isWork = !WAITS_FOR_THE_BUYER.has(path);
    return completed(path, await (isWork ? this.#work.follow({what: 'call', member: path}, call) : call));
  }

  async #callTool(name: string, input: unknown): Promise<unknown> {
    try {
      return await this.#tools.call(name, input);
    } finally {
      this.#runtime.flush();
    }
  }

  #activity(): Activity {
    return mergeActivities([this.#work.activity, this.#clock.activity]);
  }

  #known(): SandboxEnvironment {
    if (this.#environment === undefined) throw new Error('The sandbox has not been started.');
    return this.#environment;
  }
}
