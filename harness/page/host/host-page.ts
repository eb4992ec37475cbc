import {dateAt, instantOf, REAL_TIME} from '../../clock.ts';
import type {ChangeResult} from '../../wire/change-members.ts';
import {SELECT_RESOURCES} from '../../wire/admin-view.ts';
import type {SelectedResource} from '../../wire/admin-subject.ts';
import {
  type FirstState,
  type FromPage,
  type Mount,
  type PageState,
  UNKNOWN_SIMULATION,
} from '../../wire/control.ts';
import type {SessionTokenSurface} from '../../wire/surfaces.ts';
import {toWireError} from '../../wire/wire-error.ts';
import type {ApiCallDeps} from './api-call.ts';
import {callApi} from './api-calls.ts';
import {Bundles} from './bundles.ts';
import {connectControl} from './control-channel.ts';
import {describeEnd, reloadWithServer} from './channel-end.ts';
import {DrawingGate} from './drawing-gate.ts';
import {ExtensionStorage} from './extension-storage.ts';
import {pageElements} from './loaded-elements.ts';
import {closeOverlay} from './overlays.ts';
import {PageNavigation} from './page-navigation.ts';
import {PageRequests} from './page-requests.ts';
import {PageView} from './page-view.ts';
import {PrintDocuments} from './print-documents.ts';
import {fetchPlatform} from './platform-api.ts';
import {type MountDeps, RunningMount} from './running-mount.ts';
import {RunningMounts} from './running-mounts.ts';
import type {SandboxWorkers} from './sandbox-worker.ts';
import {SessionTokens} from './session-tokens.ts';
import {StateWaiters} from './state-waiters.ts';
import {CheckoutProgress} from './surfaces/checkout/checkout-progress.ts';
import {tracedBy} from './traced-fetch.ts';

const RealDate = Date;

export interface HostPageOptions {
  /** The id of the page's simulation; `''` for a page without one. */
  readonly simulation: string;
  /** The state that the document brought along; `null` if it brought none. */
  readonly first: FirstState | null;
  readonly workers: SandboxWorkers;
}

/** The host page: holds the state of the simulation, and makes view, mounts and history equal to it. */
export class HostPage {
  readonly #simulation: string;
  readonly #first: FirstState | null;
  readonly #workers: SandboxWorkers;
  /** Outside of tests the fragment of the address names the simulation, and has to stay. */
  readonly #keepsFragment: boolean;
  readonly #tokens: SessionTokens;
  readonly #requests: PageRequests;
  readonly #traced = tracedBy((message) => this.#send(message));
  readonly #progress: CheckoutProgress;
  readonly #gate = new DrawingGate();
  readonly #view: PageView;
  readonly #navigation: PageNavigation;
  readonly #mounts: RunningMounts;
  /** Authenticates the page at the platform's endpoints. The control channel brings it. */
  readonly #secret: Promise<string>;
  readonly #waiters = new StateWaiters();
  #welcome: (secret: string) => void = () => {};
  #send: (message: FromPage) => void = () => {};
  #state: PageState | null = null;

