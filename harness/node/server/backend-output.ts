import {stripVTControlCharacters} from 'node:util';
import {redact} from '../../redact.ts';

const KEPT_LINES = 400;

/** The lines that a backend wrote to its standard output and error, oldest first, without colours and secrets. */
export class BackendOutput {
  readonly #secrets: readonly string[];
  readonly #listeners = new Set<(line: string) => void>();
  #lines: string[] = [];
  #dropped = 0;

  constructor(secrets: readonly string[]) {
    this.#secrets = secrets;
  }

  /** The number of lines so far, from which `since` reads on. */
  get length(): number {
    return this.#dropped + this.#lines.length;
  }

  /** Takes one whole line. */
  add(line: string): void {
    const clean = redact(stripVTControlCharacters(line).trimEnd(), this.#secrets);
    this.#lines.push(clean);
    for (const listener of this.#listeners) listener(clean);

    const surplus = this.#lines.length - KEPT_LINES;
    if (surplus <= 0) return;

    this.#lines = this.#lines.slice(surplus);
    this.#dropped += surplus;
  }

  /** Returns the lines from a number on, as far as they are kept. */
  since(place: number): readonly string[] {
    return this.#lines.slice(Math.max(0, place - this.#dropped));
  }

  /** Calls back for each later line. Returns the function that stops it. */
  onLine(listener: (line: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Collects the chunks of one stream into lines; `end` gives what follows the last line break. */
export class LineReader {
  readonly #take: (line: string) => void;
  #rest = '';

  constructor(take: (line: string) => void) {
    this.#take = take;
  }

  write(chunk: string): void {
    const [first = '', ...others] = chunk.split('\n');
    this.#rest += first;
    for (const next of others) {
      this.#take(this.#rest);
      this.#rest = next;
    }
  }

  end(): void {
    if (this.#rest !== '') this.#take(this.#rest);
    this.#rest = '';
  }
}

/** The beginning (in Ruby the end) of a line that names an error. */
const ERROR_LINE =
  /^(?:Uncaught )?[\w.$:]*(?:Error|Exception)\b(?: \[\w+\])?(?::|$)|^panic: |^fatal error: |^PHP (?:Fatal|Parse) error|\((?:\w+::)*\w*(?:Error|Exception)\)$/;
/** The same inside a line of a log. */
const MENTIONS_ERROR = /\b\w*(?:Error|Exception)\b[:\]]|\berror: /i;

/** Finds the newest line that names an error. */
export function errorLineOf(lines: readonly string[]): string | null {
  const found =
    lines.findLast((line) => ERROR_LINE.test(line.trimEnd())) ??
    lines.findLast((line) => MENTIONS_ERROR.test(line));
  return found?.trim() ?? null;
}

/** Writes `"node server.js" ended with exit code 1: TypeError: …`, or the same without an error. */
export function describeEnd(command: string, ended: string, lines: readonly string[]): string {
  return sentence(`"${command}" ${ended}`, errorLineOf(lines));
}

/** Writes an event and its error, if any, as a sentence. */
export function sentence(what: string, error: string | null): string {
  const text = error === null ? what : `${what}: ${error}`;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

const SHOWN_LINES = 40;

/** Describes the end and the output of a backend, the most useful line first; `null` if it runs and wrote nothing. */
export function describeOutput({
  command,
  ended,
  lines,
}: {
  command: string;
  ended: string | null;
  lines: readonly string[];
}): string | null {
  const written = lines.filter((line) => line.trim() !== '');
  if (ended === null && written.length === 0) return null;

  const first = ended === null ? (errorLineOf(lines) ?? written.at(-1)) : describeEnd(command, ended, lines);
  const shown = lines.slice(-SHOWN_LINES);
  const left = lines.length - shown.length;
  const title =
    left === 0 ? `"${command}" wrote:` : `"${command}" wrote, after ${left} lines that are left out:`;

  return written.length === 0 ? String(first) : [first, '', title, ...shown].join('\n');
}
