import type {HttpHandler, RequestHandler} from 'msw';
import {Clock} from '../../clock.ts';
import {SimhostError} from '../../errors.ts';
import {oneOf, refuseUnknownKeys} from '../../known-values.ts';
import {redact} from '../../redact.ts';
import {NoticeLog} from '../../notices.ts';
import type {Metafield} from '../../wire/account.ts';
import type {CapabilityName} from '../../wire/capabilities.ts';
import type {Checkout} from '../../wire/checkout.ts';
import {SANDBOX_ORIGINS, SCRIPT_ORIGIN_RULES} from '../../wire/control.ts';
import type {BuildFailure, Mount, PageState, SandboxOrigin, ToPage} from '../../wire/control.ts';
import type {Order} from '../../wire/order.ts';
import {placeOf} from '../../wire/surfaces.ts';
import type {SurfaceName} from '../../wire/surfaces.ts';
import type {ArmedCases, ArmOptions} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {OutgoingRequest} from '../cases/outgoing-request.ts';
import type {Identification, Platform, ShownRequest} from '../platforms/platform.ts';
import {ShopMinis} from '../platforms/shop-minis/shop-minis.ts';
import type {UserTokenResponse} from '../platforms/shop-minis/user-token.ts';
import {fullPagePath, hostPageUrl} from '../platforms/shopify/page-address.ts';
import {usableOutput} from '../platforms/shopify/run-output.ts';
import {shopify} from '../platforms/shopify/shopify.ts';
import {pageUrlOf, targetOf} from '../platforms/shopify/targets.ts';
import {vtex} from '../platforms/vtex/vtex-platform.ts';
import type {VtexPlatform} from '../platforms/vtex/vtex-platform.ts';
import {decodeClaims} from '../tokens/jws.ts';
import type {Claims} from '../tokens/jws.ts';
import {PUBLISHED_TEST_SECRET} from '../world/app.ts';
import {readChange} from '../world/change-shapes.ts';
import type {Setting} from '../world/changes.ts';
import {Ids} from '../world/ids.ts';
import type {Customer, CustomerOption} from '../world/people.ts';
import {numberOf} from '../world/shop.ts';
import {createWorld} from '../world/world.ts';
import type {World} from '../world/world.ts';
import {describeInFlight, joinReports} from './activity.ts';
import type {ActivityReport} from './activity.ts';
import {explainRefusal} from './explain.ts';
import type {ApiCall, ExtensionError, ExtensionLog} from './extension-events.ts';
import {Issuer} from './issuer.ts';
import type {MintOptions} from './issuer.ts';
import {LiveWorld} from './live-world.ts';
import type {LiveWorldChange} from './live-world.ts';
import {Mounts} from './mounts.ts';
import type {MountedExtension, MountRequest, RunRequest} from './mounts.ts';
import type {MswHandler} from './msw-handler.ts';
import {SIMULATION_OPTIONS} from './options.ts';
import type {SimulationOptions} from './options.ts';
import {Pages} from './pages.ts';
import type {Ask, PageConnection, PageConnectionOptions, PageMessage} from './pages.ts';
import {RequestLog} from './request-log.ts';
import type {LoggedRequest} from './request-log.ts';
import type {TokenKind} from './token-kinds.ts';

/** What a test may change while pages show it. */
export interface SimulationChange extends LiveWorldChange {
  /** Settings of the mounted extensions by the keys that their TOML declares: `{title: 'Points'}`; `undefined` unsets one. */
  settings?: Readonly<Record<string, Setting | undefined>>;
  /** Capabilities that the merchant declined, of those that mounted extensions declare; in place of those before. */
  declined?: readonly CapabilityName[];
}

/**
 * A simulated platform: one clock, one world, its tokens, endpoints and pages. Needs no browser.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * const simulation = createSimulation({app: {clientId: 'key', clientSecret: 'secret'}});
 * const token = await simulation.mint('checkout', {customer: 'ada'});
 * await fetch('https://myapp.com/api/points', {headers: {Authorization: `Bearer ${token}`}});
 * ```
 */
