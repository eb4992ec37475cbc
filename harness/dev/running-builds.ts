import {Listeners} from '../core/simulation/listeners.ts';

/** The builds of one folder that run now. There are two while its page changes to another extension of the folder. */
export class RunningBuilds {
  /** Reports that the first build begins, and that the last one has ended. */
  readonly changes: Listeners<boolean> = new Listeners();

  #running = 0;

  get isRunning(): boolean {
    return this.#running > 0;
  }

  /** Counts a build that begins, or one that has ended. */
  count(begins: boolean): void {
    const wasRunning = this.isRunning;
    this.#running += begins ? 1 : -1;

    if (this.isRunning !== wasRunning) this.changes.notify(this.isRunning);
  }
}
