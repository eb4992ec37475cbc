import {resolve} from 'node:path';
import type {Locator, Page} from '@playwright/test';
import type {MswHandler} from '../core/simulation/msw-handler.ts';
import type {ArmOptions} from '../core/cases/armed-cases.ts';
import type {CaseId} from '../core/cases/case-id.ts';
import {SimhostError, refuseUnknownKeys} from '../errors.ts';
import type {Notice} from '../notices.ts';
import {fullPagePath} from '../core/platforms/shopify/page-address.ts';
import {loadExtension} from '../node/extension/load.ts';
import type {LoadedExtension} from '../node/extension/load.ts';
import {resolveSettings} from '../node/extension/settings.ts';
import type {Gateway} from '../node/server/gateway.ts';
import {joinReports} from '../core/simulation/activity.ts';
import type {ActivityReport} from '../core/simulation/activity.ts';
import type {ExtensionLog} from '../core/simulation/extension-events.ts';
import type {Simulation, SimulationChange} from '../core/simulation/simulation.ts';
import type {CapabilityName} from '../wire/capabilities.ts';
import {isHostPage} from '../wire/host-pages.ts';
import {placeOf} from '../wire/surfaces.ts';
import type {Checkout} from '../wire/checkout.ts';
import type {Order} from '../wire/order.ts';
import type {Customer, CustomerOption} from '../core/world/people.ts';
import type {OpenAssertions} from './assertions.ts';
import {HostCalls} from './calls.ts';
import type {Deadline} from './deadline.ts';
import {HostErrors} from './extension-output.ts';
import {clockOf} from './host-clock.ts';
import type {HostClock} from './host-clock.ts';
import {injectShopify} from './inject.ts';
import {PageActivity} from './page-activity.ts';
import {HostRequests} from './requests.ts';
import {Stuck} from './stuck.ts';
import {whileOpen} from './while-open.ts';

export interface MountOptions {
  /** Needed where the extension declares several. */
  target?: string;
  /** Needed where several extensions of the file share the target. */
  handle?: string;
  /** What the merchant set, over the fields' default values. */
  settings?: Record<string, string | number | boolean | undefined>;
  /**
   * Runs the extension on this version of the API, for example to try an upgrade. Default: its `api_version`.
   *
   * @throws {SimhostError} `ERR_BAD_OPTION` for one that no extension can have
   */
  apiVersion?: string;
  /** Capabilities that the TOML declares and the merchant declined, for example `['block_progress']`. Default: none. */
  declined?: readonly CapabilityName[];
  /** Milliseconds that the extension may take to start. Default: until shortly before the test's own time-out. */
  timeout?: number;
  /** Where a full page starts, below its own address: `'/items/2'`. Default: its first page. */
  path?: string;
}

export interface RunOptions extends Omit<MountOptions, 'path'> {
  /** A target that returns a value, or the name of a condition: `….should-render`. */
  target: string;
  /** What the target gets as `shopify.target`. */
  input?: unknown;
  /** Aborts `shopify.signal` where the target has one. */
  signal?: AbortSignal;
}

interface HostParts {
  readonly page: Page;
  readonly simulation: Simulation;
  readonly gateway: Gateway;
  /** What relative folders start from. */
  readonly folder: string;
  readonly deadline: Deadline;
  readonly assertions: OpenAssertions;
}

