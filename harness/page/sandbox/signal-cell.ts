/**
 * A value that the page changes. Once the extension has passed its own Signal class to `shopify.setSignals`,
 * the value is a signal of that class, so that its Preact tracks it. Before that, and without Preact, it is a
 * plain observable.
 */
export class SignalCell {
  readonly #signalClass: () => SignalClass | undefined;
  readonly #fallback: FallbackSignal;
  #signal: SignalLike | undefined;
  #value: unknown;
  #destroyed = false;

  constructor(value: unknown, signalClass: () => SignalClass | undefined) {
    this.#value = value;
    this.#signalClass = signalClass;
    this.#fallback = withDeprecated(new FallbackSignal(value), this.#destroy);
  }

  get view(): object {
    const Signal = this.#signalClass();
    if (Signal === undefined) return this.#fallback;
    this.#signal ??= withDeprecated(new Signal(this.#value), this.#destroy);
    return this.#signal;
  }

  set(value: unknown): void {
    if (this.#destroyed) return;
    this.#value = value;
    this.#fallback.change(value);
    if (this.#signal !== undefined) this.#signal.value = value;
  }

  readonly #destroy = async (): Promise<void> => {
    this.#destroyed = true;
  };
}

export interface SignalLike {
  value: unknown;
}

export type SignalClass = new (value: unknown) => SignalLike;

class FallbackSignal {
  #value: unknown;
  readonly #subscribers = new Set<(value: unknown) => void>();

  constructor(value: unknown) {
    this.#value = value;
  }

  get value(): unknown {
    return this.#value;
  }

  /** Calls the subscriber at once and after every change, as a Preact signal does. */
  subscribe(subscriber: (value: unknown) => void): () => void {
    const own = (value: unknown): void => subscriber(value);
    this.#subscribers.add(own);
    own(this.#value);
    return () => void this.#subscribers.delete(own);
  }

  change(value: unknown): void {
    this.#value = value;
    for (const subscriber of this.#subscribers) subscriber(value);
  }
}

/** Adds `current` and `destroy`, the deprecated members of `SubscribableSignalLike`. */
function withDeprecated<S extends {readonly value: unknown}>(signal: S, destroy: () => Promise<void>): S {
  if (!('current' in signal)) Object.defineProperty(signal, 'current', {get: () => signal.value});
  if (!('destroy' in signal)) Object.defineProperty(signal, 'destroy', {value: destroy});
  return signal;
}
