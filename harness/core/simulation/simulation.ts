import type {HttpHandler, RequestHandler} from 'msw';
import type {Clock} from '../../clock.ts';
import type {Notices} from '../../notices.ts';
import type {Checkout} from '../../wire/checkout.ts';
import type {Order} from '../../wire/order.ts';
import type {ArmedCase, ArmOptions} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {AppInstallation} from '../platforms/shopify/app-authorization/app-installation.ts';
import type {FieldResolver} from '../platforms/shopify/graphql/query-context.ts';
import type {MinisState} from '../platforms/shop-minis/shop-minis.ts';
import type {UserTokenResponse} from '../platforms/shop-minis/user-token.ts';
import type {VtexState} from '../platforms/vtex/vtex-platform.ts';
import type {Customer, CustomerOption} from '../world/people.ts';
import type {SentEmail} from '../world/sent-emails.ts';
import type {StaffMember, StaffName} from '../world/staff.ts';
import type {World} from '../world/world.ts';
import {issueAdminToken} from './admin-token.ts';
import type {AdminTokenOptions} from './admin-token.ts';
import type {MintOptions} from './issuer.ts';
import type {MswHandler} from './msw-handler.ts';
import type {SimulationOptions} from './options.ts';
import type {RequestHistory} from './request-log.ts';
import type {SimulationChange} from './simulation-change.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';
import type {InspectedToken} from './token-inspection.ts';
import type {ResolveOptions} from './test-resolvers.ts';
import type {TokenKind} from './token-kinds.ts';
import type {Webhooks} from './webhooks.ts';

/**
 * Creates a simulated platform: one clock, one world, its tokens and endpoints. It needs no browser and runs in any test
 * runner.
 *
 * @param options the app, the shop, the customer and so on. Default: a published test app, the shop
 *   `acme.myshopify.com`, Ada signed in
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION`, `ERR_BAD_LOCALE`, `ERR_BAD_SHOP_DOMAIN`,
 *   `ERR_UNKNOWN_CUSTOMER`, `ERR_SECRET_IN_BROWSER`
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
  return new Simulation(createSimulationCore(options));
}

/** @internal Returns what pages and the server need of a simulation. */
export let coreOf: (simulation: Simulation) => SimulationCore;

/**
 * A simulated platform. Make one with {@link createSimulation}; in tests of `simhost/playwright` the fixture
 * `simulation` is one.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * const simulation = createSimulation({customer: 'bea'});
 * simulation.clock.freeze('2026-11-20T12:00:00Z');
 * const token = await simulation.mint('customer-account');
 * ```
 */
export class Simulation {
  static {
    coreOf = (simulation) => simulation.#core;
  }

  readonly #core: SimulationCore;

  /** @internal Use {@link createSimulation}. */
  constructor(core: SimulationCore) {
    this.#core = core;
  }

  /** The clock of the simulation. It runs with real time until a test moves it. */
  get clock(): Clock {
    return this.#core.clock;
  }

  /** The data that tokens and endpoints are about: shop, app, people, orders. Drawn from the option `seed`. */
  get world(): World {
    return this.#core.world;
  }

  /** The requests that passed the gateway, oldest first. Without a gateway it stays empty. */
  get requests(): RequestHistory {
    return this.#core.requests;
  }

  /** The probable mistakes that the platform accepts, oldest first. */
  get notices(): Notices {
    return this.#core.notices;
  }

  /**
   * The state of the simulated VTEX: its sessions, orders and access keys.
   *
   * @example
   * ```ts
   * import {createSimulation} from 'simhost';
   *
   * const {vtex} = createSimulation({vtex: {account: 'acme'}});
   * const {token} = await vtex.sessions.login('ada');
   * ```
   */
  get vtex(): VtexState {
    return this.#core.vtex;
  }

  /** The state of the simulated Shop app: arranged answers, and users that were deleted. */
  get minis(): MinisState {
    return this.#core.minis;
  }

  /**
   * The MSW handlers of the platforms, for pages that belong to the simulation. Handlers of {@link use} come first.
   *
   * A page of your own has no secret of a host page; use {@link openHandlers} for it.
   */
  get handlers(): readonly RequestHandler[] {
    return this.#core.handlers;
  }

  /**
   * The MSW handlers of the platforms, for a page of your own. The customer account endpoint gives a token to every
   * request, so use them only inside a test (`setupServer`, `setupWorker`, `page.route`), never on a port.
   *
   * @example
   * ```ts
   * import {createSimulation} from 'simhost';
   * import {setupServer} from 'msw/node';
   *
   * const server = setupServer(...createSimulation().openHandlers);
   * server.listen();
   * ```
   */
  get openHandlers(): readonly HttpHandler[] {
    return this.#core.platforms.openHandlers;
  }

  /** The person who is signed in, or null for a guest. */
  get customer(): Customer | null {
    return this.#core.customer;
  }

