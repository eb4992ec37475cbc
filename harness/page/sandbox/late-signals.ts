import type {Activity} from '../../wire/activity.ts';

/** Milliseconds after which the values come even if the extension is still busy. */
const LONGEST_WAIT = 1000;

/** The signals of a start that have another value at first: their paths, and the values that come later. */
export class LateSignals {
  readonly #deps: LateSignalsDeps;
  #values: ReadonlyMap<string, unknown> = new Map();

  constructor(deps: LateSignalsDeps) {
    this.#deps = deps;
  }

  /** Sets the values that come later. */
  expect(values: readonly (readonly [path: string, value: unknown])[]): void {
    this.#values = new Map(values);
  }

  /** Forgets a signal that the page has changed meanwhile: its value is newer. */
  forget(path: string): void {
    this.#values = new Map([...this.#values].filter(([name]) => name !== path));
  }

  /**
   * Sets the values once the extension has drawn its first tree, or waits for nothing but them. Resolves when the
   * extension has reacted.
   */
  async arriveAfter(firstTree: Promise<void>): Promise<void> {
    if (this.#values.size === 0) return;
    await this.#whenReady(firstTree);

    const {set, settle} = this.#deps;
    for (const [path, value] of this.#values) set(path, value);
    await settle();
  }

  async #whenReady(firstTree: Promise<void>): Promise<void> {
    const {settle, activity, now} = this.#deps;
    const latest = now() + LONGEST_WAIT;
    const start = {isOver: false};

    const end = (): void => void (start.isOver = true);
    firstTree.then(end, end);

    do await settle();
    while (!start.isOver && activity().pending.length > 0 && now() < latest);

    // Effects of the first tree run before the values come.
    await settle();
  }
}

/** The parts of the sandbox that late signals use. */
export interface LateSignalsDeps {
  set(path: string, value: unknown): void;
  /** Resolves after the queued timers, messages and frames have run. */
  settle(): Promise<void>;
  /** The work that the extension has begun and not finished. */
  activity(): Activity;
  /** Milliseconds that only grow. */
  now(): number;
}
