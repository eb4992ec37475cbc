import {writeFile} from 'node:fs/promises';
import type {Browser, CDPSession, FrameLocator, Page, TestInfo} from '@playwright/test';
import {expect} from '@playwright/test';
import {launchOptions} from '../../harness/node/chromium.ts';
import type {JournalEntry} from '../../harness/wire/journal.ts';
import {test} from '../cli.fixture.ts';
import {writeExtension} from '../written-extension.ts';
import {leaveBareFrame} from './bare-frame.ts';
import {countWork, observePaints, observeReady, timeFilterKeys} from './console-probes.ts';
import {percentile, printFigures, recordAim, roundsOf} from './figures.ts';
import {report} from './measure.ts';

/** Console and page in separate processes, as in desktop Chrome. */
const launched = launchOptions();
test.use({
  viewport: {width: 1440, height: 900},
  launchOptions: {...launched, args: [...(launched.args ?? []), '--site-per-process']},
});

const BACKEND = `
import {createServer} from 'node:http';

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'Authorization',
  'access-control-max-age': '600',
  'content-type': 'application/json',
};
createServer((request, response) => response.writeHead(200, cors).end('{"points": 120}')).listen(Number(process.env.PORT), '127.0.0.1');
`;

/** Sends many requests, some at a time, or one after the other at a pace. */
const EXTENSION = `
const ask = async (n) => {
  const token = await shopify.sessionToken.get();
  await (await fetch('https://many.example.com/api/points/' + n, {headers: {Authorization: 'Bearer ' + token}})).text();
};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export default () => {
  let sent = 0;
  const shown = document.createElement('s-text');
  const button = (label, run) => {
    const element = document.createElement('s-button');
    element.append(label);
    element.addEventListener('click', async () => {
      await run();
      shown.textContent = 'Ready, sent ' + sent;
    });
    document.body.append(element);
  };

  for (const count of [500, 2000]) {
    button('Send ' + count, async () => {
      const end = sent + count;
      const lane = async () => { while (sent < end) await ask(++sent); };
      await Promise.all(Array.from({length: 8}, lane));
    });
  }
  button('Send slowly', async () => {
    for (let count = 0; count < 150; count++) { await ask(++sent); await pause(20 + (count * 37) % 60); }
  });
  shown.textContent = 'Ready, sent 0';
  document.body.append(shown);
};
`;

/** The requests of the largest list: 10,000, and those before it. */
const MANY = 2150 + 2000 * roundsOf(4);

test.setTimeout(900_000);

test('the console against its aims', async ({running, page}, testInfo) => {
  const address = await running.startWithConsole(await command(testInfo));
  await page.addInitScript(countWork);
  const arrivals = recordArrivals(page);
  await page.goto(address);

  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('Ready, sent 0')).toBeVisible();
  const session = await page.context().newCDPSession(page);

  await page.evaluate(observePaints);
  await send(frame, 'slowly', 150);
  const paints = await page.evaluate(() => globalThis.paints);
  const delays = paints.flatMap(([n, at]) => (arrivals.has(n) ? [at - (arrivals.get(n) ?? at)] : []));
  printFigures('Rows as they come', [
    {name: 'event to pixels, p50', value: percentile(delays, 0.5), unit: 'ms'},
  ]);
  recordAim('consolePixels', percentile(delays, 0.95));

  await send(frame, '2000', 2150);
  const few = await heapOf(session);
  recordAim('consoleRows', await rowsOf(page));

  const keys = await page.evaluate(timeFilterKeys, 'api/points 200 -is:problem who:ada');
  printFigures('2,000 requests', [
    {name: 'a key of the filter, p50', value: percentile(keys, 0.5), unit: 'ms'},
    {name: 'heap', value: few, unit: 'MB'},
  ]);
  recordAim('consoleFilterKey', percentile(keys, 0.95));

  for (let total = 4150; total <= MANY; total += 2000) await send(frame, '2000', total);
  recordAim('consoleHeap', (await heapOf(session)) - few);
  recordAim('consoleRows', await rowsOf(page));

  const {quiet, busy} = await workWhileFolded(page, frame);
  recordAim('consoleQuiet', quiet);
  recordAim('consoleBusy', busy);
});

test('mounts with the console closed, in a bare frame, and with the console open', async ({
  running,
  browser,
}, testInfo) => {
  const address = await running.startWithConsole(await command(testInfo));
  const alone = address.replace('127.0.0.1', 'localhost');

  const loads = await loadInTurns(roundsOf(30), {
    'console closed': () => loadPage(browser, alone),
    'bare frame': () => loadPage(browser, address, leaveBareFrame),
    'console open': () => loadPage(browser, address),
  });
  const own = valuesOf(loads, 'own');
  console.log(report('Load of the host page to the extension', own));
  console.log(report('Navigation to the extension', valuesOf(loads, 'whole')));
  console.log(report('CPU time of the outer document until then', valuesOf(loads, 'work')));

  const [closed = [], bare = [], open = []] = Object.values(own);
  const slower = (one: readonly number[], than: readonly number[]): number =>
    percentile(one, 0.5) - percentile(than, 0.5);
  const noise = percentile(bare, 0.75) - percentile(bare, 0.25);
  printFigures('Mounts', [
    {name: "bare frame over closed, the browser's own", value: slower(bare, closed), unit: 'ms'},
    {name: 'open over bare frame', value: slower(open, bare), unit: 'ms'},
    {name: 'the noise of the bare frame', value: noise, unit: 'ms'},
  ]);
  recordAim('consoleMount', slower(open, bare) / noise);
});

