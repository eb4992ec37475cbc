import type {LogLevel, LogLine} from '../../wire/control.ts';

/** Milliseconds over which lines are counted. */
const WINDOW = 100;

/** Lines of a window that go out at once. An endless loop after them cannot keep them back. */
const AT_ONCE = 100;

/** Further lines of a window that are kept, and go out at its end: the first ones, and the last ones. */
const FIRST = 400;
const LAST = 500;

/**
 * Sends the lines of an extension's console to the page. It cuts a flood of lines, so that the page has time
 * for other work.
 */
export class LogRelay {
  readonly #send: (lines: readonly LogLine[]) => void;
  readonly #setTimeout: (run: () => void, delay: number) => unknown;
  readonly #first: Line[] = [];
  readonly #last: Line[] = [];
  /** The number of lines in the current window; 0 if there is none. */
  #count = 0;

  constructor(
    send: (lines: readonly LogLine[]) => void,
    {setTimeout}: {setTimeout: (run: () => void, delay: number) => unknown},
  ) {
    this.#send = send;
    this.#setTimeout = setTimeout;
  }

  /**
   * Adds a line. `show` writes it to the browser's own console, and is called only for lines before a cut.
   */
  add(level: LogLevel, text: string, show: () => void): void {
    if (this.#count === 0) this.#setTimeout(() => this.#endWindow(), WINDOW);
    this.#count++;

    const line = {level, text, made: new Error()};
    if (this.#count <= AT_ONCE + FIRST) show();
    if (this.#count <= AT_ONCE) this.#send([logLine(line)]);
    else if (this.#first.length < FIRST) this.#first.push(line);
    else this.#keepLast(line);
  }

  /** Keeps a line in a ring buffer, in which the newest line replaces the oldest. */
  #keepLast(line: Line): void {
    this.#last[(this.#count - AT_ONCE - FIRST - 1) % LAST] = line;
  }

  #endWindow(): void {
    const overflow = this.#count - AT_ONCE - FIRST;
    const oldest = overflow > LAST ? overflow % LAST : 0;
    const last = [...this.#last.slice(oldest), ...this.#last.slice(0, oldest)];
    const cut = overflow > LAST ? [cutLine(overflow - LAST)] : [];
    const lines = [...this.#first.map(logLine), ...cut, ...last.map(logLine)];

    this.#count = 0;
    this.#first.length = 0;
    this.#last.length = 0;
    if (lines.length > 0) this.#send(lines);
  }
}

interface Line {
  readonly level: LogLevel;
  readonly text: string;
  /** An error from the place where the line was logged. Its stack is computed only if the line is sent. */
  readonly made: Error;
}

function logLine({level, text, made}: Line): LogLine {
  return {level, text, stack: made.stack ?? ''};
}

function cutLine(count: number): LogLine {
  const text = `${count} lines are left out here: simhost keeps ${AT_ONCE + FIRST + LAST} lines per ${WINDOW} ms.`;
  return {level: 'warn', text, stack: ''};
}
