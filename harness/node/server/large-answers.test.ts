import {once} from 'node:events';
import http, {type IncomingMessage} from 'node:http';
import {Readable} from 'node:stream';
import {setImmediate as turn} from 'node:timers/promises';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {expect} from '@playwright/test';
import {fakeSimulation, test} from './server.fixture.ts';

const MEGABYTE = 2 ** 20;
const SIZE = 100 * MEGABYTE;
const CHUNK = Buffer.alloc(64 * 1024, 'a');

/** The most bytes that sockets and streams may hold between backend and browser. */
const BUFFERED = 24 * MEGABYTE;

test('100 MB of a backend stream to a slow browser, and the log keeps their beginning', async ({
  server,
  listen,
}) => {
  let sent = 0;
  function* chunks(): Generator<Buffer> {
    for (; sent < SIZE; sent += CHUNK.byteLength) yield CHUNK;
  }
  const address = await listen((_, out) => {
    out.writeHead(200, {'content-type': 'text/plain', 'content-length': SIZE});
    Readable.from(chunks()).pipe(out);
  });
  const simulation = fakeSimulation();
  simulation.requests.keepsBodies = true;
  const gateway = await server.open(simulation, {backends: {'http://myapp.test': address}});

  const before = heldBytes();
  let [received, ahead, held] = [0, 0, 0];
  for await (const chunk of await answerThrough(gateway.proxy)) {
    const megabytes = Math.floor(received / MEGABYTE);
    received += (chunk as Buffer).byteLength;
    ahead = Math.max(ahead, sent - received);
    if (megabytes % 25 === 24 && Math.floor(received / MEGABYTE) > megabytes)
      held = Math.max(held, heldBytes() - before);
    for (let turns = 0; turns < TURNS; turns++) await turn();
  }

  expect(received).toBe(SIZE);
  expect(ahead).toBeLessThan(BUFFERED);
  expect(held).toBeLessThan(BUFFERED);
  await expect.poll(() => simulation.requests.entries[0]?.answer?.size).toBe(SIZE);
  const log = JSON.stringify(simulation.requests.entries);
  expect(log).toContain('a'.repeat(1024));
  expect(log.length).toBeLessThan(64 * 1024);
});

/** The turns of the event loop that the browser takes for each chunk, so that it is slower than the backend. */
const TURNS = 5;

/** Requests the backend through a proxy. */
async function answerThrough(proxy: string): Promise<IncomingMessage> {
  const {hostname, port} = new URL(proxy);
  const headers = {host: 'myapp.test'};
  const request = http.get({hostname, port, path: 'http://myapp.test/', headers, agent: false});
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

/** The bytes of buffers that something still refers to. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  // V8 frees buffers in another thread. The next collection waits for that.
  collect();
  return process.memoryUsage().arrayBuffers;
}
