import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 24);
}

/** Hashes a file; `null` if there is no file. */
export async function hashOfFile(path: string): Promise<string | null> {
  return readFile(path).then(hashOf, () => null);
}
