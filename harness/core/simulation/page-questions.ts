/** The questions to one page that wait for its answer. */
export class PageQuestions<Answer> {
  readonly #waiting = new Map<number, (answers: readonly Answer[]) => void>();
  #lastId = 0;

  /** Resolves with the page's answer; with nothing, once the page has gone or `limit` milliseconds are over. */
  async ask(send: (id: number) => void, limit?: number): Promise<readonly Answer[]> {
    const id = ++this.#lastId;
    const timer = limit === undefined ? undefined : setTimeout(() => this.answered(id, []), limit);

    const answer = new Promise<readonly Answer[]>((resolve) => this.#waiting.set(id, resolve));
    send(id);
    return answer.finally(() => clearTimeout(timer));
  }

  answered(id: number, answers: readonly Answer[]): void {
    this.#waiting.get(id)?.(answers);
    this.#waiting.delete(id);
  }

  gone(): void {
    for (const id of this.#waiting.keys()) this.answered(id, []);
  }
}
