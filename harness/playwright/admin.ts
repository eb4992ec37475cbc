import type {FrameLocator, Page, Response} from '@playwright/test';
import {adminHome, adminPageOf} from '../core/platforms/shopify/app-authorization/admin-address.ts';
import type {AppInstallation} from '../core/platforms/shopify/app-authorization/app-installation.ts';
import {joinReports} from '../core/simulation/activity.ts';
import type {ActivityReport} from '../core/simulation/activity.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import type {Webhooks} from '../core/simulation/webhooks.ts';
import type {StaffName} from '../core/world/staff.ts';
import {SimhostError} from '../errors.ts';
import {ADMIN_ORIGIN} from '../wire/admin.ts';
import type {Gateway} from '../node/server/gateway.ts';
import type {Deadline} from './failures/deadline.ts';
import {clockOf} from './host-clock.ts';
import type {HostClock} from './host-clock.ts';
import {AppFrame} from './pages/app-frame.ts';
import {PageActivity} from './pages/page-activity.ts';
import {PageClock} from './pages/page-clock.ts';
import {followRequestLines, servedPosition} from './pages/request-lines.ts';
import {blockThirdPartyCookies} from './pages/third-party-cookies.ts';
import {PlatformFixture} from './platform-fixture.ts';
import type {FixtureParts} from './platform-fixture.ts';
import {BridgeCalls} from './recorders/calls.ts';
import {pageLogs} from './recorders/logs.ts';
import type {Logs, PageLog} from './recorders/logs.ts';
import {PageErrors} from './recorders/page-errors.ts';

/** The parts that the fixture is made from. */
export interface AdminParts extends FixtureParts {
  readonly page: Page;
  readonly gateway: Gateway;
  readonly deadline: Deadline;
}

/**
 * The simulated admin of a shop, with the embedded app under test in its frame.
 *
 * @example
 * ```ts
 * import {test, expect} from 'simhost/playwright';
 *
 * test.use({
 *   app: {clientId: 'key', clientSecret: 'secret', url: 'https://myapp.com'},
 *   backends: {'https://myapp.com': {command: 'node server.js'}},
 * });
 *
 * test('the app greets the shop', async ({admin}) => {
 *   const app = await admin.open();
 *   await expect(app.getByRole('heading', {name: 'acme.myshopify.com'})).toBeVisible();
 * });
 * ```
 */
export class Admin extends PlatformFixture {
  /** The page of the admin around the app: title bar, navigation, toasts, dialogs. */
  readonly page: Page;
  /** The errors of the app's documents. They do not fail a test. */
  override readonly errors: PageErrors;
  /** The lines that the app's documents wrote to their console: `{level, text}`. */
  override readonly logs: Logs<PageLog>;
  /** The calls of App Bridge with an effect that a person sees: `{member, args}`. */
  readonly calls: BridgeCalls;
  /** The time of tokens, pages, cookies and backends. */
  override readonly clock: HostClock;
  readonly #simulation: SimulationCore;
  readonly #pages: PageActivity;
  readonly #frame: AppFrame;
  readonly #deadline: Deadline;
  readonly #stop: () => void;

  /** @internal */
  static async in(parts: AdminParts): Promise<Admin> {
    const {page, simulation, gateway} = parts;
    const {url} = simulation.world.app;
    if (url !== undefined)
      await followRequestLines(page.context(), simulation, servedPosition(new URL(url).origin));

    const pageClock = new PageClock(page.context(), simulation);
    await pageClock.settled();
    return new Admin(
      parts,
      pageClock,
      pageClock.follow(() => gateway.cookies.settled()),
    );
  }

  private constructor(
    {page, gateway, deadline, ...parts}: AdminParts,
    pageClock: PageClock,
    stop: () => void,
  ) {
    super(parts);
    const {simulation} = parts;
    this.page = page;
    this.#simulation = simulation;
    this.#pages = new PageActivity(page.context(), simulation.requests);
    this.#frame = new AppFrame(page, simulation);
    this.#deadline = deadline;
    this.#stop = stop;

    this.errors = new PageErrors(page, this.watch);
    this.logs = pageLogs(page, this.watch);
    this.calls = new BridgeCalls(simulation.adminPages, this.watch);
    this.clock = clockOf(simulation, gateway, async (work) => {
      const moved = await work;
      await pageClock.settled();
      return moved;
    });
  }

