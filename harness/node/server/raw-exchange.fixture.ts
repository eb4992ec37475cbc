import {connect} from 'node:net';

/** The time for one exchange, in milliseconds: far more than a server needs, and less than a test may take. */
const LIMIT = 20_000;

/**
 * Sends bytes to a port of this machine, ends its side, and returns all that the server answers before it ends its own.
 * Rejects if the server keeps the connection.
 */
export function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((fulfil, reject) => {
    const chunks: Buffer[] = [];
    const signal = AbortSignal.timeout(LIMIT);
    const socket = connect({port, host: '127.0.0.1', allowHalfOpen: true, signal}, () =>
      socket.end(bytes, 'latin1'),
    );

    socket.on('data', (chunk) => chunks.push(chunk));
    // A server may close before it has read everything.
    socket.on('error', () => {});
    socket.on('end', () => socket.destroy());
    socket.on('close', () => {
      const answer = Buffer.concat(chunks).toString('latin1');
      if (signal.aborted) reject(new Error(`The server kept the connection open, after "${answer}".`));
      else fulfil(answer);
    });
  });
}
