import {SimhostError} from '../../errors.ts';
import {redact} from '../../redact.ts';
import type {MountActivity, PendingWork} from '../../wire/activity.ts';
import type {FromPage, Mount, PageState, WireError} from '../../wire/control.ts';
import type {
  ApiTree,
  HistoryEntry,
  NavigationChange,
  NetworkRules,
  PageCalls,
  PlatformAnswer,
  PlatformRequest,
  SandboxEnvironment,
} from '../../wire/sandbox.ts';
import {placeOf, surfaceOf, TARGETS} from '../../wire/surfaces.ts';
import {toWireError} from '../../wire/wire-error.ts';
import {ActivityPolls} from './activity-polls.ts';
import type {Bundles} from './bundles.ts';
import {failurePanel} from './failure-panel.ts';
import {applyRecords, ROOT_ID} from './mutation-records.ts';
import type {SandboxWorker, SandboxWorkers} from './sandbox-worker.ts';
import {signalChanges} from './signal-changes.ts';
import {languageRules} from './surfaces/customer-account/extension-language.ts';
import {apiOf, elementsOf} from './surfaces/surface-api.ts';
import {PageTree} from './page-tree.ts';

/** One extension in the page: its container, its sandbox, its tree. Each start is a new one. */
export class RunningMount {
  readonly container: HTMLElement;
  /** Fulfils when it has started, has failed or was stopped. */
  readonly settled: Promise<void>;
  readonly #host: MountDeps;
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

