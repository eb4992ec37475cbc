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
import type {CaseId} from '../cases/case-id.ts';
import {caseOf} from '../cases/catalogue.ts';
import {PROFILES} from '../cases/expect.ts';
import {SimhostError, redact} from '../errors.ts';
import type {NoticeOptions, StrictOption} from '../notices.ts';
import {appDefaults} from '../extension/app-file.ts';
import type {BackendOption} from '../server/backends.ts';
import type {Gateway} from '../server/gateway.ts';
import {startServer} from '../server/server.ts';
import type {Server} from '../server/server.ts';
import {createSimulation} from '../simulation/simulation.ts';
import type {LoggedRequest} from '../simulation/request-log.ts';
import type {Simulation} from '../simulation/simulation.ts';
import type {SandboxOrigin, ScriptOriginRule} from '../wire/control.ts';
import type {AppOptions} from '../world/app.ts';
import type {MinisOptions} from '../world/minis.ts';
import type {CustomerOption} from '../world/people.ts';
import type {ShopOptions} from '../world/shop.ts';
import type {VtexOptions} from '../world/vtex.ts';
import {OpenAssertions} from './assertions.ts';
import {attachBackendOutput, noticeEndedBackends} from './backend-output.ts';
import {launchOptionsFor, ordinaryUserAgent} from './browser.ts';
import {attachAll, describeLog, explanationsOf} from './explanations.ts';
import {Deadline} from './deadline.ts';
import {describeError} from './extension-output.ts';
import {Mini} from './mini.ts';
import {describeMiniError} from './mini-errors.ts';
import {clockOf, Host} from './host.ts';
import {followRoutes} from './routes.ts';
import {NoticePrinter, attachNotices, failOnNotices} from './notices.ts';
import type {HostRequests} from './requests.ts';
import {giveSimulationId} from './simulation-id.ts';
import {describeHang} from './stuck.ts';
import {Storefront} from './storefront.ts';

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

/**
 * Milliseconds that the start of the server and of backends may take, beside the time of the test: simhost gives up
 * earlier, with a reason, and Playwright's own time-out would come before.
 */
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
    {app, shop, minis, vtex, customer, locale, world, origin, fetchToScriptOrigin, notices, strict, simhostNotices},
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
    const gateway = await besideTimeout(testInfo, () => simhostServer.open(simulation, {backends, app: simulation.world.app}));
    await use(gateway);
    noticeEndedBackends(gateway.backends, simulation.notices);
    if (testInfo.status !== testInfo.expectedStatus) await attachBackendOutput(gateway.backends, simulation, testInfo);
    await gateway.close();
  },

  proxy: async ({gateway, proxy}, use) => {
    if (proxy !== undefined) {
      throw new SimhostError('ERR_PROXY_IN_USE', `The option proxy is set to ${proxy.server}, where the gateway has to stand.`, {
        next: 'Remove it from the config for tests with simhost; a backend behind a proxy can be given in backends by its URL.',
      });
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
    const host = new Host({page, simulation, gateway, folder: folderOf(testInfo.config), deadline: simhostDeadline, assertions});
    await use(host);
    const notAwaited = assertions.end();
    const failed = testInfo.status !== testInfo.expectedStatus;
    if (failed) await explain(host, simulation, testInfo);
    else if (notAwaited !== undefined) throw notAwaited;
    else await failByName(host, simulation, testInfo);
  },

  mini: async ({page, simulation, gateway, isMobile}, use, testInfo) => {
    const patiently = <T>(work: () => Promise<T>): Promise<T> => besideTimeout(testInfo, work);
    const assertions = new OpenAssertions(testInfo.file);
    const mini = new Mini({page, simulation, gateway, folder: folderOf(testInfo.config), isPhone: isMobile, patiently, assertions});
    await use(mini);
    const notAwaited = assertions.end();
    if (testInfo.status !== testInfo.expectedStatus) await explainMini(mini, simulation, testInfo);
    else if (notAwaited !== undefined) throw notAwaited;
    else failMiniByName(mini, simulation);
  },

  storefront: async ({page, simulation, gateway}, use, testInfo) => {
    const assertions = new OpenAssertions(testInfo.file);
    const storefront = await Storefront.in({page, simulation, gateway, clock: clockOf(simulation, gateway), assertions});
    await use(storefront);
    storefront.close();
    const notAwaited = assertions.end();
    if (testInfo.status !== testInfo.expectedStatus) await explainStorefront(storefront, simulation, testInfo);
    else if (notAwaited !== undefined) throw notAwaited;
    else refuseUndelivered(simulation);
  },
});

/** The test, the repeat and the retry: what no two simulations share. */
function scopeOf({testId, repeatEachIndex, retry, project}: TestInfo): string {
  return [project.name, testId, repeatEachIndex, retry].join('\n');
}

