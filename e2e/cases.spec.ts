import type {Host} from 'simhost/playwright';
import {expect, test} from 'simhost/playwright';

const POINTS = 'https://loyalty.example.com/api/points';
const LOYALTY = 'fixtures/extensions/loyalty';
const NEW_YEAR = '2030-01-01T00:00:00Z';

test.use({
  app: {clientId: 'loyalty-client-id', clientSecret: 'loyalty-client-secret'},
  backends: {'https://loyalty.example.com': {command: 'node fixtures/backends/loyalty/server.js'}},
});

async function showsPoints(host: Host, points = 120): Promise<void> {
  const extension = await host.mount(LOYALTY);
  await expect(extension.getByRole('heading', {name: `${points} points`})).toBeVisible();
}

async function isRefused(host: Host): Promise<void> {
  const extension = await host.mount(LOYALTY);
  await expect(extension.getByText('We could not show your points')).toBeVisible();
}

test.describe('a clock in front of the backend that is fast', () => {
  test('nbf-future-5-in-tolerance: five seconds ahead are let in', async ({host}) => {
    await host.arm('nbf-future-5-in-tolerance');
    await showsPoints(host);
    await expect(host.requests).toHaveRequest(POINTS, {status: 200, case: 'nbf-future-5-in-tolerance'});
  });

  for (const [id, skews] of [
    ['life-clock-browser-fast', [{browser: '+3s'}, {browser: '+10s'}]],
    ['life-clock-server-slow', [{backend: '-3s'}]],
    ['life-clock-server-fast', [{backend: '+3s'}]],
    ['life-clock-step-back', [{backend: '-1s'}]],
  ] as const) {
    for (const skew of skews) {
      test(`${id}: ${JSON.stringify(skew)} is let in`, async ({host}) => {
        await host.clock.freeze(NEW_YEAR);
        await host.clock.skew(skew);
        await showsPoints(host);
        expect(host.requests.all.filter(({url}) => url === POINTS).map(({status}) => status)).toEqual([
          204, 200,
        ]);
      });
    }
  }

  test('life-clock-browser-too-fast: eleven seconds are more than the tolerance', async ({host}) => {
    await host.clock.freeze(NEW_YEAR);
    await host.clock.skew({browser: '+11s'});
    await isRefused(host);
    expect((await host.requests.waitFor({url: POINTS, status: 401})).problem).toContain(
      'becomes valid 11 s later',
    );
  });
});

test.describe('a token that is old when it arrives', () => {
  test('life-cached-edge: two seconds left are enough', async ({host}) => {
    await host.arm('life-cached-edge', {times: 1});
    await showsPoints(host);
    await expect(host.requests).toHaveRequest(POINTS, {status: 200, case: 'life-cached-edge'});
  });

  test('life-expire-in-flight: what expires on its way is refused, and the next token is not', async ({
    host,
  }) => {
    await host.clock.freeze(NEW_YEAR);
    await host.arm('life-expire-in-flight');
    await host.clock.skew({backend: '+12s'});
    await isRefused(host);
    await expect(host.requests).toHaveBeenRefused(POINTS, {case: 'life-expire-in-flight'});
    await host.signIn('bea');
    await expect(host.requests).toHaveRequest(POINTS, {status: 200, case: null});
  });

  test('life-idle-24h: after a day the page asks for a new token and shows the points', async ({host}) => {
    const extension = await host.mount(LOYALTY);
    const first = await host.requests.waitFor({url: POINTS, status: 200});

    await host.clock.advance('24h');
    await extension.getByRole('button', {name: 'Refresh'}).click();
    await expect.poll(() => host.requests.last(POINTS)?.token?.['jti']).not.toBe(first.token?.['jti']);
    await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
    expect(host.requests.last(POINTS)?.status).toBe(200);
  });
});

