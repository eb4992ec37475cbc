/** A promise with its resolvers. (`Promise.withResolvers` exists since Node 22.) */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
}

/** Creates a promise that other code settles. Nobody has to read its rejection. */
export function createDeferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });

  // Callers see the failure. A promise that nobody reads must not become an unhandled rejection.
  promise.catch(() => {});
  return {promise, resolve, reject};
}