export function createSimulation(options: SimulationOptions = {}): Simulation {
  refuseUnknownKeys('simulation', options, SIMULATION_OPTIONS);
  return new Simulation(options);
}

export class Simulation {
  /** Unguessable; addresses this simulation on the control channel. */
  readonly id: string = crypto.randomUUID();
  readonly clock: Clock;
  /** The origin that the requests of extensions carry. */
  readonly origin: SandboxOrigin;
  readonly world: World;
  readonly requests: RequestLog = new RequestLog();
  /** What the platform lets pass and is probably a mistake. */
  readonly notices: NoticeLog;
  /** What VTEX keeps: its sessions, and whatever else a test may look at. */
  readonly vtex: VtexPlatform;
  /** The Shop app and the Minis Admin API. */
  readonly minis: ShopMinis;

  readonly #ids: Ids;
  readonly #issuer: Issuer;
  readonly #platforms: readonly Platform[];
  readonly #pages: Pages;
  readonly #mounts: Mounts;
  readonly #live: LiveWorld;
  readonly #logListeners = new Set<(log: ExtensionLog) => void>();
  readonly #errorListeners = new Set<(error: ExtensionError) => void>();
  readonly #callListeners = new Set<(call: ApiCall) => void>();
  readonly #crashListeners = new Set<(error: SimhostError) => void>();
  readonly #buildFailures = new Map<string, BuildFailure>();
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
    const rule =
      fetchToScriptOrigin === undefined
        ? undefined
        : oneOf('fetchToScriptOrigin', fetchToScriptOrigin, SCRIPT_ORIGIN_RULES);

    this.notices = new NoticeLog({notices, strict});
    this.world = createWorld(world);
    this.#live = new LiveWorld({world: this.world, now: () => clock.now(), customer, locale});
    this.#ids = new Ids({seed: this.world.seed, scope});
    this.#issuer = new Issuer({world: this.world, clock, ids: this.#ids, customer: () => this.customer});

