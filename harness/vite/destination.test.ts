import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../core/simulation/simulation-core.ts';
import {externalBackend} from '../node/server/backend.ts';
import {destinationOf} from './destination.ts';

const MESSAGE = {headers: {host: 'localhost:5173'}, socket: {} as never};
const PROXY = 'https://acme.myshopify.com/apps/points';

const BACKENDS = {'https://myapp.com': 'http://127.0.0.1:3000', [PROXY]: 'http://127.0.0.1:3001/proxy'};
const PLACES = {
  forwardPath: '/.simhost/k-1/',
  simulation: createSimulationCore(),
  local: {
    url: 'http://localhost:4000',
    forward: {base: 'http://localhost:4000/key/', origins: []},
    backends: Object.entries(BACKENDS).map(([origin, url]) => externalBackend(origin, {url})),
  },
};

const PAGE = 'http://localhost:5173';

for (const [rest, path, origin] of [
  ['https/myapp.com/a?b=c', '/key/https/myapp.com/a?b=c', PAGE],
  ['https/acme.myshopify.com/api/2026-04/graphql.json', '/acme.myshopify.com/api/2026-04/graphql.json', null],
  ['https/acme.myshopify.com/apps/points/a', '/key/https/acme.myshopify.com/apps/points/a', PAGE],
  // Nobody answers there, and the gateway says so.
  ['https/other.com/a', '/key/https/other.com/a', PAGE],
  ['http/myapp.com/a', '/key/http/myapp.com/a', PAGE],
  ['https/:/a', '/key/https/:/a', PAGE],
] as const) {
  test(`sends ${rest} to ${path}`, () => {
    expect(destinationOf(rest, MESSAGE, PLACES)).toMatchObject({
      gateway: 'http://localhost:4000',
      path,
      origin,
    });
  });
}

for (const [location, expected] of [
  // The gateway has written its own path.
  ['/key/https/myapp.com/next?a=b', '/.simhost/k-1/https/myapp.com/next?a=b'],
  ['/next', '/.simhost/k-1/https/myapp.com/next'],
  ['https://shopify.com/authentication', '/.simhost/k-1/https/shopify.com/authentication'],
  ['https://other.com/next', 'https://other.com/next'],
  ['https://:', 'https://:'],
  // Chromium does not follow an empty value.
  ['', ''],
  ['/caf\u00c3\u00a9#top', '/.simhost/k-1/https/myapp.com/caf%C3%A9#top'],
] as const) {
  test(`leads a redirect to ${location} to ${expected}`, () => {
    expect(destinationOf('https/myapp.com/a', MESSAGE, PLACES).locate(location)).toBe(expected);
  });
}
