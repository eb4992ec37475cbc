import {dirname} from 'node:path';
import {test as base} from '@playwright/test';
import type {
  FullConfig,
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestInfo,
  TestType,
} from '@playwright/test';
import {SimhostError} from '../errors.ts';
import type {NoticeOptions, StrictOption} from '../notices.ts';
import {appDefaults} from '../node/extension/app-file.ts';
import type {BackendOption} from '../node/server/backends.ts';
import type {Gateway} from '../node/server/gateway.ts';
import {startServer} from '../node/server/server.ts';
import type {Server} from '../node/server/server.ts';
import {createSimulation} from '../core/simulation/simulation.ts';
import type {Simulation} from '../core/simulation/simulation.ts';
import type {SandboxOrigin, ScriptOriginRule} from '../wire/control.ts';
import type {AppOptions} from '../core/world/app.ts';
import type {MinisOptions} from '../core/world/minis.ts';
import type {CustomerOption} from '../core/world/people.ts';
import type {ShopOptions} from '../core/world/shop.ts';
import type {VtexOptions} from '../core/world/vtex.ts';
import {OpenAssertions} from './assertions.ts';
import {attachBackendOutput, noticeEndedBackends} from './backend-output.ts';
import {launchOptionsFor, ordinaryUserAgent} from './browser.ts';
import {Deadline} from './deadline.ts';
import {Mini} from './mini.ts';
import {Host} from './host.ts';
import {followRoutes} from './routes.ts';
import {NoticePrinter, attachNotices, failOnNotices} from './notices.ts';
import {giveSimulationId} from './simulation-id.ts';
import {Storefront} from './storefront.ts';
import {
  explainHost,
  explainMini,
  explainStorefront,
  failHostByName,
  failMiniByName,
  refuseUndelivered,
} from './failures.ts';

/** Options for `use` in the config, in a project, a file or a `describe`. */
export interface SimhostOptions {
  /** The app under test. Left out, `shopify.app.toml` gives client id, name and scopes; else they have the published test values. */
  app: AppOptions;
  shop: ShopOptions;
  /** The Shop Mini under test: its id and API key, and what is assumed about its platform. */
  minis: MinisOptions;
  /** The VTEX accounts, their admins and keys. */
  vtex: VtexOptions;
  /** Who is signed in: a documented person, one of your own, or `null` for a guest. Default `'ada'`. */
  customer: CustomerOption;
  /** What the people, orders and other data are drawn from. */
  world: {seed?: number};
  /** Your backends by the origin under which the extension calls them; your storefront by that of its VTEX store. */
  backends: Record<string, BackendOption>;
  /** The origin that requests of extensions carry: `null`, `https://extensions.shopifycdn.com`, or the page's. Default `'opaque'`. */
  origin: SandboxOrigin;
  /** Whether extensions may fetch from the origin of their own script. Default: as the platform at that target does. */
  fetchToScriptOrigin: ScriptOriginRule | undefined;
  /** Which notices are not reported: `{ignore: [code]}`. Default: all are reported. */
  notices: NoticeOptions;
  /** Which notices fail a test: `true` for all, or an array of codes. Default `false`. */
  strict: StrictOption;
}

export interface SimhostFixtures {
  /** The simulated page of Shopify: mounts extensions, changes what they see, and records what they do. */
  host: Host;
  /** The simulated Shop app with a Mini. */
  mini: Mini;
  /** A VTEX store. */
  storefront: Storefront;
  /**
   * The platform behind the pages, also for tests without a page. `simulation.world` has its data.
   *
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('the backend knows Ada', async ({simulation, request}) => {
   *   const token = await simulation.mint('checkout', {customer: 'ada'});
   *   const response = await request.get('https://myapp.com/api/points', {headers: {Authorization: `Bearer ${token}`}});
   *   expect(await response.json()).toMatchObject({email: simulation.world.people['ada']?.email});
   * });
   * ```
   */
  simulation: Simulation;
  /** The proxy of this test's browser. `gateway.backends` has origin, address and command of each backend. */
  gateway: Gateway;
  /** The time that the test has; counts from its very start. */
  simhostDeadline: Deadline;
}

export interface SimhostWorkerFixtures {
  simhostServer: Server;
  simhostNotices: NoticePrinter;
}

type SimhostTest = TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & SimhostOptions & SimhostFixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & SimhostWorkerFixtures
>;

/** Milliseconds that the start of the server may take. They do not count as time of the test. */
const LONGEST_SETUP = 120_000;

/**
 * Playwright's `test` with a simulated platform.
 *
 * @example
 * ```ts
 * import {test, expect} from 'simhost/playwright';
 *
 * test.use({backends: {'https://myapp.com': {command: 'node server.js'}}});
 *
 * test('a signed-in customer sees their points', async ({host}) => {
 *   const extension = await host.mount('extensions/loyalty');
 *   await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
 * });
 * ```
 */
