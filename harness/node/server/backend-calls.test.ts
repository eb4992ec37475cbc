import {expect} from '@playwright/test';
import {http, HttpResponse} from 'msw';
import {fakeSimulation, test} from './server.fixture.ts';

const answers = (id: string): ReturnType<typeof http.get>[] => [
  http.get('https://shopify.com/who', () => HttpResponse.text(id)),
];
const ask = async (
  base: string,
  headers: Record<string, string> = {},
  path = '/shopify.com/who',
): Promise<string> => {
  const response = await fetch(base + path, {headers});
  return `${response.status} ${await response.text()}`;
};

test('a backend in any language reaches the simulation whose key it shows', async ({server}) => {
  const [one, two] = ['one', 'two'].map((id) => fakeSimulation({id, handlers: answers(id)})) as [
    never,
    never,
  ];

  const gateways = [await server.open(one), await server.open(two)];

  expect(await ask(server.url, {authorization: 'Bearer key-of-one'})).toBe('200 one');
  expect(await ask(server.url, {authorization: 'Bearer key-of-two'})).toBe('200 two');
  await gateways[0]?.close();
  expect(await ask(server.url, {authorization: 'Bearer key-of-one'})).toMatch(
    /^502 .*belongs to no simulation/,
  );
});

test('refuses a key of two simulations, an unknown key and an unknown host with different reasons', async ({
  server,
}) => {
  await server.open(fakeSimulation({id: 'same', handlers: answers('a')}));
  await server.open(fakeSimulation({id: 'same', handlers: answers('b')}));
  expect(await ask(server.url, {authorization: 'Bearer key-of-same'})).toMatch(
    /^502 .*key in this request to shopify\.com belongs to 2 simulations at once/,
  );

  expect(await ask(server.url)).toMatch(/^502 .*has neither a token nor an API key/);
  expect(await ask(server.url, {}, '/example.com/')).toMatch(
    /^502 .*"example\.com\\" is not simulated here\. Known: shopify\.com/,
  );

  expect(await ask(server.url, {'x-simhost-handle': 'forged'})).toMatch(/^502 .*went on after its test/);
});

test('refuses a page that knows a key like any other page', async ({server}) => {
  await server.open(fakeSimulation({id: 'one', handlers: answers('one')}));
  expect(await ask(server.url, {authorization: 'Bearer key-of-one', origin: 'https://evil.example'})).toMatch(
    /^403 Pages of the origin/,
  );
});