/** A build, or the start of a backend, takes the time that it takes, once; the test keeps its own. */
async function besideTimeout<T>(testInfo: TestInfo, work: () => Promise<T>): Promise<T> {
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

/** Milliseconds that a worker gets to answer at the end of a good test: on a busy machine an honest one may take a while. */
const LONG_PATIENCE = 5000;

/** The same where the test has failed already. */
const SHORT_PATIENCE = 1000;

async function explain(host: Host, simulation: Simulation, testInfo: TestInfo): Promise<void> {
  const {requests} = host;
  const hangs = (await simulation.hangingExtensions(SHORT_PATIENCE)).map((mount) => describeHang(mount));
  const errors = host.errors.all.map(describeError);
  const explanations = explanationsOf({who: 'extension', hangs, errors, requests, logs: host.logs.map(describeLog)});
  await attachAll(explanations, simulation, testInfo);
  await attachRequests(requests, simulation, testInfo);
}

/** Every detail of the requests, for programs; and each as a step of the trace. */
async function attachRequests(requests: HostRequests, simulation: Simulation, testInfo: TestInfo): Promise<void> {
  await testInfo.attach('requests.json', {
    body: redact(JSON.stringify(requests.all, null, 2), simulation.secrets),
    contentType: 'application/json',
  });
  for (const entry of requests.all) await test.step(redact(titleOf(entry), simulation.secrets), () => {});
}

/** What went wrong where anything did, else what was sent. */
function titleOf({method, url, status, outcome, case: id, problem}: LoggedRequest): string {
  return problem ?? `${method} ${url} -> ${status ?? outcome}${id === null ? '' : ` (case ${id})`}`;
}

async function explainMini(mini: Mini, simulation: Simulation, testInfo: TestInfo): Promise<void> {
  const {requests, logs} = mini;
  const errors = mini.errors.all.map(describeMiniError);
  await attachAll(explanationsOf({who: 'Mini', errors, requests, logs}), simulation, testInfo);
  for (const error of mini.errors.unexpected) {
    await test.step(redact(describeMiniError(error).split('\n')[0] ?? '', simulation.secrets), () => {});
  }
  await attachRequests(requests, simulation, testInfo);
}

async function explainStorefront({requests}: Storefront, simulation: Simulation, testInfo: TestInfo): Promise<void> {
  await attachAll(explanationsOf({who: 'page', requests}), simulation, testInfo);
  await attachRequests(requests, simulation, testInfo);
}

function failMiniByName(mini: Mini, simulation: Simulation): void {
  const undelivered = simulation.minis.arranged.undelivered();
  if (undelivered.length > 0) {
    throw new SimhostError('ERR_ANSWER_NOT_GIVEN', `Arranged by mini.answer(), but nothing asked for it:\n${undelivered.join('\n')}`, {
      next: 'Arrange it before the Mini or its backend asks, or remove it from the test.',
    });
  }
  refuseUndelivered(simulation);
  const [first] = mini.errors.unexpected;
  if (first === undefined) return;
  throw new SimhostError('ERR_MINI_FAILED', redact(mini.errors.unexpected.map(describeMiniError).join('\n'), simulation.secrets), {
    next: 'If the test means this error: await mini.errors.waitFor("its message").',
  });
}

async function failByName(host: Host, simulation: Simulation, {timeout}: TestInfo): Promise<void> {
  const hanging = await simulation.hangingExtensions(timeout === 0 ? LONG_PATIENCE : Math.min(LONG_PATIENCE, timeout / 2));
  if (hanging.length > 0) {
    throw new SimhostError('ERR_EXTENSION_HANGS', hanging.map(describeHang).join('\n'), {
      next: 'Look for a loop without an end in what the test made it do, such as the handler of a click.',
    });
  }
  refuseUndelivered(simulation);
  if (simulation.unreportedCrash !== undefined) throw simulation.unreportedCrash;
  if (host.errors.unexpected.length > 0) {
    throw new SimhostError('ERR_EXTENSION_THREW', redact(host.errors.unexpected.map(describeError).join('\n'), simulation.secrets), {
      next: 'If the test means this error: await host.errors.waitFor("its message").',
      cause: host.errors.unexpected[0]?.error,
    });
  }
}

function refuseUndelivered(simulation: Simulation): void {
  const undelivered = simulation.undeliveredCases();
  if (undelivered.length > 0) {
    const list = undelivered.map(({id, delivered, times}) => `${id} (happened ${delivered} of ${times} times${onlyFor(id)})`).join(', ');
    throw new SimhostError('ERR_CASE_NOT_DELIVERED', `Armed, but nothing asked for it: ${list}.`, {
      next: 'Arm it before a token is asked for, or remove it from the test.',
    });
  }
}

/** Why no token of this page could be made by the case, where that is so. */
function onlyFor(id: CaseId): string {
  const profiles = Object.keys(caseOf(id).expects);
  return profiles.length === 0 || profiles.length === PROFILES.length ? '' : `; for ${profiles.join(', ')}`;
}
