/** Writes the lines of one turn of the event loop together, because each write takes time under load. */
export class BatchedLines {
  readonly #write: (text: string) => void;
  #lines: string[] = [];

  /** `write` gets one or more lines, without the last line break. */
  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  add(line: string): void {
    if (this.#lines.push(line) === 1) setImmediate(() => this.flush());
  }

  /** Writes what is left. The end of the process needs it. */
  flush(): void {
    const lines = this.#lines.splice(0);
    if (lines.length > 0) this.#write(lines.join('\n'));
  }
}
