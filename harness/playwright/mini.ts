import {stat} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {Locator, Page} from '@playwright/test';
import {SimhostError} from '../errors.ts';
import {refuseUnknownKeys} from '../known-values.ts';
import {buildMini} from '../node/mini/build.ts';
import {findManifest, readManifest, readManifestFile} from '../node/mini/manifest.ts';
import type {MiniManifest} from '../node/mini/manifest.ts';
import {INSETS} from '../node/mini/phone.ts';
import {sdkMocks} from '../node/mini/sdk-mocks.ts';
import {FONTS_ORIGIN, nothingAtAll, siteOf} from '../node/mini/site.ts';
import {refusedBy} from '../node/mini/trusted-domains.ts';
import type {Answers} from '../core/platforms/shop-minis/arranged-answers.ts';
import type {Gateway} from '../node/server/gateway.ts';
import {joinReports} from '../core/simulation/activity.ts';
import type {ActivityReport} from '../core/simulation/activity.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import type {AppState, MinisEvents, MinisParams} from '../wire/mini.ts';
import type {Minis} from '../core/world/minis.ts';
import type {CustomerOption} from '../core/world/people.ts';
import {clockOf} from './host-clock.ts';
import type {HostClock} from './host-clock.ts';
import {miniPositions} from './pages/mini-lines.ts';
import {MiniPage} from './pages/mini-page.ts';
import {PageActivity} from './pages/page-activity.ts';
import {followRequestLines} from './pages/request-lines.ts';
import {PlatformFixture} from './platform-fixture.ts';
import type {FixtureParts} from './platform-fixture.ts';
import {MiniCalls} from './recorders/calls.ts';
import {pageLogs} from './recorders/logs.ts';
import type {Logs, PageLog} from './recorders/logs.ts';
import {MiniErrors} from './recorders/mini-errors.ts';

/** Options of `mini.open`. */
export interface OpenMiniOptions {
  /**
   * The Mini's manifest, relative to the Playwright config. Default: the manifest in the Mini's folder.
   *
   * A Mini that is opened by URL has no manifest unless you name it, and then no `trusted_domains` apply.
   */
  manifest?: string;
  /** The path at which the Mini starts, `minisParams.initialUrl`. Default: `'/'`. */
  initialUrl?: string;
  /** The phone's system. Default: `'ios'`. */
  platform?: 'ios' | 'android';
  /** The parts of the page that the phone covers, in CSS pixels. Default: those of a phone with a notch. */
  safeAreaInsets?: NonNullable<MinisParams['safeAreaInsets']>;
}

const OPEN_OPTIONS: readonly (keyof OpenMiniOptions)[] = [
  'manifest',
  'initialUrl',
  'platform',
  'safeAreaInsets',
];

/** The origin at which Shopify's CLI serves Minis. Nothing listens there: the gateway answers. */
const ORIGIN = 'http://localhost:5173';

/**
 * A Shop Mini in the simulated Shop app.
 *
 * @example
 * ```ts
 * import {test, expect} from 'simhost/playwright';
 *
 * test('the Mini shows the points of its user', async ({mini}) => {
 *   const page = await mini.open('minis/points');
 *   await expect(page.getByText('120 points')).toBeVisible();
 * });
 * ```
 */
export class Mini extends PlatformFixture {
  /** The errors that the Mini threw or reported. An error that no test expects fails it. */
  override readonly errors: MiniErrors;
  /** The actions of `window.minisSDK` that the Mini called: `{action, params}`. */
  readonly calls: MiniCalls;
  /** The lines that the Mini wrote to its console: `{level, text}`. */
  override readonly logs: Logs<PageLog>;
  /** The time of tokens, the Mini and backends. */
  override readonly clock: HostClock;
  readonly #page: Page;
  readonly #simulation: SimulationCore;
  readonly #gateway: Gateway;
  readonly #folder: string;
  readonly #shown: MiniPage;
  readonly #pages: PageActivity;
  readonly #patiently: MiniParts['patiently'];
  #appState: AppState = 'active';
  #isOpen = false;

