import {expect} from '@playwright/test';
import type {Page} from '@playwright/test';
import jsonwebtoken from 'jsonwebtoken';
import type {Answering} from '../../browser/answer.ts';
import type {InjectedShopify} from '../../browser/shopify-global.ts';
import {Clock} from '../../clock.ts';
import {SimhostError} from '../../errors.ts';
import type {UserTokenResponse} from '../../core/platforms/shop-minis/user-token.ts';
import {test as base} from '../../core/simulation/msw.fixture.ts';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {injectShopify} from './inject.ts';

declare const window: {shopify: InjectedShopify; early: string; kept: UserTokenResponse};

interface Binding {
  simhostAsk(question: string): Promise<unknown>;
}

const test = base.extend<{page: Page}>({
  page: async ({chrome}, use) => {
    const page = await chrome.newPage();
    await use(page);
    await page.close();
  },
});

const NOON = '2026-11-20T12:00:00Z';
const MINUTES = 60_000;

/** A host whose answers the test gives, with what it was asked. */
function fakeHost(answers: (() => Promise<UserTokenResponse | null>)[]): Answering & {asked: number} {
  const clock = new Clock();
  clock.freeze(NOON);

  const host = {
    clock,
    tokenEpoch: {value: 0},
    asked: 0,
    issueSessionToken: async () => ({value: `session-${++host.asked}`, expiresIn: 300}),
    minis: {
      generateUserToken: () =>
        (answers[host.asked++] ?? (() => Promise.reject(new Error('asked too often'))))(),
    },
  };

  return host;
}

const response = (
  token: string | null,
  minutes: number,
  more: Partial<UserTokenResponse> = {},
): (() => Promise<UserTokenResponse>) => {
  const expiresAt = new Date(Date.parse(NOON) + minutes * MINUTES).toISOString();
  return async () => ({
    data: {token, expiresAt: token === null ? null : expiresAt, userState: 'VERIFIED'},
    ...more,
  });
};

const unreadable = async (): Promise<UserTokenResponse> => ({
  data: {token: 'garbage', expiresAt: 'garbage', userState: 'GUEST'},
});

const broken = (): Promise<never> =>
  Promise.reject(new SimhostError('ERR_PAGE_CRASHED', 'It broke.', {next: 'Mend it.'}));

const generate = (page: Page): Promise<UserTokenResponse> =>
  page.evaluate(() => window.shopify.generateUserToken());
const tokenOf = async (page: Page): Promise<unknown> => (await generate(page)).data.token;

test('a page has shopify before its own code runs, and holds no secret', async ({page, serve}) => {
  const simulation = createSimulationCore({
    app: {clientId: 'key', clientSecret: 'a-real-secret'},
    customer: 'bea',
  });

  const html = '<script>window.early = typeof shopify.sessionToken.get</script>';

  await injectShopify(page, simulation);
  await page.goto(await serve({folder: '/nowhere', html}));
  expect(await page.evaluate(() => window.early)).toBe('function');
  const token = await page.evaluate(async () => (window.early = await window.shopify.sessionToken.get()));
  expect(jsonwebtoken.verify(token, 'a-real-secret', {audience: 'key'})).toMatchObject({
    sub: 'gid://shopify/Customer/7002',
  });

  const heap = await heapOf(page);
  expect(heap).toContain(token);
  expect(heap).not.toContain('a-real-secret');
  await page.reload();
  expect(await page.evaluate(() => window.early)).toBe('function');
});

test('a document that is already there gets it too', async ({page}) => {
  await page.setContent('<p>Hello</p>');
  await injectShopify(page, createSimulationCore());
  expect((await generate(page)).data).toMatchObject({
    token: expect.stringMatching(/^eyJ/),
    userState: 'VERIFIED',
  });
});

test('a user token is kept up to five minutes before it expires, and not at that instant', async ({page}) => {
  const host = fakeHost([response('first', 60), response('second', 120)]);
  await injectShopify(page, host);
  expect(await tokenOf(page)).toBe('first');
  host.clock.advance(55 * MINUTES - 1);
  expect(await tokenOf(page)).toBe('first');
  host.clock.advance(1);
  expect(await tokenOf(page)).toBe('second');
  expect(host.asked).toBe(2);
});

test('a kept response is the same object', async ({page}) => {
  await injectShopify(page, fakeHost([response('first', 60)]));
  const same = await page.evaluate(async () => {
    window.kept = await window.shopify.generateUserToken();
    return window.kept === (await window.shopify.generateUserToken());
  });
  expect(same).toBe(true);
});

test('five calls at once are one request', async ({page}) => {
  const host = fakeHost([response('first', 60)]);
  await injectShopify(page, host);
  const distinct = await page.evaluate(async () => {
    const calls = Array.from({length: 5}, () => window.shopify.generateUserToken());
    return new Set(await Promise.all(calls)).size;
  });

  expect([distinct, host.asked]).toEqual([1, 1]);
});

test('five calls at once past the life of the kept token are one request', async ({page}) => {
  const host = fakeHost([response('first', 60), response('second', 120)]);
  await injectShopify(page, host);
  await tokenOf(page);
  host.clock.advance(56 * MINUTES);
  const tokens = await page.evaluate(async () => {
    const calls = Array.from({length: 5}, () => window.shopify.generateUserToken());
    return (await Promise.all(calls)).map(({data}) => data.token);
  });

  expect([...new Set(tokens), host.asked]).toEqual(['second', 2]);
});

