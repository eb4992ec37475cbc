import type {BrowserContext, Page, Response} from '@playwright/test';
import {SimhostError} from '../errors.ts';
import {AUTH_COOKIE, LOGIN_COOKIE, REFRESH_COOKIE} from '../core/platforms/vtex/vtex-cookies.ts';
import type {VtexCookie} from '../core/platforms/vtex/vtex-cookies.ts';
import type {VtexLogin, VtexLoginOptions, VtexPerson} from '../core/platforms/vtex/vtex-sessions.ts';
import type {Gateway} from '../node/server/gateway.ts';
import {joinReports} from '../core/simulation/activity.ts';
import type {ActivityReport} from '../core/simulation/activity.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import {type Claims, decodeClaims} from '../core/tokens/jws.ts';
import {accountOf} from '../core/world/vtex.ts';
import type {VtexAccount} from '../core/world/vtex.ts';
import {clockOf} from './host-clock.ts';
import type {HostClock} from './host-clock.ts';
import {PageActivity} from './pages/page-activity.ts';
import {PageClock} from './pages/page-clock.ts';
import {followRequestLines, servedPosition} from './pages/request-lines.ts';
import {PlatformFixture} from './platform-fixture.ts';
import type {FixtureParts} from './platform-fixture.ts';
import {pageLogs} from './recorders/logs.ts';
import type {Logs, PageLog} from './recorders/logs.ts';
import {PageErrors} from './recorders/page-errors.ts';
import {writeLivesAsMaxAge} from './pages/script-cookies.ts';
import {installGlobals, runtimeOf} from '../node/live/storefront-globals.ts';

/** Options of `storefront.open`. */
export interface OpenOptions {
  /** The account whose store to open. Default: the account under test. */
  account?: string;
}

/**
 * A VTEX store in the browser. Platform paths are simulated; your server, mapped to the store's origin, answers the rest.
 *
 * @example
 * ```ts
 * import {test, expect} from 'simhost/playwright';
 *
 * test.use({backends: {'https://acme.myvtex.com': {command: 'node server.js'}}});
 *
 * test('a shopper sees their orders', async ({storefront, page}) => {
 *   await storefront.signIn('ada');
 *   await storefront.open('/orders');
 *   await expect(page.getByRole('heading', {name: 'Your orders'})).toBeVisible();
 * });
 * ```
 */
export class Storefront extends PlatformFixture {
  /** The errors of the store's pages. They do not fail a test. */
  override readonly errors: PageErrors;
  /** The lines that the store's pages wrote to their console: `{level, text}`. */
  override readonly logs: Logs<PageLog>;
  /** The time of tokens, pages, cookies and backends. */
  override readonly clock: HostClock;
  readonly #page: Page;
  readonly #simulation: SimulationCore;
  readonly #gateway: Gateway;
  readonly #pages: PageActivity;
  readonly #stop: () => void;

  /** @internal */
  static async in(parts: StorefrontParts): Promise<Storefront> {
    const {page, simulation, gateway} = parts;
    const {accounts} = simulation.world.vtex;
    const runtimes = Object.values(accounts).flatMap((account) =>
      [`${account.name}.myvtex.com`, ...account.hosts].map((host) => ({host, runtime: runtimeOf(account)})),
    );

    const position = servedPosition(originOf(simulation.world.vtex.account));
    // Before the globals of a store, whose own requests have a line too.
    await followRequestLines(page.context(), simulation, position);
    await page.context().addInitScript(installGlobals, runtimes);
    await page.context().addInitScript(writeLivesAsMaxAge);
    const pageClock = new PageClock(page.context(), simulation);
    await pageClock.settled();

    return new Storefront(
      parts,
      pageClock,
      pageClock.follow(() => gateway.cookies.settled()),
    );
  }

  private constructor({page, gateway, ...parts}: StorefrontParts, pageClock: PageClock, stop: () => void) {
    super(parts);
    const {simulation} = parts;
    this.#page = page;
    this.#simulation = simulation;
    this.#gateway = gateway;
    this.#stop = stop;
    this.#pages = new PageActivity(page.context(), simulation.requests);

    this.errors = new PageErrors(page, this.watch);
    this.logs = pageLogs(page, this.watch);
    this.clock = clockOf(simulation, gateway, async (work) => {
      const moved = await work;
      await pageClock.settled();
      return moved;
    });
  }

  /** The account under test. */
  get account(): VtexAccount {
    return this.#simulation.world.vtex.account;
  }

