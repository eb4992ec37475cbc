import {expect, test} from 'simhost/playwright';
import type {Host} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const SEEN = 'https://mirror.example.com/seen';
const TARGET = 'customer-account.order-status.block.render';
const NETWORK = '  [extensions.capabilities]\n  network_access = true\n';

test.use({
  app: {clientId: 'mirror-client-id', clientSecret: 'mirror-client-secret'},
  backends: {'https://mirror.example.com': {command: 'node fixtures/backends/mirror/server.js'}},
});

/** An extension that asks twice, each time with a new token. */
const ASKS_TWICE = `export default async () => {
  for (let round = 0; round < 2; round++) {
    const token = await shopify.sessionToken.get();
    await fetch('${SEEN}', {headers: {authorization: \`Bearer \${token}\`}}).catch(() => {});
  }
  document.body.append(document.createElement('s-text'));
};`;

/** The fields of the requests to the backend that a console shows. */
function factsOf({requests}: Host): object[] {
  return requests.matching(SEEN).map(({tokenFacts, expected, retryOf}) => ({tokenFacts, expected, retryOf}));
}

test('the log knows number, header and signature of a token, and the right answer to its case', async ({
  host,
}, testInfo) => {
  await host.arm('key-wrong');
  await host.mount(await writeExtension(TARGET, ASKS_TWICE, testInfo, {toml: NETWORK}));
  await host.requests.waitFor({url: SEEN, status: 401});

  const header = {alg: 'HS256', typ: 'JWT'};
  const expected = {verdict: 'refuse', statuses: [401], isRight: true};
  const [first] = host.requests.matching(SEEN);
  expect(factsOf(host)).toMatchObject([
    {tokenFacts: {number: 1, header, signature: 'invalid'}, expected, retryOf: null},
    {tokenFacts: {number: 1, signature: 'invalid'}, expected, retryOf: first?.id},
  ]);
});

test('the log knows what CORS asked and allowed', async ({host}, testInfo) => {
  await host.mount(await writeExtension(TARGET, ASKS_TWICE, testInfo, {toml: NETWORK}));
  const request = await host.requests.waitFor({url: SEEN, status: 200});

  expect(request.cors).toEqual({
    asked: ['authorization'],
    status: 204,
    allowOrigin: '*',
    allowMethods: null,
    allowHeaders: 'Authorization',
    readable: true,
    warning: null,
  });
  expect(host.requests.last({method: 'OPTIONS'})?.cors).toEqual(request.cors);
  expect(request.answer).toMatchObject({type: 'application/json', body: null});
});
