import {once} from 'node:events';
import http, {type IncomingMessage} from 'node:http';
import {connect} from 'node:net';
import type {Duplex} from 'node:stream';
import {expect} from '@playwright/test';
import {fakeSimulation, test} from './server.fixture.ts';

/** The bytes of "é" in UTF-8 and in Latin-1. Node has one character for each byte. */
const NAME = 'caf\u00c3\u00a9 caf\u00e9';

test('headers pass the gateway byte for byte in both directions, also those of a WebSocket', async ({
  server,
}) => {
  const seen: (string | undefined)[] = [];
  const nameOf = ({rawHeaders}: IncomingMessage): string | undefined =>
    rawHeaders[rawHeaders.indexOf('X-Name') + 1];

  const backend = http.createServer((message, out) => {
    seen.push(nameOf(message));
    out.writeHead(200, {'X-Name': NAME}).end(Buffer.from('points'));
  });
  backend.on('upgrade', (message: IncomingMessage, socket: Duplex) => {
    seen.push(nameOf(message));
    socket.end(`HTTP/1.1 101 Switching Protocols\r\nX-Name: ${NAME}\r\n\r\n`, 'latin1');
  });
  const address = await listening(backend);

  const gateway = await server.open(fakeSimulation(), {backends: {'http://myapp.com': address}});
  const port = Number(new URL(gateway.proxy).port);
  const head = `GET http://myapp.com/ HTTP/1.1\r\nHost: myapp.com\r\nX-Name: ${NAME}\r\n`;

  const answer = await sent(port, `${head}Connection: close\r\n\r\n`);
  const upgraded = await sent(port, `${head}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
  backend.close();

  expect(seen).toEqual([NAME, NAME]);
  expect(answer).toContain(`X-Name: ${NAME}\r\n`);
  expect(upgraded).toContain(`X-Name: ${NAME}\r\n`);
});

async function listening(server: http.Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

/** Sends bytes, and returns the answer up to the end of the connection. */
async function sent(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk)).write(bytes, 'latin1');
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
}
