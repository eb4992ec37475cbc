import {expect, test} from 'simhost/playwright';

const POINTS = 'https://points.loyalty-sample.com/api/points';
const STORE = 'https://acme.myvtex.com';

test.describe('of a Mini', () => {
  test.use({
    app: {clientId: 'points-mini'},
    backends: {'https://points.loyalty-sample.com': {command: 'node fixtures/backends/points/server.js'}},
  });

  test('a request has the line of the source that made it', async ({mini}) => {
    const body = await mini.open('fixtures/minis/points');
    await expect(body.getByRole('heading', {name: '120 points'})).toBeVisible();
    await expect.poll(() => mini.requests.last(POINTS)?.source).toBe('src/App.tsx:14:30');
  });
});

test.describe('of a storefront', () => {
  test.use({backends: {[STORE]: {command: 'node fixtures/storefronts/orders/server.js'}}});

  test('a request has the line of the script as it was served', async ({storefront, page}) => {
    await storefront.signIn('ada');
    await storefront.open('/');
    await expect(page.getByRole('status')).toHaveText('Signed in as ada@example.com');
    const sources = (): unknown[] => [
      storefront.requests.last({url: `${STORE}/`})?.source,
      storefront.requests.last(/oms.user.orders/)?.source,
    ];
    await expect.poll(sources).toEqual([null, '/vtex.js:5:24']);
  });

  test('requests by XMLHttpRequest and sendBeacon have theirs, and the functions look the same', async ({
    storefront,
    page,
  }) => {
    await storefront.open('/');
    const looks = await page.evaluate(() => [
      fetch.name,
      fetch.length,
      XMLHttpRequest.prototype.send.name,
      Object.keys(Object.getOwnPropertyDescriptor(globalThis, 'fetch') ?? {}),
    ]);
    expect(looks).toEqual(['fetch', 1, 'send', ['value', 'writable', 'enumerable', 'configurable']]);

    await page.addScriptTag({
      content: `
        const request = new XMLHttpRequest();
        request.open('GET', '/xhr');
        request.send();
        navigator.sendBeacon('/beacon', 'x');
        //# sourceURL=${STORE}/tag.js`,
    });
    const sources = (): unknown[] =>
      ['/xhr', '/beacon'].map((path) => storefront.requests.last(`${STORE}${path}`)?.source);
    await expect.poll(sources).toEqual(['/tag.js:4:17', '/tag.js:5:19']);
  });
});
