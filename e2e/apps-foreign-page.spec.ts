import {expect} from 'simhost/playwright';
import type {FrameEvent} from '../harness/wire/admin.ts';
import {ADMIN_CHANNEL_PATH} from '../harness/wire/admin.ts';
import {BRIDGE_HELLO} from '../harness/wire/app-bridge.ts';
import {test} from './apps.fixture.ts';
import {coreOf} from './core-of.ts';

const APP_URL = 'https://back-in-stock.example.com';
const FOREIGN = 'https://foreign.example.com';
const SERVER = {command: 'node server.js', cwd: 'fixtures/apps/plain-app'};

test.use({
  app: {clientId: 'key-of-the-app', clientSecret: 'secret of the app', url: APP_URL},
  backends: {[APP_URL]: SERVER, [FOREIGN]: SERVER},
});

test('a foreign page cannot open the channel of the admin', async ({admin, page}) => {
  const channel = page.waitForEvent('websocket', (socket) => socket.url().includes(ADMIN_CHANNEL_PATH));
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Back in stock'})).toBeVisible();
  const address = (await channel).url();

  expect(await page.evaluate(openChannel, address), 'the page of the admin').toBe('opened');
  await page.goto(`${FOREIGN}/nothing`);
  expect(await page.evaluate(openChannel, address), 'a foreign page').toBe('refused');
});

test('a page of another origin cannot read a page of the admin', async ({admin, page}) => {
  await admin.open();
  const address = page.url();
  expect(await page.evaluate(readPage, address), 'the page of the admin').toBe('read');

  await page.goto(`${FOREIGN}/nothing`);
  expect(await page.evaluate(readPage, address), 'a foreign page').toBe('refused');
  expect(await page.evaluate(readPage, 'https://admin.shopify.com/nothing'), 'a foreign page').toBe(
    'refused',
  );

  const asked = admin.requests.matching(/^https:\/\/admin\.shopify\.com\//);
  expect(asked.map(({status}) => status)).toContain(501);
});

test('a page of another origin in the frame of the app gets no ID token', async ({admin, simulation}) => {
  const {adminPages} = coreOf(simulation);
  await admin.open();
  const frame = admin.page.frame({name: 'app-iframe'});
  await frame?.evaluate(askForToken, {type: BRIDGE_HELLO, to: 'parent'} as const);
  await expect.poll(() => frame?.evaluate(answersOf), 'the page of the app').toMatch(/eyJ/);

  const events: FrameEvent[] = [];
  adminPages.frames.subscribe((event) => void events.push(event));
  const asked = adminPages.idTokens;
  await frame?.goto(`${FOREIGN}/nothing`);
  await frame?.evaluate(askForToken, {type: BRIDGE_HELLO, to: 'parent'} as const);
  await expect.poll(() => events).toContainEqual({kind: 'refused', origin: FOREIGN});
  expect(await frame?.evaluate(answersOf), 'a foreign page').toBe('');
  expect(adminPages.idTokens).toBe(asked);
});

test('a page of another origin in another tab gets no ID token', async ({admin, context, simulation}) => {
  const {adminPages} = coreOf(simulation);
  await admin.open();
  const address = admin.page.url();

  const foreign = await context.newPage();
  await foreign.goto(`${FOREIGN}/nothing`);
  const opening = context.waitForEvent('page');
  await foreign.evaluate((url) => void Object.assign(window, {opened: window.open(url)}), address);
  const opened = await opening;
  await expect(opened.getByRole('banner')).toBeVisible();
  await opened.evaluate((type) => {
    addEventListener('message', ({data}: MessageEvent<{type?: string} | null>) => {
      if (data?.type === type) document.body.dataset['asked'] = 'yes';
    });
  }, BRIDGE_HELLO);

  const asked = adminPages.idTokens;
  await foreign.evaluate(askForToken, {type: BRIDGE_HELLO, to: 'opened'} as const);
  await expect(opened.locator('body')).toHaveAttribute('data-asked', 'yes');
  expect(await foreign.evaluate(answersOf)).toBe('');
  expect(adminPages.idTokens).toBe(asked);
});

/** Connects to the admin as App Bridge does, and asks for an ID token. Runs in the page. */
function askForToken({type, to}: {type: string; to: 'parent' | 'opened'}): void {
  const {port1, port2} = new MessageChannel();
  const answers: unknown[] = [];
  Object.assign(window, {answers});
  port1.addEventListener('message', ({data}) => answers.push(data));
  port1.start();

  const admin = Reflect.get(window, to) as Window;
  admin.postMessage({type, mode: 'app', apiKey: 'key-of-the-app', url: location.href}, '*', [port2]);
  port1.postMessage(['call', 1, 'idToken', [false]]);
}

/** Returns what the admin has answered. Runs in the page. */
function answersOf(): string {
  const answers = Reflect.get(window, 'answers') as unknown[];
  return answers.length === 0 ? '' : JSON.stringify(answers);
}

/** Asks for a page with a header that needs a preflight, and without. Runs in the page. */
async function readPage(address: string): Promise<string> {
  const answers = [fetch(address), fetch(address, {headers: {'x-mine': 'yes'}})];
  const ends = await Promise.allSettled(answers);
  return ends.some(({status}) => status === 'fulfilled') ? 'read' : 'refused';
}

/** Opens a WebSocket. Runs in the page. */
function openChannel(address: string): Promise<string> {
  const socket = new WebSocket(address);
  return new Promise((resolve) => {
    socket.addEventListener('open', () => resolve('opened'));
    socket.addEventListener('error', () => resolve('refused'));
  });
}
