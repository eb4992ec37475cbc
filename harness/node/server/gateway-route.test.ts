import {expect, test} from '@playwright/test';
import {CONTROL_PATH} from '../../wire/control.ts';
import {FRAME_URLS} from '../../wire/sandbox-start.ts';
import {externalBackend} from './backend.ts';
import {type Destinations, type Route, routeRequest, routeUpgrade} from './gateway-route.ts';
import type {Site} from './site.ts';
import {Sites} from './sites.ts';

const BACKEND = externalBackend('https://myapp.com', {url: 'http://127.0.0.1:3000'});
const STOREFRONT = externalBackend('https://acme.myvtex.com', {url: 'http://127.0.0.1:3001'});
const PROXIED = externalBackend('https://shopify.com/apps/points', {url: 'http://127.0.0.1:3002/proxy'});
const FORWARDED: Site = {origin: 'http://localhost:5173', address: 'http://localhost:5173'};
const ANSWERED: Site = {
  origin: 'https://mini.example',
  answer: async () => new Response(),
  refuses: (url) => (url.hostname === 'tracker.example' ? 'tracker.example is not a trusted domain' : null),
};

/** A platform with two hosts; one of them leaves everything below /store to the test's own server. */
function destinations({admitsPages = false} = {}): Destinations {
  const sites = new Sites();
  sites.add(FORWARDED);
  sites.add(ANSWERED);
  if (admitsPages) sites.admitPages();

  const hosts = [
    'admin.shopify.com',
    'shopify.com',
    'extensions.shopifycdn.com',
    'acme.myvtex.com',
    'other.myvtex.com',
  ];
  return {
    platforms: {
      handlesHost: (host) => hosts.includes(host),
      isServedByTest: ({pathname}) => pathname.startsWith('/store'),
    },
    backends: new Map([BACKEND, STOREFRONT, PROXIED].map((backend) => [backend.origin, backend])),
    sites,
    hasExtensions: () => false,
  };
}

const NAVIGATION = {'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document'};
const FROM_MINI = {origin: 'https://mini.example', 'sec-fetch-mode': 'cors'};
const UNTRUSTED = {
  kind: 'refused',
  problem: {
    headline: 'https://tracker.example/ was refused',
    cause: 'tracker.example is not a trusted domain',
    turn: 'extension',
    fix: null,
  },
};

const REQUESTS: readonly (readonly [
  what: string,
  url: string,
  headers: Record<string, string>,
  expected: Record<string, unknown>,
])[] = [
  ['the host page', 'https://shopify.com/1/account/orders', NAVIGATION, {kind: 'own-page', file: 'document'}],
  [
    'data at the address of the host page',
    'https://shopify.com/1/account/orders',
    {'sec-fetch-mode': 'cors'},
    {kind: 'platform'},
  ],
  ['the frame of the sandbox', FRAME_URLS.shopifycdn, {}, {kind: 'own-page', file: 'frame'}],
  ['the frame of a sandbox that has moved', FRAME_URLS.moved, {}, {kind: 'own-page', file: 'frame'}],
  [
    'the boot script of a sandbox that has moved',
    'https://extensions.moved.example/.simhost/boot.js',
    {},
    {kind: 'own-page', file: 'asset'},
  ],
  [
    'a page of a host that has only a frame',
    'https://extensions.moved.example/1',
    NAVIGATION,
    {kind: 'refused'},
  ],
  ['a built file', 'https://shopify.com/.simhost/host.js', {}, {kind: 'own-page', file: 'asset'}],
  [
    'the page of the admin',
    'https://admin.shopify.com/store/acme/apps/key/notes',
    NAVIGATION,
    {kind: 'own-page', file: 'admin'},
  ],
  ['data of the admin', 'https://admin.shopify.com/store/acme/apps/key', {}, {kind: 'refused'}],
  [
    'a script of the CDN',
    'https://cdn.shopify.com/shopifycloud/app-bridge.js?v=1',
    {},
    {kind: 'own-page', file: 'cdn-script'},
  ],
  [
    'a font of the CDN',
    'https://cdn.shopify.com/static/fonts/inter/v4/styles.css',
    {},
    {kind: 'own-page', file: 'cdn-other'},
  ],
  ['an endpoint of the platform', 'https://shopify.com/authentication/1/token', {}, {kind: 'platform'}],
  ['a mapped origin', 'https://myapp.com/api', {}, {kind: 'backend', backend: BACKEND}],
  ['a mapped app proxy', 'https://shopify.com/apps/points', {}, {kind: 'backend', backend: PROXIED}],
  [
    'a page below a mapped app proxy',
    'https://shopify.com/apps/points/1?a=b',
    NAVIGATION,
    {kind: 'backend', backend: PROXIED},
  ],
  ['another app proxy', 'https://shopify.com/apps/points2', {}, {kind: 'platform'}],
  ['a mapped storefront', 'https://acme.myvtex.com/store', {}, {kind: 'backend', backend: STOREFRONT}],
  [
    'an API of the platform at the host of a storefront',
    'https://acme.myvtex.com/api',
    {},
    {kind: 'platform'},
  ],
  [
    'a storefront that is not mapped',
    'https://other.myvtex.com/store',
    {},
    {kind: 'refused', problem: {cause: expect.stringContaining('your storefront'), turn: 'set-up'}},
  ],
  [
    'an unknown host',
    'https://example.org/',
    {},
    {kind: 'refused', problem: {fix: expect.stringContaining('Add it: backends'), turn: 'set-up'}},
  ],
  ['autofill of the browser', 'https://content-autofill.googleapis.com/', {}, {kind: 'browsers-own'}],
  ['a page of the user', 'http://localhost:5173/', NAVIGATION, {kind: 'site', site: FORWARDED}],
  ['a server of this machine', 'http://localhost:9/', NAVIGATION, {kind: 'refused'}],
  ['a host that the rule of a page forbids', 'https://tracker.example/', FROM_MINI, UNTRUSTED],
  [
    'a link to such a host',
    'https://tracker.example/',
    {...FROM_MINI, ...NAVIGATION},
    {kind: 'refused', problem: {fix: expect.stringContaining('Add it')}},
  ],
  [
    'such a host, asked without origin and referrer',
    'https://tracker.example/',
    {'sec-fetch-mode': 'cors'},
    UNTRUSTED,
  ],
  [
    'such a host, asked by the test itself',
    'https://tracker.example/',
    {},
    {problem: {fix: expect.stringContaining('Add it')}},
  ],
];

