/** The positions of rows with known heights: sums of the heights before each row. */
export class RowLayout {
  readonly #tops: readonly number[];

  constructor(heights: readonly number[]) {
    const tops = [0];
    for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
    this.#tops = tops;
  }

  /** The height of all rows. */
  get total(): number {
    return this.#tops.at(-1) ?? 0;
  }

  /** Returns the distance of a row from the top. */
  topOf(index: number): number {
    return this.#tops[index] ?? this.total;
  }

  /** Returns the rows that a view of that height shows, and `extra` more on both sides. The end is excluded. */
  between(top: number, height: number, extra: number): readonly [start: number, end: number] {
    const count = this.#tops.length - 1;
    const start = this.#rowAt(top);
    const end = this.#rowAt(top + height) + 1;
    return [Math.max(0, start - extra), Math.min(count, end + extra)];
  }

  /** Finds the row at a distance by halving. */
  #rowAt(y: number): number {
    let [low, high] = [0, Math.max(0, this.#tops.length - 2)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.topOf(middle) <= y) low = middle;
      else high = middle - 1;
    }

    return low;
  }
}
