import type {TestInfo} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const SEEN = 'https://mirror.example.com/seen';
const TARGET = 'customer-account.order-status.block.render';
const ACCESS = `
  [extensions.capabilities]
  api_access = true
  network_access = true
`;

test.use({
  app: {clientId: 'mirror-client-id', clientSecret: 'mirror-client-secret'},
  backends: {'https://mirror.example.com': {command: 'node fixtures/backends/mirror/server.js'}},
});

/** Writes an extension that runs some statements and then shows "Done". */
function running(statements: string, testInfo: TestInfo): Promise<string> {
  const source = `
    export default async () => {
      ${statements}
      document.body.append(Object.assign(document.createElement('s-text'), {textContent: 'Done'}));
    };`;

  return writeExtension(TARGET, source, testInfo, {toml: ACCESS});
}

for (const [what, value, cause] of [
  [
    'a token that was not awaited',
    '`Bearer ${shopify.sessionToken.get()}`',
    'the header Authorization is "Bearer [object Promise]": the token was not awaited',
  ],
  ['an API key', "'Bearer sk_test_1'", 'the value after "Bearer" in the header Authorization is not a JWT'],
] as const) {
  test(`${what} is not reported as a missing token`, async ({host}, testInfo) => {
    const statements = `await fetch('${SEEN}', {headers: {authorization: ${value}}}).catch(() => {});`;
    await host.mount(await running(statements, testInfo));

    const {problem} = await host.requests.waitFor({url: SEEN, status: 401});
    expect(problem).toMatchObject({headline: `401 from ${SEEN}`, cause, turn: 'extension'});
  });
}

test('a GraphQL error in an answer with 200 is a problem that names the field', async ({host}, testInfo) => {
  const query = "await shopify.query('{ shop { nmae } }').catch(() => {});";
  await host.mount(await running(query, testInfo));

  const {problem, status} = await host.requests.waitFor({url: /graphql\.json$/, method: 'POST'});
  expect(status).toBe(200);
  expect(problem).toMatchObject({
    cause: expect.stringContaining('nmae'),
    turn: 'extension',
  });
});
