import type {WireError} from './control.ts';
import {fromWireError, toWireError} from './wire-error.ts';

/**
 * Connects two sides that call each other over a message port. Functions cross as proxies, also inside arrays and
 * plain objects; they live as long as the connection. An error keeps name, message, code and stack, and gains the
 * frames of the caller.
 */
export function connect<Theirs extends object>(port: Port, ours: object): Connection<Theirs> {
  const shared = new Map<number, AnyFunction>();
  const sharedIds = new WeakMap<AnyFunction, number>();
  const proxies = new Map<number, AnyFunction>();
  const pending = new Map<number, Pending>();
  let calls = 0;
  let closed: Error | null = null;

  function call(to: string | number, args: readonly unknown[]): Promise<unknown> {
    const caller = new Error();
    return new Promise((resolve, reject) => {
      if (closed !== null) throw closed;
      const id = ++calls;
      port.postMessage(['call', id, to, encode(args)] satisfies Message);
      pending.set(id, {resolve, reject, caller});
    });
  }

  async function answer(id: number, to: string | number, args: unknown): Promise<void> {
    try {
      const value = await functionFor(to)(...(decode(args) as readonly unknown[]));
      port.postMessage(['done', id, encode(value)] satisfies Message);
    } catch (error) {
      port.postMessage(['failed', id, toWireError(error)] satisfies Message);
    }
  }

  function functionFor(to: string | number): AnyFunction {
    const isMember = typeof to === 'string' && Object.hasOwn(ours, to);
    const member: unknown = isMember ? Reflect.get(ours, to) : undefined;
    const found = typeof to === 'number' ? shared.get(to) : member;
    if (typeof found !== 'function')
      throw new TypeError(`No function ${JSON.stringify(to)} on this side of the connection.`);
    return typeof to === 'number' ? (found as AnyFunction) : (found.bind(ours) as AnyFunction);
  }

  function encode(value: unknown, inside: readonly unknown[] = []): unknown {
    if (typeof value === 'function') return {[FUNCTION]: share(value as AnyFunction)};
    if (!isContainer(value)) return value;
    if (inside.includes(value))
      throw new TypeError('A value that contains itself cannot cross to the other side.');
    return mapContainer(value, (member) => encode(member, [...inside, value]));
  }

  function decode(value: unknown): unknown {
    if (!isContainer(value)) return value;
    const id: unknown = Reflect.get(value, FUNCTION);
    return typeof id === 'number' ? proxy(id) : mapContainer(value, decode);
  }

  function share(ourFunction: AnyFunction): number {
    const id = sharedIds.get(ourFunction) ?? shared.size;
    sharedIds.set(ourFunction, id);
    shared.set(id, ourFunction);
    return id;
  }

  function proxy(id: number): AnyFunction {
    const known = proxies.get(id) ?? ((...args: readonly unknown[]) => call(id, args));
    proxies.set(id, known);
    return known;
  }

  function close(reason: Error = new Error('The connection is closed.')): void {
    if (closed !== null) return;
    closed = reason;
    port.close();
    for (const {reject} of pending.values()) reject(reason);
    pending.clear();
  }

  port.addEventListener('message', (event) => {
    const message: unknown = (event as {data: unknown}).data;
    // Everything else was posted by other code.
    if (isMessage(message)) receive(message);
  });

  function receive(message: Message): void {
    if (message[0] === 'call') return void answer(message[1], message[2], message[3]);

    const waiting = pending.get(message[1]);
    pending.delete(message[1]);
    if (waiting === undefined) return;

    if (message[0] === 'done') return settle(waiting, message[2]);
    const error = toWireError(message[2]);
    waiting.reject(fromWireError({...error, stack: error.stack + framesOf(waiting.caller)}));
  }

  function settle({resolve, reject}: Pending, value: unknown): void {
    try {
      resolve(decode(value));
    } catch (cause) {
      reject(new Error('The other side answered with a value that cannot be read.', {cause}));
    }
  }

  port.addEventListener('close', () => close());
  port.start();

  const theirs = new Proxy({} as Remote<Theirs>, {
    // A proxy with a `then` would be taken for a promise.
    get: (_, name) =>
      typeof name === 'string' && name !== 'then'
        ? (...args: readonly unknown[]) => call(name, args)
        : undefined,
  });

  return {theirs, close};
}

export interface Connection<Theirs> {
  /** The other side's functions, each answering by a promise. */
  readonly theirs: Remote<Theirs>;
  /** Rejects what is pending, and every later call, with the reason. */
  close(reason?: Error): void;
}

export type Remote<Theirs> = {
  readonly [Name in keyof Theirs]: Theirs[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never;
};

/** The members of a `MessagePort`, of browsers and of Node, that are used here. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: string, listener: (event: object) => void): void;
  start(): void;
  close(): void;
}

type AnyFunction = (...args: readonly unknown[]) => unknown;
type Message =
  | ['call', number, string | number, unknown]
  | ['done', number, unknown]
  | ['failed', number, WireError];

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
  /** An error made at the call. Its stack is computed only if it is needed. */
  readonly caller: Error;
}

const FUNCTION = '$simhost:function';

function isMessage(message: unknown): message is Message {
  if (!Array.isArray(message)) return false;
  const [kind, id] = message as unknown[];
  return typeof id === 'number' && (kind === 'call' || kind === 'done' || kind === 'failed');
}

function isContainer(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function mapContainer(container: object, change: (member: unknown) => unknown): unknown {
  if (Array.isArray(container)) return container.map((member) => change(member));
  return Object.fromEntries(Object.entries(container).map(([name, member]) => [name, change(member)]));
}

function framesOf({stack = ''}: Error): string {
  const frames = stack.indexOf('\n    at ');
  return frames === -1 ? '' : stack.slice(frames);
}
