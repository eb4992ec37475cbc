import type {SandboxOrigin} from 'simhost';
import {expect, test} from 'simhost/playwright';

const SEEN = 'https://mirror.example.com/api/seen';
const mirror = (env: Record<string, string>) => ({
  'https://mirror.example.com': {command: 'node fixtures/backends/mirror/server.js', env},
});
/** The `Origin` that a backend reads. */
const ORIGINS: Record<SandboxOrigin, string> = {
  opaque: 'null',
  shopifycdn: 'https://extensions.shopifycdn.com',
  moved: 'https://extensions.moved.example',
  'same-origin': 'https://shopify.com',
};

for (const origin of ['opaque', 'shopifycdn', 'moved', 'same-origin'] as const) {
  const sent = ORIGINS[origin];
  test.describe(`with the origin ${origin}`, () => {
    test.use({origin});

    for (const [PREFLIGHT, reason] of [
      ['no-authorization', 'Access-Control-Allow-Headers lacks "authorization"'],
      ['unauthorized', 'answered 401'],
      ['redirect', 'answered 302'],
    ] as const) {
      test.describe(`a backend whose preflight is broken by ${PREFLIGHT}`, () => {
        test.use({backends: mirror({PREFLIGHT})});

        test('fails in the extension as in production, and the log says which', async ({host}) => {
          const extension = await host.mount('fixtures/extensions/styles/dom');
          await extension.getByRole('button', {name: 'Ask the backend'}).click();
          await host.errors.waitFor('Failed to fetch');
          const {problem, preflight} = await host.requests.waitFor({url: SEEN, origin: sent});
          expect(problem?.cause).toContain(reason);
          expect(preflight).toHaveProperty('refused');
          await expect(extension.getByText('Not asked yet')).toBeVisible();
        });
      });
    }

    test.describe('the same backend, mended', () => {
      test.use({backends: mirror({})});

      test('answers, and saw that origin, its own host and an ordinary browser', async ({host}) => {
        const extension = await host.mount('fixtures/extensions/styles/dom');
        const answer = extension.page().waitForEvent('requestfinished', (request) => request.url() === SEEN);

        await extension.getByRole('button', {name: 'Ask the backend'}).click();
        await expect(extension.getByText(`Backend saw ${host.customer.id}`)).toBeVisible();
        const response = await (await answer).response();
        if (response === null) throw new Error('no response');

        const {headers} = (await response.json()) as {headers: Record<string, string>};
        expect(headers).toMatchObject({origin: sent, host: 'mirror.example.com'});
        expect(headers['user-agent']).toMatch(/ Chrome\//);
        expect(headers['user-agent']).not.toContain('Headless');
        await expect(host.requests).toHaveRequest(SEEN, {method: 'OPTIONS', origin: sent});
        await expect(host.requests).toHaveRequest(SEEN, {preflight: 'allowed', origin: sent});
      });
    });

    test.describe('a backend that lets in the extension host alone', () => {
      test.use({backends: mirror({ALLOW_ORIGIN: ORIGINS.shopifycdn})});

      test(origin === 'shopifycdn' ? 'answers' : 'fails, and the log says why', async ({host}) => {
        const extension = await host.mount('fixtures/extensions/styles/dom');
        await extension.getByRole('button', {name: 'Ask the backend'}).click();
        if (origin === 'shopifycdn')
          return expect(extension.getByText(`Backend saw ${host.customer.id}`)).toBeVisible();
        await host.errors.waitFor('Failed to fetch');
        const {problem} = await host.requests.waitFor(SEEN);
        expect(problem?.cause).toContain(
          `Access-Control-Allow-Origin is "${ORIGINS.shopifycdn}", not "${sent}"`,
        );
      });
    });
  });
}
