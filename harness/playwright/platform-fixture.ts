import type {ArmOptions} from '../core/cases/armed-cases.ts';
import type {CaseId} from '../core/cases/case-id.ts';
import type {ActivityReport} from '../core/simulation/activity.ts';
import type {MswHandler} from '../core/simulation/msw-handler.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import type {Notice} from '../notices.ts';
import type {OpenAssertions} from './matchers/assertions.ts';
import type {HostClock} from './host-clock.ts';
import type {Errors} from './recorders/errors.ts';
import type {Logs, PageLog} from './recorders/logs.ts';
import type {Watch} from './recorders/recorder.ts';
import {Requests} from './recorders/requests.ts';

/** The parts that each fixture is made from. */
export interface FixtureParts {
  readonly simulation: SimulationCore;
  readonly assertions: OpenAssertions;
}

/**
 * The shape that `host`, `mini`, `storefront` and `admin` share.
 *
 * Every action is async and resolves when pages and extensions have the change. Every recorder has `all`, `last`,
 * `matching` and `waitFor`.
 *
 * @example
 * ```ts
 * import {test, expect} from 'simhost/playwright';
 * import type {PlatformFixture} from 'simhost/playwright';
 *
 * const expectNoErrors = (fixture: PlatformFixture) => expect(fixture.errors.all).toEqual([]);
 *
 * test('the Mini has no errors', async ({mini}) => {
 *   await mini.open('minis/points');
 *   expectNoErrors(mini);
 * });
 * ```
 */
export abstract class PlatformFixture {
  /** Every request of this test's browser, as `{method, url, status, token, case, problem, …}`. */
  readonly requests: Requests;
  /** The errors of the code under test. */
  abstract readonly errors: Errors<unknown>;
  /** The lines that the code under test wrote to its console. */
  abstract readonly logs: Logs<PageLog>;
  /** The time of tokens, pages, extensions and backends. */
  abstract readonly clock: HostClock;
  /** @internal */
  protected readonly watch: Watch;
  readonly #simulation: SimulationCore;

  /** @internal */
  constructor({simulation, assertions}: FixtureParts) {
    this.#simulation = simulation;
    this.watch = {poll: () => this.activity(), assertions};
    this.requests = new Requests(simulation.requests, this.watch);
  }

  /**
   * The notices so far, each once, oldest first. A notice is a probable mistake that the platform accepts.
   *
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('the extension gives no notice', async ({host}) => {
   *   await host.mount('extensions/loyalty');
   *   expect(host.notices).toEqual([]);
   * });
   * ```
   */
  get notices(): readonly Notice[] {
    return this.#simulation.notices.all;
  }

  /**
   * Puts MSW handlers before those of the platform, for this test. They never answer simhost's own requests, for example
   * for a token.
   *
   * @example
   * ```ts
   * import {http, HttpResponse} from 'msw';
   * import {test} from 'simhost/playwright';
   *
   * test('the extension survives an outage of the Storefront API', async ({host}) => {
   *   await host.use(http.post('https://acme.myshopify.com/api/*', () => new HttpResponse(null, {status: 503})));
   *   await host.mount('extensions/loyalty');
   * });
   * ```
   */
  async use(...handlers: readonly MswHandler[]): Promise<void> {
    this.#simulation.use(...handlers);
  }

  /**
   * Arms a case: it happens to the next token or request, or to as many as `times` says.
   *
   * A test that ends before the case has happened fails by name. `simhost cases` lists the ids.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_CASE`, `ERR_BAD_OPTION`
   * @example
   * ```ts
   * import {test, expect} from 'simhost/playwright';
   *
   * test('the backend refuses an expired token', async ({host}) => {
   *   await host.arm('exp-past-60', {times: 2});
   *   await host.mount('extensions/loyalty');
   *   await expect(host.requests).toHaveBeenRefused('https://myapp.com/api/points');
   * });
   * ```
   */
  async arm(id: CaseId, options?: ArmOptions): Promise<void> {
    this.#simulation.arm(id, options);
    await this.settled('arm');
  }

  /**
   * Disarms a case.
   *
   * @example
   * ```ts
   * import {test} from 'simhost/playwright';
   *
   * test('the extension recovers', async ({host}) => {
   *   await host.arm('host-null', {times: Infinity});
   *   await host.mount('extensions/loyalty');
   *   await host.disarm('host-null');
   * });
   * ```
   */
  async disarm(id: CaseId): Promise<void> {
    this.#simulation.disarm(id);
    await this.settled('disarm');
  }

  /**
   * Reports what is still under way.
   *
   * @internal
   */
  protected abstract activity(): Promise<ActivityReport>;

  /**
   * Resolves when pages and extensions have the newest state.
   *
   * @internal
   */
  protected abstract settled(action: string): Promise<void>;
}
