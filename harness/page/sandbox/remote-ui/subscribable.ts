import type {Cell} from '../extension-api.ts';

/**
 * A value that the page changes, in the form of API versions before 2025-10 (`StatefulRemoteSubscribable`).
 */
export class StatefulSubscribable implements Cell {
  #current: unknown;
  #destroyed = false;
  readonly #onRead: () => void;
  readonly #subscribers = new Set<(value: unknown) => void>();
  readonly view: {
    readonly current: unknown;
    subscribe(subscriber: (value: unknown) => void): () => void;
    destroy(): Promise<void>;
  };

  constructor(current: unknown, onRead: () => void = () => {}) {
    this.#current = current;
    this.#onRead = onRead;
    const read = (): unknown => {
      onRead();
      return this.#current;
    };

    this.view = {
      get current() {
        return read();
      },
      // Reports later values only; hooks read `current` first.
      subscribe: (subscriber) => {
        const own = (value: unknown): void => subscriber(value);
        this.#subscribers.add(own);
        return () => void this.#subscribers.delete(own);
      },
      destroy: async () => {
        this.#destroyed = true;
        this.#subscribers.clear();
      },
    };
  }

  set(value: unknown): void {
    if (this.#destroyed) return;
    this.#current = value;
    if (this.#subscribers.size > 0) this.#onRead();
    for (const subscriber of [...this.#subscribers]) subscriber(value);
  }
}