  /**
   * The app in the shop: whether it is installed, and the scopes that the merchant granted.
   *
   * @see https://shopify.dev/docs/apps/build/authentication-authorization/app-installation
   *
   * @example
   * ```ts
   * import {createSimulation} from 'simhost';
   *
   * const {installation} = createSimulation({app: {scopes: ['write_products']}});
   * installation.uninstall();
   * ```
   */
  get installation(): AppInstallation {
    return this.#core.appAccess.installation;
  }

  /**
   * The webhooks that the shop sends to the app: by itself after an uninstall and a change of scopes, and others by
   * {@link Webhooks.send}.
   *
   * @see https://shopify.dev/docs/apps/build/webhooks
   */
  get webhooks(): Webhooks {
    return this.#core.webhooks;
  }

  /** The staff member who uses the admin. Default: `grace`. */
  get staff(): StaffMember {
    return this.#core.appAccess.staff;
  }

  /** The order that pages of one order show: the newest of the signed-in customer. */
  get order(): Order {
    return this.#core.order;
  }

  /** The checkout that checkout pages show, as it is now. */
  get checkout(): Checkout {
    return this.#core.checkout;
  }

  /**
   * The emails with links that the shop has sent to customers, oldest first: after `customerRecover`, and after
   * `customerCreate` for somebody who has ordered as a guest. The link has the token that `customerReset` and
   * `customerActivate` take.
   *
   * @see https://shopify.dev/docs/api/storefront/latest/mutations/customerRecover
   *
   * @example
   * ```ts
   * import {createSimulation} from 'simhost';
   *
   * const resetUrl = createSimulation().emails.at(-1)?.url;
   * ```
   */
  get emails(): readonly SentEmail[] {
    return this.#core.accounts.emails.all;
  }

  /**
   * Puts MSW handlers before those of the platforms, as `server.use` of MSW does. They never answer requests that a host
   * page sends for itself: tokens, scripts and preflights.
   *
   * @see https://mswjs.io/docs/api/setup-server/use
   *
   * @example
   * ```ts
   * import {createSimulation} from 'simhost';
   * import {http, HttpResponse} from 'msw';
   *
   * const simulation = createSimulation();
   * simulation.use(http.get('https://acme.myvtex.com/api/points', () => HttpResponse.json({points: 120})));
   * ```
   */
  use(...handlers: readonly MswHandler[]): void {
    this.#core.use(...handlers);
  }

  /**
   * Gives fields of Shopify's GraphQL APIs values of your own. All three APIs use them, before the world.
   *
   * @param type the type in the schema, for example `'Product'`
   * @param fields a function for each field: it gets the object and the arguments of the field
   * @param options `{api: 'admin'}` for fields that only the Admin API has
   * @throws {SimhostError} `ERR_UNKNOWN_TYPE` or `ERR_UNKNOWN_FIELD` for a name that no version of the APIs has
   *
   * @example
   * ```ts
   * import {createSimulation} from 'simhost';
   *
   * await createSimulation().resolve('Product', {vendor: () => 'Acme', totalInventory: ({id}) => String(id).length});
   * ```
   */
  resolve(
    type: string,
    fields: Readonly<Record<string, FieldResolver>>,
    options?: ResolveOptions,
  ): Promise<void> {
    return this.#core.resolvers.add(type, fields, options);
  }

  /**
   * Changes what pages show. Mounted extensions render again, through their signals. If the change is wrong, nothing is
   * changed.
   *
   * @throws {SimhostError} `ERR_BAD_OPTION`, `ERR_BAD_GID`, `ERR_BAD_LOCALE` with the path of the wrong value;
   *   `ERR_UNKNOWN_OPTION`, `ERR_UNKNOWN_SETTING`, `ERR_BAD_SETTING`, `ERR_NOT_DECLARED`, `ERR_NO_CUSTOMER`
   *
   * @example
   * ```ts
   * import {createSimulation} from 'simhost';
   *
   * createSimulation().update({locale: 'fr', checkout: {discountCodes: ['WELCOME10']}});
   * ```
   */
  update(change: SimulationChange): void {
    this.#core.update(change);
  }

  /**
   * Mints a signed token, as the platform gives it to the extension, Mini or storefront of that kind.
   *
   * @param kind one of {@link TOKEN_KINDS}
   * @param options the customer, claims to replace, or the case that breaks the token. Default: a valid token of the
   *   signed-in customer
   * @throws {SimhostError} `ERR_UNKNOWN_TOKEN_KIND`, `ERR_UNKNOWN_CUSTOMER`, `ERR_UNKNOWN_CASE`,
   *   `ERR_CASE_NOT_A_TOKEN`, `ERR_UNKNOWN_VARIANT`, `ERR_UNKNOWN_OPTION`
   * @see https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens
   *
   * @example
   * ```ts
   * import {createSimulation} from 'simhost';
   *
   * const expired = await createSimulation().mint('checkout', {customer: 'ada', case: 'exp-past-60'});
   * ```
   */
  mint(kind: TokenKind, options?: MintOptions): Promise<string> {
    return this.#core.mint(kind, options);
  }

