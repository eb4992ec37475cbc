import {randomUUID} from 'node:crypto';
import {HANDLE_HEADER, TEST_HEADER, type TestOfRequest} from '../../wire/backend.ts';
import type {Backend} from './backend.ts';
import type {Simulated} from './simulated.ts';

/** The handles in forwarded requests. Each gives a backend the time and the platform of one simulation. */
export class Handles {
  readonly #simulations = new Map<string, Simulated>();

  /** Makes the headers by which a backend knows the test of a request, with a new handle. */
  headersFor({takesHandle, proof}: Pick<Backend, 'takesHandle' | 'proof'>, simulation: Simulated): string[] {
    if (!takesHandle) return [];
    const handle = randomUUID();
    this.#simulations.set(handle, simulation);
    if (proof === null) return [HANDLE_HEADER, handle];

    const {clock, platforms} = simulation;
    const test: TestOfRequest = {proof, clock: clock.stateOf('backend'), hosts: platforms.hosts};
    return [HANDLE_HEADER, handle, TEST_HEADER, encodeURIComponent(JSON.stringify(test))];
  }

  simulationOf(handle: string): Simulated | undefined {
    return this.#simulations.get(handle);
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
