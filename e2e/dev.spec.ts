import {spawn} from 'node:child_process';
import type {ChildProcessWithoutNullStreams} from 'node:child_process';
import {cp, readFile, writeFile} from 'node:fs/promises';
import {request as httpRequest} from 'node:http';
import {connect} from 'node:net';
import {createInterface} from 'node:readline';
import {expect, test as base} from '@playwright/test';
import {launchOptions} from '../harness/chromium.ts';

interface Dev {
  /** Starts `simhost dev` and resolves with the URL that it prints. */
  start(folder: string, ...args: string[]): Promise<string>;
  /** Resolves when a line with that text has been printed. */
  line(text: string | RegExp): Promise<string>;
}

const test = base.extend<{dev: Dev}>({
  launchOptions: [async ({}, use) => use(launchOptions()), {scope: 'worker'}],
  dev: async ({}, use) => {
    const lines: string[] = [];
    const waiting = new Set<() => void>();
    let child: ChildProcessWithoutNullStreams | undefined;
    const line = (text: string | RegExp): Promise<string> =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = lines.find((candidate) => (typeof text === 'string' ? candidate.includes(text) : text.test(candidate)));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    await use({
      line,
      start: async (folder, ...args) => {
        child = spawn(process.execPath, ['dist/cli/simhost.js', 'dev', folder, ...args], {stdio: 'pipe'});
        for (const stream of [child.stdout, child.stderr]) {
          createInterface(stream).on('line', (text) => {
            lines.push(text);
            for (const look of [...waiting]) look();
          });
        }
        return (await line(/http:\/\/localhost:\d+/)).trim();
      },
    });
    if (child !== undefined && child.exitCode === null) {
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
  },
});

const BACKEND = ['--backend', 'https://loyalty.example.com=node fixtures/backends/loyalty/server.js'];

test('the page shows the sample with the points that the backend answered', async ({dev, page}) => {
  await page.goto(await dev.start('fixtures/extensions/loyalty', ...BACKEND));
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();
  expect(await dev.line('/api/points -> 200')).toContain('sub gid://shopify/Customer/7001');
});

test('a reload shows it again', async ({dev, page}) => {
  await page.goto(await dev.start('fixtures/extensions/loyalty', ...BACKEND));
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();
});

test('an edit restarts the worker, and an error is said with its source line', async ({dev, page}, testInfo) => {
  const folder = testInfo.outputPath('loyalty');
  await cp('fixtures/extensions/styles/dom', folder, {recursive: true});
  const source = await readFile(`${folder}/src/Order.js`, 'utf8');
  await page.goto(await dev.start(folder));
  await expect(page.getByText('Not asked yet')).toBeVisible();

  await writeFile(`${folder}/src/Order.js`, source.replace('Not asked yet', 'Edited'));
  await expect(page.getByText('Edited')).toBeVisible();

  await writeFile(`${folder}/src/Order.js`, source.replace('section.append(answer, button);', `throw new TypeError('broken by an edit');`));
  await dev.line('broken by an edit');
  await dev.line(/at src\/Order\.js:\d+/);

  await writeFile(`${folder}/src/Order.js`, 'export default () => {');
  await dev.line(/src\/Order\.js:1/);

  await writeFile(`${folder}/src/Order.js`, source.replace('Not asked yet', 'Mended'));
  await expect(page.getByText('Mended')).toBeVisible();
});

test('a request to an origin without a backend names the flag to add', async ({dev, page}) => {
  await page.goto(await dev.start('fixtures/extensions/styles/dom'));
  await page.getByRole('button', {name: 'Ask the backend'}).click();
  await dev.line('--backend https://mirror.example.com=');
});

test('a backend with broken CORS is told, though the request came through', async ({dev, page}) => {
  const command = `PREFLIGHT=no-authorization node fixtures/backends/mirror/server.js`;
  await page.goto(await dev.start('fixtures/extensions/styles/dom', '--backend', `https://mirror.example.com=${command}`));
  await page.getByRole('button', {name: 'Ask the backend'}).click();
  await dev.line('Access-Control-Allow-Headers lacks "authorization"');
});

test('a port in use is said by name', async ({dev}) => {
  const url = new URL(await dev.start('fixtures/extensions/styles/dom'));
  const second = spawn(process.execPath, ['dist/cli/simhost.js', 'dev', 'fixtures/extensions/styles/dom', '--port', url.port]);
  const output: string[] = [];
  second.stderr.on('data', (data) => output.push(String(data)));
  await new Promise((resolve) => second.once('exit', resolve));
  expect(output.join('')).toContain(url.port);
  expect(output.join('')).toContain('--port');
});

for (const [origin, text] of [
  ['shopifycdn', 'Extensions cannot have the origin "shopifycdn" here'],
  ['same-origin', "the page's own origin is localhost here"],
  ['opaqe', 'Did you mean "opaque"?'],
] as const) {
  test(`the origin ${origin} is refused by name`, async () => {
    const started = spawn(process.execPath, ['dist/cli/simhost.js', 'dev', 'fixtures/extensions/styles/dom', '--origin', origin]);
    const output: string[] = [];
    started.stderr.on('data', (data) => output.push(String(data)));
    expect(await new Promise((resolve) => started.once('exit', resolve))).toBe(1);
    expect(output.join('')).toContain(text);
    expect(output.join('')).not.toContain('    at ');
  });
}

test('foreign pages, hosts and guesses get nothing from the dev server', async ({dev, page}) => {
  const address = await dev.start('fixtures/extensions/loyalty', ...BACKEND);
  const {port, origin} = new URL(address);
  await page.goto(address);
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();

  const graphql = '/shopify.com/548380009/account/customer/api/unstable/graphql';
  const body = JSON.stringify({query: '{ uiExtensionSessionToken(id: "gid://shopify/ActivatedUiExtension/1") { value } }'});
  const ask = (headers: Record<string, string>, path = graphql): Promise<{status: number; text: string}> =>
    new Promise((resolve, reject) => {
      const request = httpRequest(
        {host: '127.0.0.1', port, path, method: 'POST', headers: {'content-type': 'application/json', ...headers}},
        (response) => {
          let text = '';
          response.on('data', (chunk) => (text += String(chunk)));
          response.on('end', () => resolve({status: response.statusCode ?? 0, text}));
        },
      );
      request.on('error', reject);
      request.end(body);
    });

  expect((await ask({host: `evil.example:${port}`})).status).toBe(403);
  expect((await ask({origin: 'https://evil.example'})).status).toBe(403);
  expect((await ask({origin: 'null'})).status).toBe(403);
  expect((await ask({})).status).toBe(401);
  expect((await ask({'x-simhost-page': 'guess'})).status).toBe(401);
  expect((await ask({}, '/guessed-key/https/loyalty.example.com/api/points')).status).toBe(404);

  expect(await upgrade(port, {Origin: 'https://evil.example', Host: `localhost:${port}`})).toContain('403');
  expect(await upgrade(port, {Origin: origin, Host: `evil.example:${port}`})).toContain('403');

  const socket = await page.evaluate(
    (url) =>
      new Promise<number>((resolve) => {
        const channel = new WebSocket(url);
        channel.addEventListener('open', () => channel.send(JSON.stringify({type: 'hello', simulation: 'guess'})));
        channel.addEventListener('close', ({code}) => resolve(code));
      }),
    `ws://localhost:${port}/.simhost/control`,
  );
  expect(socket).toBe(4004);
});

/** The status line that a WebSocket's opening gets. */
function upgrade(port: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(
        [
          'GET /.simhost/control HTTP/1.1',
          ...lines,
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
          '',
          '',
        ].join('\r\n'),
      );
    });
    socket.once('data', (data) => {
      resolve(String(data).split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.once('error', reject);
  });
}
