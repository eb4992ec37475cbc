import type {BrowserContext} from '@playwright/test';
import {type ClockState, instantOf} from '../../clock.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';

/**
 * Puts the pages of a context on the simulation's time.
 *
 * `Date` shows simulated time. Timers run in real time; when the clock jumps ahead, each timer that is due then fires
 * once. A frozen clock stops `Date`, but not timers.
 */
export class PageClock {
  readonly #context: BrowserContext;
  readonly #simulation: SimulationCore;
  #state: ClockState;
  #settled: Promise<void>;

  constructor(context: BrowserContext, simulation: SimulationCore) {
    this.#context = context;
    this.#simulation = simulation;
    this.#state = simulation.clock.stateOf('browser');
    this.#settled = context.clock
      .install({time: simulation.clock.nowOf('browser')})
      .then(() => this.#tell(this.#state));
  }

  /** Follows the simulation's clock. `before` runs before a move reaches the pages. Returns a function that stops. */
  follow(before: () => Promise<void>): () => void {
    return this.#simulation.clock.onMove(() => {
      const now = Date.now();
      const state = this.#simulation.clock.stateOf('browser');
      const jump = instantOf(state, now) - instantOf(this.#state, now);

      this.#state = state;
      this.#settled = this.#move(this.#settled.then(before), state, jump);
      // A caller of settled() gets the error.
      this.#settled.catch(() => {});
    });
  }

  settled(): Promise<void> {
    return this.#settled;
  }

  async #move(ready: Promise<void>, state: ClockState, jump: number): Promise<void> {
    await ready;
    if (jump > 0) await this.#context.clock.fastForward(jump);
    await this.#tell(state);
  }

  #tell({frozenAt}: ClockState): Promise<void> {
    const {clock} = this.#context;
    return frozenAt === null
      ? clock.setSystemTime(this.#simulation.clock.nowOf('browser'))
      : clock.setFixedTime(frozenAt);
  }
}
