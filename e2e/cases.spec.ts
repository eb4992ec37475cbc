import type {LoggedRequest} from 'simhost';
import type {Host} from 'simhost/playwright';
import {expect, test} from 'simhost/playwright';

const POINTS = 'https://loyalty.example.com/api/points';
const LOYALTY = 'fixtures/extensions/loyalty';
const NEW_YEAR = '2030-01-01T00:00:00Z';

test.use({
  app: {clientId: 'loyalty-client-id', clientSecret: 'loyalty-client-secret'},
  backends: {'https://loyalty.example.com': {command: 'node fixtures/backends/loyalty/server.js'}},
});

/** Mounts the extension, once more where a page is open already, and expects these points in it. */
async function showsPoints(host: Host, points = 120): Promise<void> {
  const extension = await host.mount(LOYALTY);
  await expect(extension.getByRole('heading', {name: `${points} points`})).toBeVisible();
}

async function isRefused(host: Host): Promise<void> {
  const extension = await host.mount(LOYALTY);
  await expect(extension.getByText('We could not show your points')).toBeVisible();
}

const sent = (host: Host): LoggedRequest[] => host.requests.all.filter(({url}) => url === POINTS);

test('a clock in front of the backend that is fast by up to ten seconds is let in', async ({host}) => {
  const tokens = new Set<unknown>();

  await test.step('nbf-future-5-in-tolerance: five seconds ahead are let in', async () => {
    await host.arm('nbf-future-5-in-tolerance');
    await showsPoints(host);
    await expect(host.requests).toHaveRequest(POINTS, {status: 200, case: 'nbf-future-5-in-tolerance'});
  });

  await host.clock.freeze(NEW_YEAR);

  for (const [id, skew] of [
    ['life-clock-browser-fast', {browser: '+3s'}],
    ['life-clock-browser-fast', {browser: '+10s'}],
    ['life-clock-server-slow', {backend: '-3s'}],
    ['life-clock-server-fast', {backend: '+3s'}],
    ['life-clock-step-back', {backend: '-1s'}],
  ] as const) {
    await test.step(`${id}: ${JSON.stringify(skew)} is let in`, async () => {
      const before = sent(host).length;
      await host.signIn('ada'); // the page forgets the token of the clock before
      await host.clock.skew({browser: 0, backend: 0, ...skew});
      await showsPoints(host);
      expect(
        sent(host)
          .slice(before)
          .map(({status}) => status),
        `${id} with ${JSON.stringify(skew)}`,
      ).toEqual([204, 200]);
      tokens.add(host.requests.last(POINTS)?.token?.['jti']);
    });
  }

  await test.step('life-clock-browser-too-fast: eleven seconds are more than the tolerance', async () => {
    await host.signIn('ada');
    await host.clock.skew({browser: '+11s', backend: 0});
    await isRefused(host);
    const {problem, token} = await host.requests.waitFor({url: POINTS, status: 401});
    expect(problem?.cause).toContain('becomes valid 11 s later');
    tokens.add(token?.['jti']);
  });

  expect(tokens.size, 'a token for each clock').toBe(6);
});

test.describe('a token that is old when it arrives', () => {
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
  test('http-preflight and http-cors-on-401: it is answered without a token, and the page can read why it was refused', async ({
    host,
  }) => {
    await showsPoints(host);
    expect(host.requests.last(POINTS)?.preflight).toBe('allowed');
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
      expect(host.requests.last(POINTS)?.problem).toEqual({
        headline: `401 from ${POINTS}`,
        cause:
          'this is the right answer to exp-past-60 (the token had expired 60 s before it was issued); ' +
          'the page cannot read the answer, because Access-Control-Allow-Origin is missing',
        turn: 'backend',
        fix: 'Send "Access-Control-Allow-Origin: *" with each answer, refusals and errors too.',
      });
    });
  });
});