/** The simulated page of the platform, with the extensions under test. */
export class Host {
  /** Every request of this test's browser. `host.requests.all` is `[{method, url, status, token, case, problem, …}]`. */
  readonly requests: HostRequests;
  /** What extensions threw. `host.errors.all` is `[{handle, target, error, source}]`; an error that no test expects fails it. */
  readonly errors: HostErrors;
  /** What extensions did by their API. `host.calls.all` is `[{handle, target, member: 'toast.show', args: ['Saved']}]`. */
  readonly calls: HostCalls;
  /** What extensions wrote to their console: `[{handle, level: 'warn', text, source: 'src/Block.jsx:12:7'}]`. */
  readonly logs: ExtensionLog[] = [];
  /** The time of tokens, page, extensions and backends. */
  readonly clock: HostClock;
  readonly #page: Page;
  readonly #simulation: Simulation;
  readonly #gateway: Gateway;
  readonly #folder: string;
  readonly #deadline: Deadline;
  readonly #stuck: Stuck;
  /** Of pages of the user's own, once there is one. */
  #pages: PageActivity | undefined;
  #opened: Promise<unknown> | undefined;

  constructor({page, simulation, gateway, folder, deadline, assertions}: HostParts) {
    this.#page = page;
    this.#simulation = simulation;
    this.#gateway = gateway;
    this.#folder = folder;
    const watched = {poll: () => this.#activity(), assertions};
    this.requests = new HostRequests(simulation.requests, watched);
    this.errors = new HostErrors(simulation, assertions);
    this.calls = new HostCalls(simulation, watched);
    this.#deadline = deadline;
    this.#stuck = new Stuck(page, simulation);
    this.clock = clockOf(simulation, gateway, (work) => this.#inTime('host.clock', work));
    simulation.onLog((log) => this.logs.push(log));
  }

  /** Who is signed in. */
  get customer(): Customer {
    const {customer} = this.#simulation;
    if (customer !== null) return customer;
    throw new SimhostError('ERR_NO_CUSTOMER', 'Nobody is signed in.', {
      next: 'Use the option customer, or await host.signIn("ada").',
    });
  }

  /** The order that pages of one order show, as it is now. */
  get order(): Order {
    return this.#simulation.order;
  }

  /** The checkout that checkout pages show, as it is now. */
  get checkout(): Checkout {
    return this.#simulation.checkout;
  }

  /** What the platform lets pass and is probably a mistake, oldest first, each once. */
  get notices(): readonly Notice[] {
    return this.#simulation.notices.all;
  }

  /** Puts MSW handlers before those of the platform, for this test. */
  use(...handlers: readonly MswHandler[]): void {
    this.#simulation.use(...handlers);
  }

  /**
   * Changes order, customer, localization, settings and the like. Resolves when pages and extensions have it.
   *
   * Every value is checked before anything changes. `undefined` unsets what can be unset (`phone`, `note`, an address), and
   * leaves the rest as it is.
   *
   * @throws {SimhostError} `ERR_BAD_OPTION`, `ERR_BAD_GID`, `ERR_BAD_LOCALE`, `ERR_UNKNOWN_OPTION` with the path of the wrong value
   * and what is expected there; `ERR_UNKNOWN_SETTING`, `ERR_BAD_SETTING`, `ERR_NO_CUSTOMER`; `ERR_PAGE_CRASHED` for a fault of simhost
   * @example
   * ```ts
   * await host.update({order: {note: 'Ring twice', shippingAddress: null}, localization: {country: 'FR', currency: 'EUR'}});
   * ```
   */
  async update(change: SimulationChange): Promise<void> {
    this.#simulation.update(change);
    await this.#settled('host.update()');
  }

  /**
   * Builds the extension of a folder and shows it at one of its targets.
   *
   * @param folder relative to the Playwright config
   * @returns what the extension rendered
   * @throws {SimhostError} whatever keeps it from starting, with the author's source line; `ERR_NOT_STARTED` and
   *   `ERR_EXTENSION_HANGS` for a start that does not end
   */
  async mount(folder: string, options: MountOptions = {}): Promise<Locator> {
    refuseUnknownKeys('mount', options, [
      'target',
      'handle',
      'settings',
      'apiVersion',
      'path',
      'declined',
      'timeout',
    ]);

    const extension = await loadExtension(
      resolve(this.#folder, folder),
      options.target,
      options.handle,
      options,
    );

    const settings = resolveSettings(extension.extension.settings, options.settings ?? {});
    if (options.path !== undefined) fullPagePath(options.path, extension.target);

    const mounted = await this.#simulation.mount({...extension, settings, declined: options.declined ?? []});
    try {
      const started = Promise.all([this.#open(extension, options.path), mounted.started]);
      const {
        target,
        extension: {handle},
      } = extension;
      const explain = (waited: number): Promise<Error> =>
        this.#stuck.start({target, handle}, `did not finish starting at ${target}`, waited);
      await this.#deadline.wait(
        whileOpen(this.#page, started, `"${handle}" had started`),
        explain,
        options.timeout,
      );
    } catch (error) {
      this.errors.expectAll();
      throw error;
    }

    return this.#page.locator(`[data-mount="${mounted.id}"]`);
  }

  /**
   * Calls a function of an extension for its value, as the platform does: a target of address autocompletion with what the buyer
   * has typed, or the condition of a target (`….should-render`).
   *
   * @param folder relative to the Playwright config
   * @returns what the function returned
   * @throws {SimhostError} `ERR_NOTHING_TO_RUN`, `ERR_BAD_OUTPUT`, or what the function threw, with the author's source line
   * @example
   * ```ts
   * const target = 'purchase.address-autocomplete.suggest';
   * const input = {field: 'address1', value: '12 Eng'};
   * const {suggestions} = await host.run<{suggestions: object[]}>('extensions/addresses', {target, input});
   * ```
   */
  async run<Value = unknown>(folder: string, options: RunOptions): Promise<Value> {
    refuseUnknownKeys('run', options, [
      'target',
      'input',
      'handle',
      'settings',
      'apiVersion',
      'declined',
      'timeout',
      'signal',
    ]);

    const {target, input, handle, signal} = options;
    const shown = target.replace(/\.should-render$/, '.render');

    if (shown === target && placeOf(target) !== undefined && placeOf(target)?.page !== 'run') {
      throw new SimhostError('ERR_NOTHING_TO_RUN', `"${target}" renders and returns nothing.`, {
        next: 'Show it instead: host.mount().',
      });
    }

    const extension = await loadExtension(resolve(this.#folder, folder), shown, handle, options);
    if (shown !== target && extension.conditions === null) {
      throw new SimhostError('ERR_NOTHING_TO_RUN', `"${shown}" has no condition in shopify.extension.toml.`, {
        next: 'Give it one: [extensions.targeting.should_render] with a module.',
      });
    }

    const settings = resolveSettings(extension.extension.settings, options.settings ?? {});
    const value = this.#simulation.run(
      {...extension, settings, declined: options.declined ?? [], run: {registered: target, input}},
      signal === undefined ? {} : {signal},
    );

    value.catch(() => {}); // awaited below, after the page has opened
    try {
      const returned = this.#open(extension).then(() => value);
      const explain = (waited: number): Promise<Error> =>
        this.#stuck.start(
          {target: shown, handle: extension.extension.handle},
          `returned nothing from ${target}`,
          waited,
        );
      return (await this.#deadline.wait(
        whileOpen(this.#page, returned, `"${target}" had answered`),
        explain,
        options.timeout,
      )) as Value;
    } catch (error) {
      this.errors.expectAll();
      throw error;
    }
  }

  /**
   * Gives an ordinary page the `shopify` global with `sessionToken.get()` and `generateUserToken()`; call it before the
   * page is opened, for instance from a server on `http://localhost:…`. Tokens are minted outside of the browser.
   *
   * @throws {SimhostError} `ERR_ALREADY_INJECTED`
   */
  inject(page: Page = this.#page): Promise<void> {
    this.#gateway.admitPages();
    this.#pages ??= new PageActivity(page.context(), this.#simulation.requests);
    return injectShopify(page, this.#simulation);
  }

  /**
   * Opens a page of the platform in the test's page, as a buyer does who follows a link from elsewhere. Resolves when the
   * page shows the simulation's state; extensions that are mounted start again.
   *
   * @param address a path (`'/account/profile'`), a link as in extensions (`'extension:/items/2'`), or the whole URL
   * @throws {SimhostError} `ERR_NOT_A_HOST_PAGE` for any other page, which `page.goto` opens
   * @example
   * ```ts
   * import {test} from 'simhost/playwright';
   *
   * test('the profile shows the wishlist', async ({host}) => {
   *   const wishlist = await host.mount('extensions/wishlist', {target: 'customer-account.profile.block.render'});
   *   await host.goto('/account/orders');
   *   await host.goto('/account/profile');
   *   await wishlist.getByRole('list').waitFor();
   * });
   * ```
   */
  async goto(address: string): Promise<void> {
    const url = this.#simulation.addressOf(address);
    // A browser loads nothing where the fragment alone differs.
    const isLoaded = url.includes('#') && withoutFragment(url) === withoutFragment(this.#page.url());
    const shown = isLoaded ? Promise.resolve() : this.#simulation.nextPage();

    await this.#page.goto(url, {waitUntil: 'commit'});
    await this.#inTime('host.goto()', shown);
    await this.#settled('host.goto()');
  }

  /** What is under way in extensions, in pages of the user's own and at the gateway. */
  async #activity(): Promise<ActivityReport> {
    const reports = await Promise.all([
      this.#simulation.activity(),
      ...(this.#pages === undefined ? [] : [this.#pages.poll()]),
    ]);
    const pending = this.#isOpening() ? ['The host page is opening.'] : [];
    return joinReports([...reports, {begun: 0, pending}]);
  }

  /** Whether the browser shows the host page, which has not connected to its simulation yet, for example after a reload. */
  #isOpening(): boolean {
    return (
      !this.#page.isClosed() && isHostPage(new URL(this.#page.url())) && this.#simulation.pageCount === 0
    );
  }

  /** Opens the page of a mount, unless a page is open that shows it: later mounts appear on the first one's page. */
  #open({target, extension: {handle}}: LoadedExtension, path?: string): Promise<unknown> {
    const url = this.#simulation.pageAddress(target, {handle, ...(path === undefined ? {} : {path})});
    const shown = new URL(this.#page.url());
    const isThere = `${shown.origin}${shown.pathname}${shown.search}` === url;
    const isOpen = this.#opened !== undefined && (shown.protocol === 'about:' || isHostPage(shown));

    if (!isThere && !(isOpen && path === undefined))
      this.#opened = this.#page.goto(url, {waitUntil: 'commit'});
    return this.#opened ?? Promise.resolve();
  }

  /** Resolves when pages and extensions have the newest state. */
  #settled(what: string): Promise<void> {
    return this.#inTime(what, this.#simulation.settled());
  }

  #inTime<T>(what: string, work: Promise<T>): Promise<T> {
    return this.#deadline.wait(work, (waited) => this.#stuck.state(what, waited));
  }

  /**
   * Signs somebody in, as the account's login does. Resolves when pages and extensions have it.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_CUSTOMER`
   */
  async signIn(customer: CustomerOption): Promise<void> {
    this.#simulation.signIn(customer);
    await this.#settled('host.signIn()');
  }

  /** Signs the customer out: a guest stays. Resolves when pages and extensions have it. */
  async signOut(): Promise<void> {
    this.#simulation.signOut();
    await this.#settled('host.signOut()');
  }

  /** Lets a case happen to the next token or request. Resolves when no page holds an older token. */
  async arm(id: CaseId, options?: ArmOptions): Promise<void> {
    this.#simulation.arm(id, options);
    await this.#settled('host.arm()');
  }

  /** Takes an armed case back. */
  async disarm(id: CaseId): Promise<void> {
    this.#simulation.disarm(id);
    await this.#settled('host.disarm()');
  }
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}
