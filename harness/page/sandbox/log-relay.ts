import type {LogLevel, LogLine} from '../../wire/control.ts';

/** Milliseconds over which lines are counted. */
const WINDOW = 100;

/** Lines of a window that go out at once. An endless loop after them cannot keep them back. */
const AT_ONCE = 100;

/** Further lines of a window that are kept, and go out at its end: the first ones, and the last ones. */
const FIRST = 400;
const LAST = 500;

/** Sends the lines of an extension's console to the page. A flood of lines is cut, so that the page has time for other work. */
export class LogRelay {
  readonly #send: (lines: readonly LogLine[]) => void;
  readonly #setTimeout: (run: () => void, delay: number) => unknown;
  readonly #first: Line[] = [];
  readonly #last: Line[] = [];
  /** Of the current window; 0 if there is none. */
  #count = 0;

  constructor(
    send: (lines: readonly LogLine[]) => void,
    {setTimeout}: {setTimeout: (run: () => void, delay: number) => unknown},
  ) {
    this.#send = send;
    this.#setTimeout = setTimeout;
  }

  /** Takes a line; `show` writes it to the browser's own console, which is called only for lines before a cut. */
  add(level: LogLevel, text: string, show: () => void): void {
    if (this.#count === 0) this.#setTimeout(() => this.#endWindow(), WINDOW);
    this.#count++;

    const line = {level, text, made: new Error()};
    if (this.#count <= AT_ONCE + FIRST) show();
    if (this.#count <= AT_ONCE) this.#send([written(line)]);
    else if (this.#first.length < FIRST) this.#first.push(line);
    else this.#keepLast(line);
  }

  /** A ring: the oldest line gives its place to the newest. */
  #keepLast(line: Line): void {
    this.#last[(this.#count - AT_ONCE - FIRST - 1) % LAST] = line;
  }

  #endWindow(): void {
    const overflow = this.#count - AT_ONCE - FIRST;
    const oldest = overflow > LAST ? overflow % LAST : 0;
    const last = [...this.#last.slice(oldest), ...this.#last.slice(0, oldest)];
    const cut = overflow > LAST ? [cutLine(overflow - LAST)] : [];
    const lines = [...this.#first.map(written), ...cut, ...last.map(written)];

    this.#count = 0;
    this.#first.length = 0;
    this.#last.length = 0;
    if (lines.length > 0) this.#send(lines);
  }
}

interface Line {
  readonly level: LogLevel;
  readonly text: string;
  /** Made where the line was logged; its stack is written out only if the line is sent. */
  readonly made: Error;
}

function written({level, text, made}: Line): LogLine {
  return {level, text, stack: made.stack ?? ''};
}

function cutLine(count: number): LogLine {
  const text = `${count} lines are left out here: simhost keeps ${AT_ONCE + FIRST + LAST} lines of ${WINDOW} ms.`;
  return {level: 'warn', text, stack: ''};
}
