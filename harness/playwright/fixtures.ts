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
import {findAdminSchema} from '../node/extension/admin-schema-file.ts';
import {completeApp} from '../node/extension/app-defaults.ts';
import type {Gateway} from '../node/server/gateway.ts';
import {startServer} from '../node/server/server.ts';
import type {Server} from '../node/server/server.ts';
import {coreOf, createSimulation} from '../core/simulation/simulation.ts';
import type {Simulation} from '../core/simulation/simulation.ts';
import {Admin} from './admin.ts';
import {OpenAssertions} from './matchers/assertions.ts';
import {CrashedTabs} from './failures/crashed-tabs.ts';
import {attachBackendOutput, noticeEndedBackends} from './failures/backend-output.ts';
import {launchOptionsFor, ordinaryUserAgent} from './browser.ts';
import {Deadline} from './failures/deadline.ts';
import {attachGeneratedValues} from './failures/generated-values.ts';
import {Mini} from './mini.ts';
import {Host} from './host.ts';
import {followRoutes} from './pages/routes.ts';
import {NoticePrinter, attachNotices, failOnNotices} from './failures/notices.ts';
import {giveSimulationId} from './pages/simulation-id.ts';
import type {SimhostOptions} from './options.ts';
import {Turn} from './turn.ts';
import {Storefront} from './storefront.ts';
import {
  explainAdmin,
  explainHost,
  explainMini,
  explainStorefront,
  failHostByName,
  failMiniByName,
  refuseUndelivered,
} from './failures/failures.ts';

/**
 * The fixtures of simhost's `test`.
 *
 * @example
 * ```ts
 * import {test, expect} from 'simhost/playwright';
 *
 * test('the backend is asked once', async ({host}) => {
 *   await host.mount('extensions/loyalty');
 *   await expect(host.requests).toHaveRequestTimes('https://myapp.com/api/points', 1);
 * });
 * ```
 */
export interface SimhostFixtures {
  /**
   * The simulated page of Shopify: mounts extensions, changes what they see, and records what they do.
   *
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('a customer sees their points', async ({host}) => {
   *   const extension = await host.mount('extensions/loyalty');
   *   await expect(extension.getByText('120 points')).toBeVisible();
   * });
   * ```
   */
  host: Host;
  /**
   * The simulated Shop app with a Mini.
   *
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('the Mini shows the points', async ({mini}) => {
   *   const page = await mini.open('minis/points');
   *   await expect(page.getByText('120 points')).toBeVisible();
   * });
   * ```
   */
  mini: Mini;
  /**
   * A VTEX store.
   *
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('a shopper is signed in', async ({storefront, page}) => {
   *   await storefront.signIn('ada');
   *   await storefront.open('/account');
   *   await expect(page.getByText('Ada')).toBeVisible();
   * });
   * ```
   */
  storefront: Storefront;
  /**
   * The simulated admin with an embedded app.
   *
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('the app greets the shop', async ({admin}) => {
   *   const app = await admin.open();
   *   await expect(app.getByRole('heading', {name: 'acme.myshopify.com'})).toBeVisible();
   * });
   * ```
   */
  admin: Admin;
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
  /**
   * The proxy of this test's browser. `gateway.backends` lists origin, address and command of each backend.
   *
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('the backend is on the simulated time', async ({gateway}) => {
   *   expect(gateway.backends.map(({origin}) => origin)).toEqual(['https://myapp.com']);
   * });
   * ```
   */
  gateway: Gateway;
  /** @internal The gateway as it opens, while its backends start. */
  simhostOpening: Promise<Gateway>;
  /** @internal The turn of the test, if more workers run than the machine can serve. */
  simhostTestTurn: Turn;
  /** @internal The time that the test has. Counts from its very start. */
  simhostDeadline: Deadline;
}

/** The fixtures of simhost that all tests of a worker share. */
export interface SimhostWorkerFixtures {
  /** @internal */
  simhostTurn: Turn;
  /** @internal */
  simhostServer: Server;
  /** @internal */
  simhostNotices: NoticePrinter;
}

/** Playwright's `test` with the options and fixtures of simhost. */
type SimhostTest = TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & SimhostOptions & SimhostFixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & SimhostWorkerFixtures
>;

/** Milliseconds that the start of the server may take. They do not count against the test's timeout. */
const LONGEST_SETUP = 120_000;

/** Milliseconds that a build, or the start of a backend, may take. */
const LONGEST_BUILD = 600_000;

/**
 * Hides a fixture in reports and traces. Playwright sends two messages to its main process for each step, so the many
 * fixtures without content would cost each test milliseconds.
 */
const HIDDEN = {box: 'self'} as const;

/** An option of simhost. */
const OPTION = {option: true, ...HIDDEN} as const;

