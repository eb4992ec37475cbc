import {SimhostError} from '../../errors.ts';
import {atTestLine, framesOf} from '../failures/test-line.ts';

/** The assertions of one test that still wait. */
export class OpenAssertions {
  readonly #open = new Set<{readonly text: string; readonly place: string}>();
  readonly #ended = new AbortController();
  readonly #whenEnded = new Promise<void>((resolve) =>
    this.#ended.signal.addEventListener('abort', () => resolve()),
  );
  readonly #file: string;

  /** @param file the test's own file, in which the assertions are written */
  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Runs an assertion. If the test ends before it does, it resolves with `atEnd`, or never if there is none: nobody
   * waits for it, and a later failure would count against the next test.
   */
  async run<T>(text: string, work: (signal: AbortSignal) => Promise<T>, atEnd?: T): Promise<T> {
    const call = new Error('for its stack');
    const assertion = {text, place: placeIn(this.#file, call.stack ?? '')};

    this.#open.add(assertion);

    try {
      return await Promise.race([work(this.#ended.signal), this.#atEnd(atEnd)]);
    } catch (error) {
      throw atTestLine(error, call);
    } finally {
      this.#open.delete(assertion);
    }
  }

  async #atEnd<T>(value: T | undefined): Promise<T> {
    await this.#whenEnded;
    return value ?? new Promise(() => {});
  }

  /** Ends what still waits, and returns the error that says so; `undefined` if nothing waits. */
  end(): SimhostError | undefined {
    const open = [...this.#open].map(({text, place}) => `${text}${place === '' ? '' : `\n    at ${place}`}`);
    this.#ended.abort();
    if (open.length === 0) return undefined;

    return new SimhostError(
      'ERR_NOT_AWAITED',
      `The test ended before it knew the result of:\n${open.join('\n')}`,
      {
        next: 'Write await before it.',
      },
    );
  }
}

/** The topmost place of a file in a stack, as `loyalty.spec.ts:12:3`. */
function placeIn(file: string, stack: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  const line = framesOf(stack).find((frame) => frame.includes(file));
  const [, position = ''] = /:(\d+:\d+)\)?\s*$/.exec(line ?? '') ?? [];
  return position === '' ? '' : `${name}:${position}`;
}
