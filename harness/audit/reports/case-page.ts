/** Returns the address of a case in the catalogue, `docs/cases.md` of the package, which has an anchor for each case. */
export function casePage(id: string): string {
  return `https://unpkg.com/simhost/docs/cases.md#${id}`;
}