  constructor(container: HTMLElement, mount: Mount, state: PageState, host: MountDeps) {
    this.container = container;
    // A start that failed has left its panel there.
    container.replaceChildren();
    this.#host = host;
    this.#mount = mount;
    this.#state = state;
    this.#api = apiOf(mount, state);

    this.#tree = new PageTree(container, ROOT_ID, {
      target: mount.target,
      surface: surfaceOf(mount.target) ?? 'no surface',
      elements: elementsOf(mount.target),
      dispatch: (send) => void Promise.resolve(send()).catch(() => {}),
    });

    this.#sandbox = host.workers.take(mount, this.#pageCalls());
    this.#polls = new ActivityPolls(() => this.#sandbox.calls.activity());
    this.settled = new Promise((resolve) => (this.#settle = resolve));
    void this.#start();
  }

  get generation(): number {
    return this.#mount.generation;
  }

  /** Makes the sandbox equal to a state; answers when it is. */
  async update(mount: Mount, state: PageState): Promise<void> {
    const before = this.#api;
    this.#mount = mount;
    this.#state = state;
    this.#api = apiOf(mount, state);
    if (this.#phase !== 'started' && this.#phase !== 'mounted') return;

    this.#passAbort();
    const update = {surroundings: this.#surroundings(), signals: signalChanges(before, this.#api)};
    await this.#sandbox.calls.update(update).catch((error: unknown) => this.#tell('error', error));
  }

  /** Tells the extension that the page shows another entry of its history. */
  navigated(type: NavigationChange['type']): void {
    const entry = this.#host.entryFor(this.#mount);
    if (entry === null || (this.#phase !== 'started' && this.#phase !== 'mounted')) return;
    void this.#sandbox.calls.navigated({type, entry}).catch((error: unknown) => this.#tell('error', error));
  }

  /** What the extension has begun and not finished. */
  async activity(): Promise<MountActivity> {
    const {id} = this.#mount;
    if (this.#phase === 'stopped') return {mount: id, begun: 0, pending: []};
    if (this.#phase === 'starting') return {mount: id, begun: 0, pending: [STARTING]};

    const {begun, pending} = await this.#polls.poll();
    return {mount: id, begun, pending: this.#phase === 'started' ? [STARTING, ...pending] : pending};
  }

  /** Tells what the extension threw where the page has called it. */
  report(error: unknown): void {
    this.#tell('error', error);
  }

  stop(): void {
    if (this.#phase === 'stopped') return;
    this.#phase = 'stopped';
    this.#settle();
    this.#sandbox.stop(new SimhostError('ERR_STOPPED', `The extension ${this.#mount.handle} was stopped.`));
    this.container.replaceChildren();
  }

  /** Takes the mount out of the page. */
  remove(): void {
    this.stop();
    this.container.remove();
  }

  async #start(): Promise<void> {
    try {
      const {target, apiVersion, handle, bundleUrl, conditions, scriptUrl, run} = this.#mount;
      if (surfaceOf(target) === undefined) {
        throw new SimhostError(
          'ERR_UNKNOWN_TARGET',
          `The target "${target}" of ${handle} is not simulated yet.`,
          {
            next: `Simulated: ${TARGETS.join(', ')}.`,
          },
        );
      }
      const [bundle, condition] = await Promise.all([
        this.#host.bundles.text(bundleUrl),
        conditions === null ? null : this.#host.bundles.text(conditions.bundleUrl),
        this.#sandbox.ready,
      ]);
      if (this.#phase !== 'starting') return;
      this.#phase = 'started';
      this.#passAbort();
      const entry = this.#host.entryFor(this.#mount);
      const {rendered, value} = await this.#sandbox.calls.start({
        target,
        apiVersion,
        run:
          run === null
            ? null
            : {registered: run.registered, abortable: placeOf(target)?.api.includes('suggest') === true},
        scriptUrl,
        bundle,
        conditions:
          conditions === null || condition === null
            ? null
            : {scriptUrl: conditions.scriptUrl, bundle: condition},
        api: this.#api,
        surroundings: this.#surroundings(),
        entry,
      });
      if (this.#isStopped()) return;
      this.container.hidden = !rendered;
      this.#phase = 'mounted';
      if (run !== null) this.#host.send({type: 'returned', mount: this.#mount.id, value});
      else this.#host.send({type: 'mounted', mount: this.#mount.id});
      this.#settle();
    } catch (error) {
      this.#fail(error);
    }
  }

  #passAbort(): void {
    if (this.#mount.run?.aborted !== true || this.#aborted) return;
    this.#aborted = true;
    void this.#sandbox.calls.abort().catch(() => {});
  }

  #surroundings(): SandboxEnvironment {
    const {clock, forward} = this.#state;
    const {capabilities, declined, fetchToScriptOrigin, scriptUrl} = this.#mount;

    const network: NetworkRules = {
      allowed: capabilities.includes('network_access'),
      declined,
      hostOrigin: location.origin,
      refusedScriptOrigin: fetchToScriptOrigin === 'refused' ? new URL(scriptUrl).origin : null,
      forward,
    };

    return {clock, network, language: languageRules(this.#mount, this.#state)};
  }

  #pageCalls(): PageCalls {
    return {
      mutate: (records) => {
        if (this.#phase === 'stopped') return;
        try {
          applyRecords(this.#tree, records);
        } catch (error) {
          this.#fail(error);
        }
      },
      callElement: (id, method, args) => this.#tree.call(id, method, args),
      callApi: (path, args) => this.#host.callApi(this.#mount, this.#state, path, args),
      fetch: async (request) => {
        const controller = new AbortController();
        this.#fetches.set(request.id, controller);
        try {
          return await this.#host.fetch(this.#mount, this.#state, request, controller.signal);
        } finally {
          this.#fetches.delete(request.id);
        }
      },
      abortFetch: (id) => this.#fetches.get(id)?.abort(),
      report: (error) => this.#tell('error', error),
      log: (lines) => {
        if (this.#phase !== 'stopped') this.#host.send({type: 'log', mount: this.#mount.id, lines});
      },
      notice: (notice) => {
        if (this.#phase !== 'stopped') this.#host.send({type: 'notice', mount: this.#mount.id, notice});
      },
      reload: () => this.#host.restart(this.#mount.id),
    };
  }

  /** The extension cannot start, or cannot go on: a panel stands in its place, and the simulation hears of it. */
  #fail(thrown: unknown): void {
    if (this.#phase === 'stopped') return;
    const mounted = this.#phase === 'mounted';
    const error = written(thrown);

    this.#tell(mounted ? 'error' : 'failed', error);
    this.stop();
    this.container.append(
      failurePanel(`${this.#mount.name} ${mounted ? 'has stopped' : 'could not start'}`, error),
    );
  }

  #tell(type: 'error' | 'failed', thrown: unknown): void {
    if (this.#isStopped()) return;
    this.#host.send({type, mount: this.#mount.id, error: written(thrown)});
  }

  #isStopped(): boolean {
    return this.#phase === 'stopped';
  }
}

const STARTING: PendingWork = {what: 'start'};

/** What a mount needs of the page around it. */
export interface MountDeps {
  readonly workers: SandboxWorkers;
  readonly bundles: Bundles;
  send(message: FromPage): void;
  callApi(mount: Mount, state: PageState, path: string, args: readonly unknown[]): unknown;
  /** Sends what an extension sends by Shopify's own protocol. */
  fetch(
    mount: Mount,
    state: PageState,
    request: PlatformRequest,
    signal: AbortSignal,
  ): Promise<PlatformAnswer>;
  /** The page's entry for a target that may know it, else `null`. */
  entryFor(mount: Mount): HistoryEntry | null;
  restart(mount: string): void;
}

/** An error without any token that the extension may have put into its text. */
function written(thrown: unknown): WireError {
  const error = toWireError(thrown);
  return {...error, message: redact(error.message), stack: redact(error.stack)};
}
