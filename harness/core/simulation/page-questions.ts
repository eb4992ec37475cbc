/** The questions to one page that wait for its answer. */
export class PageQuestions<Answer> {
  readonly #waiting = new Map<number, (answers: readonly Answer[]) => void>();
  #lastId = 0;

  /**
   * Resolves with the page's answer; with nothing, once the page has gone or `limit` milliseconds are over. `late` is
   * called if they are over.
   */
  async ask(
    send: (id: number) => void,
    limit?: number,
    late: () => void = () => {},
  ): Promise<readonly Answer[]> {
    const id = ++this.#lastId;
    const end = (): void => {
      late();
      this.answered(id, []);
    };

    const timer = limit === undefined ? undefined : setTimeout(end, limit);

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