test('a token close to its end, or without one that can be read, is given but not kept', async ({page}) => {
  const host = fakeHost([response('old', 4), unreadable, response('fresh', 60)]);
  await injectShopify(page, host);

  expect([await tokenOf(page), await tokenOf(page), await tokenOf(page), await tokenOf(page)]).toEqual([
    'old',
    'garbage',
    'fresh',
    'fresh',
  ]);
});

test('user errors do not throw: with a token they are kept, without one they are not', async ({page}) => {
  const userErrors = [{code: 'USER_NOT_FOUND' as const, message: 'No user', field: null}];
  const host = fakeHost([response(null, 60, {userErrors}), response('first', 60, {userErrors})]);

  await injectShopify(page, host);
  expect(await generate(page)).toEqual({
    data: {token: null, expiresAt: null, userState: 'VERIFIED'},
    userErrors,
  });

  expect((await generate(page)).data.token).toBe('first');
  expect((await generate(page)).userErrors).toEqual(userErrors);
  expect(host.asked).toBe(2);
});

test('concurrent calls fail with the same error, its name and code kept, and the next one asks again', async ({
  page,
}) => {
  const host = fakeHost([broken, response('first', 60)]);
  await injectShopify(page, host);

  const caught = await page.evaluate(async () => {
    const calls = [window.shopify.generateUserToken(), window.shopify.generateUserToken()];
    const [one, two] = await Promise.all(
      calls.map((call) => call.catch((error: Error & {code?: string}) => error)),
    );
    const {name, message, code} = one as Error & {code?: string};
    return {same: one === two, name, message, code, real: one instanceof Error};
  });

  expect(caught).toEqual({
    same: true,
    name: 'SimhostError',
    message: 'It broke.\nMend it.',
    code: 'ERR_PAGE_CRASHED',
    real: true,
  });

  expect(await tokenOf(page)).toBe('first');
});

test('arming a case and signing out forget what the page keeps', async ({page}) => {
  const simulation = createSimulationCore();
  await injectShopify(page, simulation);
  await generate(page);
  simulation.signOut();
  expect((await generate(page)).data.userState).toBe('GUEST');
  simulation.arm('host-reject', {times: 2});
  expect(await page.evaluate(() => window.shopify.sessionToken.get().catch(String))).toBe(
    'SessionTokenApiError: Error fetching session token.',
  );

  await expect(generate(page)).rejects.toThrow('Error generating user token.');
  expect(simulation.undeliveredCases()).toEqual([]);
});

test('a host that never answers leaves the call pending until the simulation closes', async ({page}) => {
  const simulation = createSimulationCore();
  await injectShopify(page, simulation);
  simulation.arm('host-never');
  const pending = page.evaluate(() => window.shopify.sessionToken.get().catch(String));
  await expect.poll(() => simulation.undeliveredCases()).toEqual([]);
  const first = await Promise.race([pending, page.evaluate(() => 'still pending')]);
  expect(first).toBe('still pending');
  simulation.close();
  expect(await pending).toContain('SessionTokenApiError');
});

test('a session token is kept until it expires on the simulation’s clock', async ({page}) => {
  const host = fakeHost([]);
  await injectShopify(page, host);
  const get = (): Promise<string> => page.evaluate(() => window.shopify.sessionToken.get());
  expect([await get(), await get()]).toEqual(['session-1', 'session-1']);
  host.clock.advance('299999ms');
  expect(await get()).toBe('session-1');
  host.clock.advance(1);
  expect(await get()).toBe('session-2');
});

test('a frame of another origin gets nothing, one of the same origin does', async ({page, serve}) => {
  const simulation = createSimulationCore();
  await injectShopify(page, simulation);
  const foreign = await serve({folder: '/nowhere', html: '<p>foreign</p>'});
  const own = await serve({folder: '/nowhere', html: `<iframe name="own" src="/own.html"></iframe>`});
  await page.goto(own);
  const inner = page.frame('own');
  await inner?.goto(`${own}/story.html`);
  expect(await inner?.evaluate(() => window.shopify.sessionToken.get())).toMatch(/^eyJ/);
  await inner?.goto(foreign);
  expect(await inner?.evaluate(() => 'shopify' in globalThis)).toBe(false);
  const stolen = await inner?.evaluate(() => (window as unknown as Binding).simhostAsk('session-token'));
  expect(stolen).toMatchObject({ok: false, error: {code: 'ERR_FOREIGN_FRAME'}});
});

test('a page belongs to one simulation, and code that asks for something else is told so', async ({page}) => {
  const simulation = createSimulationCore();
  await injectShopify(page, simulation);
  await injectShopify(page, simulation);
  await expect(injectShopify(page, createSimulationCore())).rejects.toThrow(
    'already belongs to another simulation',
  );

  const asked = await page.evaluate(() => (window as unknown as Binding).simhostAsk('secret'));
  expect(asked).toMatchObject({ok: false, error: {code: 'ERR_UNKNOWN_QUESTION'}});
});

/** Every text that the page's engine holds. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  let snapshot = '';
  session.on('HeapProfiler.addHeapSnapshotChunk', ({chunk}) => (snapshot += chunk));
  await session.send('HeapProfiler.takeHeapSnapshot');
  return snapshot;
}