  constructor({simulation, first, workers}: HostPageOptions) {
    this.#simulation = simulation;
    this.#first = first;
    this.#workers = workers;
    this.#keepsFragment = simulation !== '' && location.hash === `#${simulation}`;

    this.#secret = new Promise((resolve) => {
      this.#welcome = resolve;
    });

    this.#tokens = this.#createTokens();
    this.#requests = new PageRequests((message) => this.#send(message));
    this.#progress = this.#createProgress();
    this.#view = this.#createView();
    this.#navigation = this.#createNavigation();
    this.#mounts = this.#createMounts();
  }

  /** Connects to the simulation, and shows the first state. */
  start(): void {
    if (this.#simulation === '') this.#view.showNoSimulation();
    else this.#connect();

    globalThis.Date = dateAt(() => this.#now(), RealDate);
    document.addEventListener('navigate', (event) =>
      this.#follow(event as CustomEvent<{href: string; target?: string}>),
    );

    this.#showFirst();
    this.#gate.openAfter(this.#mounts.all.map(({settled}) => settled));
    void Promise.race([this.#workers.alive, this.#gate.opened]).then(pageElements);
  }

  #connect(): void {
    this.#send = connectControl(this.#simulation, {
      welcome: this.#welcome,
      state: (state) => this.#reach(state),
      answered: (reply) => this.#requests.settle(reply),
      polled: (patience) => Promise.all(this.#mounts.all.map((mount) => mount.activity(patience))),
      toolCalled: (call) => this.#mounts.callTool(call),
      closed: (code) => {
        this.#view.showStatus(describeEnd(code));
        if (this.#keepsFragment && code !== UNKNOWN_SIMULATION) void reloadWithServer(this.#simulation);
      },
    });
  }

  #showFirst(): void {
    if (this.#first === null) return;

    const {state} = this.#first;
    // A failure is reported when the channel sends the state again.
    this.#reach(state).catch(() => {});
    if (!this.#keepsFragment && state.mounts.every(({started}) => started)) {
      this.#view.openAt(location.pathname);
    }
  }

  /** Makes the page equal to a state. Resolves when every running sandbox is equal to it too. */
  async #reach(next: PageState): Promise<void> {
    if (this.#state !== null && next.tokenEpoch !== this.#state.tokenEpoch) this.#tokens.flush();
    const before = this.#state;
    this.#state = next;

    await Promise.all([this.#view.show(next), this.#mounts.reach(next)]);
    this.#progress.changed(before, next);

    this.#waiters.notify(next);
  }

  /** Follows a link of an extension, or reports that it leads to another tab. */
  #follow(event: CustomEvent<{href: string; target?: string}>): void {
    const {href, target} = event.detail;
    if (target === '_blank') return this.#view.showStatus(`The link leads to ${href} in another tab.`);

    const ids = event
      .composedPath()
      .flatMap((each) => (each instanceof HTMLElement ? (each.dataset['mount'] ?? []) : []));

    this.#navigation.go(href, this.#mountOf(ids[0]) ?? null);
  }

  /** Closes the dialog around a mount, and stops the mount. */
  #close(mount: Mount): void {
    const known = this.#mounts.get(mount.id);
    if (known === undefined) return;

    this.#view.close(known.container);
    known.stop();
  }

  /** Starts an extension of the admin again. A list sends the resources that are selected on it. */
  async #open({id}: Mount, selected: readonly SelectedResource[] | null): Promise<void> {
    if (selected !== null) await this.#requests.request(id, SELECT_RESOURCES, selected);
    const mount = this.#mountOf(id);
    if (mount !== undefined && this.#state !== null) this.#mounts.start(mount, this.#state);
  }

  #log(mount: Mount, level: 'warn' | 'debug', text: string): void {
    this.#send({type: 'log', mount: mount.id, lines: [{level, text, stack: ''}]});
  }

  #mountOf(id: string | undefined): Mount | undefined {
    return this.#state?.mounts.find((mount) => mount.id === id);
  }

  /** The simulated instant, in milliseconds since 1970. */
  #now(): number {
    return instantOf(this.#state?.clock ?? REAL_TIME, RealDate.now());
  }

  #tokenEndpoint(surface: SessionTokenSurface): string {
    const endpoints = this.#state?.endpoints;
    const endpoint =
      surface === 'checkout' ? endpoints?.checkoutApi : `${endpoints?.customerAccountApi}unstable/graphql`;
    return endpoint ?? '';
  }

  #createTokens(): SessionTokens {
    return new SessionTokens({
      endpoint: (surface) => this.#tokenEndpoint(surface),
      secret: () => this.#secret,
      now: () => this.#now(),
    });
  }

  #createProgress(): CheckoutProgress {
    return new CheckoutProgress({
      state: () => this.#state,
      showErrors: (errors) => this.#view.showErrors('checkout', errors),
      noted: (mount, text) => this.#log(mount, 'debug', text),
      warned: (mount, problem) => this.#log(mount, 'warn', problem),
      failed: (mount, error) => {
        const known = this.#mounts.get(mount.id);
        if (known?.generation === mount.generation) known.report(error);
      },
    });
  }

  #createView(): PageView {
    return new PageView(
      {
        follow: (href) => this.#navigation.go(href, null),
        dismiss: (mount) => {
          this.#send({type: 'call', mount: mount.id, member: 'close', args: []});
          this.#close(mount);
        },
        open: (mount, selected) => void this.#open(mount, selected),
        act: (action, given) => this.#requests.request(null, action, given) as Promise<ChangeResult>,
        pointedAtPrimary: (label) => this.#progress.pointedAtPrimary(label),
        mayProgress: () => this.#progress.mayProgress(),
        documents: new PrintDocuments({
          fetch: (mount, src) => this.#mounts.get(mount.id)?.document(src),
          send: (message) => this.#send(message),
        }),
      },
      {mayDraw: this.#gate.opened, crashed: (thrown) => this.#reportCrash(thrown)},
    );
  }

  #reportCrash(thrown: unknown): void {
    const error = toWireError(thrown);
    this.#view.showStatus(`simhost could not show this page: ${error.message}`);
    this.#send({type: 'crashed', revision: null, error});
  }

  #createNavigation(): PageNavigation {
    return new PageNavigation({
      keepsFragment: this.#keepsFragment,
      mounts: () => this.#state?.mounts ?? [],
      arrived: (path, type) => {
        this.#view.goTo(path);
        for (const mount of this.#mounts.all) mount.navigated(type);
      },
      leave: (href) => this.#view.showStatus(`The link leads to ${href}.`),
    });
  }

  #createMounts(): RunningMounts {
    const deps = this.#mountDeps();
    return new RunningMounts({
      place: (mount) => this.#view.place(mount),
      reveal: (container) => this.#view.reveal(container),
      create: (container, mount, state) => new RunningMount(container, mount, state, deps),
    });
  }

  #mountDeps(): MountDeps {
    const calls = this.#apiCallDeps();
    return {
      workers: this.#workers,
      bundles: new Bundles(this.#first?.bundles ?? {}),
      send: (message) => this.#send(message),
      callApi: (caller, path, args) => callApi(calls, caller, path, args),
      fetch: (mount, {endpoints}, request, signal) =>
        fetchPlatform(request, {
          mount,
          endpoints,
          signal,
          secret: () => this.#secret,
          send: this.#traced({mount, stack: request.stack}),
        }),
      entryFor: (mount) => this.#navigation.entryFor(mount),
      rendered: (mount, container, isShown) => this.#view.rendered(mount, container, isShown),

      restart: (id) => {
        const mount = this.#mountOf(id);
        if (mount !== undefined && this.#state !== null) this.#mounts.start(mount, this.#state);
      },
    };
  }

  #apiCallDeps(): ApiCallDeps {
    return {
      tokens: this.#tokens,
      secret: () => this.#secret,
      storage: new ExtensionStorage(),
      overlays: this.#view.overlays,
      navigation: this.#navigation,
      requests: this.#requests,
      journey: this.#progress.journey,
      record: (mount, member, args) => this.#send({type: 'call', mount: mount.id, member, args}),
      warn: (mount, problem) => this.#log(mount, 'warn', problem),
      whenState: (matches) => this.#waiters.when(matches),
      signIn: () => this.#send({type: 'sign-in'}),
      close: (mount) => this.#close(mount),
      open: (mount, selected) => this.#open(mount, selected),
      fetchFor: this.#traced,
      closeOverlay: ({id}, overlay) => closeOverlay(this.#mounts.get(id)?.container, overlay),
    };
  }
}
