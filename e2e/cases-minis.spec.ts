// The cases of Shop Minis, by name.
import type {Locator} from '@playwright/test';
import {http, HttpResponse} from 'msw';
import type {LoggedRequest} from 'simhost';
import {expect, test} from 'simhost/playwright';
import type {Mini} from 'simhost/playwright';

const SAMPLE = 'fixtures/minis/points';
const POINTS = 'https://points.loyalty-sample.com/api/points';
const VERIFY = 'https://server.shop.app/minis/admin-api/alpha/graphql.json';

test.use({
  app: {clientId: 'points-mini'},
  backends: {'https://points.loyalty-sample.com': {command: 'node fixtures/backends/points/server.js'}},
});

const hostCalls = (mini: Mini): number =>
  mini.calls.all.filter(({action}) => action === 'generateUserToken').length;
const heading = (body: Locator, name: string): Locator => body.getByRole('heading', {name, exact: true});

const sent = (mini: Mini): LoggedRequest[] => mini.requests.all.filter(({url}) => url === POINTS);

/** Asks again, and waits for the backend's answer. */
async function refresh(mini: Mini, body: Locator): Promise<void> {
  const answered = body.page().waitForResponse(POINTS);
  await body.getByRole('button', {name: 'Refresh'}).click();
  await answered;
  await expect(mini.requests).toHaveRequest(POINTS);
}

test('surf-minis-guest: a guest has a token, and the backend asks for no public id', async ({mini}) => {
  await mini.arm('surf-minis-guest');
  const body = await mini.open(SAMPLE);
  await expect(heading(body, 'Points are for members')).toBeVisible();
  await expect(mini.requests).toHaveRequest(POINTS, {
    status: 200,
    case: 'surf-minis-guest',
    token: {user_state: 'GUEST'},
  });

  expect(mini.requests.last(POINTS)?.token).not.toHaveProperty('sub');
});

test('a token that is not a user token of this Mini lets nobody in', async ({mini, page}) => {
  const body = await mini.open(SAMPLE);

  await test.step('host-minis-origin: a Mini asks from http://localhost, and the backend lets it read the answer', async () => {
    await expect(heading(body, '120 points')).toBeVisible();
    expect(mini.requests.last(POINTS)?.origin).toMatch(/^http:\/\/localhost(:\d+)?$/);
  });

  await test.step('surf-minis-jwt-decode: a backend that exchanges the token refuses each forgery', async () => {
    await mini.arm('surf-minis-jwt-decode', {times: 3});
    for (const forgery of [1, 2, 3]) {
      await page.reload();
      await expect(heading(body, 'Not available: TOKEN_INVALID'), `forgery ${forgery}`).toBeVisible();
    }

    expect(sent(mini).filter((request) => request.case === 'surf-minis-jwt-decode')).toMatchObject([
      {status: 401},
      {status: 401},
      {status: 401},
    ]);
  });

  for (const [id, code] of [
    ['surf-minis-opaque', 'TOKEN_INVALID'],
    ['surf-minis-other-mini', 'INVALID_MINI'],
    ['surf-shopify-on-minis', 'TOKEN_INVALID'],
  ] as const) {
    await test.step(`${id}: Shopify answers ${code}, and the backend lets nobody in`, async () => {
      await mini.arm(id);
      await page.reload();
      await expect(heading(body, `Not available: ${code}`)).toBeVisible();
      await expect(mini.requests).toHaveBeenRefused(POINTS, {status: 401, case: id});
    });
  }
});

test.describe('surf-minis-jwt-decode', () => {
  test.describe('of a backend that reads the token itself', () => {
    test.use({
      backends: {'https://points.loyalty-sample.com': {command: 'node fixtures/backends/points/decoding.js'}},
    });

    test('surf-minis-jwt-decode: it believes the forgery, and the log says so', async ({mini}) => {
      await mini.arm('surf-minis-jwt-decode');
      const body = await mini.open(SAMPLE);
      await expect(heading(body, '120 points')).toBeVisible();
      const {problem} = await mini.requests.waitFor({
        url: POINTS,
        status: 200,
        case: 'surf-minis-jwt-decode',
      });
      expect(problem).toMatchObject({
        cause: expect.stringMatching(
          /^this must be refused, since it takes no secret: .* \(case surf-minis-jwt-decode\)$/,
        ),
        turn: 'backend',
      });
    });
  });
});

test.describe('surf-minis-errors', () => {
  test('surf-minis-errors: each user error, which comes with 200, is a 401', async ({mini, page}) => {
    await mini.arm('surf-minis-errors', {times: 4});
    const body = await mini.open(SAMPLE);

    for (const code of ['TOKEN_INVALID', 'TOKEN_EXPIRED', 'INVALID_MINI', 'USER_NOT_FOUND']) {
      await expect(heading(body, `Not available: ${code}`)).toBeVisible();
      expect(mini.requests.last(VERIFY)).toMatchObject({
        status: 200,
        problem: {cause: expect.stringContaining(`answered ${code}: `)},
      });
      await expect(mini.requests).toHaveBeenRefused(POINTS, {status: 401, case: 'surf-minis-errors'});
      await page.reload();
    }

    await expect(heading(body, '120 points')).toBeVisible();
  });

  test('surf-minis-errors: an answer without a payload lets nobody in', async ({mini, page}) => {
    const body = await mini.open(SAMPLE);
    await expect(heading(body, '120 points')).toBeVisible();

    for (const [what, answer, shown] of [
      [
        'errors of GraphQL, with 200',
        () => HttpResponse.json({data: null, errors: [{message: 'Field is gone'}]}),
        /^Not available: Field is gone$/,
      ],
      ['500', () => HttpResponse.text('', {status: 500}), /^Not available: Shop answered 500$/],
      [
        'null instead of a payload',
        () => HttpResponse.json({data: {userTokenVerify: null}}),
        /^Not available: (?!Shop answered 500$)/,
      ],
    ] as const) {
      await test.step(`${what} lets nobody in`, async () => {
        await mini.use(http.post(VERIFY, answer));
        await page.reload();
        await expect(body.getByRole('heading', {name: shown})).toBeVisible();
        expect(mini.requests.last(POINTS), what).toMatchObject({status: 502});
      });
    }
  });
});

