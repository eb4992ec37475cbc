import {withoutHeaders} from '../http/raw-headers.ts';
import {readableBy} from './node-http.ts';

/**
 * The switch of a local gateway between what production shows and what helps during development. Held, the browser
 * gets the backend's own CORS headers. Otherwise it may send every request and read every answer.
 */
export class CorsHold {
  readonly #listeners = new Set<(isHeld: boolean) => void>();
  #isHeld: boolean;

  constructor(isHeld: boolean) {
    this.#isHeld = isHeld;
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Applies to requests from now on. */
  switch(isHeld: boolean): void {
    if (this.#isHeld === isHeld) return;
    this.#isHeld = isHeld;
    for (const listener of this.#listeners) listener(isHeld);
  }

  /** Calls back after every change; returns the function that stops it. */
  onChange(listener: (isHeld: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Lets the sandbox read an answer that a browser would keep from it. */
export function readable(rawHeaders: readonly string[], asked: Headers): string[] {
  const kept = withoutHeaders(
    rawHeaders,
    (name) => name === 'access-control-allow-origin' || name === 'access-control-allow-credentials',
  );

  return [...kept, ...Object.entries(readableBy(asked)).flat()];
}
