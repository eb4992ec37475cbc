import type {IncomingMessage} from 'node:http';

/** Bytes of the longest body that routes of simhost's own read. */
export const LARGEST_BODY = 1_048_576;

/** The words for a body that is too long. */
export const TOO_LARGE: string = `The body is longer than ${LARGEST_BODY} bytes.`;

/**
 * The headers of the answer to a body that is too long. The connection ends before the whole body is read, so a client
 * that reads only after it has written everything can miss the answer.
 */
export const CLOSES = {connection: 'close'} as const;

/** Reads the body of a request to a route of simhost's own; null for one that is too long. */
export async function readSmallBody(message: IncomingMessage): Promise<string | null> {
  if (Number(message.headers['content-length'] ?? 0) > LARGEST_BODY) return null;

  const chunks: Buffer[] = [];
  let size = 0;
  // Without `destroyOnReturn: false`, leaving the loop would end the connection before the answer.
  for await (const chunk of message.iterator({destroyOnReturn: false})) {
    const part = chunk as Buffer;
    size += part.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(part);
  }

  return Buffer.concat(chunks).toString();
}
