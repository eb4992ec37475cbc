/** Returns a function that computes a value at most once. */
export function once<T>(compute: () => T): () => T {
  let made: {readonly value: T} | undefined;
  return () => {
    made ??= {value: compute()};
    return made.value;
  };
}