    this.#pages = new Pages({
      simulationId: this.id,
      state: () => this.#pageState(),
      onMessage: (message) => this.#receive(message),
      onAsk: (ask) => this.#answer(ask),
      onCrash: (error) => this.#crashed(error),
    });

    this.#mounts = new Mounts(
      this.#ids,
      {origin: this.origin, fetchToScriptOrigin: rule},
      {
        onChange: () => this.#pages.update(),
        onLog: (log) => this.#logListeners.forEach((listener) => listener(log)),
        onError: (error) => this.#errorListeners.forEach((listener) => listener(error)),
        onCall: (call) => this.#called(call),
        onNotice: (notice) => this.notices.add(notice),
      },
    );

    this.vtex = vtex(this.world, {
      now: () => clock.nowOf('platform'),
      uuid: () => this.#ids.uuid(),
      mint: (kind, of) => this.mint(kind, of),
      hasIssued: (claims) => this.#issuer.minted(claims),
    });

    this.minis = new ShopMinis(this.world.minis, {
      now: () => clock.nowOf('platform'),
      customer: () => this.customer,
      issue: (granted) => this.#issuer.issueUserToken({scope: granted}),
    });

    this.#platforms = [
      shopify(this.world, {
        codeAt: (url) => this.codeAt(url),
        knowsPage: (secret) => this.#pages.knowsSecret(secret),
        knowsActivation: (id, surface) => this.#mounts.hasActivation(id, surface),
        issueSessionToken: (kind) => this.issueSessionToken(kind),
        account: () => ({
          ...this.#live.account(),
          setMetafields: (metafields) => this.#setMetafields(metafields),
        }),
      }),
      this.vtex,
      this.minis,
    ];

    let before = this.clock.now();
    this.clock.onMove(() => {
      // Time that passes lets cached tokens grow old by themselves; only going back leaves tokens from the future.
      if (this.clock.now() < before) this.#tokenEpoch++;
      before = this.clock.now();
      this.#pages.update();
    });
  }

  /** What the platforms answer, for any MSW integration; what a test uses stands first. */
  get handlers(): readonly RequestHandler[] {
    return [...this.#used, ...this.#platforms.flatMap(({handlers}) => handlers)];
  }

  /**
   * The same for a page of your own, which is no host page and holds no secret: the customer account endpoint gives a
   * token to whoever asks, for any extension. For interception inside a test (`setupServer`, `setupWorker`,
   * `page.route`); behind a port, anybody could mint.
   */
  get openHandlers(): readonly HttpHandler[] {
    return this.#platforms.flatMap(({openHandlers}) => openHandlers);
  }

  /** Who is signed in, `null` for a guest. */
  get customer(): Customer | null {
    return this.#live.customer;
  }

  /** The order that pages of one order show: the first of who is signed in. */
  get order(): Order {
    return this.#live.order;
  }

  /** The checkout that checkout pages show, as it is now. */
  get checkout(): Checkout {
    return this.#live.checkout;
  }

  /** Puts MSW handlers before those of the platform, as MSW's `server.use` does. */
  use(...handlers: readonly MswHandler[]): void {
    this.#used = [...(handlers as readonly RequestHandler[]), ...this.#used];
  }

  /**
   * Changes what pages show; their extensions render anew through signals.
   *
   * @throws {SimhostError} `ERR_BAD_OPTION`, `ERR_BAD_GID`, `ERR_BAD_LOCALE` for a wrong value, with its path and what is expected there;
   * `ERR_UNKNOWN_OPTION` for an unknown field; `ERR_UNKNOWN_SETTING`, `ERR_BAD_SETTING`, `ERR_NOT_DECLARED`, `ERR_NO_CUSTOMER`. Nothing
   * is changed then.
   */
  update(given: SimulationChange): void {
    const {settings, declined, ...change} = readChange(given) as SimulationChange;
    if (settings !== undefined) this.#mounts.checkSettings(settings);
    if (declined !== undefined) this.#mounts.checkDeclined(declined);

    this.#live.update(change);
    if (settings !== undefined) this.#mounts.changeSettings(settings);
    if (declined !== undefined) this.#mounts.changeDeclined(declined);

    this.#pages.update();
  }

  /** What must never be written: the client secret, unless it is the published one. */
  get secrets(): readonly string[] {
    const {clientSecret, previousClientSecret} = this.world.app;
    const own = [clientSecret, previousClientSecret].filter(
      (secret) => secret !== undefined && secret !== PUBLISHED_TEST_SECRET,
    ) as string[];
    return [...own, ...this.#platforms.flatMap(({secrets = []}) => secrets)];
  }

  /** Grows whenever tokens that a page holds must be forgotten. */
  get tokenEpoch(): number {
    return this.#tokenEpoch;
  }

  /**
   * A signed session token (HS256 with the app's secret), as the extensions of that surface get it; `'shop-minis'`
   * makes the user token of a Mini.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_TOKEN_KIND`, `ERR_UNKNOWN_CUSTOMER`, `ERR_UNKNOWN_CASE`
   */
  async mint(kind: TokenKind, options?: MintOptions): Promise<string> {
    const token = await this.#issuer.mint(kind, options);
    return kind === 'shop-minis' ? this.minis.issued.give(token) : token;
  }

  /** What a page of that surface that asks for a session token gets, cases that are armed for the host included; `null`: nothing. */
  issueSessionToken(
    kind: SurfaceName = 'customer-account',
  ): Promise<{value: string | null; expiresIn: number} | null> {
    if (this.customer !== null) this.#noticeMissingSub();
    return this.#issuer.issueSessionToken(kind);
  }

  /** What a page that calls `generateUserToken()` gets, likewise; rejects as the action of a Mini does. */
  issueUserToken(): Promise<UserTokenResponse | null> {
    return this.minis.generateUserToken();
  }

  /**
   * Lets a case happen to the next token or request.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_CASE`
   */
  arm(id: CaseId, options?: ArmOptions): void {
    this.#issuer.cases.arm(id, options);
    this.#forgetTokens();
  }

  disarm(id: CaseId): void {
    this.#issuer.cases.disarm(id);
    this.#forgetTokens();
  }

  /** The cases that were armed and have not happened. */
  undeliveredCases(): ReturnType<ArmedCases['undelivered']> {
    return this.#issuer.cases.undelivered();
  }

  signIn(customer: CustomerOption): void {
    this.#live.signIn(customer);
    this.#forgetTokens();
  }

  signOut(): void {
    this.signIn(null);
  }

  /**
   * Shows an extension in every connected page, now and later.
   *
   * @throws {SimhostError} `ERR_TARGET_NOT_SIMULATED`, `ERR_NO_COMPANY`, `ERR_CHECKOUT_COMPLETED`, `ERR_EMPTY_CART`, `ERR_NO_ADDRESS`, `ERR_NOTHING_TO_SHOW`
   */
  async mount(request: MountRequest): Promise<MountedExtension> {
    const {surface, page} = targetOf(request.target);
    if (page === 'run' && request.run === undefined) {
      throw new SimhostError(
        'ERR_NOTHING_TO_SHOW',
        `"${request.target}" shows nothing: it returns a value.`,
        {
          next: 'Run it in a test instead: host.run(folder, {target, input}).',
        },
      );
    }

    for (const notice of request.notices ?? []) this.notices.add(notice);
    if (surface === 'checkout') this.#live.arrive(page, request.target);

    if (page === 'company' && this.customer?.company == null) {
      throw new SimhostError(
        'ERR_NO_COMPANY',
        `"${request.target}" shows only to somebody who buys for a company.`,
        {
          next: "Let it be her: customer: 'bea' in a test, --customer bea on the command line.",
        },
      );
    }

    return this.#mounts.add(request);
  }

  /** Shows on every page that the extension of a folder cannot be built; `null` takes it back. */
  showBuildFailure(folder: string, failure: BuildFailure | null): void {
    if (failure === null && !this.#buildFailures.has(folder)) return;

    if (failure === null) this.#buildFailures.delete(folder);
    else this.#buildFailures.set(folder, failure);
    this.#pages.update();
  }

  /**
   * Calls a function of an extension for its value: a target that shows nothing, or the condition of one.
   *
   * @throws {SimhostError} `ERR_BAD_OUTPUT` where the platform could not use the value, or whatever the function throws
   */
  async run(request: RunRequest, {signal}: {signal?: AbortSignal} = {}): Promise<unknown> {
    const mounted = await this.mount(request);
    const abort = (): void => mounted.abort();
    if (signal?.aborted === true) abort();

    signal?.addEventListener('abort', abort);
    try {
      return usableOutput(request.run.registered, await mounted.returned);
    } finally {
      signal?.removeEventListener('abort', abort);
      mounted.remove();
    }
  }

  /** The page of the platform on which a target shows. The simulation's id travels in the fragment, which no request carries. */
  pageUrl(target: string, options?: {handle?: string; path?: string}): string {
    return `${this.pageAddress(target, options)}#${this.id}`;
  }

  /**
   * The same without the id, as in production: for a browser that tells its pages the id.
   *
   * @throws {SimhostError} `ERR_BAD_OPTION` for a path of a target that is not a full page
   */
  pageAddress(target: string, {handle = 'extension', path}: {handle?: string; path?: string} = {}): string {
    const parts = {
      shop: this.world.shop,
      order: numberOf(this.order.id),
      checkout: this.checkout.token,
      extension: handle,
    };

    return `${pageUrlOf(target, parts)}${path === undefined ? '' : fullPagePath(path, target)}`;
  }

  /**
   * The URL of a host page by its path (`/account/profile`), by a link of extensions (`extension:/items/2`), or by itself.
   *
   * @throws {SimhostError} `ERR_NOT_A_HOST_PAGE`
   */
  addressOf(address: string): string {
    const full = this.#mounts.all.findLast(({target}) => placeOf(target)?.api.includes('full-page'));
    const fullPage = full === undefined ? null : this.pageAddress(full.target, {handle: full.handle});
    return hostPageUrl(address, {shop: this.world.shop, fullPage});
  }

  /** Resolves when the next host page has connected. */
  nextPage(): Promise<void> {
    return this.#pages.nextGreeting();
  }

  /** The script that the platform publishes at a URL. */
  codeAt(url: string): string | undefined {
    return this.#mounts.codeAt(url);
  }

  /** What a host page shows right now, without the means to change it. */
  pageState(): PageState {
    return this.#pages.stateFor();
  }

  /** A host page connects; `send` takes messages to it, the returned object takes those that come from it. */
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

  /**
   * The extensions whose workers do not answer within a time, in milliseconds: they are in an endless loop, or in a long
   * computation. Each answers as soon as it is idle, so without such a one this takes no longer than a round trip.
   */
  async hangingExtensions(patience: number): Promise<readonly Mount[]> {
    this.#pages.update();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));

    await Promise.race([this.#pages.settled().catch(() => {}), over]);
    clearTimeout(timer);

    const behind = this.#pages.behind;
    return this.#mounts.all.filter(({id}) => behind.includes(id));
  }

  /** The number of host pages that are connected. */
  get pageCount(): number {
    return this.#pages.size;
  }

  /** The armed cases that keep an answer from the page right now, such as `host-never`. */
  get holdingCases(): readonly CaseId[] {
    return this.#issuer.holding;
  }

  /** How simhost's own page failed to show the newest state, if no call has thrown it. */
  get unreportedCrash(): SimhostError | undefined {
    return this.#pages.unreportedCrash;
  }

  /** Hears that simhost's own page failed. */
  onCrash(listener: (error: SimhostError) => void): () => void {
    this.#crashListeners.add(listener);
    return () => this.#crashListeners.delete(listener);
  }

  /**
   * What is under way: requests in flight, and what the mounted extensions have begun and not finished. One call is one
   * round trip to each extension.
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

  onLog(listener: (log: ExtensionLog) => void): () => void {
    this.#logListeners.add(listener);
    return () => this.#logListeners.delete(listener);
  }

  onCall(listener: (call: ApiCall) => void): () => void {
    this.#callListeners.add(listener);
    return () => this.#callListeners.delete(listener);
  }

  onError(listener: (error: ExtensionError) => void): () => void {
    this.#errorListeners.add(listener);
    return () => this.#errorListeners.delete(listener);
  }

  /** The hosts that the simulated platforms answer for. */
  get hosts(): readonly string[] {
    return this.#platforms.flatMap(({hosts}) => hosts);
  }

  /** Whether a simulated platform answers for this host. */
  handlesHost(host: string): boolean {
    return this.#platforms.some((platform) => platform.handlesHost(host));
  }

  /** Whether the platform that answers for this host leaves the address to a server of the test's. */
  isServedByTest(url: URL): boolean {
    return this.#platforms.some(
      (platform) => platform.handlesHost(url.hostname) && platform.isServedByTest?.(url) === true,
    );
  }

  /** What the platforms give a backend beside the app's credentials, as environment variables. */
  get environment(): Readonly<Record<string, string>> {
    return Object.assign({}, ...this.#platforms.map(({environment}) => environment)) as Record<
      string,
      string
    >;
  }

  /** What in a backend's request shows that it is meant for this simulation; `null` where nothing does. */
  async identify(shown: ShownRequest): Promise<Identification | null> {
    const asked = this.#platforms.filter((platform) => platform.handlesHost(shown.host));
    const found = await Promise.all(
      asked.map(async (platform) => (await platform.identify?.(shown)) ?? null),
    );
    return found.find((by) => by === 'token') ?? found.find((by) => by === 'key') ?? null;
  }

  /**
   * The claims of the token that a request carries, and the case that made it; `null` where it carries none. Platforms
   * have headers and cookies of their own for theirs.
   */
  inspect(headers: Headers): {claims: Claims | null; case: CaseId | null} | null {
    const carried = this.#tokensIn(headers);
    const claims = carried.map((token) => decodeClaims(token)).find((found) => found !== null) ?? null;
    const made = carried.map((token) => this.#issuer.caseBehind(token)).find((id) => id !== null) ?? null;
    return claims === null && made === null ? null : {claims, case: made};
  }

  /** A request on its way to a backend as an armed case sends it; `null` where none is armed for it. */
  send(given: OutgoingRequest): Promise<{case: CaseId; request: OutgoingRequest} | null> {
    const carried = this.#tokensIn(
      new Headers(given.headers.map(([name, value]): [string, string] => [name, value])),
    );

    const signed = carried.find((token) => this.#issuer.issued(token));
    if (signed === undefined) return Promise.resolve(null);

    const shown = (token: string): string =>
      token === signed ? (carried[0] ?? token) : this.minis.issued.give(token);
    return this.#issuer.send(
      {signed, shown},
      {...given, headers: given.headers.filter(([name]) => !CREDENTIALS.test(name))},
    );
  }

  /** One sentence on why this request was refused; `null` where it was not. */
  explain(request: LoggedRequest): string | null {
    const {outcome, status, token, url} = request;
    const isGood = outcome === 'backend' && status !== null && status >= 200 && status < 300;
    const warning = isGood && token !== null ? this.minis.warn(`${status} from ${url}`, token) : null;
    return warning ?? explainRefusal(request, {clientId: this.world.app.clientId});
  }

  /** Lets go of everything that waits, such as a `host-never`. */
  close(): void {
    this.#issuer.close();
  }

  #tokensIn(headers: Headers): string[] {
    const [, bearer] = /^bearer +(.*)$/i.exec(headers.get('authorization') ?? '') ?? [];
    return [bearer, ...this.#platforms.map((platform) => platform.tokenIn?.(headers))].filter(
      (token) => typeof token === 'string',
    );
  }

  /** What has not started on a page that failed never will. */
  #crashed(error: SimhostError): void {
    if (this.#mounts.failStarting(error)) this.#pages.markReported(error);
    for (const listener of this.#crashListeners) listener(error);
  }

  /** An extension has set metafields by the Customer Account API, which has checked them. */
  #setMetafields(metafields: readonly Metafield[]): void {
    this.#live.update({metafields});
    this.#pages.update();
  }

  #receive(message: PageMessage): void {
    if (message.type === 'sign-in') this.signIn(this.#live.buyer);
    else if ('mount' in message) this.#mounts.receive(message);
  }

  /** What a page asks to be changed: by an extension, or by the buyer on the page itself. */
  #answer({mount: id, member, arg}: Ask): unknown {
    const mount = id === null ? null : this.#mounts.byId(id);
    if (mount === undefined)
      throw new SimhostError('ERR_STOPPED', 'The extension that asks is no longer mounted.');
    if (mount !== null) this.#called({handle: mount.handle, target: mount.target, member, args: [arg]});

    const result = mount === null ? this.#live.act(member, arg) : this.#live.apply(member, arg, mount);
    this.#pages.update();
    return result;
  }

  /** A signed-in customer is named by `sub` only if the app may know customers. */
  #noticeMissingSub(): void {
    const {scopes, protectedCustomerData} = this.world.app;
    const needs = 'Session tokens of a signed-in customer have no sub, because the app';
    if (!scopes.includes('read_customers')) {
      this.notices.add({
        code: 'token-without-sub',
        message: `${needs} lacks the scope read_customers. Its scopes are: ${scopes.join(', ') || 'none'}.`,
        next: 'Add read_customers to scopes in shopify.app.toml, or to app.scopes in the test.',
      });
    } else if (!protectedCustomerData) {
      this.notices.add({
        code: 'token-without-sub',
        message: `${needs} is not approved for protected customer data.`,
        next: 'Request access to protected customer data in the Partner Dashboard, or set app.protectedCustomerData in the test.',
      });
    }
  }

  #called(call: ApiCall): void {
    for (const listener of this.#callListeners) listener(call);
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
      buildFailures: [...this.#buildFailures.values()],
    };
  }
}

const CREDENTIALS = /^(authorization|vtexidclientautcookie.*)$/i;
