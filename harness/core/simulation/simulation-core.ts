import type {RequestHandler} from 'msw';
import {Clock} from '../../clock.ts';
import {oneOf} from '../../known-values.ts';
import {NoticeLog} from '../../notices.ts';
import type {Checkout} from '../../wire/checkout.ts';
import {SANDBOX_ORIGINS, type SandboxOrigin} from '../../wire/control.ts';
import type {Order} from '../../wire/order.ts';
import type {SessionTokenSurface} from '../../wire/surfaces.ts';
import type {ArmedCase, ArmOptions} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {ShopMinis} from '../platforms/shop-minis/shop-minis.ts';
import type {CustomerAccessTokens} from '../platforms/shopify/customer-account/access-tokens.ts';
import type {VtexPlatform} from '../platforms/vtex/vtex-platform.ts';
import {unpublishedSecrets} from '../world/app.ts';
import {CustomerAccounts} from '../world/customer-accounts.ts';
import {readChange} from '../world/change-shapes.ts';
import {Ids} from '../world/ids.ts';
import type {Customer, CustomerOption} from '../world/people.ts';
import {createWorld, type World} from '../world/world.ts';
import {ActivityReporter} from './activity-reporter.ts';
import {AppAccess} from './app-access.ts';
import {AppProxies} from './app-proxies.ts';
import {Extensions} from './extensions.ts';
import {Issuer, type MintOptions} from './issuer.ts';
import {LateOrder} from './late-order.ts';
import {LiveWorld} from './live-world.ts';
import {missingSubNotice} from './missing-sub.ts';
import {AdminSurface} from './admin-surface.ts';
import type {AdminPages} from './admin-pages.ts';
import type {Mounts} from './mounts.ts';
import type {MswHandler} from './msw-handler.ts';
import {checkOptions, type SimulationOptions} from './options.ts';
import {inOwnTexts} from './own-texts.ts';
import {PageAddresses} from './page-addresses.ts';
import type {Pages} from './pages.ts';
import type {PlatformSet} from './platform-set.ts';
import {RequestLog} from './request-log.ts';
import {sharedPageState} from './shared-page-state.ts';
import type {SimulationChange} from './simulation-change.ts';
import {SimulationEvents} from './simulation-events.ts';
import {createMounts} from './simulation-mounts.ts';
import {createPages} from './simulation-pages.ts';
import {createPlatforms, type SimulationPlatforms} from './simulation-platforms.ts';
import {TestResolvers} from './test-resolvers.ts';
import {TokenEpoch} from './token-epoch.ts';
import {TokenInspection} from './token-inspection.ts';
import type {TokenKind} from './token-kinds.ts';

/**
 * Creates a simulation with everything that pages and server need. Users get the `Simulation` around it.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION` and the errors of the single options
 */
export function createSimulationCore(options: SimulationOptions = {}): SimulationCore {
  checkOptions(options);
  return new SimulationCore(options);
}

/** One simulation: ties its clock, world, tokens, platforms and pages together. */
export class SimulationCore {
  /** The unguessable name of this simulation on the control channel. */
  readonly id: string = crypto.randomUUID();
  /** The clock that tokens, endpoints, pages and backends follow. */
  readonly clock: Clock;
  /** The origin that the requests of extensions carry; undefined for that of their surface. */
  readonly origin: SandboxOrigin | undefined;
  /** The shop, the app and the people at the start. */
  readonly world: World;
  /** The requests of pages and backends. */
  readonly requests: RequestLog = new RequestLog();
  /** The probable mistakes that the platform accepts. */
  readonly notices: NoticeLog;
  /** The simulated VTEX. */
  readonly vtex: VtexPlatform;
  /** The simulated Shop app. */
  readonly minis: ShopMinis;
  /** All platforms, asked as one: their hosts, endpoints and keys. */
  readonly platforms: PlatformSet;
  /** The tokens that requests carry. */
  readonly tokens: TokenInspection;
  /** The requests that the shop sends on to the app. */
  readonly appProxies: AppProxies;
  /** The app in the shop: its installation, its access tokens, and the staff member who opens it. */
  readonly appAccess: AppAccess;
  /** The connected host pages. */
  readonly pages: Pages;
  /** The connected pages of the admin. */
  readonly adminPages: AdminPages;
  /** The addresses of the host pages. */
  readonly addresses: PageAddresses;
  /** The extensions that pages show. */
  readonly extensions: Extensions;
  /** The logs, calls, errors and crashes, as they happen. */
  readonly events: SimulationEvents = new SimulationEvents();
  /** The values of the test for fields of Shopify's GraphQL APIs. */
  readonly resolvers: TestResolvers = new TestResolvers();
  /** The requests, calls and timers that are not finished. */
  readonly activity: ActivityReporter;
  /** The classic accounts of the shop's customers. */
  readonly accounts: CustomerAccounts;
  /** The number by which pages notice that they must forget their tokens. */
  readonly tokenEpoch: TokenEpoch;
  /** The keys of local servers, which are redacted like secrets. */
  readonly serverKeys: Set<string> = new Set();
  /** The access tokens of the Customer Account API. */
  readonly accessTokens: CustomerAccessTokens;
  /** The Admin API, with the webhooks and the charges of the app. */
  readonly adminApi: SimulationPlatforms['adminApi'];
  /** The webhooks that the shop sends to the app. */
  readonly webhooks: SimulationPlatforms['webhooks'];

