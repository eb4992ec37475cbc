import {resolve} from 'node:path';
import type {Locator, Page} from '@playwright/test';
import type {RequestHandler} from 'msw';
import type {ArmOptions} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {Duration, Instant, Skews} from '../clock.ts';
import {SimhostError, refuseUnknownKeys} from '../errors.ts';
import {loadExtension} from '../extension/load.ts';
import {resolveSettings} from '../extension/settings.ts';
import type {Gateway} from '../server/gateway.ts';
import type {ExtensionLog} from '../simulation/extension-events.ts';
import type {Simulation, SimulationChange} from '../simulation/simulation.ts';
import type {Order} from '../wire/order.ts';
import type {Customer, CustomerOption} from '../world/people.ts';
import {HostCalls} from './calls.ts';
import {HostErrors} from './extension-output.ts';
import {injectShopify} from './inject.ts';
import {HostRequests} from './requests.ts';

export interface MountOptions {
  /** Needed where the extension declares several. */
  target?: string;
  /** Needed where several extensions of the file share the target. */
  handle?: string;
  /** What the merchant set, over the fields' default values. */
  settings?: Record<string, string | number | boolean | undefined>;
}

/** Moves the time of everyone at once: tokens, page, sandboxes and registered backends. */
export interface HostClock {
  /** Milliseconds since 1970. */
  now(): number;
  advance(duration: Duration): Promise<void>;
  set(instant: Instant): Promise<void>;
  freeze(instant?: Instant): Promise<void>;
  resume(): Promise<void>;
  /** Lets the clocks of some be ahead or behind: `{browser: '+11s'}`, `{backend: '-3s'}`. */
  skew(by: Skews): Promise<void>;
}

/** The simulated page of the platform, with the extensions under test. */
export class Host {
  readonly requests: HostRequests;
  readonly errors: HostErrors;
  readonly calls: HostCalls;
  readonly logs: ExtensionLog[] = [];
  readonly clock: HostClock;
  readonly #page: Page;
  readonly #simulation: Simulation;
  readonly #folder: string;
  #opened: Promise<unknown> | undefined;

  constructor({page, simulation, gateway, folder}: {page: Page; simulation: Simulation; gateway: Gateway; folder: string}) {
    this.#page = page;
    this.#simulation = simulation;
    this.#folder = folder;
    this.requests = new HostRequests(simulation.requests);
    this.errors = new HostErrors(simulation);
    this.calls = new HostCalls(simulation);
    this.clock = clockOf(simulation, gateway);
    simulation.onLog((log) => this.logs.push(log));
  }

  /** Who is signed in. */
  get customer(): Customer {
    const {customer} = this.#simulation;
    if (customer !== null) return customer;
    throw new SimhostError('ERR_NO_CUSTOMER', 'Nobody is signed in.', {next: 'Use the option customer, or await host.signIn("ada").'});
  }

  /** The order that pages of one order show, as it is now. */
  get order(): Order {
    return this.#simulation.order;
  }

  /** Puts MSW handlers before those of the platform, for this test. */
  use(...handlers: readonly RequestHandler[]): void {
    this.#simulation.use(...handlers);
  }

  /**
   * Changes order, customer, localization, settings and the like. Resolves when pages and extensions have it.
   *
   * @throws {SimhostError} for a field that nothing has, with the nearest that is there
   */
  async update(change: SimulationChange): Promise<void> {
    this.#simulation.update(change);
    await this.#simulation.settled();
  }

  /**
   * Builds the extension of a folder and shows it at one of its targets.
   *
   * @param folder relative to the Playwright config
   * @returns what the extension rendered
   * @throws {SimhostError} whatever keeps it from starting, with the author's source line
   */
  async mount(folder: string, options: MountOptions = {}): Promise<Locator> {
    refuseUnknownKeys('mount', options, ['target', 'handle', 'settings']);
    const extension = await loadExtension(resolve(this.#folder, folder), options.target, options.handle);
    const settings = resolveSettings(extension.extension.settings, options.settings ?? {});
    const mounted = await this.#simulation.mount({...extension, settings});
    this.#opened ??= this.#page.goto(this.#simulation.pageUrl(extension.target, {handle: extension.extension.handle}), {
      waitUntil: 'commit',
    });
    try {
      await Promise.all([this.#opened, mounted.started]);
    } catch (error) {
      this.errors.expectAll();
      throw error;
    }
    return this.#page.locator(`[data-mount="${mounted.id}"]`);
  }

  /**
   * Gives an ordinary page the `shopify` global with `sessionToken.get()` and `generateUserToken()`; call it before the
   * page is opened. Tokens are minted outside of the browser.
   */
  inject(page: Page = this.#page): Promise<void> {
    return injectShopify(page, this.#simulation);
  }

  async signIn(customer: CustomerOption): Promise<void> {
    this.#simulation.signIn(customer);
    await this.#simulation.settled();
  }

  async signOut(): Promise<void> {
    this.#simulation.signOut();
    await this.#simulation.settled();
  }

  /** Lets a case happen to the next token or request. Resolves when no page holds an older token. */
  async arm(id: CaseId, options?: ArmOptions): Promise<void> {
    this.#simulation.arm(id, options);
    await this.#simulation.settled();
  }

  async disarm(id: CaseId): Promise<void> {
    this.#simulation.disarm(id);
    await this.#simulation.settled();
  }
}

/** The clock of a test, whose moves reach everybody before they resolve. */
export function clockOf(simulation: Simulation, gateway: Gateway): HostClock {
  const move = async (change: () => void): Promise<void> => {
    const left = gateway.backendsOnRealTime();
    if (left.length > 0) {
      throw new SimhostError('ERR_BACKEND_ON_REAL_TIME', `The clock cannot move: this backend keeps real time: ${left.join('; ')}`, {
        next: `Start it with "node --import simhost/register …", or say {…, clock: 'real'} in backends if that is meant.`,
      });
    }
    change();
    await Promise.all([simulation.settled(), gateway.cookies.settled()]);
  };
  const {clock} = simulation;
  return {
    now: () => clock.now(),
    advance: (duration) => move(() => clock.advance(duration)),
    set: (instant) => move(() => clock.set(instant)),
    freeze: (instant) => move(() => clock.freeze(instant)),
    resume: () => move(() => clock.resume()),
    skew: (by) => move(() => clock.skew(by)),
  };
}
