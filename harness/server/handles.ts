import {randomUUID} from 'node:crypto';
import type {Clock} from '../clock.ts';
import type {Handle} from '../wire/backend.ts';

/** The handles that forwarded requests carry to registered backends, each good for telling the time. */
export class Handles {
  readonly #clocks = new Map<string, Clock>();

  issue(clock: Clock): string {
    const handle = randomUUID();
    this.#clocks.set(handle, clock);
    return handle;
  }

  resolve(handle: string): Handle | undefined {
    const clock = this.#clocks.get(handle);
    return clock && {clock: clock.state};
  }

  /** Drops every handle of a simulation that has ended. */
  forget(ended: Clock): void {
    for (const [handle, clock] of this.#clocks) if (clock === ended) this.#clocks.delete(handle);
  }
}
