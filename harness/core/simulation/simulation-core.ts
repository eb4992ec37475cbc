import type {HttpHandler, RequestHandler} from 'msw';
import {Clock} from '../../clock.ts';
import {SimhostError} from '../../errors.ts';
import {oneOf, refuseUnknownKeys} from '../../known-values.ts';
import {NoticeLog} from '../../notices.ts';
import {redact} from '../../redact.ts';
import type {Metafield} from '../../wire/account.ts';
import type {Checkout} from '../../wire/checkout.ts';
import {SANDBOX_ORIGINS, SCRIPT_ORIGIN_RULES} from '../../wire/control.ts';
import type {BuildFailure, Mount, PageState, SandboxOrigin, ToPage} from '../../wire/control.ts';
import type {Order} from '../../wire/order.ts';
import type {SurfaceName} from '../../wire/surfaces.ts';
import type {ArmedCase, ArmOptions} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {OutgoingRequest} from '../cases/outgoing-request.ts';
import type {Identification, ShownRequest} from '../platforms/platform.ts';
import {ShopMinis} from '../platforms/shop-minis/shop-minis.ts';
import type {UserTokenResponse} from '../platforms/shop-minis/user-token.ts';
import {shopify} from '../platforms/shopify/shopify.ts';
import type {ShopifyDeps} from '../platforms/shopify/shopify-deps.ts';
import {vtex} from '../platforms/vtex/vtex-platform.ts';
import type {VtexPlatform} from '../platforms/vtex/vtex-platform.ts';
import {PUBLISHED_TEST_SECRET} from '../world/app.ts';
import {readChange} from '../world/change-shapes.ts';
import {Ids} from '../world/ids.ts';
import type {Customer, CustomerOption} from '../world/people.ts';
import {createWorld} from '../world/world.ts';
import type {World} from '../world/world.ts';
import {describeInFlight, joinReports} from './activity.ts';
import type {ActivityReport} from './activity.ts';
import type {ApiCall, ExtensionError, ExtensionLog} from './extension-events.ts';
import {Extensions} from './extensions.ts';
import {Issuer} from './issuer.ts';
import type {MintOptions} from './issuer.ts';
import {Listeners} from './listeners.ts';
import {LiveWorld} from './live-world.ts';
import {missingSubNotice} from './missing-sub.ts';
import {Mounts} from './mounts.ts';
import type {MountedExtension, MountRequest, RunRequest} from './mount-request.ts';
import type {MswHandler} from './msw-handler.ts';
import {SIMULATION_OPTIONS} from './options.ts';
import type {SimulationOptions} from './options.ts';
import {addressOf, pageAddress} from './page-addresses.ts';
import type {PageAddressOptions} from './page-addresses.ts';
import {Pages} from './pages.ts';
import type {Ask, PageConnection, PageConnectionOptions, PageMessage} from './pages.ts';
import {PlatformSet} from './platform-set.ts';
import {RequestLog} from './request-log.ts';
import type {LoggedRequest} from '../verdicts/logged-request.ts';
import type {SimulationChange} from './simulation-change.ts';
import {TokenInspection} from './token-inspection.ts';
import type {InspectedToken} from './token-inspection.ts';
import type {TokenKind} from './token-kinds.ts';

/**
 * Creates a simulation with everything that pages and server need. Users get the `Simulation` around it.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION` and the errors of the single options
 */
export function createSimulationCore(options: SimulationOptions = {}): SimulationCore {
  refuseUnknownKeys('simulation', options, SIMULATION_OPTIONS);
  return new SimulationCore(options);
}

/** The state of one simulation, with the connections of pages and server. */
export class SimulationCore {
  /** The unguessable name of this simulation on the control channel. */
  readonly id: string = crypto.randomUUID();
  readonly clock: Clock;
  /** The origin that the requests of extensions carry. */
  readonly origin: SandboxOrigin;
  readonly world: World;
  readonly requests: RequestLog = new RequestLog();
  readonly notices: NoticeLog;
  readonly vtex: VtexPlatform;
  readonly minis: ShopMinis;

  readonly #ids: Ids;
  readonly #issuer: Issuer;
  readonly #platforms: PlatformSet;
  readonly #tokens: TokenInspection;
  readonly #live: LiveWorld;
  readonly #pages: Pages;
  readonly #mounts: Mounts;
  readonly #extensions: Extensions;
  readonly #logs = new Listeners<ExtensionLog>();
  readonly #errors = new Listeners<ExtensionError>();
  readonly #calls = new Listeners<ApiCall>();
  readonly #crashes = new Listeners<SimhostError>();
  #used: readonly RequestHandler[] = [];
  #tokenEpoch = 0;

