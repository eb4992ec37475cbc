import type {CryptoKey} from 'jose';
import type {HttpHandler} from 'msw';
import {ArmedCases} from '../cases/armed-cases.ts';
import type {ArmOptions} from '../cases/armed-cases.ts';
import {caseOf} from '../cases/catalogue.ts';
import type {CaseId} from '../cases/catalogue.ts';
import {Clock} from '../clock.ts';
import {SimhostError, nearest, refuseUnknownKeys} from '../errors.ts';
import {customerAccountApi, customerAccountApiUrl} from '../platforms/shopify/customer-account-api.ts';
import {extensionAssets} from '../platforms/shopify/extension-assets.ts';
import {ACCOUNTS_HOST, shopifyHosts} from '../platforms/shopify/hosts.ts';
import {SESSION_TOKEN_KINDS, SESSION_TOKEN_LIFE, sessionTokenClaims} from '../platforms/shopify/session-token.ts';
import type {SessionTokenKind} from '../platforms/shopify/session-token.ts';
import {targetOf} from '../platforms/shopify/targets.ts';
import {claimsOf, signCompact} from '../tokens/jws.ts';
import type {Claims, TokenDraft} from '../tokens/jws.ts';
import {importSecret} from '../tokens/secret.ts';
import {SANDBOX_ORIGINS, SCRIPT_ORIGIN_RULES} from '../wire/control.ts';
import type {PageState, SandboxOrigin, ScriptOriginRule, ToPage} from '../wire/control.ts';
import {PUBLISHED_TEST_SECRET} from '../world/app.ts';
import type {AppOptions} from '../world/app.ts';
import {Ids} from '../world/ids.ts';
import {chooseCustomer} from '../world/people.ts';
import type {Customer, CustomerOption} from '../world/people.ts';
import {numberOf} from '../world/shop.ts';
import type {ShopOptions} from '../world/shop.ts';
import {createWorld} from '../world/world.ts';
import type {World} from '../world/world.ts';
import {explainRefusal} from './explain.ts';
import type {ExtensionError, ExtensionLog} from './extension-events.ts';
import {Mounts} from './mounts.ts';
import type {MountedExtension, MountRequest} from './mounts.ts';
import {Pages} from './pages.ts';
import type {PageConnection, PageConnectionOptions} from './pages.ts';
import {RequestLog} from './request-log.ts';
import type {LoggedRequest} from './request-log.ts';

export interface SimulationOptions {
  /** The app whose extensions and backends are under test. */
  app?: AppOptions;
  shop?: ShopOptions;
  /** Who is signed in; `null` is a guest. Default `'ada'`. */
  customer?: CustomerOption;
  /** BCP 47 language of the page. Default `'en'`. */
  locale?: string;
  /** What the world is drawn from. Default 1. */
  seed?: number;
  /** Tells simulations with one seed apart: no two scopes share an id. Default: a random one. */
  scope?: string;
  clock?: Clock;
  /** The origin that the requests of extensions carry: `null`, `https://extensions.shopifycdn.com`, or the page's. Default `'opaque'`. */
  origin?: SandboxOrigin;
  /** Whether extensions may fetch from the origin of their own script; default: as the target's platform page does. */
  fetchToScriptOrigin?: ScriptOriginRule | undefined;
}

const OPTIONS = [
  'app',
  'shop',
  'customer',
  'locale',
  'seed',
  'scope',
  'clock',
  'origin',
  'fetchToScriptOrigin',
] as const satisfies (keyof SimulationOptions)[];

export interface MintOptions {
  /** Whom the token is for; default: who is signed in. */
  customer?: CustomerOption;
  /** Claims that replace those of the platform; `undefined` removes one. */
  claims?: Record<string, unknown>;
  /** The case that the token is made by. */
  case?: CaseId;
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
  refuseUnknownKeys('simulation', options, OPTIONS);
  return new Simulation(options);
}

export class Simulation {
  /** Unguessable; addresses this simulation on the control channel. */
  readonly id: string = crypto.randomUUID();
  readonly clock: Clock;
  /** The origin that the requests of extensions carry. */
  readonly origin: SandboxOrigin;
  readonly world: World;
  /** What the platforms answer, for any MSW integration. */
  readonly handlers: readonly HttpHandler[];
  readonly requests: RequestLog = new RequestLog();

  readonly #ids: Ids;
  readonly #armed = new ArmedCases();
  readonly #issued = new Map<string, CaseId | null>();
  readonly #keys = new Map<string, Promise<CryptoKey>>();
  readonly #hosts: readonly string[];
  readonly #pages: Pages;
  readonly #mounts: Mounts;
  readonly #logListeners = new Set<(log: ExtensionLog) => void>();
  readonly #errorListeners = new Set<(error: ExtensionError) => void>();
  readonly #closed: Promise<void>;
  readonly #language: string;
  #close: () => void = () => {};
  #customer: Customer | null;
  #tokenEpoch = 0;

