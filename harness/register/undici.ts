import {REFUSED_HEADER} from '../wire/backend.ts';
import type {FindReroute} from './reroute.ts';

/** The symbol under which undici, Node's own and the package, keeps its default dispatcher. */
const DISPATCHER = Symbol.for('undici.globalDispatcher.1');

interface Dispatcher {
  dispatch(options: DispatchOptions, handler: object): boolean;
}

interface DispatchOptions {
  readonly origin?: string | URL;
  readonly path: string;
  readonly headers?: unknown;
}

/** Reroutes the requests of undici's default dispatcher. An answer that is a refusal becomes an error. */
export function redirectUndici(base: string, find: FindReroute, refusedBy: (header: string) => Error): void {
  Response.error(); // loads Node's own undici, which sets the dispatcher
  const all = globalThis as {[DISPATCHER]?: Dispatcher};
  const real = all[DISPATCHER];
  if (real === undefined) return;

  all[DISPATCHER] = new Proxy(real, {
    get: (target, key) => {
      if (key !== 'dispatch') return Reflect.get(target, key) as unknown;
      return (options: DispatchOptions, handler: object): boolean => {
        const reroute = find(new URL(String(options.origin ?? base).replace(/\/$/, '') + options.path));
        if (reroute === null) return target.dispatch(options, handler);

        const given = pairsOf(options.headers).filter(([name]) => name.toLowerCase() !== 'host');
        const headers = [...given, ...Object.entries(reroute.headers)].flat();
        return target.dispatch(
          {...options, origin: base, path: reroute.path, headers},
          failing(handler, refusedBy),
        );
      };
    },
  });
}

type Abort = (error: Error) => void;
type Method = (...args: unknown[]) => unknown;

/** Wraps a handler of undici 6 or 7: it aborts its request if the answer is a refusal. */
function failing(handler: object, refusedBy: (header: string) => Error): object {
  let abort: Abort = () => {};
  const refuse = (headers: unknown, stop: Abort): boolean => {
    const refusal = pairsOf(headers).find(([name]) => String(name).toLowerCase() === REFUSED_HEADER)?.[1];
    if (refusal !== undefined) stop(refusedBy(String(refusal)));
    return refusal !== undefined;
  };

  return new Proxy(handler, {
    get: (target, key) => {
      const method = Reflect.get(target, key) as unknown;
      if (typeof method !== 'function') return method;

      const call = method.bind(target) as Method;
      if (key === 'onConnect') {
        return (stop: Abort, ...args: unknown[]) => {
          abort = stop;
          return call(stop, ...args);
        };
      }

      if (key === 'onHeaders') return (...args: unknown[]) => refuse(args[1], abort) || call(...args);
      if (key !== 'onResponseStart') return call;

      return (controller: {abort: Abort}, ...args: unknown[]) =>
        refuse(args[1], (error) => controller.abort(error)) ? undefined : call(controller, ...args);
    },
  });
}

/** Reads headers in any form of undici's: a flat list, an object, or an iterable of pairs. */
function pairsOf(headers: unknown): [string, unknown][] {
  if (headers === null || headers === undefined) return [];
  if (Array.isArray(headers) && !Array.isArray(headers[0])) {
    return headers.flatMap((name: unknown, index) =>
      index % 2 === 0 ? [[String(name), headers[index + 1]] as [string, unknown]] : [],
    );
  }

  if (typeof headers === 'object' && Symbol.iterator in headers)
    return [...(headers as Iterable<[string, unknown]>)];
  return Object.entries(headers).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((each: unknown): [string, unknown] => [name, each]) : [[name, value]],
  );
}
