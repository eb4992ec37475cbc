import {expect, test} from 'simhost/playwright';

const SEEN = 'https://mirror.example.com/api/seen';
const mirror = (env: Record<string, string>) => ({
  'https://mirror.example.com': {command: 'node fixtures/backends/mirror/server.js', env},
});

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
      const {problem, preflight} = await host.requests.waitFor(SEEN);
      expect(problem).toContain(reason);
      expect(preflight).toHaveProperty('refused');
      await expect(extension.getByText('Not asked yet')).toBeVisible();
    });
  });
}

test.describe('the same backend, mended', () => {
  test.use({backends: mirror({})});

  test('answers, and saw a null origin, its own host and an ordinary browser', async ({host}) => {
    const extension = await host.mount('fixtures/extensions/styles/dom');
    const answer = extension.page().waitForEvent('requestfinished', (request) => request.url() === SEEN);
    await extension.getByRole('button', {name: 'Ask the backend'}).click();
    await expect(extension.getByText(`Backend saw ${host.customer.id}`)).toBeVisible();
    const response = await (await answer).response();
    if (response === null) throw new Error('no response');
    const {headers} = (await response.json()) as {headers: Record<string, string>};
    expect(headers).toMatchObject({origin: 'null', host: 'mirror.example.com'});
    expect(headers['user-agent']).toMatch(/ Chrome\//);
    expect(headers['user-agent']).not.toContain('Headless');
  });
});
