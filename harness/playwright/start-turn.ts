import {mkdir} from 'node:fs/promises';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import type {BrowserContext} from '@playwright/test';
import {withLock} from '../node/extension/lock.ts';

/** Milliseconds that a turn may last, so that a page which never loads does not hold the other workers up. */
const LONGEST_TURN = 10_000;

/** The part of Playwright's information on a worker that decides its turn. */
export interface StartingWorker {
  readonly parallelIndex: number;
  readonly config: {readonly workers: number};
  readonly project: {readonly outputDir: string};
}

/** Milliseconds between the looks of a worker that waits. Many may wait while others need the machine. */
const RETRY = 100;

interface TurnLimits {
  /** Workers that start at once. Default: the cores of the machine. */
  readonly cores?: number;
  /** Milliseconds that a turn may last. */
  readonly longest?: number;
}

/**
 * The turn of a worker to start its browser, its server and its backends, and to load its first page. As many workers
 * start at once as the machine has cores. If sixteen started together on two cores, the first test of each would wait
 * longer for its page than Playwright's `expect` does.
 */
export class StartTurn {
  #end: (() => void) | null = null;
  #waited = 0;

  /** Waits for the turn of a worker. With no more workers than cores, nobody waits. */
  static async take(
    {parallelIndex, config, project}: StartingWorker,
    {cores = availableParallelism(), longest = LONGEST_TURN}: TurnLimits = {},
  ): Promise<StartTurn> {
    const turn = new StartTurn();
    if (config.workers <= cores) return turn;

    // If the folder cannot be made, there is no lock either, and nobody waits.
    await mkdir(project.outputDir, {recursive: true}).catch(() => undefined);
    const lock = join(project.outputDir, `.simhost-start-${parallelIndex % cores}.lock`);

    const asked = performance.now();
    await new Promise<void>((begin) => {
      void withLock(lock, () => turn.#last(longest, begin), {retry: RETRY});
    });
    turn.#waited = performance.now() - asked;
    return turn;
  }

  /** Returns the milliseconds that the worker waited for its turn, once: they were no time of its first test. */
  takeWaited(): number {
    const waited = this.#waited;
    this.#waited = 0;
    return waited;
  }

  /** Ends the turn when a page of the context has loaded from a server. */
  endAtLoad(context: BrowserContext): void {
    if (this.#end === null) return;
    context.on('page', (page) => page.on('load', () => page.url().startsWith('http') && this.end()));
  }

  /** Lets the next worker start. */
  end(): void {
    this.#end?.();
    this.#end = null;
  }

  #last(longest: number, begin: () => void): Promise<void> {
    begin();

    return new Promise((resolve) => {
      this.#end = resolve;
      setTimeout(resolve, longest).unref();
    });
  }
}