/** An option of Playwright that simhost sets. With `option: true`, a value in the config would replace simhost's. */
const OVERRIDE = {scope: 'test', ...HIDDEN} as const;

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
  app: [{}, OPTION],
  shop: [{}, OPTION],
  checkout: [{}, OPTION],
  minis: [{}, OPTION],
  vtex: [{}, OPTION],
  customer: ['ada', OPTION],
  world: [{}, OPTION],
  backends: [{}, OPTION],
  origin: [undefined, OPTION],
  fetchToScriptOrigin: [undefined, OPTION],
  notices: [{}, OPTION],
  strict: [false, OPTION],
  generated: ['value', OPTION],

  // Waits before the browser and the server start.
  simhostTurn: [
    async ({}, use, worker) => {
      const turn = await Turn.toStart(worker);
      await use(turn);
      turn.end();
    },
    // Each turn ends by itself, so the wait ends too.
    {scope: 'worker', timeout: 0, ...HIDDEN},
  ],

  launchOptions: [
    async ({launchOptions, browserName, simhostTurn: _turn}, use, {project, config}) =>
      use(launchOptionsFor({browserName, launchOptions, project, configFile: config.configFile})),
    {scope: 'worker', ...HIDDEN},
  ],

  simhostServer: [
    async ({simhostTurn: _turn}, use, {config}) => {
      const server = await startServer({folder: folderOf(config)});
      await use(server);
      await server.close();
    },
    {scope: 'worker', timeout: LONGEST_SETUP, ...HIDDEN},
  ],

  // The wait does not count against the timeout of the test, because this fixture has its own.
  simhostTestTurn: [
    async ({}, use, testInfo) => {
      const turn = await Turn.toTest(testInfo);
      await use(turn);
      await turn.pass();
    },
    {timeout: 0, ...HIDDEN},
  ],

  // Playwright does not count the start of the server or the wait for the turn, so the deadline begins after them.
  simhostDeadline: [
    async ({simhostServer: _started, simhostTestTurn: _turn}, use, testInfo) => use(new Deadline(testInfo)),
    {auto: true, ...HIDDEN},
  ],

  simhostNotices: [async ({}, use) => use(new NoticePrinter()), {scope: 'worker', ...HIDDEN}],

  simulation: async (
    {
      app,
      backends,
      shop,
      checkout,
      minis,
      vtex,
      customer,
      locale,
      world,
      origin,
      fetchToScriptOrigin,
      notices,
      strict,
      generated,
      simhostNotices,
    },
    use,
    testInfo,
  ) => {
    const folder = folderOf(testInfo.config);
    const completed = await completeApp(folder, app, (declared) => appUrl(declared, backends));
    const adminSchema = (await findAdminSchema(folder)) ?? undefined;
    const simulation = createSimulation({
      app: completed.options,
      shop,
      checkout,
      minis,
      vtex,
      customer,
      locale: languageOf(locale),
      ...world,
      origin,
      fetchToScriptOrigin,
      notices,
      strict,
      generated,
      adminSchema,
      scope: scopeOf(testInfo),
    });

    simhostNotices.follow(simulation.notices);
    for (const notice of completed.notices) coreOf(simulation).notices.add(notice);

    await use(simulation);
    simulation.close();

    await attachGeneratedValues(simulation.requests, testInfo);
    if (testInfo.status === testInfo.expectedStatus) failOnNotices(simulation.notices);
    else await attachNotices(simulation.notices, testInfo);
  },

  // Backends start while the browser does. Every test needs the browser, at least for its user agent.
  simhostOpening: [
    async ({simhostServer, simulation, backends}, use) => {
      const unneeded = new AbortController();
      const opening = simhostServer.open(coreOf(simulation), {
        backends,
        app: simulation.world.app,
        signal: unneeded.signal,
      });
      // The fixture gateway reports the error.
      const opened = opening.catch(() => undefined);

      await use(opening);
      // If the browser did not start, nobody waits for the backends.
      unneeded.abort();
      await (await opened)?.close();
    },
    HIDDEN,
  ],

  // The deadline begins before the timeout grows by the start of the backends, and after that of the browser.
  gateway: async (
    {simhostOpening, browser: _started, simhostDeadline: _begun, simulation, simhostTurn},
    use,
    testInfo,
  ) => {
    const gateway = await withExtendedTimeout(testInfo, () => simhostOpening);
    const {notices} = coreOf(simulation);

    await use(gateway);
    // The first test may have no page.
    simhostTurn.end();
    noticeEndedBackends(gateway.backends, notices);
    if (testInfo.status !== testInfo.expectedStatus)
      await attachBackendOutput(gateway.backends, coreOf(simulation), testInfo);
  },

  proxy: [
    async ({gateway, proxy}, use) => {
      if (proxy !== undefined) throw proxyInUse(proxy.server);
      await use({server: gateway.proxy});
    },
    OVERRIDE,
  ],

  context: async ({context, gateway, simulation, simhostTurn}, use, testInfo) => {
    simhostTurn.endAtLoad(context);
    const crashedTabs = new CrashedTabs(context);
    gateway.cookies.follow(context);
    await giveSimulationId(context, coreOf(simulation));
    followRoutes(context, () => gateway.noteRoutes());
    await use(context);
    await crashedTabs.report(testInfo);
  },

  ignoreHTTPSErrors: [true, OVERRIDE],

  userAgent: [async ({browser, userAgent}, use) => use(userAgent ?? ordinaryUserAgent(browser)), OVERRIDE],

  host: async ({page, simulation, gateway, simhostDeadline}, use, testInfo) => {
    const assertions = new OpenAssertions(testInfo.file);
    const core = coreOf(simulation);
    simhostDeadline.followPauses(page);
    const host = new Host({
      page,
      simulation: core,
      gateway,
      folder: folderOf(testInfo.config),
      deadline: simhostDeadline,
      assertions,
    });

    await use(host);
    if (testInfo.status === 'timedOut' || testInfo.status === 'interrupted') await simhostDeadline.end();

    const notAwaited = assertions.end();
    const failed = testInfo.status !== testInfo.expectedStatus;

    if (failed) await explainHost(host, core, testInfo);
    else if (notAwaited !== undefined) throw notAwaited;
    else await failHostByName(host, core, testInfo);
  },

  mini: async ({page, simulation, gateway, isMobile}, use, testInfo) => {
    const patiently = <T>(work: () => Promise<T>): Promise<T> => withExtendedTimeout(testInfo, work);
    const assertions = new OpenAssertions(testInfo.file);

    const core = coreOf(simulation);
    const mini = new Mini({
      page,
      simulation: core,
      gateway,
      folder: folderOf(testInfo.config),
      isPhone: isMobile,
      patiently,
      assertions,
    });

    await use(mini);
    const notAwaited = assertions.end();
    if (testInfo.status !== testInfo.expectedStatus) await explainMini(mini, core, testInfo);
    else if (notAwaited !== undefined) throw notAwaited;
    else failMiniByName(mini, core);
  },

  storefront: async ({page, simulation, gateway}, use, testInfo) => {
    const assertions = new OpenAssertions(testInfo.file);
    const core = coreOf(simulation);
    const storefront = await Storefront.in({page, simulation: core, gateway, assertions});

    await use(storefront);
    storefront.close();
    const notAwaited = assertions.end();
    if (testInfo.status !== testInfo.expectedStatus) await explainStorefront(storefront, core, testInfo);
    else if (notAwaited !== undefined) throw notAwaited;
    else refuseUndelivered(core);
  },

  admin: async ({page, simulation, gateway, simhostDeadline}, use, testInfo) => {
    const assertions = new OpenAssertions(testInfo.file);
    const core = coreOf(simulation);
    simhostDeadline.followPauses(page);
    const admin = await Admin.in({page, simulation: core, gateway, deadline: simhostDeadline, assertions});

    await use(admin);
    admin.close();
    if (testInfo.status === 'timedOut' || testInfo.status === 'interrupted') await simhostDeadline.end();

    const notAwaited = assertions.end();
    if (testInfo.status !== testInfo.expectedStatus) await explainAdmin(admin, core, testInfo);
    else if (notAwaited !== undefined) throw notAwaited;
    else refuseUndelivered(core);
  },
});