  /**
   * Answers as the platform answers an extension that requests a session token. Armed cases apply.
   *
   * @param kind the surface of the extension. Default: `'customer-account'`
   * @returns the token with its remaining life in seconds; null if the platform gives none
   */
  issueSessionToken(
    kind?: 'checkout' | 'customer-account',
  ): Promise<{value: string | null; expiresIn: number} | null> {
    return this.#core.issueSessionToken(kind);
  }

  /**
   * Issues an access token of the signed-in customer for the Customer Account API, as a backend gets it when the customer
   * signs in there. It is refused after two hours, and once somebody else is signed in.
   *
   * @returns the value of the header `Authorization`
   * @throws {SimhostError} `ERR_NO_CUSTOMER` for a guest
   * @see https://shopify.dev/docs/api/customer/latest#authentication
   *
   * @example
   * ```ts
   * import {createSimulation} from 'simhost';
   *
   * const token = await createSimulation({customer: 'ada'}).issueCustomerAccessToken();
   * await fetch('https://myapp.com/account', {headers: {Cookie: `customer=${token}`}});
   * ```
   */
  issueCustomerAccessToken(): Promise<string> {
    return this.#core.accessTokens.issue();
  }

  /**
   * Issues an access token of the Admin API, as a backend gets it when it exchanges an ID token. A backend that does the
   * exchange itself needs no such token.
   *
   * @param options whether the token is online, and whether it expires. Default: an offline token that expires
   * @returns the value of the header `X-Shopify-Access-Token`
   * @throws {SimhostError} `ERR_UNKNOWN_STAFF`, `ERR_UNKNOWN_OPTION`
   * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens
   *
   * @example
   * ```ts
   * import {createSimulation} from 'simhost';
   *
   * const token = await createSimulation().issueAdminAccessToken();
   * await fetch('https://acme.myshopify.com/admin/api/2026-07/graphql.json', {
   *   method: 'POST',
   *   headers: {'Content-Type': 'application/json', 'X-Shopify-Access-Token': token},
   *   body: JSON.stringify({query: '{ shop { name } }'}),
   * });
   * ```
   */
  issueAdminAccessToken(options?: AdminTokenOptions): Promise<string> {
    return issueAdminToken(this.#core.appAccess.tokens, options);
  }

  /**
   * Answers as the Shop app answers a Mini that calls `generateUserToken()`. Armed cases apply.
   *
   * @returns the answer, or null if the Shop app gives none
   * @throws {Error} as the action of a Mini rejects, with its `code`
   */
  issueUserToken(): Promise<UserTokenResponse | null> {
    return this.#core.minis.generateUserToken();
  }

  /**
   * Applies a case to the next token or request.
   *
   * @param options how often it applies. Default: once
   * @throws {SimhostError} `ERR_UNKNOWN_CASE`, `ERR_CASE_NOT_ARMABLE`, `ERR_BAD_OPTION`
   *
   * @example
   * ```ts
   * import {createSimulation} from 'simhost';
   *
   * const simulation = createSimulation();
   * simulation.arm('exp-past-60', {times: 2});
   * ```
   */
  arm(id: CaseId, options?: ArmOptions): void {
    this.#core.arm(id, options);
  }

  /**
   * Ends an armed case.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_CASE`, `ERR_CASE_NOT_ARMED`
   */
  disarm(id: CaseId): void {
    this.#core.disarm(id);
  }

  /** Lists the armed cases that no token or request has met. */
  undeliveredCases(): readonly ArmedCase[] {
    return this.#core.undeliveredCases();
  }

  /**
   * Signs a person in; pages request new tokens.
   *
   * @param customer a name such as `'ada'`, an object with an `id`, or null for a guest
   * @throws {SimhostError} `ERR_UNKNOWN_CUSTOMER`, `ERR_BAD_OPTION`, `ERR_BAD_GID`
   */
  signIn(customer: CustomerOption): void {
    this.#core.signIn(customer);
  }

  /**
   * Signs a staff member in to the admin. Embedded apps get new ID tokens.
   *
   * @param name `'grace'`, who owns the shop, or `'joan'`, who may only work with products
   * @throws {SimhostError} `ERR_UNKNOWN_STAFF`
   *
   * @example
   * ```ts
   * import {createSimulation} from 'simhost';
   *
   * createSimulation().signInStaff('joan');
   * ```
   */
  signInStaff(name: StaffName): void {
    this.#core.appAccess.signInStaff(name);
  }

  /** Signs the person out; pages show a guest. */
  signOut(): void {
    this.#core.signOut();
  }

  /**
   * Reads the token that a request carries, without verifying it. Platforms have their own headers and cookies.
   *
   * @returns its claims and the case that made it; null if the request carries no token that can be read
   *
   * @example
   * ```ts
   * import {createSimulation} from 'simhost';
   *
   * const simulation = createSimulation();
   * const token = await simulation.mint('checkout');
   * simulation.inspect(new Headers({authorization: `Bearer ${token}`}))?.claims?.['aud'];
   * ```
   */
  inspect(headers: Headers): InspectedToken | null {
    return this.#core.tokens.inspect(new Headers(headers));
  }

  /** Ends everything still pending, for example a `host-never` case. Call it at the end of a test. */
  close(): void {
    this.#core.close();
  }
}
