import {stat} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {ConsoleMessage, Locator, Page} from '@playwright/test';
import type {MswHandler} from '../core/simulation/msw-handler.ts';
import type {ArmOptions} from '../core/cases/armed-cases.ts';
import type {CaseId} from '../core/cases/case-id.ts';
import {SimhostError, messageOf, refuseUnknownKeys} from '../errors.ts';
import {buildMini} from '../node/mini/build.ts';
import {findManifest, readManifest, readManifestFile} from '../node/mini/manifest.ts';
import type {MiniManifest} from '../node/mini/manifest.ts';
import {INSETS} from '../node/mini/phone.ts';
import {sdkMocks} from '../node/mini/sdk-mocks.ts';
import {FONTS_ORIGIN, nothingAtAll, siteOf} from '../node/mini/site.ts';
import {refusedBy} from '../node/mini/trusted-domains.ts';
import type {Answers} from '../core/platforms/shop-minis/arranged-answers.ts';
import type {MiniCall} from '../core/platforms/shop-minis/shop-app.ts';
import type {Gateway} from '../node/server/gateway.ts';
import {joinReports} from '../core/simulation/activity.ts';
import type {ActivityReport} from '../core/simulation/activity.ts';
import type {Simulation} from '../core/simulation/simulation.ts';
import type {AppState, MinisEvents, MinisParams} from '../wire/mini.ts';
import type {Minis} from '../core/world/minis.ts';
import type {CustomerOption} from '../core/world/people.ts';
import type {OpenAssertions} from './assertions.ts';
import {clockOf} from './host-clock.ts';
import type {HostClock} from './host-clock.ts';
import {MiniErrors} from './mini-errors.ts';
import {MiniPage} from './mini-page.ts';
import {PageActivity} from './page-activity.ts';
import {HostRequests} from './requests.ts';

export interface OpenMiniOptions {
  /** The Mini's manifest, from the config's folder; default: the one in its folder. A URL has none unless it is named here; without one no `trusted_domains` hold. */
  manifest?: string;
  /** Where the Mini starts, `minisParams.initialUrl`. Default `'/'`. */
  initialUrl?: string;
  /** Default `'ios'`. */
  platform?: 'ios' | 'android';
  /** What the phone covers of the page, in CSS pixels. Default: that of a phone with a notch. */
  safeAreaInsets?: NonNullable<MinisParams['safeAreaInsets']>;
}

const OPEN_OPTIONS: readonly (keyof OpenMiniOptions)[] = [
  'manifest',
  'initialUrl',
  'platform',
  'safeAreaInsets',
];

/** The port that Shopify's CLI serves Minis at; nothing listens there, the gateway answers. */
const ORIGIN = 'http://localhost:5173';

/** A Shop Mini in the simulated Shop app. */
export class Mini {
  readonly requests: HostRequests;
  readonly errors: MiniErrors;
  /** The actions of `window.minisSDK` that the Mini called, in order. */
  readonly calls: MiniCall[] = [];
  /** What the Mini wrote to its console. */
  readonly logs: string[] = [];
  readonly clock: HostClock;
  readonly #page: Page;
  readonly #simulation: Simulation;
  readonly #gateway: Gateway;
  readonly #folder: string;
  readonly #shown: MiniPage;
  readonly #pages: PageActivity;
  readonly #patiently: MiniParts['patiently'];
  #appState: AppState = 'active';
  #isOpen = false;

