import {resolve} from 'node:path';
import type {Locator, Page} from '@playwright/test';
import {SimhostError} from '../errors.ts';
import type {FieldResolver} from '../core/platforms/shopify/graphql/query-context.ts';
import {fullPagePath} from '../core/platforms/shopify/page-address.ts';
import {loadExtension} from '../node/extension/load.ts';
import type {LoadedExtension} from '../node/extension/load.ts';
import {settingDoubts, settingNotices} from '../core/platforms/shopify/extension/setting-notices.ts';
import {resolveSettings} from '../core/platforms/shopify/extension/settings.ts';
import type {Gateway} from '../node/server/gateway.ts';
import {joinReports} from '../core/simulation/activity.ts';
import type {ActivityReport} from '../core/simulation/activity.ts';
import type {ExtensionLog} from '../core/simulation/extension-events.ts';
import type {MountRequest} from '../core/simulation/mount-request.ts';
import type {SimulationChange} from '../core/simulation/simulation-change.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import {placeOf} from '../wire/surfaces.ts';
import type {Checkout} from '../wire/checkout.ts';
import type {Order} from '../wire/order.ts';
import type {Customer, CustomerOption} from '../core/world/people.ts';
import type {Deadline} from './failures/deadline.ts';
import {ExtensionTools} from './extension-tools.ts';
import {clockOf} from './host-clock.ts';
import type {HostClock} from './host-clock.ts';
import {injectShopify} from './pages/inject.ts';
import {checkMountOptions, checkMountValues, checkRunOptions, selectedIn} from './mount-options.ts';
import type {MountOptions, RunOptions} from './mount-options.ts';
import {intentIn} from './mount-intent.ts';
import {PageActivity} from './pages/page-activity.ts';
import {PlatformFixture} from './platform-fixture.ts';
import type {FixtureParts} from './platform-fixture.ts';
import {PlatformPage} from './pages/platform-page.ts';
import {ApiCalls} from './recorders/calls.ts';
import {ExtensionErrors} from './recorders/extension-errors.ts';
import {extensionLogs} from './recorders/logs.ts';
import type {Logs} from './recorders/logs.ts';
import {Stuck} from './failures/stuck.ts';
import {whileOpen} from './pages/while-open.ts';

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
  /** The time of tokens, pages, extensions and backends. */
  override readonly clock: HostClock;
  /** The tools that extensions offer the assistant of the admin: `await host.tools.call('search', {query: 'gift'})`. */
  readonly tools: ExtensionTools;
  readonly #page: Page;
  readonly #simulation: SimulationCore;
  readonly #gateway: Gateway;
  readonly #folder: string;
  readonly #deadline: Deadline;
  readonly #stuck: Stuck;
  readonly #platformPage: PlatformPage;
  /** Watches pages of the user's own, once there is one. */
  #ownPages: PageActivity | undefined;

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
    this.#platformPage = new PlatformPage(page, simulation);

    this.errors = new ExtensionErrors(simulation.events, this.watch);
    this.calls = new ApiCalls(simulation.events, this.watch);
    this.tools = new ExtensionTools(simulation, (work, explain, timeout) =>
      deadline.wait(
        whileOpen(page, work, 'the tool had answered'),
        async (waited) => explain(waited),
        timeout,
      ),
    );
    this.logs = extensionLogs(simulation.events, this.watch);
    this.clock = clockOf(simulation, gateway, (work) => this.#inTime('host.clock', work));
  }

  /**
   * The signed-in customer.
   *
   * @throws {SimhostError} `ERR_NO_CUSTOMER` if nobody is signed in
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('the token names the customer', async ({host}) => {
   *   await host.mount('extensions/loyalty');
   *   expect(host.requests.last('https://myapp.com/api/points')?.token).toMatchObject({sub: host.customer.id});
   * });
   * ```
   */
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
   * Changes order, checkout, customer, localization, settings and more.
   *
   * Every value is checked before anything changes. `undefined` unsets a field that can be unset (`phone`, `note`, an
   * address) and leaves any other field as it is.
   *
   * @throws {SimhostError} `ERR_BAD_OPTION`, `ERR_BAD_GID`, `ERR_BAD_LOCALE` or `ERR_UNKNOWN_OPTION` with the path of the
   *   wrong value and the expected shape; `ERR_UNKNOWN_SETTING`, `ERR_BAD_SETTING`, `ERR_NO_CUSTOMER`; `ERR_PAGE_CRASHED`
   *   for a fault of simhost
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
   * Gives fields of Shopify's GraphQL APIs values of your own, for this test. Both APIs use them, before the world.
   *
   * @param type the type in the schema
   * @param fields a function for each field: it gets the object and the arguments of the field
   * @throws {SimhostError} `ERR_UNKNOWN_TYPE` or `ERR_UNKNOWN_FIELD` for a name that no version of the APIs has
   * @example
   * ```ts
   * await host.resolve('Product', {metafield: ({id}, {key}) => ({id, namespace: 'reviews', key, type: 'rating', value: '4.5'})});
   * ```
   */
  async resolve(type: string, fields: Readonly<Record<string, FieldResolver>>): Promise<void> {
    await this.#simulation.resolvers.add(type, fields);
  }

  /**
   * Builds the extension of a folder and shows it at one of its targets.
   *
   * @param folder relative to the Playwright config
   * @returns what the extension rendered
   * @throws {SimhostError} the reason why it did not start, with the author's source line; `ERR_NOT_STARTED` or
   *   `ERR_EXTENSION_HANGS` for a start that does not end
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('the profile shows the points', async ({host}) => {
   *   const target = 'customer-account.profile.block.render';
   *   const extension = await host.mount('extensions/loyalty', {target, settings: {title: 'Points'}});
   *   await expect(extension.getByText('120 points')).toBeVisible();
   * });
   * ```
   */
  async mount(folder: string, options: MountOptions = {}): Promise<Locator> {
    checkMountOptions(options);
    const extension = await this.#load(folder, options.target, options);
    const {
      target,
      extension: {handle},
    } = extension;
    if (options.path !== undefined) fullPagePath(options.path, target);

    const mounted = await this.#simulation.extensions.mount(extension);
    const started = Promise.all([this.#platformPage.open(extension, options), mounted.started]);

    await this.#whileOpen(started, {
      before: `"${handle}" had started`,
      explain: (waited) =>
        this.#stuck.start(
          {target, handle},
          {did: `did not finish starting at ${target}`, waited, work: started},
        ),
      timeout: options.timeout,
    });

    return this.#page.locator(`[data-mount="${mounted.id}"]`);
  }

  /**
   * Calls a function of an extension for its value, as the platform does: a target of address autocompletion with the
   * buyer's input, or the condition of a target (`….should-render`).
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
    checkRunOptions(options);
    const {target, input, signal} = options;
    const shown = target.replace(/\.should-render$/, '.render');
    refuseRendering(target);

    const extension = await this.#load(folder, shown, options);
    if (shown !== target && extension.conditions === null) throw noCondition(shown);

    const run = {registered: target, input};
    const value = this.#simulation.extensions.run({...extension, run}, signal === undefined ? {} : {signal});
    value.catch(() => {}); // awaited below, after the page has opened
    const returned = this.#platformPage.open(extension, {}).then(() => value);

    const {handle} = extension.extension;
    return (await this.#whileOpen(returned, {
      before: `"${target}" had answered`,
      explain: (waited) =>
        this.#stuck.start(
          {target: shown, handle},
          {did: `returned nothing from ${target}`, waited, work: returned},
        ),
      timeout: options.timeout,
    })) as Value;
  }

  /**
   * Gives an ordinary page the `shopify` global with `sessionToken.get()` and `generateUserToken()`.
   *
   * Call it before the page is opened, for instance from a server on `http://localhost:…`. Tokens are minted outside of
   * the browser.
   *
   * @throws {SimhostError} `ERR_ALREADY_INJECTED`
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('the widget shows the points', async ({host, page}) => {
   *   await host.inject();
   *   await page.goto('http://localhost:5173/widget.html');
   *   await expect(page.getByText('120 points')).toBeVisible();
   * });
   * ```
   */
  async inject(page: Page = this.#page): Promise<void> {
    this.#gateway.admitPages();
    this.#ownPages ??= new PageActivity(page.context(), this.#simulation.requests);
    await injectShopify(page, this.#simulation);
  }

  /**
   * Opens a page of the platform in the test's page, like a buyer who follows a link from outside.
   *
   * Resolves when the page shows the simulation's state. Mounted extensions start again.
   *
   * In the admin, extensions on the page of a resource get it as `shopify.data.selected`.
   *
   * @param address a path (`'/account/profile'`), a link as in extensions (`'extension:/items/2'`,
   *   `'shopify://admin/orders'`), the id of a resource of the admin (`'gid://shopify/Product/3001'`), or the whole URL
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
    const {addresses, extensions} = this.#simulation;
    const url = addresses.resolve(address);
    const inAdmin = addresses.inAdmin(url);
    if (inAdmin !== null) extensions.selectOn(inAdmin);

    const shown = await this.#platformPage.goto(url);
    await this.#inTime('host.goto()', shown());
    await this.settled('goto');
  }

  /**
   * Signs a customer in, as the login of customer accounts does.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_CUSTOMER`
   * @example
   * ```ts
   * import {test} from 'simhost/playwright';
   *
   * test('a guest signs in', async ({host}) => {
   *   await host.signOut();
   *   await host.mount('extensions/loyalty');
   *   await host.signIn('ada');
   * });
   * ```
   */
  async signIn(customer: CustomerOption): Promise<void> {
    this.#simulation.signIn(customer);
    await this.settled('signIn');
  }

  /** Signs the customer out. The pages then show a guest. */
  async signOut(): Promise<void> {
    this.#simulation.signOut();
    await this.settled('signOut');
  }

  /**
   * Reports what is under way in extensions, in pages of the user's own and at the gateway.
   *
   * @internal
   */
  protected override async activity(): Promise<ActivityReport> {
    const reports = await Promise.all([
      this.#simulation.activity.report(),
      ...(this.#ownPages === undefined ? [] : [this.#ownPages.poll()]),
    ]);

    const pending = this.#platformPage.isConnecting ? ['The host page is opening.'] : [];
    return joinReports([...reports, {begun: 0, pending}]);
  }

  /** @internal */
  protected override settled(action: string): Promise<void> {
    return this.#inTime(`host.${action}()`, this.#simulation.pages.settled());
  }

  /** Builds an extension, with what the merchant has set. */
  async #load(folder: string, target: string | undefined, options: MountOptions): Promise<LoadedMount> {
    const loaded = await loadExtension(resolve(this.#folder, folder), target, options.handle, options);
    const {handle, settings: fields} = loaded.extension;
    const {settings: given = {}, editor = false, declined = []} = options;
    checkMountValues(given, editor);
    const intent = await intentIn(options.intent, loaded);
    const made = {
      editor,
      declined,
      selected: selectedIn(options),
      storageLimit: options.storageLimit,
      intent,
    };

    if (given === 'unset' || editor) {
      const settings = resolveSettings(fields, given === 'unset' ? {} : given, {});
      return {...loaded, settings, ...made};
    }

    const doubts = settingNotices(handle, settingDoubts(fields, Object.keys(given)));
    const notices = [...loaded.notices, ...doubts];
    return {...loaded, notices, settings: resolveSettings(fields, given), ...made};
  }

  /** Waits for an extension while the page is open. An error that ends the wait is not reported a second time. */
  async #whileOpen<T>(work: Promise<T>, {before, explain, timeout}: ExtensionWait): Promise<T> {
    try {
      return await this.#deadline.wait(whileOpen(this.#page, work, before), explain, timeout);
    } catch (error) {
      this.errors.expectAll();
      throw error;
    }
  }

  #inTime<T>(what: string, work: Promise<T>): Promise<T> {
    return this.#deadline.wait(work, (waited) => this.#stuck.state(what, waited));
  }
}

/** An extension that is built, with what the test and the merchant have set. */
type LoadedMount = LoadedExtension &
  Required<Pick<MountRequest, 'settings' | 'editor' | 'declined'>> &
  Pick<MountRequest, 'selected' | 'storageLimit' | 'intent'>;

interface ExtensionWait {
  /** The event that has not happened if the page closes: `"loyalty" had started`. */
  readonly before: string;
  /** Makes the error for a wait that takes too long. */
  readonly explain: (waited: number) => Promise<Error>;
  readonly timeout: number | undefined;
}

/** Refuses to run a target that renders. */
function refuseRendering(target: string): void {
  const page = placeOf(target)?.page;
  if (target.endsWith('.should-render') || page === undefined || page === 'run') return;

  throw new SimhostError('ERR_NOTHING_TO_RUN', `"${target}" renders and returns nothing.`, {
    next: 'Show it instead: host.mount().',
  });
}

function noCondition(target: string): SimhostError {
  return new SimhostError('ERR_NOTHING_TO_RUN', `"${target}" has no condition in shopify.extension.toml.`, {
    next: 'Give it one: [extensions.targeting.should_render] with a module.',
  });
}