/** Milliseconds until the extension is shown. */
interface LoadTimes {
  /** From the start of the page's own load. */
  readonly own: number;
  /** From the start of the whole load. */
  readonly whole: number;
  /** On the CPU, in the main thread of the outer document. Other programs hardly change it. */
  readonly work: number;
}

/** Loads an address in a new context, and times the way to the extension. */
async function loadPage(
  browser: Browser,
  url: string,
  prepare: (page: Page, url: string) => Promise<void> = async () => {},
): Promise<LoadTimes> {
  const context = await browser.newContext();
  const fresh = await context.newPage();
  await fresh.addInitScript(observeReady);
  await prepare(fresh, url);
  const session = await context.newCDPSession(fresh);
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});

  const start = Date.now();
  await fresh.goto(url, {waitUntil: 'commit'});
  await expect.poll(() => fresh.frames().some((each) => each.url().includes('localhost'))).toBe(true);
  const host = fresh.frames().find((each) => each.url().includes('localhost')) ?? fresh.mainFrame();
  const {own, at} = await host.evaluate(() => globalThis.ready);

  const {metrics} = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({name}) => name === 'TaskDuration')?.value ?? NaN;
  await context.close();
  return {own, whole: at - start, work: seconds * 1000};
}

/** Loads each in turns. A first round, which fills the caches, does not count. */
async function loadInTurns(
  rounds: number,
  loads: Readonly<Record<string, () => Promise<LoadTimes>>>,
): Promise<Record<string, LoadTimes[]>> {
  const samples: Record<string, LoadTimes[]> = Object.fromEntries(
    Object.keys(loads).map((name) => [name, []]),
  );

  for (let round = 0; round <= rounds; round++) {
    for (const [name, load] of Object.entries(loads)) {
      const times = await load();
      if (round > 0) samples[name]?.push(times);
    }
  }
  return samples;
}

function valuesOf(samples: Record<string, LoadTimes[]>, key: keyof LoadTimes): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(samples).map(([name, list]) => [name, list.map((times) => times[key])]),
  );
}

async function command(testInfo: TestInfo): Promise<readonly string[]> {
  const toml = '  [extensions.capabilities]\n  network_access = true\n';
  const folder = await writeExtension('customer-account.order-status.block.render', EXTENSION, testInfo, {
    toml,
  });
  await writeFile(testInfo.outputPath('server.mjs'), BACKEND);
  const backend = `https://many.example.com=node "${testInfo.outputPath('server.mjs')}"`;
  return ['dev', folder, '--port', '0', '--backend', backend];
}

/** The times at which requests arrived at the server, by the numbers of their entries. */
function recordArrivals(page: Page): ReadonlyMap<number, number> {
  const arrivals = new Map<number, number>();
  page.on('websocket', (socket) => {
    if (!socket.url().includes('/.simhost/console')) return;
    socket.on('framereceived', ({payload}) => {
      const message = JSON.parse(String(payload)) as {
        readonly type: string;
        readonly list?: readonly JournalEntry[];
      };
      for (const entry of message.list ?? []) if (entry.kind === 'request') arrivals.set(entry.n, entry.at);
    });
  });
  return arrivals;
}

async function send(frame: FrameLocator, what: string, total: number): Promise<void> {
  await frame.getByRole('button', {name: `Send ${what}`, exact: true}).click();
  await expect(frame.getByText(`Ready, sent ${total}`, {exact: true})).toBeVisible({timeout: 240_000});
}

/** Megabytes that the console's script holds after a garbage collection. */
async function heapOf(session: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const {usedSize} = await session.send('Runtime.getHeapUsage');
  return usedSize / 1_048_576;
}

function rowsOf(page: Page): Promise<number> {
  return page.getByRole('list', {name: 'Requests'}).getByRole('listitem').count();
}

/** Counts what the console does while it is folded: for two quiet seconds, and while 500 requests are sent. */
async function workWhileFolded(
  page: Page,
  frame: FrameLocator,
): Promise<{readonly quiet: number; readonly busy: number}> {
  await page.getByRole('button', {name: 'Fold the console'}).click();
  await expect(page.getByRole('button', {name: 'Unfold the console'})).toBeVisible();
  const counted = async (act: () => Promise<void>): Promise<number> => {
    await page.evaluate(() => (globalThis.work = {timers: 0, frames: 0, mutations: 0}));
    await act();
    const {timers, frames, mutations} = await page.evaluate(() => globalThis.work);
    return timers + frames + mutations;
  };

  // The effects of the last render come within a second.
  await pause(page, 1000);
  const quiet = await counted(() => pause(page, 2000));
  const busy = await counted(() => send(frame, '500', MANY + 500));
  return {quiet, busy};
}

/** Waits in Node, so that no timer runs in the page. */
async function pause(page: Page, milliseconds: number): Promise<void> {
  await page.waitForTimeout(milliseconds);
}