  /**
   * Opens a page of the store: a path, or the URL of one of its hosts.
   *
   * @returns the answer to the page itself, or `null` if nothing was loaded
   * @throws {SimhostError} `ERR_NO_STOREFRONT`, `ERR_UNKNOWN_ACCOUNT`
   */
  async open(path = '/', {account = this.account.name}: OpenOptions = {}): Promise<Response | null> {
    const url = new URL(path, originOf(accountOf(account, this.#simulation.world.vtex)));
    const {origin} = url;

    if (
      this.#simulation.platforms.isServedByTest(url) &&
      !this.#gateway.backends.some((backend) => backend.origin === origin)
    ) {
      throw new SimhostError(
        'ERR_NO_STOREFRONT',
        `${url.href} is served by your own storefront, and backends has no ${origin}.`,
        {
          next: `Add it: backends: {'${origin}': 'http://localhost:3000'}, or {'${origin}': {command: 'node server.js'}} to have it started.`,
        },
      );
    }

    return this.#page.goto(url.href);
  }

  /**
   * Signs a shopper or an admin in: the browser gets the cookies that the store's login sets.
   *
   * @returns the tokens and cookies of the login, for requests outside of the browser
   * @throws {SimhostError} `ERR_UNKNOWN_PERSON`, `ERR_UNKNOWN_ACCOUNT`
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('the backend knows the shopper', async ({storefront, request}) => {
   *   const {token} = await storefront.signIn('ada');
   *   const response = await request.get('https://acme.myvtex.com/api/points', {headers: {VtexIdclientAutCookie: token}});
   *   expect(response.status()).toBe(200);
   * });
   * ```
   */
  async signIn(who: VtexPerson, options?: VtexLoginOptions): Promise<VtexLogin> {
    const login = await this.#simulation.vtex.sessions.login(who, options);
    await this.#gateway.cookies.give(this.#context, login.cookies.map(asInJar));
    return login;
  }

  /** Signs out as the store's logout does: the sessions end, and the browser loses the cookies. */
  async signOut(): Promise<void> {
    for (const {sess} of await this.#held()) this.#simulation.vtex.sessions.revoke(String(sess));
    const ours = (await this.#context.cookies()).filter(({name}) => isOfLogin(name));
    await this.#gateway.cookies.give(
      this.#context,
      ours.map((cookie) => ({...cookie, expires: 0})),
    );
  }

  /**
   * Lets the tokens in the browser expire: moves the clock to one second after the last of them.
   *
   * @throws {SimhostError} `ERR_NOT_SIGNED_IN`
   */
  async expire(): Promise<void> {
    const ends = (await this.#signedIn()).map(({exp}) => Number(exp));
    await this.clock.set((Math.max(...ends) + 1) * 1000);
  }

  /**
   * Revokes the sessions of the browser. It keeps their tokens, which no longer work and cannot be refreshed.
   *
   * @throws {SimhostError} `ERR_NOT_SIGNED_IN`
   */
  async revoke(): Promise<void> {
    for (const {sess} of await this.#signedIn()) this.#simulation.vtex.sessions.revoke(String(sess));
  }

  /**
   * Stops following the clock.
   *
   * @internal
   */
  close(): void {
    this.#stop();
  }

  /**
   * Reports what is under way in the pages and at the gateway. Timers of the pages are not watched.
   *
   * @internal
   */
  protected override async activity(): Promise<ActivityReport> {
    const pages = await this.#pages.poll();
    return joinReports([pages, await this.#simulation.activity.report()]);
  }

  /** @internal */
  protected override async settled(): Promise<void> {
    await this.#simulation.pages.settled();
  }

  get #context(): BrowserContext {
    return this.#page.context();
  }

  /** The claims of the tokens that the browser holds. */
  async #held(): Promise<readonly Claims[]> {
    const cookies = (await this.#context.cookies()).filter(({name}) => name.startsWith(AUTH_COOKIE));
    return cookies.map(({value}) => decodeClaims(value)).filter((claims) => claims !== null);
  }

  async #signedIn(): Promise<readonly Claims[]> {
    const found = await this.#held();
    if (found.length > 0) return found;
    throw new SimhostError('ERR_NOT_SIGNED_IN', 'Nobody is signed in to this store.', {
      next: "Sign a shopper in first: await storefront.signIn('ada').",
    });
  }
}

export interface StorefrontParts extends FixtureParts {
  readonly page: Page;
  readonly gateway: Gateway;
}

function originOf({name}: VtexAccount): string {
  return `https://${name}.myvtex.com`;
}

function isOfLogin(name: string): boolean {
  return name.startsWith(AUTH_COOKIE) || name === REFRESH_COOKIE || name === LOGIN_COOKIE;
}

/** Writes a cookie for a jar: a leading dot in the domain includes subdomains. */
function asInJar({
  sameSite = 'Lax',
  ...cookie
}: VtexCookie): Omit<VtexCookie, 'sameSite'> & {sameSite: 'None' | 'Lax' | 'Strict'} {
  return {...cookie, sameSite, domain: `.${cookie.domain}`};
}
