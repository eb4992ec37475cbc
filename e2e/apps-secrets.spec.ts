import {expect} from 'simhost/playwright';
import {test} from './apps.fixture.ts';
import {coreOf} from './core-of.ts';

const APP_URL = 'https://back-in-stock.example.com';
const SECRET = 'no byte of this secret in the browser';

test.use({
  app: {clientId: 'key-of-the-app', clientSecret: SECRET, scopes: ['write_products'], url: APP_URL},
  backends: {[APP_URL]: {command: 'node server.js', cwd: 'fixtures/apps/plain-app'}},
});

test('no client secret, access token or refresh token is in a byte that the browser receives', async ({
  admin,
  context,
  simulation,
}) => {
  const received: Promise<string>[] = [];
  context.on('response', (response) => {
    const body = response.body().then(
      (bytes) => bytes.toString('latin1'),
      () => '',
    );
    received.push(Promise.resolve(JSON.stringify(response.headers())), body);
  });
  admin.page.on('websocket', (socket) =>
    socket.on('framereceived', ({payload}) => received.push(Promise.resolve(String(payload)))),
  );

  const app = await admin.open();
  await app.getByRole('button', {name: 'Create a product'}).click();
  await expect(app.getByRole('status')).toHaveText('Created Wool blanket (ACTIVE)');

  const everything = (await Promise.all(received)).join('\n');
  const tokens = coreOf(simulation).appAccess.tokens.issued;
  expect(tokens.length).toBeGreaterThan(0);
  expect(everything, 'ID tokens are read').toMatch(/eyJ[\w-]+\.eyJ/);
  expect([SECRET, btoa(SECRET), ...tokens].filter((secret) => everything.includes(secret))).toEqual([]);
});
