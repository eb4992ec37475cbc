import {expect} from 'simhost/playwright';
import {ADMIN_CHANNEL_PATH} from '../harness/wire/admin.ts';
import {test} from './apps.fixture.ts';

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
