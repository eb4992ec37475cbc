import {hashOf} from './drawn-number.ts';

/** The objects that one simulation may make before its numbers are those of another. */
const LEFT_FOR_OBJECTS = 10_000;

/**
 * Ids that are made while a simulation runs. They follow from its seed and scope and a counter, so that a re-run
 * repeats them and no two simulations share one.
 */
export class Ids {
  readonly #origin: string;
  #count = 0;
  #objects = 0;

  constructor({seed, scope}: {seed: number; scope: string}) {
    this.#origin = `${seed}\n${scope}`;
  }

  /** The global id of the next object that is made: `gid://shopify/Product/…`, with a number that no other simulation has. */
  gid(type: string): string {
    return `gid://shopify/${type}/${hashOf(this.#origin) * LEFT_FOR_OBJECTS + ++this.#objects}`;
  }

  /** The next id, shaped like a random UUID. */
  async uuid(): Promise<string> {
    const text = new TextEncoder().encode(`${this.#origin}\n${this.#count++}`);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text)).slice(0, 16);
    hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x40;
    hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
    const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}