function proxyInUse(server: string): SimhostError {
  return new SimhostError(
    'ERR_PROXY_IN_USE',
    `The option proxy is set to ${server}, but simhost needs the proxy for its gateway.`,
    {
      next: 'Remove it from the config for tests with simhost; a backend behind a proxy can be given in backends by its URL.',
    },
  );
}

/** Returns the application URL of the app's file if a backend has its origin, else the origin of the first backend. */
function appUrl(declared: string | undefined, backends: SimhostOptions['backends']): string | undefined {
  const origins = Object.keys(backends).filter((key) => URL.canParse(key));
  const isMapped = declared !== undefined && origins.includes(new URL(declared).origin);
  return isMapped ? declared : (origins[0] ?? declared);
}

/** Names the test, the repeat and the retry, which no two simulations share. */
function scopeOf({testId, repeatEachIndex, retry, project}: TestInfo): string {
  return [project.name, testId, repeatEachIndex, retry].join('\n');
}

/** Runs a build, or the start of a backend, without counting it against the test's timeout. */
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

/** The folder that relative paths and the commands of backends start from. */
function folderOf({configFile, rootDir}: FullConfig): string {
  return configFile === undefined ? rootDir : dirname(configFile);
}

/** Maps Playwright's default `en-US`, which shops do not have as a language, to Shopify's default `en`. */
function languageOf(locale: string | undefined): string {
  return locale === undefined || locale === 'en-US' ? 'en' : locale;
}
