import {randomUUID} from 'node:crypto';
import type {Handle} from '../../wire/backend.ts';
import type {Simulated} from './simulated.ts';

/** The handles in forwarded requests. Each gives a backend the time and the platform of one simulation. */
export class Handles {
  readonly #simulations = new Map<string, Simulated>();

  issue(simulation: Simulated): string {
    const handle = randomUUID();
    this.#simulations.set(handle, simulation);
    return handle;
  }

  simulationOf(handle: string): Simulated | undefined {
    return this.#simulations.get(handle);
  }

  describe(handle: string): Handle | undefined {
    const simulation = this.#simulations.get(handle);
    return simulation && {clock: simulation.clock.stateOf('backend'), hosts: simulation.platforms.hosts};
  }

  /** Returns the milliseconds since 1970 for the backend that works on the request with this handle. */
  timeOf(handle: string): number | undefined {
    return this.#simulations.get(handle)?.clock.nowOf('backend');
  }

  /** Drops every handle of a simulation that has ended. */
  forget(ended: Simulated): void {
    for (const [handle, simulation] of this.#simulations)
      if (simulation === ended) this.#simulations.delete(handle);
  }
}
