import type {UntrackedSignal} from './untracked-reads.ts';

/**
 * A value that the page changes. Once the extension has passed its own Signal class to `shopify.setSignals`,
 * the value is a signal of that class, so that its Preact tracks it. Before that, and without Preact, it is a
 * plain observable.
 */
export class SignalCell {
  readonly #signalClass: () => SignalClass | undefined;
  readonly #onRead: (() => void) | undefined;
  readonly #fallback: FallbackSignal;
  #signal: SignalLike | undefined;
  #value: unknown;
  #destroyed = false;

  /** `onRead` is called when the extension gets the value; `untracked` sees reads without a Signal class. */
  constructor(
    value: unknown,
    signalClass: () => SignalClass | undefined,
    onRead?: () => void,
    untracked?: UntrackedRead,
  ) {
    this.#onRead = onRead;
    this.#value = value;
    this.#signalClass = signalClass;
    this.#fallback = withDeprecated(new FallbackSignal(value, onRead, untracked), this.#destroy);
  }

  get view(): object {
    const Signal = this.#signalClass();
    if (Signal === undefined) return this.#fallback;
    this.#signal ??= followReads(withDeprecated(new Signal(this.#value), this.#destroy), this.#onRead);
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

/** The path of a signal, and the function that sees reads of it. */
export interface UntrackedRead {
  readonly path: string;
  readonly note: (signal: UntrackedSignal) => void;
}

class FallbackSignal implements UntrackedSignal {
  #value: unknown;
  readonly #onRead: () => void;
  readonly #untracked: UntrackedRead | undefined;
  readonly #subscribers = new Set<(value: unknown) => void>();

  constructor(value: unknown, onRead: () => void = () => {}, untracked?: UntrackedRead) {
    this.#value = value;
    this.#onRead = onRead;
    this.#untracked = untracked;
  }

  get path(): string {
    return this.#untracked?.path ?? '';
  }

  get isSubscribed(): boolean {
    return this.#subscribers.size > 0;
  }

  get value(): unknown {
    this.#onRead();
    this.#untracked?.note(this);
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
    if (this.#subscribers.size > 0) this.#onRead();
    for (const subscriber of this.#subscribers) subscriber(value);
  }
}

/** Adds `current` and `destroy`, the deprecated members of `SubscribableSignalLike`. */
function withDeprecated<S extends {readonly value: unknown}>(signal: S, destroy: () => Promise<void>): S {
  if (!('current' in signal)) Object.defineProperty(signal, 'current', {get: () => signal.value});
  if (!('destroy' in signal)) Object.defineProperty(signal, 'destroy', {value: destroy});
  return signal;
}

/** Calls back when the value of a signal of the extension's own class is read, and leaves its tracking as it is. */
function followReads<S extends SignalLike>(signal: S, onRead: (() => void) | undefined): S {
  if (onRead === undefined) return signal;

  for (const member of ['value', 'peek']) {
    const known = inherited(signal, member);
    if (known === undefined) continue;

    const {get, set, value} = known;
    Object.defineProperty(signal, member, {
      configurable: true,
      get: () => {
        onRead();
        return get === undefined ? (value as unknown) : (Reflect.apply(get, signal, []) as unknown);
      },
      ...(set === undefined ? {} : {set: set.bind(signal)}),
    });
  }

  return signal;
}

/** Finds a property of the classes of an object. */
function inherited(object: object, member: string): PropertyDescriptor | undefined {
  const prototype = Object.getPrototypeOf(object) as object | null;
  if (prototype === null) return undefined;
  return Object.getOwnPropertyDescriptor(prototype, member) ?? inherited(prototype, member);
}