  /**
   * The webhooks that the shop sends to the app: by itself after an uninstall and a change of scopes, and others by
   * `send`.
   *
   * @see https://shopify.dev/docs/apps/build/webhooks
   *
   * @example
   * ```ts
   * import {expect, test} from 'simhost/playwright';
   *
   * test('a changed product is noted', async ({admin}) => {
   *   const [delivery] = await admin.webhooks.send('products/update', {id: 1, title: 'Hat'});
   *   expect(delivery?.state).toBe('delivered');
   * });
   * ```
   */
  get webhooks(): Webhooks {
    return this.#simulation.webhooks;
  }

  /**
   * Opens the app at a path, and waits until its document has loaded. `admin.page` then shows the admin around it. If the
   * shop does not have the app, `admin.page` shows the page on which a merchant installs it.
   *
   * @param path a path of the app, such as `/products/1`. Default: the application URL
   * @returns the app's frame
   * @throws {SimhostError} `ERR_NO_APP_URL`, `ERR_APP_NOT_SHOWN` with the reason
   */
  async open(path = '/'): Promise<FrameLocator> {
    const {app, shop} = this.#simulation.world;
    if (app.url === undefined) {
      throw new SimhostError('ERR_NO_APP_URL', 'The app has no URL, so the admin has nothing to show.', {
        next: "Give app.url, for example test.use({app: {url: 'https://myapp.com'}}), or map its origin in backends.",
      });
    }

    if (!app.embedded) throw notEmbedded(app.url);
    const address = `${adminPageOf(shop, app.clientId)}${path === '/' ? '' : path}`;
    const work = this.installation.isInstalled ? this.#showApp(address) : this.#showInstallPage(address);
    await this.#deadline.wait(work, async (waited) => this.#frame.notShown(waited));
    return this.#frame.locator;
  }

  async #showApp(address: string): Promise<void> {
    const shown = this.#frame.nextShown();
    const opened: Promise<Response | null> = this.page.goto(address, {waitUntil: 'commit'});
    await Promise.all([opened, shown]);
  }

  async #showInstallPage(address: string): Promise<void> {
    const {app, shop} = this.#simulation.world;
    await this.page.goto(address, {waitUntil: 'commit'});
    await this.page.waitForURL(
      app.authorization.legacyInstallFlow
        ? ({origin}) => origin !== ADMIN_ORIGIN
        : `${adminHome(shop)}/oauth/install?*`,
    );
  }

  /** The app in the shop: whether it is installed, and its scopes. */
  get installation(): AppInstallation {
    return this.#simulation.appAccess.installation;
  }

  /** The scopes of the app: `{granted, required, optional}`. */
  get scopes(): AppInstallation['scopes'] {
    return this.installation.scopes;
  }

  /**
   * Signs another staff member in to the admin. The next token is about them.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_STAFF`
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('the server knows who asks', async ({admin}) => {
   *   await admin.signIn('joan');
   *   await admin.open();
   *   await expect(admin.requests).toHaveRequest(/api\/notes/, {token: {sub: '5002'}});
   * });
   * ```
   */
  async signIn(staff: StaffName): Promise<void> {
    this.#simulation.appAccess.signInStaff(staff);
    await this.settled();
  }

  /** Uninstalls the app: its access tokens end. The page stays as it is, as it does for a merchant in another tab. */
  async uninstall(): Promise<void> {
    this.installation.uninstall();
  }

  /**
   * Blocks cookies of third parties in `admin.page`, as many browsers do. The app is a third party in its frame. Call it
   * before `open()`.
   *
   * Cookies with `Partitioned` stay, and so do `localStorage` and `sessionStorage`: Chrome keeps them for each site that
   * shows the frame.
   *
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('the app needs no cookie', async ({admin}) => {
   *   await admin.blockThirdPartyCookies();
   *   const app = await admin.open();
   *   await expect(app.getByRole('heading', {name: 'Back in stock'})).toBeVisible();
   * });
   * ```
   */
  async blockThirdPartyCookies(): Promise<void> {
    await blockThirdPartyCookies(this.page);
  }

  /**
   * Stops following the clock.
   *
   * @internal
   */
  close(): void {
    this.#stop();
  }

  /** @internal */
  protected override async activity(): Promise<ActivityReport> {
    const pages = await this.#pages.poll();
    return joinReports([pages, await this.#simulation.activity.report()]);
  }

  /** @internal */
  protected override async settled(): Promise<void> {
    await this.#simulation.adminPages.update();
  }
}

function notEmbedded(url: string): SimhostError {
  return new SimhostError(
    'ERR_APP_NOT_SHOWN',
    'The app is not embedded (embedded = false), so the admin does not show it in a frame.',
    {
      next: `Set embedded = true in shopify.app.toml or app: {embedded: true}. To open the app outside of the admin, use page.goto('${url}').`,
    },
  );
}
