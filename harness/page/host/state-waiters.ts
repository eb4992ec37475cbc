import type {PageState} from '../../wire/control.ts';

/** Waits for states of the page. */
export class StateWaiters {
  readonly #waiting = new Set<(state: PageState) => void>();
  #current: PageState | null = null;

  /** Resolves with the current or the next state that matches. */
  when(matches: (state: PageState) => boolean): Promise<PageState> {
    return new Promise((resolve) => {
      const notify = (state: PageState): void => {
        if (!matches(state)) return;
        this.#waiting.delete(notify);
        resolve(state);
      };

      this.#waiting.add(notify);
      if (this.#current !== null) notify(this.#current);
    });
  }

  /** Reports a state that the page shows. */
  notify(state: PageState): void {
    this.#current = state;
    for (const notify of [...this.#waiting]) notify(state);
  }
}
