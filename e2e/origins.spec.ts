import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {TestInfo} from '@playwright/test';
import {createSimulation} from 'simhost';
import type {LoggedRequest, SandboxOrigin} from 'simhost';
import {expect, test} from 'simhost/playwright';
import {coreOf} from './core-of.ts';

const SEEN = 'https://mirror.example.com/api/seen';
const FRAME = 'https://extensions.shopifycdn.com/.simhost/sandbox.html';
const FRAMES: Partial<Record<SandboxOrigin, string>> = {
  shopifycdn: FRAME,
  moved: 'https://extensions.moved.example/.simhost/sandbox.html',
};
const ADDRESSES: Record<SandboxOrigin, RegExp> = {
  opaque: /^data:text\/javascript,/,
  shopifycdn: /^https:\/\/extensions\.shopifycdn\.com\//,
  moved: /^https:\/\/extensions\.moved\.example\//,
  'same-origin': /^https:\/\/shopify\.com\//,
};
const TOML = `api_version = "2026-07"
[[extensions]]
name = "Sample"
handle = "sample"
type = "ui_extension"
  [[extensions.targeting]]
  module = "./src/Block.js"
  target = "customer-account.order-status.block.render"
  [extensions.capabilities]
  network_access = true
`;

/** An extension whose button runs this code and shows what it answers or throws. */
async function write(code: string, testInfo: TestInfo, name = 'extension'): Promise<string> {
  const folder = testInfo.outputPath(name);
  const source = `export default () => {
    const button = document.createElement('s-button');
    const text = document.createElement('s-text');
    button.append('Run');
    button.addEventListener('click', async () => {
      try { text.textContent = String(await run()); } catch (error) { text.textContent = error.name + ': ' + error.message; }
    });
    document.body.append(button, text);
  };
  async function run() { ${code} }`;

  for (const [path, content] of Object.entries({'shopify.extension.toml': TOML, 'src/Block.js': source})) {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), content);
  }

  return folder;
}