export const test: SimhostTest = base.extend<SimhostOptions & SimhostFixtures, SimhostWorkerFixtures>({
  app: [{}, {option: true}],
  shop: [{}, {option: true}],
  minis: [{}, {option: true}],
  vtex: [{}, {option: true}],
  customer: ['ada', {option: true}],
  world: [{}, {option: true}],
  backends: [{}, {option: true}],
  origin: ['opaque', {option: true}],
  fetchToScriptOrigin: [undefined, {option: true}],
  notices: [{}, {option: true}],
  strict: [false, {option: true}],

  launchOptions: [
    async ({launchOptions, browserName}, use, {project, config}) =>
      use(launchOptionsFor({browserName, launchOptions, project, configFile: config.configFile})),
    {scope: 'worker'},
  ],

  simhostServer: [
    async ({}, use, {config}) => {
      const server = await startServer({folder: folderOf(config)});
      await use(server);
      await server.close();
    },
    {scope: 'worker', timeout: LONGEST_SETUP},
  ],

  simhostDeadline: [async ({}, use, testInfo) => use(new Deadline(testInfo)), {auto: true, box: true}],

  simhostNotices: [async ({}, use) => use(new NoticePrinter()), {scope: 'worker'}],

  simulation: async (
    {
      app,
      shop,
      minis,
      vtex,
      customer,
      locale,
      world,
      origin,
      fetchToScriptOrigin,
      notices,
      strict,
      simhostNotices,
    },
    use,
    testInfo,
  ) => {
    const defaults = await appDefaults(folderOf(testInfo.config), app);
    const simulation = createSimulation({
      app: {...defaults, ...app},
      shop,
      minis,
      vtex,
      customer,
      locale: languageOf(locale),
      ...world,
      origin,
      fetchToScriptOrigin,
      notices,
      strict,
      scope: scopeOf(testInfo),
    });

    simhostNotices.follow(simulation.notices);

    await use(simulation);
    simulation.close();

    if (testInfo.status === testInfo.expectedStatus) failOnNotices(simulation.notices);
    else await attachNotices(simulation.notices, testInfo);
  },

  gateway: async ({simhostServer, simulation, backends}, use, testInfo) => {
    const gateway = await withExtendedTimeout(testInfo, () =>
      simhostServer.open(simulation, {backends, app: simulation.world.app}),
    );

    await use(gateway);
    noticeEndedBackends(gateway.backends, simulation.notices);
    if (testInfo.status !== testInfo.expectedStatus)
      await attachBackendOutput(gateway.backends, simulation, testInfo);
    await gateway.close();
  },

  proxy: async ({gateway, proxy}, use) => {
    if (proxy !== undefined) {
      throw new SimhostError(
        'ERR_PROXY_IN_USE',
        `The option proxy is set to ${proxy.server}, where the gateway has to stand.`,
        {
          next: 'Remove it from the config for tests with simhost; a backend behind a proxy can be given in backends by its URL.',
        },
      );
    }

    await use({server: gateway.proxy});
  },

  context: async ({context, gateway, simulation}, use) => {
    gateway.cookies.follow(context);
    await giveSimulationId(context, simulation);
    followRoutes(context, () => gateway.noteRoutes());
    await use(context);
  },

  ignoreHTTPSErrors: true,

  userAgent: async ({browser, userAgent}, use) => use(userAgent ?? ordinaryUserAgent(browser.version())),

  host: async ({page, simulation, gateway, simhostDeadline}, use, testInfo) => {
    const assertions = new OpenAssertions(testInfo.file);
    const host = new Host({
      page,
      simulation,
      gateway,
      folder: folderOf(testInfo.config),
      deadline: simhostDeadline,
      assertions,
    });

    await use(host);
    const notAwaited = assertions.end();
    const failed = testInfo.status !== testInfo.expectedStatus;

    if (failed) await explainHost(host, simulation, testInfo);
    else if (notAwaited !== undefined) throw notAwaited;
    else await failHostByName(host, simulation, testInfo);
  },

  mini: async ({page, simulation, gateway, isMobile}, use, testInfo) => {
    const patiently = <T>(work: () => Promise<T>): Promise<T> => withExtendedTimeout(testInfo, work);
    const assertions = new OpenAssertions(testInfo.file);

    const mini = new Mini({
      page,
      simulation,
      gateway,
      folder: folderOf(testInfo.config),
      isPhone: isMobile,
      patiently,
      assertions,
    });

    await use(mini);
    const notAwaited = assertions.end();
    if (testInfo.status !== testInfo.expectedStatus) await explainMini(mini, simulation, testInfo);
    else if (notAwaited !== undefined) throw notAwaited;
    else failMiniByName(mini, simulation);
  },

  storefront: async ({page, simulation, gateway}, use, testInfo) => {
    const assertions = new OpenAssertions(testInfo.file);
    const storefront = await Storefront.in({page, simulation, gateway, assertions});

    await use(storefront);
    storefront.close();
    const notAwaited = assertions.end();
    if (testInfo.status !== testInfo.expectedStatus)
      await explainStorefront(storefront, simulation, testInfo);
    else if (notAwaited !== undefined) throw notAwaited;
    else refuseUndelivered(simulation);
  },
});

/** The test, the repeat and the retry: what no two simulations share. */
function scopeOf({testId, repeatEachIndex, retry, project}: TestInfo): string {
  return [project.name, testId, repeatEachIndex, retry].join('\n');
}

/** A build, or the start of a backend, takes the time that it takes, once; the test keeps its own. */
async function withExtendedTimeout<T>(testInfo: TestInfo, work: () => Promise<T>): Promise<T> {
  const {timeout} = testInfo;
  const started = performance.now();

  testInfo.setTimeout(timeout === 0 ? 0 : timeout + LONGEST_BUILD);
  try {
    return await work();
  } finally {
    testInfo.setTimeout(timeout === 0 ? 0 : timeout + Math.ceil(performance.now() - started));
  }
}

const LONGEST_BUILD = 600_000;

/** What relative paths and backends' commands start from. */
function folderOf({configFile, rootDir}: FullConfig): string {
  return configFile === undefined ? rootDir : dirname(configFile);
}

/** Playwright's default `en-US` is no language of a shop; Shopify's own default is `en`. */
function languageOf(locale: string | undefined): string {
  return locale === undefined || locale === 'en-US' ? 'en' : locale;
}
