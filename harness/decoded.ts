/** Decodes a URI component; `null` if its percent-encoding is not valid. */
export function decoded(component: string): string | null {
  try {
    return decodeURIComponent(component);
  } catch {
    return null;
  }
}