  constructor({page, simulation, gateway, folder, isPhone, patiently, assertions}: MiniParts) {
    this.#patiently = patiently;
    this.#page = page;
    this.#simulation = simulation;
    this.#gateway = gateway;
    this.#folder = folder;
    this.#shown = new MiniPage(page, simulation, {isPhone});
    this.#pages = new PageActivity(page.context(), simulation.requests);
    this.requests = new HostRequests(simulation.requests, {poll: () => this.#activity(), assertions});
    this.errors = new MiniErrors(simulation, page, assertions);
    simulation.minis.app.onCall((call) => this.calls.push(call));
    page.on('console', (message: ConsoleMessage) =>
      this.logs.push(`${message.type()}: ${messageOf(message.text())}`),
    );

    this.clock = this.#clock(clockOf(simulation, gateway));
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
      throw new SimhostError('ERR_MINI_OPEN', 'A Mini is open in this test already.', {
        next: 'One test opens one Mini; page.goto() goes on inside it.',
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
    const source = isUrl
      ? {address: new URL(from).origin}
      : {answer: siteOf(await this.#patiently(() => buildMini(dir)))};

    this.#gateway.addSite({origin, refuses, ...source});
    this.#gateway.addSite({origin: FONTS_ORIGIN, answer: nothingAtAll});
    this.#simulation.minis.app.declare(manifest?.scopes ?? ['openid']);
    const {initialUrl = '/', platform = 'ios', safeAreaInsets = INSETS} = options;
    const params = {handle: manifest?.handle ?? 'mini', initialUrl, platform, safeAreaInsets};

    await this.#shown.prepare({params, origin, mocks: await this.#patiently(() => sdkMocks(dir))});
    await this.#page.goto(isUrl ? from : `${origin}/`);
    return this.#page.locator('body');
  }

  /** Puts MSW handlers before those of the platform, for this test. */
  use(...handlers: readonly MswHandler[]): void {
    this.#simulation.use(...handlers);
  }

  /**
   * Answers the next `generateUserToken` or `userTokenVerify` otherwise than the platform would. A test that ends with an
   * answer that nothing asked for fails by name.
   *
   * @example
   * ```ts
   * import {test} from 'simhost/playwright';
   *
   * test('the Mini waits and asks again', async ({mini}) => {
   *   mini.answer('userTokenVerify', 'TOO_MANY_REQUESTS', {times: 2});
   *   mini.answer('generateUserToken', {expiresAt: null});
   * });
   * ```
   */
  answer<What extends keyof Answers>(what: What, answer: Answers[What], options?: {times?: number}): void {
    this.#simulation.minis.arranged.add(what, answer, options);
  }

  /** Takes the rest of what `answer` arranged back. */
  stopAnswering(what: keyof Answers): void {
    this.#simulation.minis.arranged.clear(what);
  }

  /** Lets a case happen to the next token or request. */
  arm(id: CaseId, options?: ArmOptions): void {
    this.#simulation.arm(id, options);
  }

  disarm(id: CaseId): void {
    this.#simulation.disarm(id);
  }

  signIn(customer: CustomerOption): void {
    this.#simulation.signIn(customer);
  }

  signOut(): void {
    this.#simulation.signOut();
  }

  /** What the user answers from now on when asked for the Mini's scopes; `'ask'` shows the sheet. */
  consent(answer: Minis['consent']): void {
    this.#simulation.minis.app.setConsent(answer);
  }

  /** Shop knows this user no more; default: who is signed in. */
  deleteUser(customer: {id: string} | null = this.#simulation.customer): void {
    if (customer === null)
      throw new SimhostError('ERR_NO_CUSTOMER', 'Nobody is signed in.', {
        next: 'Name the user: {id: "gid://shopify/Customer/…"}.',
      });
    this.#simulation.minis.deleteUser(customer);
  }

  /** The user comes back to the Mini. */
  focus(): Promise<void> {
    return this.#emit('MINI_APP_FOCUS', undefined);
  }

  /** Something else comes before the Mini. */
  blur(): Promise<void> {
    return this.#emit('MINI_APP_BLUR', undefined);
  }

  close(): Promise<void> {
    return this.#emit('MINI_APP_CLOSE', undefined);
  }

  /** The user presses the Shop app's Back. */
  navigateBack(): Promise<void> {
    return this.#emit('NAVIGATE_BACK', undefined);
  }

  /** The Shop app itself goes to another state. */
  async appState(appState: AppState): Promise<void> {
    const previousAppState = this.#appState;
    this.#appState = appState;
    await this.#emit('APP_STATE_CHANGE', {appState, previousAppState});
  }

  /** What is under way in the Mini and at the gateway. */
  async #activity(): Promise<ActivityReport> {
    const pages = await this.#pages.poll();
    const mini = await this.#shown.activity();
    return joinReports([pages, mini, await this.#simulation.activity()]);
  }

  #emit<Name extends keyof MinisEvents>(name: Name, payload: MinisEvents[Name]): Promise<void> {
    return this.#shown.emit(name, payload);
  }

  async #manifest(dir: string | null, named: string | undefined): Promise<MiniManifest | null> {
    if (named !== undefined) return readManifestFile(await manifestAt(resolve(this.#folder, named)));
    return dir === null ? null : readManifest(dir);
  }

  #clock(clock: HostClock): HostClock {
    const alsoInPage =
      <Args extends unknown[]>(move: (...args: Args) => Promise<void>) =>
      async (...args: Args): Promise<void> => {
        await move(...args);
        await this.#shown.moved();
      };

    return {
      now: clock.now,
      advance: alsoInPage(clock.advance),
      set: alsoInPage(clock.set),
      freeze: alsoInPage(clock.freeze),
      resume: alsoInPage(clock.resume),
      skew: alsoInPage(clock.skew),
    };
  }
}

export interface MiniParts {
  readonly page: Page;
  readonly simulation: Simulation;
  readonly gateway: Gateway;
  readonly folder: string;
  /** Whether the test's own options already make the browser a phone. */
  readonly isPhone: boolean;
  /** Does work whose time is not the test's. */
  readonly patiently: <T>(work: () => Promise<T>) => Promise<T>;
  readonly assertions: OpenAssertions;
}

/** A manifest may be named by its folder too. */
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