  /** @internal */
  constructor({page, gateway, folder, isPhone, patiently, ...parts}: MiniParts) {
    super(parts);
    const {simulation} = parts;
    this.#page = page;
    this.#simulation = simulation;
    this.#gateway = gateway;
    this.#folder = folder;
    this.#patiently = patiently;
    this.#shown = new MiniPage(page, simulation, {isPhone});
    this.#pages = new PageActivity(page.context(), simulation.requests);

    this.errors = new MiniErrors(simulation, page, this.watch);
    this.calls = new MiniCalls(simulation.minis.app, this.watch);
    this.logs = pageLogs(page, this.watch);
    this.clock = clockOf(simulation, gateway, async (work) => {
      const moved = await work;
      await this.#shown.moved();
      return moved;
    });
  }

  /**
   * Opens a Mini: a folder, which is built with its own Vite, or the URL of its dev server.
   *
   * @param from a folder, relative to the Playwright config, or `http://localhost:…`
   * @returns the body of its page
   * @throws {SimhostError} `ERR_NO_MANIFEST`, `ERR_BAD_MANIFEST`, `ERR_NO_VITE`, `ERR_MINI_BUILD`, `ERR_MINI_OPEN`, `ERR_NOT_LOCALHOST`
   */
  async open(from: string, options: OpenMiniOptions = {}): Promise<Locator> {
    refuseUnknownKeys('mini.open', options, OPEN_OPTIONS);
    if (this.#isOpen) {
      throw new SimhostError('ERR_MINI_OPEN', 'This test has already opened a Mini.', {
        next: 'Open one Mini per test; page.goto() navigates inside it.',
      });
    }

    this.#isOpen = true;
    const isUrl = /^https?:\/\//.test(from);
    const dir = isUrl ? this.#folder : resolve(this.#folder, from);
    const manifest = await this.#manifest(isUrl ? null : dir, options.manifest);
    const origin = isUrl ? localhost(from) : ORIGIN;
    const refusal = manifest === null ? () => null : refusedBy(manifest, this.#simulation.world.minis);
    const refuses = (url: URL): string | null =>
      url.origin === origin || url.origin === FONTS_ORIGIN ? null : refusal(url);
    const built = isUrl ? null : await this.#patiently(() => buildMini(dir));
    const source = built === null ? {address: new URL(from).origin} : {answer: siteOf(built)};
    await followRequestLines(this.#page.context(), this.#simulation, miniPositions({dir, built, origin}));

    this.#gateway.addSite({origin, refuses, ...source});
    this.#gateway.addSite({origin: FONTS_ORIGIN, answer: nothingAtAll});
    this.#simulation.minis.app.declare(manifest?.scopes ?? ['openid']);
    const {initialUrl = '/', platform = 'ios', safeAreaInsets = INSETS} = options;
    const params = {handle: manifest?.handle ?? 'mini', initialUrl, platform, safeAreaInsets};

    await this.#shown.prepare({params, origin, mocks: await this.#patiently(() => sdkMocks(dir))});
    await this.#page.goto(isUrl ? from : `${origin}/`);
    return this.#page.locator('body');
  }

  /**
   * Sets the answer to the next `generateUserToken` or `userTokenVerify`, instead of the platform's own.
   *
   * A test fails by name if it ends with an answer that nothing requested.
   *
   * @example
   * ```ts
   * import {test} from 'simhost/playwright';
   *
   * test('the Mini waits and asks again', async ({mini}) => {
   *   await mini.answer('userTokenVerify', 'TOO_MANY_REQUESTS', {times: 2});
   *   await mini.answer('generateUserToken', {expiresAt: null});
   * });
   * ```
   */
  async answer<What extends keyof Answers>(
    what: What,
    answer: Answers[What],
    options?: {times?: number},
  ): Promise<void> {
    this.#simulation.minis.arranged.add(what, answer, options);
  }

  /** Takes back what `answer` arranged and nothing has asked for yet. */
  async stopAnswering(what: keyof Answers): Promise<void> {
    this.#simulation.minis.arranged.clear(what);
  }

  /**
   * Signs a user in to the Shop app.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_CUSTOMER`
   * @example
   * ```ts
   * import {test} from 'simhost/playwright';
   *
   * test('another user sees other points', async ({mini}) => {
   *   await mini.signIn('bea');
   *   await mini.open('minis/points');
   * });
   * ```
   */
  async signIn(customer: CustomerOption): Promise<void> {
    this.#simulation.signIn(customer);
    await this.settled();
  }

  /** Signs the user out. */
  async signOut(): Promise<void> {
    this.#simulation.signOut();
    await this.settled();
  }

  /**
   * Sets the user's answer when the Mini asks for its scopes. `'ask'` shows the sheet.
   *
   * @throws {SimhostError} `ERR_BAD_OPTION` for another value
   */
  async consent(answer: Minis['consent']): Promise<void> {
    this.#simulation.minis.app.setConsent(answer);
  }

  /** Deletes a user from Shop. Default: the user who is signed in. */
  async deleteUser(customer: {id: string} | null = this.#simulation.customer): Promise<void> {
    if (customer === null)
      throw new SimhostError('ERR_NO_CUSTOMER', 'Nobody is signed in.', {
        next: 'Name the user: {id: "gid://shopify/Customer/…"}.',
      });
    this.#simulation.minis.deleteUser(customer);
  }

  /** Returns the user to the Mini, as after another app or sheet. */
  focus(): Promise<void> {
    return this.#emit('MINI_APP_FOCUS', undefined);
  }

  /** Puts something else before the Mini. */
  blur(): Promise<void> {
    return this.#emit('MINI_APP_BLUR', undefined);
  }

  /** Closes the Mini, as the Shop app does. */
  close(): Promise<void> {
    return this.#emit('MINI_APP_CLOSE', undefined);
  }

  /** Presses the Back button of the Shop app. */
  navigateBack(): Promise<void> {
    return this.#emit('NAVIGATE_BACK', undefined);
  }

  /** Changes the state of the Shop app: active, inactive or in the background. */
  async appState(appState: AppState): Promise<void> {
    const previousAppState = this.#appState;
    this.#appState = appState;
    await this.#emit('APP_STATE_CHANGE', {appState, previousAppState});
  }

  /**
   * Reports what is under way in the Mini and at the gateway.
   *
   * @internal
   */
  protected override async activity(): Promise<ActivityReport> {
    const pages = await this.#pages.poll();
    const mini = await this.#shown.activity();
    return joinReports([pages, mini, await this.#simulation.activity.report()]);
  }

  #emit<Name extends keyof MinisEvents>(name: Name, payload: MinisEvents[Name]): Promise<void> {
    return this.#shown.emit(name, payload);
  }

  async #manifest(dir: string | null, named: string | undefined): Promise<MiniManifest | null> {
    if (named !== undefined) return readManifestFile(await manifestAt(resolve(this.#folder, named)));
    return dir === null ? null : readManifest(dir);
  }

  /** @internal */
  protected override async settled(): Promise<void> {
    await this.#simulation.pages.settled();
  }
}

export interface MiniParts extends FixtureParts {
  readonly page: Page;
  readonly gateway: Gateway;
  readonly folder: string;
  /** Whether the test's own options already make the browser a phone. */
  readonly isPhone: boolean;
  /** Does work that does not count against the test's timeout. */
  readonly patiently: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Finds the manifest at a path, which may be its folder. */
async function manifestAt(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  return (found?.isDirectory() === true ? await findManifest(path) : null) ?? path;
}

function localhost(url: string): string {
  const {origin, hostname} = new URL(url);
  if (hostname === 'localhost') return origin;
  throw new SimhostError('ERR_NOT_LOCALHOST', `A Mini's page lives on http://localhost, not on ${origin}.`, {
    next: `Minis have that origin in production too, and backends allow it. Open ${url.replace(hostname, 'localhost')}.`,
  });
}
