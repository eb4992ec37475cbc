import type {BrowserContext} from '@playwright/test';
import {type ClockState, instantOf} from '../clock.ts';
import type {Simulation} from '../core/simulation/simulation.ts';

/**
 * Lets the pages of a context tell the simulation's time: `Date`, and timers, which run in real time; when the clock
 * jumps ahead, those that come due by the jump fire then, each once. A frozen clock stops `Date`, not the timers.
 */
export class PageClock {
  readonly #context: BrowserContext;
  readonly #simulation: Simulation;
  #state: ClockState;
  #settled: Promise<void>;

  constructor(context: BrowserContext, simulation: Simulation) {
    this.#context = context;
    this.#simulation = simulation;
    this.#state = simulation.clock.stateOf('browser');
    this.#settled = context.clock
      .install({time: simulation.clock.nowOf('browser')})
      .then(() => this.#tell(this.#state));
  }

  /** Calls back `before` each move has reached the pages; returns the function that stops following. */
  follow(before: () => Promise<void>): () => void {
    return this.#simulation.clock.onMove(() => {
      const now = Date.now();
      const state = this.#simulation.clock.stateOf('browser');
      const jump = instantOf(state, now) - instantOf(this.#state, now);

      this.#state = state;
      this.#settled = this.#move(this.#settled.then(before), state, jump);
      // Told to whoever awaits settled().
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
