import {once} from 'node:events';
import {createServer, get} from 'node:http';
import type {IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect, test} from '@playwright/test';
import {send} from './node-http.ts';

const CHUNK = new Uint8Array(64 * 1024);

interface Exchange {
  readonly incoming: IncomingMessage;
  /** Resolves when `send` has. */
  readonly sent: Promise<void>;
  close(): void;
}

/** Answers one request over the loopback interface. */
async function exchange(response: Response, received?: (chunk: Uint8Array) => void): Promise<Exchange> {
  let sent: Promise<void> = Promise.resolve();
  const server = createServer((_, out) => (sent = send(response, out, received)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const {port} = server.address() as AddressInfo;

  const [incoming] = (await once(get({port, host: '127.0.0.1', agent: false}), 'response')) as [
    IncomingMessage,
  ];
  return {incoming, sent, close: () => void server.close()};
}

/** A body without an end. Counts the chunks that were taken from it. */
function endless(): {
  readonly body: ReadableStream<Uint8Array>;
  taken: number;
  readonly cancelled: Promise<void>;
} {
  let cancel = (): void => {};
  const cancelled = new Promise<void>((resolve) => (cancel = resolve));
  const state = {
    taken: 0,
    cancelled,
    body: new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          state.taken++;
          controller.enqueue(CHUNK);
        },
        cancel,
      },
      {highWaterMark: 0},
    ),
  };
  return state;
}

test('a client gets the whole body, and send resolves when it is written', async () => {
  let length = 0;
  const body = new Blob([CHUNK, CHUNK, CHUNK]);
  const {incoming, sent, close} = await exchange(
    new Response(body),
    (chunk) => void (length += chunk.length),
  );
  const chunks = await incoming.toArray();
  await sent;
  expect(Buffer.concat(chunks as Buffer[])).toHaveLength(3 * CHUNK.length);
  expect(length).toBe(3 * CHUNK.length);
  close();
});

test('the body waits for a client that does not read, and is cancelled when the client leaves', async () => {
  const source = endless();
  const {incoming, sent, close} = await exchange(new Response(source.body));
  let before = -1;
  await expect
    .poll(() => {
      const isSame = source.taken === before;
      before = source.taken;
      return isSame;
    })
    .toBe(true);
  expect(source.taken).toBeLessThan(1000);

  incoming.destroy();
  await source.cancelled;
  await sent;
  close();
});

test('a body that fails breaks the answer off', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(CHUNK),
    pull: (controller) => controller.error(new Error('lost')),
  });
  const {incoming, sent, close} = await exchange(new Response(body));
  await expect(incoming.toArray()).rejects.toThrow('aborted');
  await sent;
  close();
});
