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

test('the channel of the admin refuses the address of its own page to a foreign page', async ({
  admin,
  page,
}) => {
  const channel = page.waitForEvent('websocket', (socket) => socket.url().includes(ADMIN_CHANNEL_PATH));
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Back in stock'})).toBeVisible();
  const address = (await channel).url();

  expect(await page.evaluate(openChannel, address), 'the page of the admin').toBe('opened');
  await page.goto(`${FOREIGN}/nothing`);
  expect(await page.evaluate(openChannel, address), 'a foreign page').toBe('refused');
});

/** Opens a WebSocket. Runs in the page. */
function openChannel(address: string): Promise<string> {
  const socket = new WebSocket(address);
  return new Promise((resolve) => {
    socket.addEventListener('open', () => resolve('opened'));
    socket.addEventListener('error', () => resolve('refused'));
  });
}