  readonly #issuer: Issuer;
  readonly #endSessionsOf: SimulationPlatforms['endSessionsOf'];
  readonly live: LiveWorld;
  readonly #mounts: Mounts;
  #used: readonly RequestHandler[] = [];

  constructor({
    customer = 'ada',
    locale = 'en',
    scope = crypto.randomUUID(),
    clock = new Clock(),
    origin,
    fetchToScriptOrigin,
    notices = {},
    strict = false,
    generated = 'value',
    adminSchema,
    ...worldOptions
  }: SimulationOptions) {
    this.clock = clock;
    this.origin = origin === undefined ? undefined : oneOf('origin', origin, SANDBOX_ORIGINS);
    this.notices = new NoticeLog({notices, strict});
    this.world = createWorld(worldOptions);
    this.tokenEpoch = new TokenEpoch(clock);
    const {id: simulationId, world, requests, events} = this;
    const ids = new Ids({seed: world.seed, scope});
    const issuer: Issuer = new Issuer({world, clock, ids, events, customer: () => live.customer});
    const lateOrder = new LateOrder(clock, issuer.cases, () => this.pages.update());
    const accounts = new CustomerAccounts({shop: world.shop, clock, ids});
    const {customers} = accounts;
    const live = new LiveWorld({world, now: () => clock.now(), customer, customers, locale, lateOrder});
    const mounts = this.#createMounts(ids, fetchToScriptOrigin);
    const pages = this.#createPages(live, mounts, issuer);

    const own = {resolvers: this.resolvers, notices: this.notices, signIn: this.signIn.bind(this)};
    const parts = {...own, simulationId, world, clock, ids, live, accounts, issuer, mounts, pages};
    this.appProxies = new AppProxies({world, clock, cases: issuer.cases});
    this.appAccess = new AppAccess({...parts, tokenEpoch: this.tokenEpoch});
    const admin = new AdminSurface({...parts, appAccess: this.appAccess});
    this.addresses = new PageAddresses({...parts, admin});
    this.extensions = new Extensions({...parts, admin});
    const {appAccess} = this;
    const issueSessionToken = this.issueSessionToken.bind(this);
    const made = createPlatforms({...parts, appAccess, generated, adminSchema, issueSessionToken});
    this.adminPages = made.adminPages;
    this.activity = new ActivityReporter({...parts, ...made, requests, secrets: () => this.secrets});
    ({vtex: this.vtex, minis: this.minis, platforms: this.platforms, webhooks: this.webhooks} = made);
    ({accessTokens: this.accessTokens, adminApi: this.adminApi, endSessionsOf: this.#endSessionsOf} = made);
    this.tokens = new TokenInspection({...made, issuer, requests, clientId: world.app.clientId});
    ({live: this.live, accounts: this.accounts, pages: this.pages} = parts);
    ({issuer: this.#issuer, mounts: this.#mounts} = parts);

    clock.onMove(() => pages.update());
  }

  /** The MSW handlers of the platforms, after those of `use`. The pages' own requests come before both. */
  get handlers(): readonly RequestHandler[] {
    return [...this.platforms.ownHandlers, ...this.#used, ...this.platforms.handlers];
  }

  /** The person who is signed in, or null for a guest. */
  get customer(): Customer | null {
    return this.live.customer;
  }

  /** The order that pages of one order show. */
  get order(): Order {
    return this.live.shown().order;
  }

  /** The checkout that checkout pages show. */
  get checkout(): Checkout {
    return this.live.shown().checkout;
  }

  /** Puts MSW handlers before those of the platforms. They never answer the pages' own requests. */
  use(...handlers: readonly MswHandler[]): void {
    this.#used = [...(handlers as readonly RequestHandler[]), ...this.#used];
  }

  /** Changes what pages show. If it throws, nothing is changed. */
  update(given: SimulationChange): void {
    const {settings, declined, editor, ...change} = readChange(given) as SimulationChange;
    if (settings !== undefined) this.#mounts.checkSettings(settings);
    if (declined !== undefined) this.#mounts.checkDeclined(declined);
    if (editor !== undefined) this.#mounts.checkEditor();
    this.live.update(inOwnTexts(change, this));
    if (settings !== undefined) this.#mounts.changeSettings(settings);
    if (declined !== undefined) this.#mounts.changeDeclined(declined);
    if (editor !== undefined) this.#mounts.saveEditor();
    this.pages.update();
  }

  /** The values that must be redacted everywhere: client secrets that are not published, and keys of all kinds. */
  get secrets(): readonly string[] {
    const {platforms, accounts, serverKeys} = this;
    return [...unpublishedSecrets(this.world.app), ...platforms.secrets, ...accounts.secrets, ...serverKeys];
  }

  /** Mints a token. */
  async mint(kind: TokenKind, options?: MintOptions): Promise<string> {
    const token = await this.#issuer.mint(kind, options);
    return kind === 'shop-minis' ? this.minis.issued.give(token) : token;
  }

  /** Answers a page of that surface that requests a session token; null for no answer. */
  issueSessionToken(
    kind: SessionTokenSurface = 'customer-account',
  ): Promise<{value: string | null; expiresIn: number} | null> {
    const notice = this.customer === null ? null : missingSubNotice(this.world.app);
    if (notice !== null) this.notices.add(notice);
    return this.#issuer.issueSessionToken(kind);
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

  /** Lists the armed cases, also those that have happened, until they are disarmed. */
  armedCases(): readonly ArmedCase[] {
    return this.#issuer.cases.all();
  }

  /** Signs a person in. The session of another customer ends, and so do the tokens that it gave. */
  signIn(customer: CustomerOption): void {
    const earlier = this.customer;
    this.live.signIn(customer);
    if (earlier !== null && earlier.id !== this.customer?.id) this.#endSessionsOf(earlier.id);
    this.#forgetTokens();
  }

  /** Signs the person out. */
  signOut(): void {
    this.signIn(null);
  }

  /** The armed cases that delay an answer to the page right now, such as `host-never`. */
  get holdingCases(): readonly CaseId[] {
    return this.#issuer.holding;
  }

  /** Ends everything still pending, for example a `host-never` case. */
  close(): void {
    this.#issuer.close();
    this.webhooks.close();
    this.live.close();
  }

  #createPages(live: LiveWorld, mounts: Mounts, issuer: Issuer): Pages {
    const {events, notices, world} = this;
    return createPages({
      ...{live, mounts, events, notices, issuer, rules: world.checkoutRules},
      state: () => sharedPageState(this),
      extensions: () => this.extensions,
      issueIdToken: () => this.appAccess.idTokens.take(),
      signInBuyer: () => this.signIn(live.buyer),
    });
  }

  #createMounts(ids: Ids, rule: SimulationOptions['fetchToScriptOrigin']): Mounts {
    const {origin, events, notices, requests} = this;
    return createMounts({
      ...{ids, origin, rule, events, notices, requests},
      now: () => this.clock.now(),
      secrets: () => this.secrets,
      onChange: () => this.pages.update(),
    });
  }

  #forgetTokens(): void {
    this.tokenEpoch.advance();
    this.pages.update();
  }
}
