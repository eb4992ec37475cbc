import type {Natives} from './natives.ts';
import {replaceGlobal} from './natives.ts';

/** Milliseconds to wait for a frame: a hidden page has none. */
const LONGEST_FRAME = 100;

/**
 * The extension's work that is already in a queue of the browser: timers that are due, messages and frames.
 */
export class QueuedTasks {
  readonly #natives: Pick<Natives, 'setTimeout' | 'requestAnimationFrame' | 'cancelAnimationFrame'>;
  readonly #frames = new Set<number>();

  constructor(natives: Pick<Natives, 'setTimeout' | 'requestAnimationFrame' | 'cancelAnimationFrame'>) {
    this.#natives = natives;
  }

  /** Replaces the scope's functions for frames, to know which frames the extension waits for. */
  install(): void {
    const {requestAnimationFrame: request, cancelAnimationFrame: cancel} = this.#natives;
    if (request === undefined || cancel === undefined) return;

    replaceGlobal('requestAnimationFrame', (draw: (time: number) => void): number => {
      const id = request((time) => {
        this.#frames.delete(id);
        draw(time);
      });
      this.#frames.add(id);
      return id;
    });

    replaceGlobal('cancelAnimationFrame', (id: number): void => {
      this.#frames.delete(id);
      cancel(id);
    });
  }

  /**
   * Resolves after the queued timers and messages have run, and after a frame if the extension waits for one.
   */
  async settle(): Promise<void> {
    if (this.#frames.size > 0) await this.#frame();
    await new Promise<void>((resolve) => void this.#natives.setTimeout(resolve, 0));

    const {port1, port2} = new MessageChannel();
    await new Promise((resolve) => {
      port1.addEventListener('message', resolve);
      port1.start();
      port2.postMessage(null);
    });

    port1.close();
  }

  #frame(): Promise<void> {
    return new Promise((resolve) => {
      this.#natives.requestAnimationFrame?.(() => resolve());
      this.#natives.setTimeout(resolve, LONGEST_FRAME);
    });
  }
}
