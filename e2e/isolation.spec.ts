import {expect, test} from 'simhost/playwright';

const POINTS = 'https://loyalty.example.com/api/points';
const PAGE = 'https://acme.myshopify.com/checkouts/one';

test.describe.configure({mode: 'default'});
test.use({backends: {'https://loyalty.example.com': {command: 'node fixtures/backends/loyalty/server.js'}}});

/** The workers of the tests that ran in this process, in order. */
const workers: number[] = [];

// Each test checks that nothing is left of the other one, and then leaves as much as it can. Both run in one worker, which
// has one browser, one server and one backend. So the second one finds what leaks.
for (const title of ['one test', 'another test']) {
  test(`${title} finds nothing of the other: cookies, storage, permissions, routes, preflights, time, scripts, logs`, async ({
    host,
    browser,
    simulation,
    context,
    page,
    gateway,
  }, {workerIndex}) => {
    workers.push(workerIndex);
    if (title === 'another test')
      expect(
        workers.slice(-2),
        'This test runs after the one before, in its worker, if that one has passed.',
      ).toEqual([workerIndex, workerIndex]);

    expect(browser.contexts()).toEqual([context]);
    expect(context.pages()).toEqual([page]);
    expect(await page.evaluate(() => history.length)).toBe(1);
    expect([host.requests.all, host.logs.all, host.errors.all, host.calls.all].flat()).toEqual([]);

    await host.mount('fixtures/extensions/loyalty');
    await host.requests.waitFor({url: POINTS, status: 200});

    expect((await context.cookies()).map(({name}) => name)).not.toContain('left');
    expect(await page.evaluate(readStorage)).toEqual([]);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'left'))).toBeUndefined();
    expect(simulation.clock.state).toEqual({offset: 0, frozenAt: null});
    expect(host.notices.map(({code}) => code)).not.toContain('page-route-active');
    expect(gateway.backends).toHaveLength(1);

    // Chromium keeps preflights by context: the first request of each test has its own.
    const sent = host.requests.all.filter(({url}) => url === POINTS).map(({method}) => method);
    expect(sent.slice(0, 2)).toEqual(['OPTIONS', 'GET']);

    await context.addInitScript(() => Reflect.set(globalThis, 'left', 1));
    await context.addCookies([{name: 'left', value: '1', url: PAGE}]);
    await context.grantPermissions(['geolocation']);
    await page.evaluate(fillStorage);
    await host.clock.advance('30d');
    await page.route('**/left', (route) => route.abort());

    await context.setOffline(true);

    const other = await context.newPage();
    const dialog = new Promise((resolve) => other.on('dialog', resolve));
    await other.evaluate(() => void setTimeout(() => alert('left open')));
    await dialog;
  });
}

/** Lists what another test has left for this page. */
async function readStorage(): Promise<string[]> {
  const {state} = await navigator.permissions.query({name: 'geolocation'});
  const databases = await indexedDB.databases();
  return [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...databases.map(({name = ''}) => name),
    ...(await caches.keys()),
    ...(state === 'granted' ? ['left permission'] : []),
  ].filter((name) => name.includes('left'));
}

/** Keeps something in each place. */
async function fillStorage(): Promise<void> {
  localStorage.setItem('left', '1');
  sessionStorage.setItem('left', '1');
  await caches.open('left');
  await new Promise((resolve) => {
    indexedDB.open('left').onsuccess = resolve;
  });
}