  constructor({
    customer = 'ada',
    locale = 'en',
    scope = crypto.randomUUID(),
    clock = new Clock(),
    origin = 'opaque',
    fetchToScriptOrigin,
    notices = {},
    strict = false,
    ...world
  }: SimulationOptions) {
    this.clock = clock;
    this.origin = oneOf('origin', origin, SANDBOX_ORIGINS);
    this.notices = new NoticeLog({notices, strict});
    this.world = createWorld(world);

    this.#live = new LiveWorld({world: this.world, now: () => clock.now(), customer, locale});
    this.#ids = new Ids({seed: this.world.seed, scope});
    this.#issuer = new Issuer({world: this.world, clock, ids: this.#ids, customer: () => this.customer});

    this.#pages = this.#createPages();
    this.#mounts = this.#createMounts(fetchToScriptOrigin);
    this.#extensions = new Extensions({
      mounts: this.#mounts,
      pages: this.#pages,
      live: this.#live,
      notices: this.notices,
    });

    this.vtex = this.#createVtex();
    this.minis = this.#createMinis();
    this.#platforms = new PlatformSet([shopify(this.world, this.#shopifyDeps()), this.vtex, this.minis]);
    this.#tokens = new TokenInspection({
      issuer: this.#issuer,
      platforms: this.#platforms,
      minis: this.minis,
      clientId: this.world.app.clientId,
    });

    this.#followClock();
  }

  /** The MSW handlers of the platforms, after those of `use`. */
  get handlers(): readonly RequestHandler[] {
    return [...this.#used, ...this.#platforms.handlers];
  }

  /** The MSW handlers of the platforms, for pages that do not prove that they belong to the simulation. */
  get openHandlers(): readonly HttpHandler[] {
    return this.#platforms.openHandlers;
  }

  /** The person who is signed in, or null for a guest. */
  get customer(): Customer | null {
    return this.#live.customer;
  }

  /** The order that pages of one order show. */
  get order(): Order {
    return this.#live.order;
  }

  /** The checkout that checkout pages show. */
  get checkout(): Checkout {
    return this.#live.checkout;
  }

  /** Puts MSW handlers before those of the platforms. */
  use(...handlers: readonly MswHandler[]): void {
    this.#used = [...(handlers as readonly RequestHandler[]), ...this.#used];
  }

  /** Changes what pages show. If it throws, nothing is changed. */
  update(given: SimulationChange): void {
    const {settings, declined, ...change} = readChange(given) as SimulationChange;
    if (settings !== undefined) this.#mounts.checkSettings(settings);
    if (declined !== undefined) this.#mounts.checkDeclined(declined);

    this.#live.update(change);
    if (settings !== undefined) this.#mounts.changeSettings(settings);
    if (declined !== undefined) this.#mounts.changeDeclined(declined);

    this.#pages.update();
  }

  /** The values that must be redacted everywhere: the client secrets, unless published, and the platforms' keys. */
  get secrets(): readonly string[] {
    const {clientSecret, previousClientSecret} = this.world.app;
    const own = [clientSecret, previousClientSecret].filter(
      (secret) => secret !== undefined && secret !== PUBLISHED_TEST_SECRET,
    ) as string[];
    return [...own, ...this.#platforms.secrets];
  }

  /** A number that grows whenever pages must forget the tokens that they hold. */
  get tokenEpoch(): number {
    return this.#tokenEpoch;
  }

  /** Mints a token. */
  async mint(kind: TokenKind, options?: MintOptions): Promise<string> {
    const token = await this.#issuer.mint(kind, options);
    return kind === 'shop-minis' ? this.minis.issued.give(token) : token;
  }

  /**
   * Answers a page of that surface that requests a session token: with a token, an empty answer, or null for
   * none.
   */
  issueSessionToken(
    kind: SurfaceName = 'customer-account',
  ): Promise<{value: string | null; expiresIn: number} | null> {
    const notice = this.customer === null ? null : missingSubNotice(this.world.app);
    if (notice !== null) this.notices.add(notice);
    return this.#issuer.issueSessionToken(kind);
  }

  /** Answers a page that calls `generateUserToken()`; rejects as the action of a Mini does. */
  issueUserToken(): Promise<UserTokenResponse | null> {
    return this.minis.generateUserToken();
  }

  /** Applies a case to the next token or request. */
  arm(id: CaseId, options?: ArmOptions): void {
    this.#issuer.cases.arm(id, options);
    this.#forgetTokens();
  }

  /** Ends an armed case. */
  disarm(id: CaseId): void {
    this.#issuer.cases.disarm(id);
    this.#forgetTokens();
  }

  /** Lists the armed cases that no token or request has met. */
  undeliveredCases(): readonly ArmedCase[] {
    return this.#issuer.cases.undelivered();
  }

  /** Signs a person in. */
  signIn(customer: CustomerOption): void {
    this.#live.signIn(customer);
    this.#forgetTokens();
  }

  /** Signs the person out. */
  signOut(): void {
    this.signIn(null);
  }

  /** Shows an extension on every connected page; see {@link Extensions.mount}. */
  mount(request: MountRequest): Promise<MountedExtension> {
    return this.#extensions.mount(request);
  }

  /** Calls a function of an extension for its value; see {@link Extensions.run}. */
  run(request: RunRequest, options?: {signal?: AbortSignal}): Promise<unknown> {
    return this.#extensions.run(request, options);
  }

  /** Shows on every page that the extension of a folder cannot be built; null removes the message. */
  showBuildFailure(folder: string, failure: BuildFailure | null): void {
    this.#extensions.showBuildFailure(folder, failure);
  }

  /** Lists the extensions whose workers do not answer within `patience` milliseconds. */
  hangingExtensions(patience: number): Promise<readonly Mount[]> {
    return this.#extensions.hanging(patience);
  }

  /** Returns the address of a target's page, with the simulation's id in the fragment, which no request carries. */
  pageUrl(target: string, options?: PageAddressOptions): string {
    return `${this.pageAddress(target, options)}#${this.id}`;
  }

  /** Returns the address of a target's page as in production, for a browser that gives pages the id. */
  pageAddress(target: string, options?: PageAddressOptions): string {
    return pageAddress(target, {world: this.world, live: this.#live}, options);
  }

  /** Returns the URL of a host page: from its path, a link of extensions, or a URL. */
  addressOf(address: string): string {
    return addressOf(address, this.#mounts.all, {world: this.world, live: this.#live});
  }

  /** Resolves when the next host page has connected. */
  nextPage(): Promise<void> {
    return this.#pages.nextGreeting();
  }

  /** Returns the script that the platform publishes at a URL. */
  codeAt(url: string): string | undefined {
    return this.#mounts.codeAt(url);
  }

  /** Returns the state that a host page shows now, without the means to change it. */
  pageState(): PageState {
    return this.#pages.stateFor();
  }

  /** Connects a host page: `send` takes messages to it, the returned object takes its messages. */
  connect(send: (message: ToPage) => void, options?: PageConnectionOptions): PageConnection {
    return this.#pages.connect(send, options);
  }

  /**
   * Resolves when every connected page shows the newest state.
   *
   * @throws {SimhostError} `ERR_PAGE_CRASHED` if simhost's own page fails to show it, with the page's stack
   */
  settled(): Promise<void> {
    return this.#pages.settled();
  }

  /** The number of connected host pages. */
  get pageCount(): number {
    return this.#pages.size;
  }

  /** The armed cases that delay an answer to the page right now, such as `host-never`. */
  get holdingCases(): readonly CaseId[] {
    return this.#issuer.holding;
  }

  /** The failure of simhost's own page to show the newest state, if no call has thrown it. */
  get unreportedCrash(): SimhostError | undefined {
    return this.#pages.unreportedCrash;
  }

  /**
   * Reports the requests in flight, and what extensions have begun and not finished: one round trip to each
   * extension.
   */
  async activity(): Promise<ActivityReport> {
    const mounts = await this.#pages.activity();
    const {requests} = this;

    const {begun, pending} = joinReports([
      ...mounts.map((mount) => ({begun: mount.begun, pending: this.#mounts.describePending(mount)})),
      {begun: requests.entries.length, pending: requests.inFlight.map(describeInFlight)},
    ]);
    return {begun, pending: pending.map((sentence) => redact(sentence, this.secrets))};
  }

  /** Calls back for every failure of simhost's own page; returns the function that stops it. */
  onCrash(listener: (error: SimhostError) => void): () => void {
    return this.#crashes.add(listener);
  }

  /** Calls back for every console line of an extension; returns the function that stops it. */
  onLog(listener: (log: ExtensionLog) => void): () => void {
    return this.#logs.add(listener);
  }

  /** Calls back for every API call of an extension; returns the function that stops it. */
  onCall(listener: (call: ApiCall) => void): () => void {
    return this.#calls.add(listener);
  }

  /** Calls back for every error of an extension; returns the function that stops it. */
  onError(listener: (error: ExtensionError) => void): () => void {
    return this.#errors.add(listener);
  }

  /** The hosts that the simulated platforms answer for. */
  get hosts(): readonly string[] {
    return this.#platforms.hosts;
  }

  /** Whether a simulated platform answers for this host. */
  handlesHost(host: string): boolean {
    return this.#platforms.handlesHost(host);
  }

  /** Whether this URL, on a host of a platform, is served by the test's own server. */
  isServedByTest(url: URL): boolean {
    return this.#platforms.isServedByTest(url);
  }

  /** The environment variables of backends: the platforms' keys, in addition to the app's credentials. */
  get environment(): Readonly<Record<string, string>> {
    return this.#platforms.environment;
  }

  /** Returns what a backend's request shows of this simulation: a token it issued, a key, or null. */
  identify(shown: ShownRequest): Promise<Identification | null> {
    return this.#platforms.identify(shown);
  }

  /** Returns the token that a request carries, or null if it carries none that can be read. */
  inspect(headers: Headers): InspectedToken | null {
    return this.#tokens.inspect(headers);
  }

  /** Returns a request to a backend as the next armed case sends it, or null if no case is armed for it. */
  send(given: OutgoingRequest): Promise<{case: CaseId; request: OutgoingRequest} | null> {
    return this.#tokens.send(given);
  }

  /** Explains in one sentence why a request was refused; null if it was not. */
  explain(request: LoggedRequest): string | null {
    return this.#tokens.explain(request);
  }

  /** Ends everything still pending, for example a `host-never` case. */
  close(): void {
    this.#issuer.close();
  }

  #createPages(): Pages {
    return new Pages({
      simulationId: this.id,
      state: () => this.#pageState(),
      onMessage: (message) => this.#receive(message),
      onAsk: (ask) => this.#answer(ask),
      onCrash: (error) => this.#crashed(error),
    });
  }

  #createMounts(rule: SimulationOptions['fetchToScriptOrigin']): Mounts {
    const fetchToScriptOrigin =
      rule === undefined ? undefined : oneOf('fetchToScriptOrigin', rule, SCRIPT_ORIGIN_RULES);

    return new Mounts(
      this.#ids,
      {origin: this.origin, fetchToScriptOrigin},
      {
        onChange: () => this.#pages.update(),
        onLog: (log) => this.#logs.notify(log),
        onError: (error) => this.#errors.notify(error),
        onCall: (call) => this.#calls.notify(call),
        onNotice: (notice) => this.notices.add(notice),
      },
    );
  }

  #createVtex(): VtexPlatform {
    return vtex(this.world, {
      now: () => this.clock.nowOf('platform'),
      uuid: () => this.#ids.uuid(),
      mint: (kind, of) => this.mint(kind, of),
      hasIssued: (claims) => this.#issuer.minted(claims),
    });
  }

  #createMinis(): ShopMinis {
    return new ShopMinis(this.world.minis, {
      now: () => this.clock.nowOf('platform'),
      customer: () => this.customer,
      issue: (granted) => this.#issuer.issueUserToken({scope: granted}),
    });
  }

  #shopifyDeps(): ShopifyDeps {
    return {
      codeAt: (url) => this.codeAt(url),
      knowsPage: (secret) => this.#pages.knowsSecret(secret),
      knowsActivation: (id, surface) => this.#mounts.hasActivation(id, surface),
      issueSessionToken: (kind) => this.issueSessionToken(kind),
      account: () => ({
        ...this.#live.account(),
        setMetafields: (metafields) => this.#setMetafields(metafields),
      }),
    };
  }

  /** Time that passes makes cached tokens old by itself. Only going back leaves tokens from the future. */
  #followClock(): void {
    let before = this.clock.now();
    this.clock.onMove(() => {
      if (this.clock.now() < before) this.#tokenEpoch++;
      before = this.clock.now();
      this.#pages.update();
    });
  }

  /** Reports a failed page. Extensions that have not started on it never will. */
  #crashed(error: SimhostError): void {
    if (this.#mounts.failStarting(error)) this.#pages.markReported(error);
    this.#crashes.notify(error);
  }

  /** Takes metafields that an extension has set by the Customer Account API, which has checked them. */
  #setMetafields(metafields: readonly Metafield[]): void {
    this.#live.update({metafields});
    this.#pages.update();
  }

  #receive(message: PageMessage): void {
    if (message.type === 'sign-in') this.signIn(this.#live.buyer);
    else if ('mount' in message) this.#mounts.receive(message);
  }

  /** Carries out a change that a page requests: for an extension, or for the buyer on the page itself. */
  #answer({mount: id, member, arg}: Ask): unknown {
    const mount = id === null ? null : this.#mounts.byId(id);
    if (mount === undefined)
      throw new SimhostError('ERR_STOPPED', 'The extension that asks is no longer mounted.');
    if (mount !== null) this.#calls.notify({handle: mount.handle, target: mount.target, member, args: [arg]});

    const result = mount === null ? this.#live.act(member, arg) : this.#live.apply(member, arg, mount);
    this.#pages.update();
    return result;
  }

  #forgetTokens(): void {
    this.#tokenEpoch++;
    this.#pages.update();
  }

  #pageState(): Omit<PageState, 'forward'> {
    return {
      clock: this.clock.stateOf('browser'),
      tokenEpoch: this.#tokenEpoch,
      ...this.#live.state(),
      mounts: this.#mounts.all,
      buildFailures: this.#extensions.buildFailures,
    };
  }
}
