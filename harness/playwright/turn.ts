import {mkdir} from 'node:fs/promises';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import type {BrowserContext} from '@playwright/test';
import {withLock} from '../node/extension/lock.ts';
import {WaitingWorkers} from './waiting-workers.ts';

/** Milliseconds that a turn may last, so that a page which never loads does not hold the other workers up. */
const LONGEST_TURN = 10_000;

/** Milliseconds between the looks of a worker that waits. Many may wait while others need the machine. */
const RETRY = 100;

/** Tests that run at once for each core. With more, answers take longer than Playwright's `expect` waits. */
const TESTS_PER_CORE = 4;

/** The part of Playwright's information on a worker that decides its turns. */
export interface WorkerOfRun {
  readonly parallelIndex: number;
  readonly config: {readonly workers: number; readonly projects: readonly ProjectOfRun[]};
}

interface ProjectOfRun {
  readonly outputDir: string;
}

interface TurnLimits {
  /** The cores of the machine. */
  readonly cores?: number;
  /** Milliseconds that a turn may last. */
  readonly longest?: number | undefined;
}

interface Places extends Pick<TurnLimits, 'longest'> {
  readonly name: string;
  /** Workers that have their turn at once. */
  readonly places: number;
}

/**
 * The turn of a worker to use the machine. If sixteen workers used two cores at once, their pages would answer later
 * than Playwright's `expect` waits.
 */
export class Turn {
  readonly #end: () => void;
  readonly #waiting: WaitingWorkers | null;
  #isOver = false;

  /** Creates a turn that `end` ends. `waiting` may get it next. */
  private constructor(end: () => void, waiting: WaitingWorkers | null) {
    this.#end = end;
    this.#waiting = waiting;
  }

  /**
   * Waits for the turn of a worker to start its browser, its server and its backends, and to load its first page. As
   * many workers of a run start at once as the machine has cores.
   */
  static toStart(
    worker: WorkerOfRun,
    {cores = availableParallelism(), longest}: TurnLimits = {},
  ): Promise<Turn> {
    return Turn.#take(worker, {name: 'start', places: cores, longest});
  }

  /** Waits for the turn of a worker to run a test. Four tests of a run for each core run at once. */
  static toTest(
    worker: WorkerOfRun,
    {cores = availableParallelism(), longest}: TurnLimits = {},
  ): Promise<Turn> {
    return Turn.#take(worker, {name: 'test', places: TESTS_PER_CORE * cores, longest});
  }

  /** Waits for one of so many places. With no more workers than places, nobody waits. */
  static async #take(
    {parallelIndex, config}: WorkerOfRun,
    {name, places, longest = LONGEST_TURN}: Places,
  ): Promise<Turn> {
    // The folder of one project, for the workers of all.
    const [project] = config.projects;
    if (config.workers <= places || project === undefined) return new Turn(() => {}, null);

    // Without the folder, no lock can be written, and no worker waits.
    await mkdir(project.outputDir, {recursive: true}).catch(() => undefined);
    const lock = join(project.outputDir, `.simhost-${name}-${parallelIndex % places}.lock`);

    const waiting = new WaitingWorkers(lock);
    const remove = await waiting.add(parallelIndex);

    return new Promise((resolve) => {
      const turn = async (): Promise<void> => {
        await remove();
        await new Promise<void>((end) => {
          const begun = new Turn(end, waiting);
          setTimeout(() => begun.end(), longest).unref();
          resolve(begun);
        });
      };
      const unlocked = (): void => resolve(new Turn(() => {}, null));
      void withLock(lock, turn, {retry: RETRY}).catch(unlocked);
    });
  }

  /** Ends the turn when a page of the context has loaded from a server. */
  endAtLoad(context: BrowserContext): void {
    context.on('page', (page) => page.on('load', () => page.url().startsWith('http') && this.end()));
  }

  /** Lets the next worker have its turn. */
  end(): void {
    this.#isOver = true;
    this.#end();
  }

  /** Ends the turn. If workers wait for it, resolves when one of them has it. */
  async pass(): Promise<void> {
    if (this.#isOver || this.#waiting === null) this.end();
    else await this.#waiting.pass(() => this.end());
  }
}
