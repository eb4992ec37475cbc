/** Adds the padding that base64url leaves out. */
export function padded(part: string): string {
  return part.padEnd(Math.ceil(part.length / 4) * 4, '=');
}

/** Writes a part in the alphabet of base64. */
export function inStandardAlphabet(part: string): string {
  return part.replaceAll('-', '+').replaceAll('_', '/');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Sets a bit that means nothing: 32 bytes fill 42 characters and 4 of the last character's 6 bits. */
export function withTrailingBits(signature: string): string {
  const last = ALPHABET.indexOf(signature.at(-1) ?? 'A');
  return signature.slice(0, -1) + ALPHABET.charAt(last | 1);
}