for (const [what, url, headers, expected] of REQUESTS) {
  test(`routes a request for ${what}`, () => {
    const request = {method: 'GET', url: new URL(url), headers: new Headers(headers)};
    expect(routeRequest(request, destinations())).toMatchObject(expected);
  });
}

test('shows pages of the admin if there are extensions, and else leaves them to the platform', () => {
  const url = new URL('https://admin.shopify.com/store/acme/products/1');
  const request = {method: 'GET', url, headers: new Headers(NAVIGATION)};
  const platforms = {handlesHost: () => true, isServedByTest: () => false};
  const routed = (hasExtensions: boolean): Route =>
    routeRequest(request, {...destinations(), platforms, hasExtensions: () => hasExtensions});

  expect(routed(true)).toEqual({kind: 'own-page', file: 'document'});
  expect(routed(false)).toEqual({kind: 'platform'});
});

test('routes a page of this machine to its server once such pages are admitted, but not its other requests', () => {
  const admitted = destinations({admitsPages: true});
  const url = new URL('http://localhost:9/');
  const routed = (headers: Record<string, string>): Route =>
    routeRequest({method: 'GET', url, headers: new Headers(headers)}, admitted);

  expect(routed(NAVIGATION)).toEqual({
    kind: 'site',
    site: {origin: 'http://localhost:9', address: 'http://localhost:9'},
  });
  expect(routed({'sec-fetch-mode': 'cors'})).toMatchObject({kind: 'refused'});
});

const UPGRADES: readonly (readonly [
  what: string,
  url: string,
  headers: Record<string, string>,
  expected: Record<string, unknown>,
])[] = [
  ['the control channel', `https://shopify.com${CONTROL_PATH}`, {}, {kind: 'control'}],
  [
    'the control channel of the frame',
    new URL(CONTROL_PATH, FRAME_URLS.shopifycdn).href,
    {},
    {kind: 'refused'},
  ],
  [
    'the control channel of a frame that has moved',
    new URL(CONTROL_PATH, FRAME_URLS.moved).href,
    {},
    {kind: 'refused'},
  ],
  [
    'the platform',
    'https://shopify.com/live',
    {},
    {
      kind: 'refused',
      problem: {
        headline: 'Nothing answers for https://shopify.com/live',
        cause: 'the simulated platform has no WebSocket there',
        turn: 'set-up',
        fix: null,
      },
    },
  ],
  ['a page of the user', 'http://localhost:5173/hmr', {}, {kind: 'site', site: FORWARDED}],
  ['a mapped origin', 'https://myapp.com/live', {}, {kind: 'backend', backend: BACKEND}],
  [
    'an unknown host',
    'https://example.org/live',
    {},
    {kind: 'refused', problem: {fix: expect.stringContaining('Add it')}},
  ],
  ['a host that the rule of a page forbids', 'https://tracker.example/', FROM_MINI, UNTRUSTED],
];

for (const [what, url, headers, expected] of UPGRADES) {
  test(`routes a WebSocket to ${what}`, () => {
    const route = routeUpgrade({url: new URL(url), headers: new Headers(headers)}, destinations());
    expect(route).toMatchObject(expected);
  });
}
