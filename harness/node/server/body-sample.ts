import {brotliDecompressSync, constants, unzipSync} from 'node:zlib';

/** The bytes that are kept of a body. */
const KEPT_BYTES = 16 * 1024;

/** Media types whose bodies are text. */
const TEXT =
  /^(?:text\/.*|application\/(?:json|javascript|xml|graphql|x-www-form-urlencoded|.*\+(?:json|xml)))$/;

/** The size of a body, and its beginning. */
export class BodySample {
  readonly #isKept: boolean;
  readonly #chunks: Uint8Array[] = [];
  #kept = 0;
  #size = 0;

  /** With `isKept: false`, only the size is counted. */
  constructor({isKept}: {isKept: boolean}) {
    this.#isKept = isKept;
  }

  /** The number of bytes so far. */
  get size(): number {
    return this.#size;
  }

  /** Takes the next bytes of the body. */
  add(chunk: Uint8Array): void {
    this.#size += chunk.byteLength;
    if (!this.#isKept || this.#kept >= KEPT_BYTES) return;

    const part = chunk.subarray(0, KEPT_BYTES - this.#kept);
    this.#kept += part.byteLength;
    this.#chunks.push(part);
  }

  /** Returns the beginning of a body that is text; `null` for other bodies. */
  text(headers: Headers): string | null {
    const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!this.#isKept || this.#size === 0 || !TEXT.test(type)) return null;

    const bytes = decoded(Buffer.concat(this.#chunks), headers.get('content-encoding'));
    return bytes?.subarray(0, KEPT_BYTES).toString('utf8') ?? null;
  }
}

/** Decodes the beginning of a compressed body; `null` if it cannot be decoded. */
function decoded(bytes: Buffer, encoding: string | null): Buffer | null {
  try {
    switch (encoding) {
      case null:
      case 'identity':
        return bytes;
      case 'br':
        return brotliDecompressSync(bytes, {finishFlush: constants.BROTLI_OPERATION_FLUSH});
      default:
        return unzipSync(bytes, {finishFlush: constants.Z_SYNC_FLUSH});
    }
  } catch {
    return null;
  }
}
