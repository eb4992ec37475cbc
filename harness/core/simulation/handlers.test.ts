import {expect} from '@playwright/test';
import {decodeJwt} from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import {customerAccountApiUrl} from '../platforms/shopify/customer-account-api.ts';
import {PUBLISHED_TEST_CLIENT_ID, PUBLISHED_TEST_SECRET} from '../world/app.ts';
import {importMsw, importMswNode, importSimulations, MSW_VERSIONS, test} from './msw.fixture.ts';
import type {MswVersion} from './msw.fixture.ts';
import {createSimulationCore} from './simulation-core.ts';

const URL_OF_API = customerAccountApiUrl('548380009');
const BODY = JSON.stringify({
  query: 'query Token($id: ID!) { uiExtensionSessionToken(id: $id) { value expiresIn } }',
  variables: {id: 'gid://shopify/ActivatedUiExtension/mine'},
});
const PAIRS = MSW_VERSIONS.flatMap((handlers) => MSW_VERSIONS.map((core) => ({handlers, core})));

interface Body {
  readonly data: {readonly uiExtensionSessionToken: {readonly value: string; readonly expiresIn: number}};
}

function verify(token: string): unknown {
  return jsonwebtoken.verify(token, PUBLISHED_TEST_SECRET, {
    audience: PUBLISHED_TEST_CLIENT_ID,
    algorithms: ['HS256'],
  });
}

for (const {handlers, core} of PAIRS) {
  const title = `handlers of msw ${handlers.major}, core of msw ${core.major}`;

  test.describe(title, () => {
    test('setupServer gives a custom page a token that verifies', async ({bundle}) => {
      test.skip(
        core.major > 2 && Number(process.versions.node.split('.')[0]) < 22,
        'setupServer of msw 3 needs Node 22',
      );

      const simulations = await importSimulations(bundle, handlers);
      const simulation = simulations.createSimulationCore({customer: 'bea'});
      simulation.clock.freeze();
      const {setupServer} = await importMswNode(core);
      const server = setupServer(...simulation.platforms.openHandlers);

      server.listen(ERROR_ON_UNHANDLED);
      try {
        const response = await fetch(URL_OF_API, {
          method: 'POST',
          body: BODY,
          headers: {'content-type': 'application/json'},
        });
        const {data} = (await response.json()) as Body;
        expect(verify(data.uiExtensionSessionToken.value)).toMatchObject({
          sub: 'gid://shopify/Customer/7002',
        });
        expect(data.uiExtensionSessionToken.expiresIn).toBe(300);
        server.use(...simulation.handlers);
        server.resetHandlers();
      } finally {
        server.close();
      }
    });

    test('a routed page gets a token', async ({bundle, chrome}) => {
      const simulations = await importSimulations(bundle, handlers);
      const simulation = simulations.createSimulationCore();
      const {getResponse} = await importMsw(core);
      const page = await chrome.newPage();

      await page.route('https://shopify.com/**', async (route, request) => {
        const init = {
          method: request.method(),
          headers: await request.allHeaders(),
          body: request.postData(),
        };

        const response = await getResponse(
          [...simulation.platforms.openHandlers],
          new Request(request.url(), init),
        );
        if (response === undefined) return route.abort();

        return route.fulfill({
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: Buffer.from(await response.arrayBuffer()),
        });
      });

      const {data} = await page.evaluate(ask, {url: URL_OF_API, body: BODY});
      expect(verify(data.uiExtensionSessionToken.value)).toMatchObject({sub: 'gid://shopify/Customer/7001'});
      await page.close();
    });
  });
}

for (const msw of MSW_VERSIONS) {
  for (const core of MSW_VERSIONS) {
    test(`setupWorker of msw ${core.major} serves a page with handlers of msw ${msw.major}`, async ({
      bundle,
      serve,
      chrome,
    }) => {
      const folder = await bundleWorkerPage(bundle, msw, core);
      const url = await serve({folder, worker: core});
      const page = await chrome.newPage();

      await page.goto(url);
      await page.waitForFunction(() => (globalThis as {ready?: boolean}).ready);
      const {data} = await page.evaluate(ask, {url: URL_OF_API, body: BODY});
      expect(verify(data.uiExtensionSessionToken.value)).toMatchObject({sub: 'gid://shopify/Customer/7002'});
      await page.close();
    });
  }
}

test('the handlers of a host page require its secret although open handlers do not', async () => {
  const {getResponse} = await import('msw');
  const simulation = createSimulationCore();
  const answer = (handlers: typeof simulation.handlers): Promise<Response | undefined> =>
    getResponse([...handlers], new Request(URL_OF_API, {method: 'POST', body: BODY}));
  expect((await answer(simulation.platforms.openHandlers))?.status).toBe(200);
  expect((await answer(simulation.handlers))?.status).toBe(401);
});

test('the platform signs a user token, not the app', async () => {
  const simulation = createSimulationCore({app: {clientSecret: 'secret'}});
  simulation.clock.freeze('2026-11-20T12:00:00Z');
  const token = await simulation.mint('shop-minis');
  expect(() => jsonwebtoken.verify(token, 'secret')).toThrow('invalid signature');
  expect(decodeJwt(token)).toMatchObject({
    user_state: 'VERIFIED',
    sub: 'shop-user-7001',
    exp: Date.parse('2026-11-21T12:00:00Z') / 1000,
  });

  expect(decodeJwt(await simulation.mint('shop-minis', {customer: null}))).toMatchObject({
    user_state: 'GUEST',
  });

  expect(decodeJwt(await simulation.mint('shop-minis', {case: 'exp-past-60'}))).toMatchObject({
    exp: Date.parse('2026-11-20T11:59:00Z') / 1000,
    iat: Date.parse('2026-11-19T11:59:00Z') / 1000,
  });
});

test('a user token has the form that the Shop Minis hook returns', async () => {
  const simulation = createSimulationCore();
  simulation.clock.freeze('2026-11-20T12:00:00Z');

  expect(await simulation.minis.generateUserToken()).toEqual({
    data: {
      token: expect.stringMatching(/^eyJ/),
      expiresAt: '2026-11-21T12:00:00.000Z',
      userState: 'VERIFIED',
    },
  });

  simulation.signOut();
  expect((await simulation.minis.generateUserToken())?.data.userState).toBe('GUEST');
  simulation.arm('host-reject');
  expect(await simulation.minis.generateUserToken()).toBeNull();
});

// MSW 3 calls the option by the second name.
const ERROR_ON_UNHANDLED = {onUnhandledRequest: 'error', onUnhandledFrame: 'error'} as const;

async function ask({url, body}: {url: string; body: string}): Promise<Body> {
  const response = await fetch(url, {method: 'POST', body, headers: {'content-type': 'application/json'}});
  return (await response.json()) as Body;
}

async function bundleWorkerPage(
  bundle: (source: string, options: {msw: MswVersion}) => Promise<string>,
  handlers: MswVersion,
  core: MswVersion,
): Promise<string> {
  const coreFile = `${core.folder}/lib/browser/index.${core.major === 2 ? 'mjs' : 'js'}`;
  return bundle(
    `import {createSimulation} from '/harness/index.ts';
    import {setupWorker} from ${JSON.stringify(coreFile)};
    const {openHandlers} = createSimulation({customer: 'bea'});
    await setupWorker(...openHandlers).start({quiet: true});
    globalThis.ready = true;`,
    {msw: handlers},
  );
}
