import {readdir, rm, writeFile} from 'node:fs/promises';
import {basename, dirname} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {isRunning} from '../node/extension/lock.ts';

/** Milliseconds between the looks for the end of a wait. */
const LOOK = 20;

/** Milliseconds that a worker waits for another one to take the lock. On a busy machine, that one may run late. */
const LONGEST_PASS = 2000;

/** The workers that wait for a lock. Each has a file next to the lock, named by its process and number. */
export class WaitingWorkers {
  readonly #lock: string;

  constructor(lock: string) {
    this.#lock = lock;
  }

  /** Adds a worker. The returned function removes it again: call it when the worker holds the lock. */
  async add(worker: number): Promise<() => Promise<void>> {
    const file = `${this.#lock}.${process.pid}-${worker}`;
    await writeFile(file, '').catch(() => undefined);
    return () => rm(file, {force: true}).catch(() => undefined);
  }

  /** Calls `end`, which releases the lock. If workers wait for it, resolves when one of them holds it. */
  async pass(end: () => void, longest: number = LONGEST_PASS): Promise<void> {
    const waiting = await this.#living();
    end();

    const latest = performance.now() + longest;
    while (waiting.length > 0 && performance.now() < latest) {
      const left = await this.#living();
      if (waiting.some((name) => !left.includes(name))) return;
      await delay(LOOK);
    }
  }

  /** Lists the files of workers that still run. A killed worker leaves its file. */
  async #living(): Promise<readonly string[]> {
    const beginning = `${basename(this.#lock)}.`;
    const names = await readdir(dirname(this.#lock)).catch(() => []);

    return names.filter((name) => {
      if (!name.startsWith(beginning)) return false;
      const pid = /^(\d+)-\d+$/.exec(name.slice(beginning.length))?.[1];
      return pid !== undefined && isRunning(Number(pid));
    });
  }
}
