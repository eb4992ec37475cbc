import {mkdir} from 'node:fs/promises';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import type {BrowserContext} from '@playwright/test';
import {withLock} from '../node/extension/lock.ts';

/** Milliseconds that a turn may last, so that a page which never loads does not hold the other workers up. */
const LONGEST_TURN = 10_000;

/** Milliseconds between the looks of a worker that waits. Many may wait while others need the machine. */
const RETRY = 100;

/** The part of Playwright's information on a worker that decides its turn. */
export interface StartingWorker {
  readonly parallelIndex: number;
  readonly config: {readonly workers: number; readonly projects: readonly StartingProject[]};
}

interface StartingProject {
  readonly outputDir: string;
}

interface TurnLimits {
  /** Workers that start at once. Default: the cores of the machine. */
  readonly cores?: number;
  /** Milliseconds that a turn may last. */
  readonly longest?: number;
}

/**
 * The turn of a worker to start its browser, its server and its backends, and to load its first page. As many workers
 * of a run start at once as the machine has cores. If sixteen started together on two cores, the first test of each
 * would wait longer for its page than Playwright's `expect` does.
 */
export class StartTurn {
  readonly #end: () => void;

  private constructor(end: () => void) {
    this.#end = end;
  }

  /** Waits for the turn of a worker. With no more workers than cores, nobody waits. */
  static async take(
    {parallelIndex, config}: StartingWorker,
    {cores = availableParallelism(), longest = LONGEST_TURN}: TurnLimits = {},
  ): Promise<StartTurn> {
    // The folder of one project, for the workers of all.
    const [project] = config.projects;
    if (config.workers <= cores || project === undefined) return new StartTurn(() => {});

    // Without the folder, no lock can be written, and no worker waits.
    await mkdir(project.outputDir, {recursive: true}).catch(() => undefined);
    const lock = join(project.outputDir, `.simhost-start-${parallelIndex % cores}.lock`);

    return new Promise((resolve) => {
      const turn = (): Promise<void> =>
        new Promise((end) => {
          setTimeout(end, longest).unref();
          resolve(new StartTurn(end));
        });
      const unlocked = (): void => resolve(new StartTurn(() => {}));
      void withLock(lock, turn, {retry: RETRY}).catch(unlocked);
    });
  }

  /** Ends the turn when a page of the context has loaded from a server. */
  endAtLoad(context: BrowserContext): void {
    context.on('page', (page) => page.on('load', () => page.url().startsWith('http') && this.end()));
  }

  /** Lets the next worker start. */
  end(): void {
    this.#end();
  }
}
