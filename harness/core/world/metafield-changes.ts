import type {Metafield} from '../../wire/account.ts';
import {metafieldId} from './metafield-id.ts';

/** The metafields that an API has set or deleted. They outlive a sign-in, which draws the metafields again. */
export class MetafieldChanges {
  /** By id; null for a metafield that was deleted. */
  readonly #changes = new Map<string, Metafield | null>();

  /** Remembers what is different in the second list. */
  remember(before: readonly Metafield[], after: readonly Metafield[]): void {
    const kept = new Set(after.map(metafieldId));
    for (const metafield of before)
      if (!kept.has(metafieldId(metafield))) this.#changes.set(metafieldId(metafield), null);
    for (const metafield of after)
      if (!before.includes(metafield)) this.#changes.set(metafieldId(metafield), metafield);
  }

  /** Forgets everything. */
  forget(): void {
    this.#changes.clear();
  }

  /** Returns metafields with the changes. A new one is added if its owner is shown. */
  applied(
    drawn: readonly Metafield[],
    isShown: (owner: Metafield['target']) => boolean,
  ): readonly Metafield[] {
    if (this.#changes.size === 0) return drawn;

    const known = new Set(drawn.map(metafieldId));
    const changed = drawn.flatMap((metafield) => {
      const change = this.#changes.get(metafieldId(metafield));
      return change === undefined ? [metafield] : (change ?? []);
    });
    const added = [...this.#changes].flatMap(([id, metafield]) =>
      metafield !== null && !known.has(id) && isShown(metafield.target) ? [metafield] : [],
    );
    return [...changed, ...added];
  }
}