  constructor({
    customer = 'ada',
    locale = 'en',
    scope = crypto.randomUUID(),
    clock = new Clock(),
    origin = 'opaque',
    fetchToScriptOrigin,
    ...world
  }: SimulationOptions) {
    this.clock = clock;
    this.origin = oneOf('origin', origin, SANDBOX_ORIGINS);
    const rule = fetchToScriptOrigin === undefined ? undefined : oneOf('fetchToScriptOrigin', fetchToScriptOrigin, SCRIPT_ORIGIN_RULES);
    this.world = createWorld(world);
    this.#customer = chooseCustomer(customer);
    this.#language = readLocale(locale);
    this.#ids = new Ids({seed: this.world.seed, scope});
    this.#hosts = shopifyHosts(this.world.shop);
    this.#closed = new Promise((resolve) => {
      this.#close = resolve;
    });
    this.#pages = new Pages({
      simulationId: this.id,
      state: () => this.#pageState(),
      onMessage: (message) => this.#mounts.receive(message as Parameters<Mounts['receive']>[0]),
    });
    this.#mounts = new Mounts(
      this.#ids,
      {origin: this.origin, fetchToScriptOrigin: rule},
      {
        onChange: () => this.#pages.update(),
        onLog: (log) => this.#logListeners.forEach((listener) => listener(log)),
        onError: (error) => this.#errorListeners.forEach((listener) => listener(error)),
      },
    );
    this.handlers = [
      customerAccountApi({
        knowsPage: (secret) => this.#pages.knowsSecret(secret),
        knowsActivation: (id) => this.#mounts.hasActivation(id),
        issueSessionToken: () => this.#issueToPage(),
      }),
      extensionAssets((url) => this.#mounts.codeAt(url)),
    ];
    let before = this.clock.now();
    this.clock.onMove(() => {
      // Time that passes lets cached tokens grow old by themselves; only going back leaves tokens from the future.
      if (this.clock.now() < before) this.#tokenEpoch++;
      before = this.clock.now();
      this.#pages.update();
    });
  }

  /** Who is signed in, `null` for a guest. */
  get customer(): Customer | null {
    return this.#customer;
  }

  /** What must never be written: the client secret, unless it is the published one. */
  get secrets(): readonly string[] {
    const {clientSecret} = this.world.app;
    return clientSecret === PUBLISHED_TEST_SECRET ? [] : [clientSecret];
  }

  /**
   * A signed session token (HS256 with the app's secret), as the extensions of that surface get it.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_TOKEN_KIND`, `ERR_UNKNOWN_CUSTOMER`, `ERR_UNKNOWN_CASE`
   */
  async mint(kind: SessionTokenKind, options: MintOptions = {}): Promise<string> {
    refuseUnknownKeys('mint', options, ['customer', 'claims', 'case']);
    if (!SESSION_TOKEN_KINDS.includes(kind)) {
      throw new SimhostError('ERR_UNKNOWN_TOKEN_KIND', `No token is called "${String(kind)}".`, {
        next: `Known: ${SESSION_TOKEN_KINDS.join(', ')}.`,
      });
    }
    const id = options.case ?? this.#armed.take('token');
    const now = this.clock.now();
    const {shop, app} = this.world;
    const customer = options.customer === undefined ? this.#customer : chooseCustomer(options.customer);
    const claims = {...sessionTokenClaims({shop, app, customer, now, jti: await this.#ids.uuid()}), ...options.claims};
    const good: TokenDraft = {header: {alg: 'HS256', typ: 'JWT'}, claims, secret: app.clientSecret};
    const draft = id === null ? good : spoil(good, id, Math.floor(now / 1000));
    if (typeof draft.claims['jti'] === 'string') this.#issued.set(draft.claims['jti'], id);
    return signCompact(draft.header, draft.claims, await this.#key(draft.secret));
  }

  /**
   * Lets a case happen to the next token or request.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_CASE`
   */
  arm(id: CaseId, options?: ArmOptions): void {
    this.#armed.arm(id, options);
    this.#forgetTokens();
  }

  disarm(id: CaseId): void {
    this.#armed.disarm(id);
    this.#forgetTokens();
  }

  /** The cases that were armed and have not happened. */
  undeliveredCases(): ReturnType<ArmedCases['undelivered']> {
    return this.#armed.undelivered();
  }

  signIn(customer: CustomerOption): void {
    this.#customer = chooseCustomer(customer);
    this.#forgetTokens();
  }

  signOut(): void {
    this.signIn(null);
  }

  /** Shows an extension in every connected page, now and later. */
  mount(request: MountRequest): Promise<MountedExtension> {
    return this.#mounts.add(request);
  }

  /** The page of the platform on which a target shows. The simulation's id travels in the fragment, which no request carries. */
  pageUrl(target: string): string {
    return `https://${ACCOUNTS_HOST}/${numberOf(this.world.shop.id)}${targetOf(target).path}#${this.id}`;
  }

  /** A host page connects; `send` takes messages to it, the returned object takes those that come from it. */
  connect(send: (message: ToPage) => void, options?: PageConnectionOptions): PageConnection {
    return this.#pages.connect(send, options);
  }

  /** Resolves when every connected page shows the newest state. */
  settled(): Promise<void> {
    return this.#pages.settled();
  }

  onLog(listener: (log: ExtensionLog) => void): () => void {
    this.#logListeners.add(listener);
    return () => this.#logListeners.delete(listener);
  }

  onError(listener: (error: ExtensionError) => void): () => void {
    this.#errorListeners.add(listener);
    return () => this.#errorListeners.delete(listener);
  }

  /** Whether a simulated platform answers for this host. */
  answers(host: string): boolean {
    return this.#hosts.includes(host);
  }

  /** The claims of an `Authorization` value and the case that made the token; `null` where it holds none. */
  inspect(authorization: string | null): {claims: Claims; case: CaseId | null} | null {
    const claims = claimsOf(authorization);
    return claims === null ? null : {claims, case: this.#issued.get(String(claims['jti'])) ?? null};
  }

  /** One sentence on why this request was refused; `null` where it was not. */
  explain(request: LoggedRequest): string | null {
    return explainRefusal(request, {clientId: this.world.app.clientId});
  }

  /** Lets go of everything that waits, such as a `host-never`. */
  close(): void {
    this.#close();
  }

  #forgetTokens(): void {
    this.#tokenEpoch++;
    this.#pages.update();
  }

  async #issueToPage(): Promise<{value: string; expiresIn: number} | null> {
    const id = this.#armed.take('host');
    if (id !== null) {
      const {mechanism} = caseOf(id);
      if (mechanism.at === 'host' && mechanism.answer === 'never') await this.#closed;
      return null;
    }
    const value = await this.mint('customer-account');
    return {value, expiresIn: secondsLeft(value, this.clock.now())};
  }

  #key(secret: string): Promise<CryptoKey> {
    let key = this.#keys.get(secret);
    if (key === undefined) {
      key = importSecret(secret, {published: [PUBLISHED_TEST_SECRET]});
      this.#keys.set(secret, key);
    }
    return key;
  }

  #pageState(): Omit<PageState, 'forward'> {
    const {shop, app} = this.world;
    const customer = this.#customer;
    return {
      clock: this.clock.state,
      tokenEpoch: this.#tokenEpoch,
      app: {clientId: app.clientId, name: app.name, scopes: app.scopes},
      shop: {id: shop.id, name: shop.name, myshopifyDomain: shop.domain, storefrontUrl: shop.storefrontUrl},
      customer:
        customer === null ? null : {id: customer.id, firstName: customer.firstName, lastName: customer.lastName, email: customer.email},
      localization: {language: this.#language, country: shop.country, currency: shop.currency, timezone: shop.timezone},
      endpoints: {customerAccountApi: customerAccountApiUrl(numberOf(shop.id))},
      mounts: this.#mounts.all,
    };
  }
}

/** A token that is old when it is made is not kept by the page, so that the next request gets a fresh one. */
function secondsLeft(token: string, now: number): number {
  const exp = claimsOf(`Bearer ${token}`)?.['exp'];
  return typeof exp === 'number' ? exp - Math.floor(now / 1000) : SESSION_TOKEN_LIFE;
}

function spoil(draft: TokenDraft, id: CaseId, now: number): TokenDraft {
  const {mechanism} = caseOf(id);
  if (mechanism.at === 'token') return mechanism.draft(draft, {now, life: SESSION_TOKEN_LIFE});
  throw new SimhostError('ERR_CASE_NOT_A_TOKEN', `Case "${id}" is not about a token: the host ${caseOf(id).says}.`, {
    next: 'Arm it instead: host.arm() or simulation.arm().',
  });
}

/** The value of an option that has few. */
function oneOf<Value extends string>(option: string, value: Value, known: readonly Value[]): Value {
  if (known.includes(value)) return value;
  const near = nearest(value, known);
  throw new SimhostError('ERR_BAD_OPTION', `The option ${option} has no value ${JSON.stringify(value)}.`, {
    next: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${known.join(', ')}.`,
  });
}

function readLocale(locale: string): string {
  try {
    return new Intl.Locale(locale).toString();
  } catch (cause) {
    throw new SimhostError('ERR_BAD_LOCALE', `Not a language tag: "${locale}".`, {
      next: 'Give BCP 47, for example "en", "fr" or "pt-BR".',
      cause,
    });
  }
}
