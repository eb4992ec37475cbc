/** Draws a whole number from a seed and a key. The order of reads does not matter. */
export function drawnNumber(seed: number, key: string, {min, max}: {min: number; max: number}): number {
  return min + (hashOf(`${seed} ${key}`) % (max - min + 1));
}

/** Hashes a string to 32 bits, by FNV-1a. */
export function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
