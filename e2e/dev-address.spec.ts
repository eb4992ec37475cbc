import {once} from 'node:events';
import {mkdir} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {IncomingMessage, Server} from 'node:http';
import {expect} from '@playwright/test';
import type {Page, TestInfo} from '@playwright/test';
import {WebSocketServer} from 'ws';
import {simhost, test} from './cli.fixture.ts';
import {writeExtension} from './written-extension.ts';

test('keeps its address after a restart, and the open tab comes back by itself', async ({
  running,
  page,
}, testInfo) => {
  const folder = await greeting(testInfo);
  const address = await running.start(['dev', folder]);
  const frames = framesOf(page);
  await page.goto(address);
  await expect(page.getByText('Hello')).toBeVisible();
  expect(frames.join()).toContain('"type":"welcome"');
  await running.stop();
  const stopped = page.getByText('simhost has stopped. This page comes back when simhost starts again.');
  await expect(stopped).toBeVisible();

  expect(await running.start(['dev', folder])).toBe(address);
  await expect(stopped).toBeHidden();
  await expect(page.getByText('Hello')).toBeVisible();

  const {origin, hash} = new URL(address);
  expect(frames.filter((frame) => frame.includes('"type":"welcome"'))).toHaveLength(2);
  expect(frames.join()).not.toContain(hash.slice(1));
  await page.goto(`${origin}/?`);
  await expect(page.getByRole('alert')).toContainText(
    'This page belongs to no simulation. Open the whole URL that simhost dev printed',
  );

  expect(await page.content()).not.toContain(hash.slice(1));
  await page.goto(`${origin}/profile#11111111-2222-4333-8444-555555555555`);
  await expect(
    page.getByText(
      'This address belongs to an earlier start of simhost. Open the address that simhost prints now.',
    ),
  ).toBeVisible();
});

for (const [name, start, paths] of [
  ['the page alone', 'start', ['/.simhost/control']],
  ['the console', 'startWithConsole', ['/.simhost/console', '/.simhost/control']],
] as const) {
  test(`a program that takes the freed port learns nothing from an open tab with ${name}`, async ({
    running,
    page,
  }, testInfo) => {
    const folder = await greeting(testInfo);
    const address = await running[start](['dev', folder]);
    const {port, hash} = new URL(address);
    const frames = framesOf(page);
    await page.goto(address);
    const shown = start === 'start' ? page : page.frameLocator('iframe');
    await expect(shown.getByText('Hello')).toBeVisible();
    const welcomes = (): number => frames.filter((frame) => frame.includes('"type":"welcome"')).length;
    await expect.poll(welcomes).toBe(paths.length);
    await running.stop();

    const impostor = await Impostor.open(Number(port));
    for (const path of paths) await impostor.channelsEnd(path, 2);
    await impostor.close();

    expect(impostor.frames).toEqual([]);
    for (const request of impostor.requests) {
      expect(request).toMatch(/"url":"\/\.simhost\/(?:control|console)\?nonce=/);
      expect(request).not.toContain(hash.slice(1));
    }

    expect(await running[start](['dev', folder])).toBe(address);
    await expect(shown.getByText('simhost has stopped', {exact: false})).toBeHidden();
    await expect(shown.getByText('Hello')).toBeVisible();
  });
}

for (const host of ['127.0.0.1', '::1']) {
  test(`takes another port and another id if a program has the port of the last time at ${host}`, async ({
    running,
    page,
  }, testInfo) => {
    const folder = await greeting(testInfo);
    const {port, hash} = new URL(await running.start(['dev', folder]));
    await running.stop();

    const other = await listening(createServer(), Number(port), host);
    test.skip(other === null, `This machine has no ${host}.`);
    const moved = await running.start(['dev', folder]);
    expect(new URL(moved).port).not.toBe(port);
    expect(new URL(moved).hash).not.toBe(hash);
    await page.goto(moved);
    await expect(page.getByText('Hello')).toBeVisible();

    const {code, stderr} = await simhost(['dev', folder, '--port', port]);
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${port} is in use by another program.`);
    other?.close();
  });
}

/** Collects the addresses and frames of the page's WebSockets, in both directions. */
function framesOf(page: Page): readonly string[] {
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    frames.push(socket.url());
    socket.on('framesent', ({payload}) => frames.push(String(payload)));
    socket.on('framereceived', ({payload}) => frames.push(String(payload)));
  });

  return frames;
}

/** Writes an extension that keeps the address of `simhost dev` in its own folder. */
async function greeting(testInfo: TestInfo): Promise<string> {
  const folder = await writeExtension(
    'customer-account.order-status.block.render',
    `export default () => document.body.append('Hello');`,
    testInfo,
  );

  await mkdir(`${folder}/node_modules`);
  return folder;
}

/** A program that plays simhost at its port and does not know the id. It records all that it gets. */
class Impostor {
  /** URL and headers of each request, as JSON. */
  readonly requests: string[] = [];
  /** The frames of pages. */
  readonly frames: string[] = [];
  readonly #servers: Server[] = [];
  readonly #sockets = new WebSocketServer({noServer: true});
  readonly #ended = new Set<() => void>();
  /** The path of each channel that has ended. */
  readonly #channels: string[] = [];

  static async open(port: number): Promise<Impostor> {
    const impostor = new Impostor();
    for (const host of ['127.0.0.1', '::1']) {
      const server = await listening(impostor.#server(), port, host);
      if (server !== null) impostor.#servers.push(server);
    }

    return impostor;
  }

  /** Resolves when that many channels at a path have ended. */
  async channelsEnd(path: string, count: number): Promise<void> {
    while (this.#channels.filter((each) => each === path).length < count)
      await new Promise<void>((resolve) => this.#ended.add(resolve));
  }

  async close(): Promise<void> {
    for (const client of this.#sockets.clients) client.terminate();
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  }

  #server(): Server {
    const record = ({url, headers}: IncomingMessage): number =>
      this.requests.push(JSON.stringify({url, headers}));

    return createServer((request, response) => {
      record(request);
      response.end();
    }).on('upgrade', (request, socket, head) => {
      record(request);
      this.#sockets.handleUpgrade(request, socket, head, (channel) => {
        channel.send(JSON.stringify({type: 'challenge', nonce: '0'.repeat(32), proof: '0'.repeat(64)}));
        channel.on('message', (data) => this.frames.push(String(data)));
        channel.on('close', () => {
          this.#channels.push(request.url?.split('?', 1)[0] ?? '');
          for (const notify of this.#ended) notify();
        });
      });
    });
  }
}

/** Listens at an address; `null` if this machine does not have it. */
async function listening(server: Server, port: number, host: string): Promise<Server | null> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw error;
    return null;
  }
}
