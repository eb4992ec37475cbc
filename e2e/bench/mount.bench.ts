import {appendFile, cp, symlink} from 'node:fs/promises';
import {resolve} from 'node:path';
import {loadExtension} from '../../harness/node/extension/load.ts';
import {CUSTOMER_ACCOUNT_TARGETS} from '../../harness/wire/customer-account-targets.ts';
import {expect, test} from 'simhost/playwright';
import {openFloor} from './floor.ts';
import {recordAim, roundsOf} from './figures.ts';
import {inTurns, ratioOf, report, timed, untilReady} from './measure.ts';
import {coreOf} from '../core-of.ts';

const ROUNDS = roundsOf(15);
const TARGET = 'customer-account.order-status.block.render';

test.use({
  backends: {
    'https://mirror.example.com': {command: 'node ../../fixtures/backends/mirror/server.js'},
  },
});

test('mount to first render, and what a token and a request cost', async ({
  host,
  browser,
  contextOptions,
  gateway,
  ignoreHTTPSErrors,
  page,
  simulation,
  userAgent,
}, testInfo) => {
  const {bundle} = await loadExtension(`${import.meta.dirname}/extension`);
  const floor = await openFloor(bundle.code);
  const throughGateway = {
    ...contextOptions,
    proxy: {server: gateway.proxy},
    ignoreHTTPSErrors,
    ...(userAgent === undefined ? {} : {userAgent}),
  };
  const past = {...contextOptions, proxy: {server: gateway.proxy, bypass: '127.0.0.1'}};

  const everywhere = testInfo.outputPath('everywhere');

  await cp(`${import.meta.dirname}/extension`, everywhere, {recursive: true});
  await symlink(resolve('node_modules'), `${everywhere}/node_modules`);
  const targeting = Object.keys(CUSTOMER_ACCOUNT_TARGETS)
    .filter((target) => target !== TARGET)
    .map((target) => `\n[[extensions.targeting]]\nmodule = "./src/Bench.jsx"\ntarget = "${target}"\n`);

  await appendFile(`${everywhere}/shopify.extension.toml`, targeting.join(''));
  const mount = async (folder: string): Promise<number> => {
    const mounted = await coreOf(simulation).extensions.mount(await loadExtension(folder, TARGET));
    const context = await browser.newContext(throughGateway);
    const hosting = await context.newPage();
    const time = await timed(async () => {
      await hosting.goto(coreOf(simulation).addresses.ofTargetWithId(TARGET), {waitUntil: 'commit'});
      await untilReady(hosting);
    });

    await context.close();
    mounted.remove();
    return time;
  };

  const mounts = await inTurns(ROUNDS, {
    'floor: goto + bare worker': async () => {
      const context = await browser.newContext(past);
      const bare = await context.newPage();
      const time = await timed(async () => {
        await bare.goto(floor.url, {waitUntil: 'commit'});
        await untilReady(bare);
      });

      await context.close();
      return time;
    },
    'host page, bundle cached': () => mount(`${import.meta.dirname}/extension`),
    'the same, at all other targets too': () => mount(everywhere),
  });

  console.log(report('Mount to first render', mounts));

  const extension = await host.mount('extension');
  await expect(extension.getByRole('heading', {name: 'Ready'})).toBeVisible();
  const worker = page.workers()[0];
  if (worker === undefined) throw new Error('no worker');

  const get = (times = 1): Promise<number> =>
    worker.evaluate(
      (n) => (globalThis as unknown as {timeToken(times: number): Promise<number>}).timeToken(n),
      times,
    );

  const asked = page.waitForRequest((request) => request.url().endsWith('/graphql'));
  await get();
  const tokenRequest = await asked;
  const [headers, body] = [await tokenRequest.allHeaders(), tokenRequest.postData() ?? ''];
  const started = page.waitForEvent('worker');
  await page.evaluate(startEcho);
  const bare = await started;
  const echo = (times = 1): Promise<number> =>
    bare.evaluate(
      (n) => (globalThis as unknown as {timeEcho(times: number): Promise<number>}).timeEcho(n),
      times,
    );

  const cached = await inTurns(roundsOf(200), {
    'floor: a message and its echo': () => echo(),
    'a cached token': () => get(),
    'a message and its echo, 20 in a row': () => echo(20),
    'a cached token, 20 in a row': () => get(20),
  });

  console.log(report('sessionToken.get(), held by the page', cached));

  const bareFetch = (): Promise<number> =>
    page.evaluate(
      async ({url, secret, query}) => {
        const start = performance.now();
        const init = {
          method: 'POST',
          headers: {'content-type': 'application/json', 'x-simhost-page': secret},
          body: query,
        };

        await (await fetch(url, init)).json();
        return performance.now() - start;
      },
      {url: tokenRequest.url(), secret: headers['x-simhost-page'] ?? '', query: body},
    );

  const fresh = await inTurns(roundsOf(60), {
    'floor: the same fetch, bare': bareFetch,
    'a fresh token': async () => {
      simulation.signIn('ada');
      await coreOf(simulation).pages.settled();
      return get();
    },
  });

  console.log(report('sessionToken.get(), minted', fresh));

  const time = (url: string): Promise<number> =>
    worker.evaluate(
      (to) => (globalThis as unknown as {timeFetch(url: string): Promise<number>}).timeFetch(to),
      url,
    );

  const local = gateway.backends.find(({origin}) => origin === 'https://mirror.example.com');
  const context = await browser.newContext(past);
  const direct = await context.newPage();
  await direct.goto(floor.url);

  const requests = await inTurns(roundsOf(60), {
    'floor: straight to the backend': () =>
      direct.evaluate(async (url) => {
        const start = performance.now();
        await (await fetch(url)).text();
        return performance.now() - start;
      }, `${local?.address}/api/seen`),
    'through the gateway': () => time('https://mirror.example.com/api/seen'),
  });

  console.log(report('A GET, browser to backend', requests));
  recordAim('freshToken', ratioOf(fresh, {of: 'a fresh token', to: 'floor: the same fetch, bare'}));
  const request = {of: 'through the gateway', to: 'floor: straight to the backend'};
  recordAim('gatewayRequest', ratioOf(requests, request));

  await context.close();
  await floor.close();
});

/** A bare worker and a page that sends back what it gets from it. */
function startEcho(): void {
  const source = `addEventListener('message', ({ports: [port]}) => {
    port.start();
    globalThis.timeEcho = async (times) => {
      const start = performance.now();
      for (let i = 0; i < times; i++) {
        const echoed = new Promise((resolve) => port.addEventListener('message', resolve, {once: true}));
        port.postMessage('');
        await echoed;
      }
      return (performance.now() - start) / times;
    };
  });`;

  const {port1, port2} = new MessageChannel();

  port1.addEventListener('message', () => port1.postMessage(''));
  port1.start();
  new Worker(`data:text/javascript,${encodeURIComponent(source)}`).postMessage('', [port2]);
}
