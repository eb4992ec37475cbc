import {SimhostError} from '../../errors.ts';
import {redact} from '../../redact.ts';
import type {MountActivity, PendingWork} from '../../wire/activity.ts';
import type {FromPage, Mount, PageState, WireError} from '../../wire/control.ts';
import type {WireNotice} from '../../wire/extension-notices.ts';
import type {
  ApiTree,
  FetchedDocument,
  HistoryEntry,
  NavigationChange,
  PageCalls,
  PlatformAnswer,
  PlatformRequest,
  SandboxStarted,
} from '../../wire/sandbox.ts';
import {surfaceOf, TARGETS} from '../../wire/surfaces.ts';
import {toWireError} from '../../wire/wire-error.ts';
import {ActivityPolls} from '../activity/activity-polls.ts';
import type {ApiCaller} from './api-call.ts';
import type {Bundles} from './bundles.ts';
import {failurePanel} from './failure-panel.ts';
import {applyRecords, ROOT_ID} from './mutation-records.ts';
import {environmentOf, type MountScripts, sandboxStartOf} from './sandbox-environment.ts';
import type {SandboxWorker, SandboxWorkers} from './sandbox-worker.ts';
import {signalChanges} from './signal-changes.ts';
import {startingApi} from './starting-api.ts';
import {apiOf} from './surfaces/surface-api.ts';
import {elementsOf} from './surfaces/target-elements.ts';
import {PageTree} from './page-tree.ts';

const STARTING: PendingWork = {what: 'start'};

/** An extension in the page: its container, its sandbox and its tree. Each start creates a new one. */
export class RunningMount {
  readonly container: HTMLElement;
  /** Fulfils when the mount has started, has failed or was stopped. */
  readonly settled: Promise<void>;
  readonly #deps: MountDeps;
  readonly #sandbox: SandboxWorker;
  readonly #tree: PageTree;
  readonly #fetches = new Map<number, AbortController>();
  readonly #polls: ActivityPolls;
  #mount: Mount;
  #state: PageState;
  #api: ApiTree;
  #aborted = false;
  #phase: 'starting' | 'started' | 'mounted' | 'stopped' = 'starting';
  #settle: () => void = () => {};

