/** The names of one object in a query: its id or its handle. */
export interface Named {
  readonly id?: string | null;
  readonly handle?: string | null;
}

/** Finds an object by its id or its handle; null if the shop lacks it. */
export function find<Item extends {readonly id: string; readonly handle: string}>(
  items: readonly Item[],
  {id, handle}: Named,
): Item | null {
  return items.find((item) => item.id === id || item.handle === handle) ?? null;
}
