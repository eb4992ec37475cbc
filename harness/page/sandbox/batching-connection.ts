/**
 * Gathers the changes of one task and sends them together. A call on an element is sent after the changes
 * before it.
 */
export class BatchingConnection {
  readonly #send: (records: readonly unknown[]) => void;
  readonly #callElement: (id: string, method: string, args: readonly unknown[]) => unknown;
  #queue: unknown[] = [];

  constructor({
    send,
    callElement,
  }: {
    send: (records: readonly unknown[]) => void;
    callElement: (id: string, method: string, args: readonly unknown[]) => unknown;
  }) {
    this.#send = send;
    this.#callElement = callElement;
  }

  mutate(records: readonly unknown[]): void {
    if (this.#queue.length === 0) queueMicrotask(() => this.flush());
    this.#queue.push(...records);
  }

  call(id: string, method: string, ...args: readonly unknown[]): unknown {
    this.flush();
    return this.#callElement(id, method, args);
  }

  flush(): void {
    const records = this.#queue;
    this.#queue = [];
    if (records.length > 0) this.#send(records);
  }
}
