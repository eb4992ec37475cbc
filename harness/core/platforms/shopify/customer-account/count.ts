/** Resolves the fields of `Count`. */
export function countOf(count: number): object {
  return {__typename: 'Count', count, precision: 'EXACT'};
}
