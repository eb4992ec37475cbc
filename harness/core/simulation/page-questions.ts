/** The questions to one page that wait for its answer. */
export class PageQuestions<Answer> {
  readonly #waiting = new Map<number, (answers: readonly Answer[] | null) => void>();
  #lastId = 0;

  /** Resolves with the page's answer; with nothing once the page has gone, with `null` after `limit` milliseconds. */
  async ask(send: (id: number) => void, limit?: number): Promise<readonly Answer[] | null> {
    const id = ++this.#lastId;
    const timer = limit === undefined ? undefined : setTimeout(() => this.#end(id, null), limit);

    const answer = new Promise<readonly Answer[] | null>((resolve) => this.#waiting.set(id, resolve));
    send(id);
    return answer.finally(() => clearTimeout(timer));
  }

  answered(id: number, answers: readonly Answer[]): void {
    this.#end(id, answers);
  }

  gone(): void {
    for (const id of this.#waiting.keys()) this.#end(id, []);
  }

  #end(id: number, answers: readonly Answer[] | null): void {
    this.#waiting.get(id)?.(answers);
    this.#waiting.delete(id);
  }
}
