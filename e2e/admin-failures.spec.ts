import {expect, test} from 'simhost/playwright';

const ORIGIN = 'https://faulty.example.com';
const COMMAND = 'node fixtures/apps/faulty/server.js';

test.use({
  app: {clientId: 'key', clientSecret: 'secret', url: ORIGIN},
  backends: {[ORIGIN]: {command: COMMAND}, 'https://other.example.com': {command: COMMAND}},
});

const REFUSED: readonly (readonly [path: string, reason: string])[] = [
  [
    '/other-ancestor',
    'its frame-ancestors lacks https://admin.shopify.com; it is "https://acme.myshopify.com"',
  ],
  ['/x-frame-options', 'its X-Frame-Options is DENY'],
  [
    '/bounce-elsewhere',
    'shopify-reload is https://other.example.com, and this document is at https://faulty.example.com',
  ],
  ['/bounce-to-text', 'The page at /text is text/plain, not HTML'],
];

for (const [path, reason] of REFUSED) {
  test(`an app that cannot be shown is an error with its reason: ${path}`, async ({admin}) => {
    await expect(admin.open(path)).rejects.toThrow(reason);
  });
}

test.describe(() => {
  test.use({backends: {[ORIGIN]: 'http://127.0.0.1:9'}});

  test('a server that does not run is an error with its address', async ({admin}) => {
    await expect(admin.open('/')).rejects.toThrow('http://127.0.0.1:9');
  });
});

test.describe(() => {
  // Long enough for a busy machine: simhost explains in the last part of it.
  test.describe.configure({timeout: 12_000});

  test('a bounce without an end is an error that says so', async ({admin}) => {
    await expect(admin.open('/bounce-for-ever')).rejects.toThrow(
      'the server sent it back to its bounce page',
    );
  });

  test.describe(() => {
    // The start of a backend counts neither against the timeout nor against the time for the reason.
    test.use({backends: {[ORIGIN]: {command: 'node fixtures/apps/faulty/slow-start.js'}}});

    test('a server without an answer is an error that names the request', async ({admin}) => {
      await expect(admin.open('/never')).rejects.toThrow(
        'GET https://faulty.example.com/never has no answer yet',
      );
    });
  });
});

const WITHOUT_BRIDGE: readonly (readonly [path: string, reason: string])[] = [
  ['/no-bridge', 'the document does not load its script'],
  ['/deferred', 'The script tag of App Bridge must not have defer.'],
  ['/no-key', 'App Bridge has no apiKey.'],
];

for (const [path, reason] of WITHOUT_BRIDGE) {
  test(`a document without App Bridge is shown, with a notice: ${path}`, async ({admin}) => {
    const app = await admin.open(path);
    await expect(app.getByRole('heading', {name: 'Hello'})).toBeVisible();
    expect(admin.notices).toMatchObject([{code: 'app-bridge-missing'}]);
    expect(admin.notices[0]?.message).toContain(reason);
  });
}

test('an error page of the app is shown, without a notice', async ({admin}) => {
  const app = await admin.open('/error');
  await expect(app.getByRole('heading', {name: 'Out of order'})).toBeVisible();
  expect(admin.notices).toEqual([]);
});

test('a script that is not the first one gets a warning', async ({admin}) => {
  await admin.open('/second');
  await admin.logs.waitFor('App Bridge is not the first script');
});