test('life-401-loop: an extension that is always refused asks twice and tells the customer', async ({
  host,
}) => {
  await host.arm('key-wrong', {times: Infinity});
  await isRefused(host);
  await expect(host.requests).toHaveRetriedOnce(POINTS);
  await expect(host.requests).not.toHaveRetriedOnce(POINTS, {fresh: true});
});

test.describe('the preflight', () => {
  test('http-preflight: it is answered without a token', async ({host}) => {
    await showsPoints(host);
    expect(host.requests.last(POINTS)?.preflight).toBe('allowed');
  });

  test('http-cors-on-401: the page can read why it was refused', async ({host}) => {
    await host.arm('exp-past-60', {times: 2});
    await isRefused(host);
  });

  test.describe('of a careless backend', () => {
    const command = 'node fixtures/backends/careless/server.js';
    test.use({backends: {'https://loyalty.example.com': {command, env: {PREFLIGHT: 'authenticated'}}}});

    test('http-preflight: behind authentication it stops every request', async ({host}) => {
      const extension = await host.mount(LOYALTY);
      await expect(extension.getByText('Our points service cannot be reached')).toBeVisible();
      expect(host.requests.last(POINTS)?.preflight).toEqual({refused: expect.any(String)});
    });
  });

  test.describe('of a backend that forgets CORS on refusals', () => {
    test.use({
      backends: {'https://loyalty.example.com': {command: 'node fixtures/backends/careless/server.js'}},
    });

    test('http-cors-on-401: a 401 without it reads as a broken network', async ({host}) => {
      await host.arm('exp-past-60');
      const extension = await host.mount(LOYALTY);
      await expect(extension.getByText('Our points service cannot be reached')).toBeVisible();
      expect(host.requests.last(POINTS)?.problem).toContain('The browser kept the answer from the page');
    });
  });
});

test.describe('claims that are missing or have another shape', () => {
  for (const [id, points] of [
    ['ok-checkout', 0],
    ['surf-guest', 0],
    ['surf-sub-gid', 10],
    ['surf-dest-bare-host', 120],
  ] as const) {
    test(`${id}: the backend answers for ${points} points`, async ({host}) => {
      await host.arm(id);
      await showsPoints(host, points);
      await expect(host.requests).toHaveRequest(POINTS, {status: 200, case: id});
    });
  }

  test('surf-postpurchase-on-checkout and surf-postpurchase-on-admin: a token without an audience is refused', async ({
    host,
    page,
    simulation,
  }) => {
    await host.arm('surf-postpurchase-on-checkout');
    await isRefused(host);
    await expect(host.requests).toHaveBeenRefused(POINTS, {case: 'surf-postpurchase-on-checkout'});
    const token = await simulation.mint('admin', {case: 'surf-postpurchase-on-admin'});
    const ask = async ([url, bearer]: readonly [string, string]): Promise<number> =>
      (await fetch(url, {headers: {authorization: `Bearer ${bearer}`}})).status;

    expect(await page.evaluate(ask, [POINTS, token] as const)).toBe(401);
    await expect(host.requests).toHaveBeenRefused(POINTS, {case: 'surf-postpurchase-on-admin'});
  });
});

test('surf-minis-on-shopify: the user token of a Mini is no session token', async ({host}) => {
  await host.arm('surf-minis-on-shopify');
  await isRefused(host);
  await expect(host.requests).toHaveBeenRefused(POINTS, {case: 'surf-minis-on-shopify'});
});

