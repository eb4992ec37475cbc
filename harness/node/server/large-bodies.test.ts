import {once} from 'node:events';
import {createServer} from 'node:http';
import {connect} from 'node:net';
import {text} from 'node:stream/consumers';
import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {ANNOUNCE_PATH} from '../../wire/backend.ts';
import {LIVE_KEY_HEADER} from '../../wire/live-page.ts';
import {LARGEST_BODY} from '../http/small-body.ts';
import {ASK_PATH, PageLink} from '../live/page-link.ts';
import {close, listen} from './loopback.ts';
import {CONTROL_PREFIX} from './remote-control.ts';
import {serve} from './serve.ts';
import {startServer} from './server.ts';

interface Opened {
  readonly port: number;
  readonly path: string;
  readonly header: string;
  close(): Promise<void>;
}

/** The routes of simhost's own that read a body. */
const ROUTES: Readonly<Record<string, () => Promise<Opened>>> = {
  'the reports of a page': async () => {
    const link = new PageLink({
      simulation: createSimulationCore(),
      handle: 'points',
      refuse: () => null,
      blocked: () => {},
    });
    const server = createServer((message, out) => void link.receive(message, out, 0));
    const port = await listen(server);
    return {port, path: ASK_PATH, header: `${LIVE_KEY_HEADER}: ${link.key}`, close: () => close(server)};
  },
  'the control routes of simhost serve': async () => {
    const simulation = createSimulationCore();
    const served = await serve(simulation, {onAnswer: () => {}});
    const header = `Authorization: Bearer ${simulation.id}`;
    return {...placeOf(served), path: `${CONTROL_PREFIX}clock`, header};
  },
  'the announcement of a backend': async () => {
    const server = await startServer();
    return {...placeOf(server), path: ANNOUNCE_PATH, header: 'Accept: */*'};
  },
};

for (const [name, open] of Object.entries(ROUTES)) {
  test(`${name}: a body that is too long is answered with 413, and the connection ends`, async () => {
    const opened = await open();
    const length = `Content-Length: ${LARGEST_BODY + 1}`;
    const announced = await sent(opened, length, '');
    const chunked = await sent(opened, 'Transfer-Encoding: chunked', inChunks(LARGEST_BODY + 1));
    const small = await sent(opened, 'Content-Length: 2\r\nConnection: close', '{}');
    await opened.close();

    for (const answer of [announced, chunked]) {
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
      expect(answer).toMatch(/^connection: close\r$/im);
      expect(answer).toContain(`The body is longer than ${LARGEST_BODY} bytes.`);
    }
    expect(small).not.toMatch(/^HTTP\/1\.1 413 /);
  });
}

function placeOf({url, close: end}: {url: string; close(): Promise<void>}): Pick<Opened, 'port' | 'close'> {
  return {port: Number(new URL(url).port), close: end};
}

/** Sends the start of a request, and returns what comes until the server ends the connection. */
async function sent({port, path, header}: Opened, framing: string, body: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${header}\r\n${framing}\r\n\r\n${body}`);

  const answer = await text(socket);
  socket.destroy();
  return answer;
}

/** A body in one chunk, whose end never comes. */
function inChunks(size: number): string {
  return `${size.toString(16)}\r\n${' '.repeat(size)}\r\n`;
}
