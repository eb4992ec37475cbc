/** Listeners to one kind of event. */
export class Listeners<Event> {
  readonly #listeners = new Set<(event: Event) => void>();

  /** Adds a listener, and returns the function that removes it. */
  subscribe(listener: (event: Event) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls every listener, in the order of their addition. */
  notify(event: Event): void {
    for (const listener of this.#listeners) listener(event);
  }
}