test.describe('a host that gives no token', () => {
  test('host-reject: the customer is told', async ({host}) => {
    await host.arm('host-reject');
    const extension = await host.mount(LOYALTY);
    await expect(extension.getByText('Your points are not available right now')).toBeVisible();
  });

  test('host-never: the customer sees that something is awaited', async ({host, simulation}) => {
    await host.arm('host-never');
    const extension = await host.mount(LOYALTY);
    await expect(extension.getByLabel('Counting your points')).toBeVisible();
    await expect.poll(() => simulation.undeliveredCases()).toEqual([]);
    expect(host.requests.last(POINTS)).toBeUndefined();
  });

  for (const id of ['host-null', 'host-permission-revoked'] as const) {
    test(`${id}: the extension sends "Bearer null", is refused and asks again`, async ({host}) => {
      await host.arm(id);
      await showsPoints(host);
      await expect(host.requests).toHaveBeenRefused(POINTS, {token: null});
    });
  }

  for (const [id, seconds] of [
    ['host-slow', 5],
    ['host-slow-30s', 30],
  ] as const) {
    test(`${id}: the token comes after ${seconds} s of simulated time`, async ({host, simulation}) => {
      await host.arm(id);
      const extension = await host.mount(LOYALTY);
      await expect(extension.getByLabel('Counting your points')).toBeVisible();
      await expect.poll(() => simulation.undeliveredCases()).toEqual([]);
      await host.clock.advance(`${seconds}s`);
      await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
    });
  }

  test('host-first-call-fails: the second call has a token', async ({host}) => {
    await host.arm('host-first-call-fails');
    const extension = await host.mount(LOYALTY);
    await expect(extension.getByText('Your points are not available right now')).toBeVisible();
    await host.signIn('bea');
    await expect(extension.getByRole('heading', {name: '10 points'})).toBeVisible();
  });

  for (const id of ['surf-pos-null', 'surf-bearer-undefined'] as const) {
    test(`${id}: what is no token is refused with 401`, async ({host}) => {
      await host.arm(id);
      await showsPoints(host);
      await expect(host.requests).toHaveBeenRefused(POINTS, {case: id, status: 401});
    });
  }
});

test('host-opaque-origin and host-bot-ua: neither origin nor user agent keeps a good token out', async ({
  host,
}) => {
  await host.arm('host-bot-ua');
  await showsPoints(host);
  await expect(host.requests).toHaveRequest(POINTS, {status: 200, origin: 'null', case: 'host-bot-ua'});
});

test.describe('cases of the request, carried out between page and backend', () => {
  test('http-no-scheme: the bare token is refused, and the next request is the extension’s own again', async ({
    host,
  }) => {
    await host.arm('http-no-scheme');
    await showsPoints(host);
    await expect(host.requests).toHaveBeenRefused(POINTS, {case: 'http-no-scheme'});
    await expect(host.requests).toHaveRequest(POINTS, {status: 200, case: null});
  });

  test('trust-query-customer-id: the backend is asked about somebody else, and does not follow', async ({
    host,
  }) => {
    await host.arm('trust-query-customer-id');
    await host.mount(LOYALTY);
    const {url, token} = await host.requests.waitFor({
      url: /\/api\/points\?/,
      case: 'trust-query-customer-id',
    });
    expect(new URL(url).searchParams.get('customer_id')).toBe('gid://shopify/Customer/7002');
    expect(token).toMatchObject({sub: 'gid://shopify/Customer/7001'});
  });
});

test.describe('a secret that was changed', () => {
  test.use({
    app: {
      clientId: 'loyalty-client-id',
      clientSecret: 'new-secret',
      previousClientSecret: 'loyalty-client-secret',
    },
  });

  test('life-rotate-secret: a backend that knows the new one alone refuses the old', async ({host}) => {
    await host.arm('life-rotate-secret');
    await isRefused(host);
    await expect(host.requests).toHaveBeenRefused(POINTS, {case: 'life-rotate-secret'});
  });
});

test('a case that cannot be armed says where it belongs, and an unknown one names the nearest', async ({
  host,
}) => {
  await expect(host.arm('http-preflight')).rejects.toThrow(
    /http-preflight" cannot be armed[\s\S]*simhost audit <url> --only http-preflight/,
  );
  await expect(host.arm('life-idle-24h')).rejects.toThrow("await host.clock.advance('24h')");
  // @ts-expect-error a misspelt id is a type error, too
  await expect(host.arm('exp-past-6')).rejects.toThrow('Did you mean "exp-past-60"?');
});
