/**
 * Ids that are made while a simulation runs. They follow from its seed and scope and a counter, so that a re-run
 * repeats them and no two simulations share one.
 */
export class Ids {
  readonly #origin: string;
  #count = 0;

  constructor({seed, scope}: {seed: number; scope: string}) {
    this.#origin = `${seed}\n${scope}`;
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
