import {once} from 'node:events';
import http from 'node:http';
import net from 'node:net';
import {expect, test} from '@playwright/test';
import {listenAsLocalhost} from './loopback.ts';

/** Makes servers of which those at `::1`, every second one, fail with the given codes in turn. */
function serversThatFail(...codes: readonly string[]): {made: http.Server[]; make: () => http.Server} {
  const left = [...codes];
  const made: http.Server[] = [];

  const make = (): http.Server => {
    const server = http.createServer();
    made.push(server);
    const code = made.length % 2 === 0 ? left.shift() : undefined;
    if (code === undefined) return server;

    server.listen = () => {
      queueMicrotask(() => server.emit('error', Object.assign(new Error(code), {code})));
      return server;
    };
    return server;
  };
  return {made, make};
}

for (const code of ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']) {
  test(`a machine without IPv6 (${code}) is served at 127.0.0.1`, async () => {
    const {made, make} = serversThatFail(code);
    const {port, close} = await listenAsLocalhost(make);
    expect(made).toHaveLength(2);

    const socket = net.connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.destroy();
    await close();
  });
}

test('chooses another port if another program uses the first at ::1', async () => {
  const {made, make} = serversThatFail('EADDRINUSE', 'EADDRNOTAVAIL');
  const {close} = await listenAsLocalhost(make);
  expect(made).toHaveLength(4);
  await close();
});

test('fails for a port of the caller that another program uses at ::1', async () => {
  const {make} = serversThatFail('EADDRINUSE');
  const probe = http.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const {port} = probe.address() as net.AddressInfo;
  probe.close();
  await once(probe, 'close');

  await expect(listenAsLocalhost(make, port)).rejects.toMatchObject({code: 'ERR_PORT_BUSY'});
});