for (const origin of ['opaque', 'shopifycdn', 'moved', 'same-origin'] as const) {
  test.describe(`with the origin ${origin}`, () => {
    test.use({
      origin,
      backends: {'https://mirror.example.com': {command: 'node fixtures/backends/mirror/server.js'}},
    });

    test('the worker lives there, reads what a browser lets it, and reaches nothing of the host page', async ({
      host,
      page,
    }, testInfo) => {
      await test.step('the worker lives there, one for each extension, also after a reload', async () => {
        const extension = await host.mount(await write('shopify.reload();', testInfo, 'reload'));
        const addresses = (): string[] => page.workers().map((worker) => worker.url());
        await expect.poll(addresses).toEqual([expect.stringMatching(ADDRESSES[origin])]);
        const ended = new Promise((resolve) => page.workers()[0]?.once('close', resolve));
        const restarted = page.waitForEvent('worker');

        await extension.getByRole('button').click();
        await Promise.all([ended, restarted]);
        await expect(extension.getByRole('button')).toBeVisible();
        await host.mount('fixtures/extensions/styles/dom');
        await expect.poll(addresses).toEqual(Array(2).fill(expect.stringMatching(ADDRESSES[origin])));
      });

      await test.step('a preflight is remembered as the browser does', async () => {
        const extension = await host.mount('fixtures/extensions/styles/dom');
        await extension.getByRole('button').click();
        await expect(host.requests).toHaveRequest(SEEN, {status: 200, preflight: 'allowed'});
        await extension.getByRole('button').click();
        const seen = (method: string): LoggedRequest[] =>
          host.requests.all.filter((entry) => entry.url === SEEN && entry.method === method);
        await expect.poll(() => seen('GET').map(({status}) => status)).toEqual([200, 200]);
        expect(seen('GET')[1]?.preflight).toBe(origin === 'opaque' ? 'allowed' : 'cached');
        expect(seen('OPTIONS')).toHaveLength(origin === 'opaque' ? 2 : 1);
      });

      await test.step('what an extension throws has its source line', async () => {
        const extension = await host.mount(
          await write(
            `setTimeout(() => {\n    throw new RangeError('in a timer');\n  });`,
            testInfo,
            'throws',
          ),
        );

        await extension.getByRole('button').click();
        const {error, source} = await host.errors.waitFor('in a timer');
        expect(error.name).toBe('RangeError');
        expect(source).toMatch(/^src\/Block\.js:11:/);
      });

      await test.step("the host page's own origin is out of reach", async () => {
        const urls = [
          'https://shopify.com/.simhost/host.js',
          'https://shopify.com/548380009/account/customer/api/unstable/graphql',
        ];
        if (origin === 'same-origin') urls.push('/.simhost/host.js');

        const extension = await host.mount(
          await write(
            `const outcomes = ${JSON.stringify(urls)}.map((url) => fetch(url).then(() => 'reached', ({message}) => message));
           return (await Promise.all(outcomes)).map((text) => text.includes('may not fetch from https://shopify.com')).join();`,
            testInfo,
            'out-of-reach',
          ),
        );

        await extension.getByRole('button').click();
        await expect(extension.getByText(urls.map(() => 'true').join())).toBeVisible();

        const left = await page
          .workers()
          .at(-1)
          ?.evaluate(() =>
            [
              'XMLHttpRequest',
              'WebSocket',
              'EventSource',
              'Worker',
              'indexedDB',
              'caches',
              'BroadcastChannel',
              'importScripts',
            ].filter((name) => Reflect.get(self, name) !== undefined),
          );

        expect(left).toEqual([]);
      });

      await test.step('an extension of a customer account may fetch from the origin of its script', async () => {
        const extension = await host.mount(
          await write('return (await fetch(shopify.extension.scriptUrl)).status;', testInfo, 'own-script'),
        );
        await extension.getByRole('button').click();
        await expect(extension.getByText('200')).toBeVisible();
      });
    });

    test("neither the simulation's id nor the page's secret is in anything that reaches the sandbox", async ({
      host,
      page,
      simulation,
    }) => {
      const crossed: string[] = [];
      await page.exposeFunction('simhostTestCrossed', (text: string) => crossed.push(text));

      await page.addInitScript(() => {
        const tell = Reflect.get(globalThis, 'simhostTestCrossed') as (text: string) => void;
        globalThis.Worker = class extends Worker {
          constructor(...args: ConstructorParameters<typeof Worker>) {
            super(...args);
            tell(JSON.stringify(args));
          }
        };

        for (const holder of [MessagePort.prototype, Worker.prototype, globalThis] as {
          postMessage(...args: unknown[]): void;
        }[]) {
          const post = holder.postMessage;
          holder.postMessage = function (this: unknown, message: unknown, ...rest: unknown[]) {
            tell(JSON.stringify([message, ...rest.filter((each) => typeof each === 'string')]));
            return post.call(this, message, ...rest);
          };
        }
      });

      const secrets: string[] = [];
      page.on('websocket', (socket) =>
        socket.on('framereceived', ({payload}) => {
          const message = JSON.parse(String(payload)) as {type: string; secret?: string};
          if (message.type === 'welcome') secrets.push(message.secret ?? '');
        }),
      );

      const extension = await host.mount('fixtures/extensions/styles/dom');
      await extension.getByRole('button').click();
      await expect(extension.getByText(`Backend saw ${host.customer.id}`)).toBeVisible();

      const inside = ['location.href', 'self.name', 'String(self.document?.referrer)', 'String(self.origin)'];
      for (const worker of page.workers())
        crossed.push(...(await Promise.all(inside.map((code) => worker.evaluate<string>(code)))));
      const frames = page.frames().filter((frame) => frame !== page.mainFrame());

      for (const frame of frames) {
        crossed.push(
          ...(await Promise.all(inside.map((code) => frame.evaluate<string>(code)))),
          await frame.content(),
        );
      }

      expect(frames.map((frame) => frame.url())).toEqual(
        FRAMES[origin] === undefined ? [] : [FRAMES[origin]],
      );

      expect(secrets).toHaveLength(1);
      const everything = crossed.join('\n');
      expect(everything).toContain('customer-account.order-status.block.render'); // what crosses is really read
      expect(everything).toContain('simhost:sandbox');
      expect(everything).toContain(origin === 'opaque' ? 'data:text/javascript,' : '"/.simhost/boot.js"');
      for (const secret of [coreOf(simulation).id, ...secrets]) {
        expect(secret).toMatch(/^[\w-]{36}$/);
        expect(everything).not.toContain(secret);
      }
    });

    test.describe('where the platform refuses that', () => {
      test.use({fetchToScriptOrigin: 'refused'});

      test("it throws the platform's error", async ({host}, testInfo) => {
        const extension = await host.mount(
          await write('return (await fetch(shopify.extension.scriptUrl)).status;', testInfo),
        );

        const before = host.requests.all.length;

        await extension.getByRole('button').click();
        await expect(
          extension.getByText("Error: Fetches to the iframe's origin are not allowed."),
        ).toBeVisible();

        expect(host.requests.all).toHaveLength(before);
      });
    });
  });
}

test.describe('the frame on the extension host', () => {
  test.use({origin: 'shopifycdn'});

  test('gets no control channel, and takes no orders but from the host page', async ({host, page}) => {
    await host.mount('fixtures/extensions/styles/dom');
    const frame = page.frames().find((each) => each.url() === FRAME);

    const outcome = await frame?.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const channel = new WebSocket('wss://extensions.shopifycdn.com/.simhost/control');
          channel.addEventListener('open', () => resolve('open'));
          channel.addEventListener('error', () => resolve('refused'));
        }),
    );

    expect(outcome).toBe('refused');
    const created = await frame?.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let count = 0;
          Reflect.set(
            window,
            'Worker',
            class {
              constructor() {
                count++;
              }
              postMessage(): void {}
            },
          );

          const {port1, port2} = new MessageChannel();
          window.addEventListener('message', () => resolve(count)); // after the frame's own listener
          window.postMessage('globalThis.hijacked = true', '*', [port1, port2]);
        }),
    );

    expect(created).toBe(0);
  });

  test('that something else answers for is named, and nothing hangs', async ({host, page}) => {
    await page.route(FRAME, (route) => route.fulfill({contentType: 'text/html', body: 'not ours'}));
    await expect(host.mount('fixtures/extensions/styles/dom')).rejects.toThrow(`${FRAME} does not answer`);
  });
});

for (const [option, value, expected] of [
  ['origin', 'shopifycnd', 'Did you mean "shopifycdn"?'],
  ['origin', 'https://extensions.shopifycdn.com', 'Known: opaque, shopifycdn, moved, same-origin'],
  ['fetchToScriptOrigin', 'never', 'Known: allowed, refused'],
] as const) {
  test(`${option} has no value ${value}`, () => {
    expect(() => createSimulation({[option]: value})).toThrow(expected);
  });
}