test('claims that are missing or have another shape are read as they are', async ({
  host,
  page,
  simulation,
}) => {
  for (const [id, points] of [
    ['life-cached-edge', 120],
    ['ok-checkout', 0],
    ['surf-guest', 0],
    ['sub-withheld', 0],
    ['surf-sub-gid', 10],
    ['surf-dest-bare-host', 120],
  ] as const) {
    await test.step(`${id}: the backend answers for ${points} points`, async () => {
      await host.arm(id);
      await showsPoints(host, points);
      await expect(host.requests).toHaveRequest(POINTS, {status: 200, case: id});
    });
  }

  for (const [id, what] of [
    ['surf-postpurchase-on-checkout', 'a token without an audience is refused'],
    ['surf-minis-on-shopify', 'the user token of a Mini is no session token'],
  ] as const) {
    await test.step(`${id}: ${what}`, async () => {
      await host.arm(id);
      await isRefused(host);
      await expect(host.requests).toHaveBeenRefused(POINTS, {case: id});
    });
  }

  await test.step('surf-postpurchase-on-admin: a token without an audience is refused', async () => {
    const token = await simulation.mint('admin', {case: 'surf-postpurchase-on-admin'});
    const ask = async ([url, bearer]: readonly [string, string]): Promise<number> =>
      (await fetch(url, {headers: {authorization: `Bearer ${bearer}`}})).status;

    expect(await page.evaluate(ask, [POINTS, token] as const)).toBe(401);
    await expect(host.requests).toHaveBeenRefused(POINTS, {case: 'surf-postpurchase-on-admin'});
  });
});

test.describe('a host that gives no token', () => {
  test('shows the customer what is the matter, and lets the extension ask again', async ({
    host,
    simulation,
  }) => {
    await test.step('host-reject: the customer is told', async () => {
      await host.arm('host-reject');
      const extension = await host.mount(LOYALTY);
      await expect(extension.getByText('Your points are not available right now')).toBeVisible();
    });

    for (const id of ['host-null', 'host-permission-revoked'] as const) {
      await test.step(`${id}: the extension sends "Bearer null", is refused and asks again`, async () => {
        const before = sent(host).length;
        await host.arm(id);
        await showsPoints(host);
        await expect(host.requests).toHaveBeenRefused(POINTS, {token: null});
        const own = sent(host).slice(before);
        expect(
          own.filter(({status, token}) => status === 401 && token === null),
          id,
        ).toHaveLength(1);
      });
    }

    for (const id of ['surf-pos-null', 'surf-bearer-undefined'] as const) {
      await test.step(`${id}: what is no token is refused with 401`, async () => {
        await host.arm(id);
        await showsPoints(host);
        await expect(host.requests).toHaveBeenRefused(POINTS, {case: id, status: 401});
      });
    }

    for (const [id, seconds] of [
      ['host-slow', 5],
      ['host-slow-30s', 30],
    ] as const) {
      await test.step(`${id}: the token comes after ${seconds} s of simulated time`, async () => {
        await host.arm(id);
        const extension = await host.mount(LOYALTY);
        await expect(extension.getByLabel('Counting your points')).toBeVisible();
        await expect.poll(() => simulation.undeliveredCases()).toEqual([]);
        await host.clock.advance(`${seconds}s`);
        await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
      });
    }

    await test.step('host-never: the customer sees that something is awaited', async () => {
      const before = sent(host).length;
      await host.arm('host-never');
      const extension = await host.mount(LOYALTY);
      await expect(extension.getByLabel('Counting your points')).toBeVisible();
      await expect.poll(() => simulation.undeliveredCases()).toEqual([]);
      expect(sent(host)).toHaveLength(before);
    });
  });

  test('host-first-call-fails: the second call has a token', async ({host}) => {
    await host.arm('host-first-call-fails');
    const extension = await host.mount(LOYALTY);
    await expect(extension.getByText('Your points are not available right now')).toBeVisible();
    await host.signIn('bea');
    await expect(extension.getByRole('heading', {name: '10 points'})).toBeVisible();
  });
});

test('cases of the request are carried out between page and backend', async ({host}) => {
  await test.step("http-no-scheme: the bare token is refused, and the next request is the extension's own again", async () => {
    await host.arm('http-no-scheme');
    await showsPoints(host);
    await expect(host.requests).toHaveBeenRefused(POINTS, {case: 'http-no-scheme'});
    await expect(host.requests).toHaveRequest(POINTS, {status: 200, case: null});
  });

  await test.step('host-opaque-origin and host-bot-ua: neither origin nor user agent keeps a good token out', async () => {
    await host.arm('host-bot-ua');
    await showsPoints(host);
    await expect(host.requests).toHaveRequest(POINTS, {status: 200, origin: 'null', case: 'host-bot-ua'});
  });

  await test.step('trust-query-customer-id: the backend is asked about somebody else, and does not follow', async () => {
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