  constructor(container: HTMLElement, mount: Mount, state: PageState, deps: MountDeps) {
    this.container = container;
    // A failed start leaves its panel in the container.
    container.replaceChildren();
    this.#deps = deps;
    this.#mount = mount;
    this.#state = state;
    this.#api = apiOf(mount, state);

    this.#tree = new PageTree(container, ROOT_ID, {
      target: mount.target,
      surface: surfaceOf(mount.target) ?? 'no surface',
      elements: elementsOf(mount),
      dispatch: (send) => void Promise.resolve(send()).catch(() => {}),
    });

    this.#sandbox = deps.workers.take(mount, this.#pageCalls());
    this.#polls = new ActivityPolls(() => this.#sandbox.calls.activity());
    this.settled = new Promise((resolve) => {
      this.#settle = resolve;
    });

    void this.#start();
  }

  get generation(): number {
    return this.#mount.generation;
  }

  /** Makes the sandbox equal to a state. Resolves when it is. */
  async update(mount: Mount, state: PageState): Promise<void> {
    const before = this.#api;
    this.#mount = mount;
    this.#state = state;
    this.#api = apiOf(mount, state);
    if (this.#phase !== 'started' && this.#phase !== 'mounted') return;

    this.#passAbort();
    const update = {surroundings: environmentOf(mount, state), signals: signalChanges(before, this.#api)};
    await this.#sandbox.calls.update(update).catch((error: unknown) => this.#report('error', error));
  }

  /** Reports to the extension that the page shows another entry of its history. */
  navigated(type: NavigationChange['type']): void {
    const entry = this.#deps.entryFor(this.#mount);
    if (entry === null || (this.#phase !== 'started' && this.#phase !== 'mounted')) return;
    void this.#sandbox.calls.navigated({type, entry}).catch((error: unknown) => this.#report('error', error));
  }

  /** Returns the work that the extension has begun and not finished, or its silence after `patience` milliseconds. */
  async activity(patience: number): Promise<MountActivity> {
    const {id} = this.#mount;
    if (this.#phase === 'stopped') return {mount: id, begun: 0, pending: []};
    if (this.#phase === 'starting') return {mount: id, begun: 0, pending: [STARTING]};

    const {begun, pending} = await this.#polls.poll(patience);
    return {mount: id, begun, pending: this.#phase === 'started' ? [STARTING, ...pending] : pending};
  }

  /** Fetches a document that the page shows for the extension. */
  document(src: string): Promise<FetchedDocument> {
    return this.#sandbox.calls.fetchDocument(src);
  }

  /** Calls a tool that the extension registers for the assistant of the admin. */
  callTool(name: string, input: unknown): Promise<unknown> {
    return this.#sandbox.calls.callTool(name, input);
  }

  /** Reports an error that the extension threw when the page called it. */
  report(error: unknown): void {
    this.#report('error', error);
  }

  /** Ends the sandbox, and empties the container. */
  stop(): void {
    if (this.#phase === 'stopped') return;
    this.#phase = 'stopped';
    this.#settle();
    this.#sandbox.stop(new SimhostError('ERR_STOPPED', `The extension ${this.#mount.handle} was stopped.`));
    this.container.replaceChildren();
  }

  /** Stops the mount and removes its container from the page. */
  remove(): void {
    this.stop();
    this.container.remove();
  }

  async #start(): Promise<void> {
    try {
      this.#requireTarget();
      const scripts = await this.#loadScripts();
      if (this.#phase !== 'starting') return;

      this.#phase = 'started';
      this.#passAbort();
      const started = await this.#sandbox.calls.start(
        sandboxStartOf(this.#mount, this.#state, {
          ...scripts,
          ...startingApi(this.#api, this.#mount, this.#state),
          entry: this.#deps.entryFor(this.#mount),
        }),
      );
      if (this.#isStopped()) return;

      this.#finishStart(started);
    } catch (error) {
      this.#fail(error);
    }
  }

  #requireTarget(): void {
    const {target, handle} = this.#mount;
    if (surfaceOf(target) !== undefined) return;

    throw new SimhostError(
      'ERR_UNKNOWN_TARGET',
      `The target "${target}" of ${handle} is not simulated yet.`,
      {
        next: `Simulated: ${TARGETS.join(', ')}.`,
      },
    );
  }

  async #loadScripts(): Promise<MountScripts> {
    const {bundleUrl, conditions} = this.#mount;
    const [bundle, condition] = await Promise.all([
      this.#deps.bundles.text(bundleUrl),
      conditions === null ? null : this.#deps.bundles.text(conditions.bundleUrl),
      this.#sandbox.ready,
    ]);

    return {bundle, condition};
  }

  #finishStart({rendered, value}: SandboxStarted): void {
    const {id, run} = this.#mount;
    this.#deps.rendered(this.#mount, this.container, rendered);
    this.#phase = 'mounted';

    if (run === null) this.#deps.send({type: 'mounted', mount: id});
    else this.#deps.send({type: 'returned', mount: id, value});
    this.#settle();
  }

  /** Reports to the sandbox, once, that the caller of its target no longer waits. */
  #passAbort(): void {
    if (this.#mount.run?.aborted !== true || this.#aborted) return;
    this.#aborted = true;
    void this.#sandbox.calls.abort().catch(() => {});
  }

  #pageCalls(): PageCalls {
    return {
      mutate: (records) => this.#applyRecords(records),
      callElement: (id, method, args) => this.#tree.call(id, method, args),
      callApi: (path, args, stack = '') =>
        this.#deps.callApi({mount: this.#mount, state: this.#state, stack}, path, args),
      requested: (request) => this.#deps.send({type: 'requested', mount: this.#mount.id, request}),
      fetch: (request) => this.#fetch(request),
      abortFetch: (id) => this.#fetches.get(id)?.abort(),
      report: (error) => this.#report('error', error),
      log: (lines) => {
        if (this.#phase !== 'stopped') this.#deps.send({type: 'log', mount: this.#mount.id, lines});
      },
      notice: (notice) => this.#notice(notice),
      reload: () => this.#deps.restart(this.#mount.id),
    };
  }

  #notice(notice: WireNotice): void {
    // If ids are renewed, the simulation knows the earlier ones, and says more.
    const isKnown = notice.code === 'cart-line-id-old' && this.#state.checkoutRules.lineIds === 'renewed';
    if (this.#phase !== 'stopped' && !isKnown)
      this.#deps.send({type: 'notice', mount: this.#mount.id, notice});
  }

  #applyRecords(records: readonly unknown[]): void {
    if (this.#phase === 'stopped') return;

    try {
      applyRecords(this.#tree, records);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #fetch(request: PlatformRequest): Promise<PlatformAnswer> {
    const controller = new AbortController();
    this.#fetches.set(request.id, controller);

    try {
      return await this.#deps.fetch(this.#mount, this.#state, request, controller.signal);
    } finally {
      this.#fetches.delete(request.id);
    }
  }

  /**
   * Stops an extension that cannot start or continue, reports it to the simulation, and shows a panel in its
   * place.
   */
  #fail(thrown: unknown): void {
    if (this.#phase === 'stopped') return;
    const isMounted = this.#phase === 'mounted';
    const error = redactedError(thrown);

    this.#report(isMounted ? 'error' : 'failed', error);
    this.stop();
    const outcome = isMounted ? 'has stopped' : 'could not start';
    this.container.append(failurePanel(`${this.#mount.name} ${outcome}`, error));
    this.#deps.rendered(this.#mount, this.container, this.#mount.run === null);
  }

  #report(type: 'error' | 'failed', thrown: unknown): void {
    if (this.#isStopped()) return;
    this.#deps.send({type, mount: this.#mount.id, error: redactedError(thrown)});
  }

  #isStopped(): boolean {
    return this.#phase === 'stopped';
  }
}

/** The parts of the page that a mount uses. */
export interface MountDeps {
  readonly workers: SandboxWorkers;
  readonly bundles: Bundles;
  send(message: FromPage): void;
  callApi(caller: ApiCaller, path: string, args: readonly unknown[]): unknown;
  /** Sends a request with Shopify's own protocol. */
  fetch(
    mount: Mount,
    state: PageState,
    request: PlatformRequest,
    signal: AbortSignal,
  ): Promise<PlatformAnswer>;
  /** Returns the page's entry for a target that may know it, or `null`. */
  entryFor(mount: Mount): HistoryEntry | null;
  /** Shows or hides the container, and what leads to it on the page. */
  rendered(mount: Mount, container: HTMLElement, isShown: boolean): void;
  restart(mount: string): void;
}

/** Converts an error for the wire, without any token that the extension may have put into its message. */
function redactedError(thrown: unknown): WireError {
  const error = toWireError(thrown);
  return {...error, message: redact(error.message), stack: redact(error.stack)};
}
