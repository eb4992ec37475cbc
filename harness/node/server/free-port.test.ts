import http from 'node:http';
import {expect, test} from '@playwright/test';
import {BACKEND_PORTS, freePort} from './free-port.ts';
import {close, listen} from './loopback.ts';

test('gives a port outside of the range from which the system gives ports', async () => {
  for (const port of [await freePort(), await freePort()]) {
    expect(port).toBeGreaterThanOrEqual(BACKEND_PORTS.from);
    expect(port).toBeLessThan(BACKEND_PORTS.to);
  }
});

for (const host of ['127.0.0.1', '::1']) {
  test(`a port that is in use at ${host} is not taken`, async () => {
    const server = http.createServer();
    const busy = await freePort();
    const hasAddress = await listen(server, busy, host).then(
      () => true,
      () => false,
    );

    const other = await freePort();
    const draws = [busy, other];
    // Without the address, the port is free.
    expect(await freePort(() => draws.shift() ?? other)).toBe(hasAddress ? other : busy);
    if (hasAddress) await close(server);
  });
}

test('a port that is in use is an error if no other is drawn', async () => {
  const server = http.createServer();
  const busy = await listen(server, await freePort());
  await expect(freePort(() => busy)).rejects.toMatchObject({code: 'ERR_PORT_BUSY'});
  await close(server);
});