test('life-minis-buffer: with 4 min 59 s left the Mini asks for another token, with 5 min 1 s it does not', async ({
  mini,
}) => {
  await mini.clock.freeze('2026-11-20T12:00:00Z');
  const body = await mini.open(SAMPLE);
  await expect(heading(body, '120 points')).toBeVisible();
  const first = mini.requests.last(POINTS)?.token?.['jti'];
  const before = hostCalls(mini);

  await mini.clock.advance('23h54m59s');
  await refresh(mini, body);
  expect(hostCalls(mini)).toBe(before);
  await mini.clock.advance('2s');
  await refresh(mini, body);
  expect(hostCalls(mini)).toBe(before + 1);
  await expect.poll(() => mini.requests.last(POINTS)?.token?.['jti']).not.toBe(first);
});

test.describe('life-minis-expired-mock', () => {
  test('life-minis-expired-mock: a token that is old when it comes is asked for at each use, and refused', async ({
    mini,
  }) => {
    await mini.arm('exp-past-60', {times: Infinity});
    const body = await mini.open(SAMPLE);
    await expect(heading(body, 'Not available: TOKEN_EXPIRED')).toBeVisible();
    const before = hostCalls(mini);
    for (const use of [1, 2]) {
      await refresh(mini, body);
      expect(hostCalls(mini)).toBe(before + use);
    }

    await expect(mini.requests).toHaveBeenRefused(POINTS, {case: 'exp-past-60'});
  });
});

test('a good token whose end is past or cannot be read is asked for at each use, and works', async ({
  mini,
  page,
}) => {
  const body = await mini.open(SAMPLE);
  await expect(heading(body, '120 points')).toBeVisible();

  for (const [id, expiresAt] of [
    ['life-minis-expired-mock', '2025-01-01'],
    ['life-minis-bad-date', null],
    ['life-minis-bad-date', ''],
    ['life-minis-bad-date', 'not a date'],
  ] as const) {
    await test.step(`${id}: ${JSON.stringify(expiresAt)}`, async () => {
      await mini.answer('generateUserToken', {expiresAt}, {times: Infinity});
      await page.reload();
      await expect(heading(body, '120 points')).toBeVisible();
      const before = hostCalls(mini);

      for (const use of [1, 2]) {
        await refresh(mini, body);
        expect(hostCalls(mini), `${id} ${expiresAt}`).toBe(before + use);
        await expect(heading(body, '120 points')).toBeVisible();
      }

      await mini.stopAnswering('generateUserToken');
    });
  }
});

test.describe('a Shop app that gives no token', () => {
  test('the Mini says so, and its next call has a token', async ({mini, page, simulation}) => {
    const body = await mini.open(SAMPLE);
    await expect(heading(body, '120 points')).toBeVisible();

    for (const [id, shown] of [
      ['host-reject', 'Your points are not available right now'],
      ['host-null', 'Sign in to Shop to see your points'],
      ['host-permission-revoked', 'Sign in to Shop to see your points'],
      ['host-first-call-fails', 'Your points are not available right now'],
    ] as const) {
      await test.step(id, async () => {
        const before = sent(mini).length;
        await mini.arm(id);
        await page.reload();
        await expect(heading(body, shown)).toBeVisible();
        expect(sent(mini), id).toHaveLength(before);
        await refresh(mini, body);
        await expect(heading(body, '120 points')).toBeVisible();
      });
    }

    await test.step('host-slow: the token comes after five seconds of simulated time', async () => {
      await mini.clock.freeze('2026-11-20T12:00:00Z');
      await mini.arm('host-slow');
      await page.reload();
      await expect(heading(body, 'Loading your points')).toBeVisible();
      await expect.poll(() => simulation.undeliveredCases()).toEqual([]);
      await mini.clock.advance('5s');
      await expect(heading(body, '120 points')).toBeVisible();
    });
  });

  test('host-never: the Mini waits', async ({mini, simulation}) => {
    await mini.arm('host-never');
    const body = await mini.open(SAMPLE);
    await expect(heading(body, 'Loading your points')).toBeVisible();
    await expect.poll(() => simulation.undeliveredCases()).toEqual([]);
    await mini.clock.advance('1h');
    await expect(heading(body, 'Loading your points')).toBeVisible();
    expect(mini.requests.last(POINTS)).toBeUndefined();
  });
});

for (const tokenFormat of ['jwt', 'opaque'] as const) {
  test.describe(`cases of the request, with tokens of the format ${tokenFormat}`, () => {
    test.use({minis: {tokenFormat}});

    test('http-no-scheme: the bare token is refused; http-bearer-lower: the scheme in lower case is let in', async ({
      mini,
      page,
    }) => {
      await mini.arm('http-no-scheme');
      const body = await mini.open(SAMPLE);
      await expect(heading(body, 'Not available: No user token')).toBeVisible();
      await expect(mini.requests).toHaveBeenRefused(POINTS, {case: 'http-no-scheme'});

      await mini.arm('http-bearer-lower');
      await page.reload();
      await expect(heading(body, '120 points')).toBeVisible();
      await expect(mini.requests).toHaveRequest(POINTS, {status: 200, case: 'http-bearer-lower'});
    });
  });
}
