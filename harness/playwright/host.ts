import {resolve} from 'node:path';
import type {Locator, Page} from '@playwright/test';
import {SimhostError, refuseUnknownKeys} from '../errors.ts';
import {fullPagePath} from '../core/platforms/shopify/page-address.ts';
import {loadExtension} from '../node/extension/load.ts';
import type {LoadedExtension} from '../node/extension/load.ts';
import {resolveSettings} from '../node/extension/settings.ts';
import type {Gateway} from '../node/server/gateway.ts';
import {joinReports} from '../core/simulation/activity.ts';
import type {ActivityReport} from '../core/simulation/activity.ts';
import type {ExtensionLog} from '../core/simulation/extension-events.ts';
import type {Simulation, SimulationChange} from '../core/simulation/simulation.ts';
import {isHostPage} from '../wire/host-pages.ts';
import {placeOf} from '../wire/surfaces.ts';
import type {Checkout} from '../wire/checkout.ts';
import type {Order} from '../wire/order.ts';
import type {Customer, CustomerOption} from '../core/world/people.ts';
import type {Deadline} from './deadline.ts';
import {clockOf} from './host-clock.ts';
import type {HostClock} from './host-clock.ts';
import {injectShopify} from './inject.ts';
import type {MountOptions, RunOptions} from './mount-options.ts';
import {PageActivity} from './page-activity.ts';
import {PlatformFixture} from './platform-fixture.ts';
import type {FixtureParts} from './platform-fixture.ts';
import {ApiCalls} from './recorders/calls.ts';
import {ExtensionErrors} from './recorders/extension-errors.ts';
import {extensionLogs} from './recorders/logs.ts';
import type {Logs} from './recorders/logs.ts';
import {Stuck} from './stuck.ts';
import {whileOpen} from './while-open.ts';

interface HostParts extends FixtureParts {
  readonly page: Page;
  readonly gateway: Gateway;
  /** The folder that relative paths start from. */
  readonly folder: string;
  readonly deadline: Deadline;
}

/**
 * The simulated page of Shopify, with the extensions under test.
 *
 * @example
 * ```ts
 * import {test, expect} from 'simhost/playwright';
 *
 * test('a signed-in customer sees their points', async ({host}) => {
 *   const extension = await host.mount('extensions/loyalty');
 *   await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
 * });
 * ```
 */
export class Host extends PlatformFixture {
  /** The errors that extensions threw: `{handle, target, error, source}`. An error that no test expects fails it. */
  override readonly errors: ExtensionErrors;
  /** The calls of the API by extensions: `{handle, target, member: 'toast.show', args: ['Saved']}`. */
  readonly calls: ApiCalls;
  /** The console lines of extensions: `{handle, level: 'warn', text, source: 'src/Block.jsx:12:7'}`. */
  override readonly logs: Logs<ExtensionLog>;
  override readonly clock: HostClock;
  readonly #page: Page;
  readonly #simulation: Simulation;
  readonly #gateway: Gateway;
  readonly #folder: string;
  readonly #deadline: Deadline;
  readonly #stuck: Stuck;
  /** Watches pages of the user's own, once there is one. */
  #pages: PageActivity | undefined;
  #opened: Promise<unknown> | undefined;

  /** @internal */
  constructor({page, gateway, folder, deadline, ...parts}: HostParts) {
    super(parts);
    const {simulation} = parts;
    this.#page = page;
    this.#simulation = simulation;
    this.#gateway = gateway;
    this.#folder = folder;
    this.#deadline = deadline;
    this.#stuck = new Stuck(page, simulation);

    this.errors = new ExtensionErrors(simulation, this.watch);
    this.calls = new ApiCalls(simulation, this.watch);
    this.logs = extensionLogs(simulation, this.watch);
    this.clock = clockOf(simulation, gateway, (work) => this.#inTime('host.clock', work));
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
    await this.settled('update');
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
    await this.settled('goto');
  }

  /**
   * Reports what is under way in extensions, in pages of the user's own and at the gateway.
   *
   * @internal
   */
  protected override async activity(): Promise<ActivityReport> {
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

  /** @internal */
  protected override settled(action: string): Promise<void> {
    return this.#inTime(`host.${action}()`, this.#simulation.settled());
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
    await this.settled('signIn');
  }

  /** Signs the customer out: a guest stays. Resolves when pages and extensions have it. */
  async signOut(): Promise<void> {
    this.#simulation.signOut();
    await this.settled('signOut');
  }
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}
