import {expect, test} from '@playwright/test';
import {isOfPart} from './own-request.ts';
import type {RequestOfPage} from './own-request.ts';

/** A request of a store's page, which carries the shopper's cookie. */
const ORDERS: RequestOfPage = {
  method: 'GET',
  url: 'https://acme.myvtex.com/api/oms/user/orders',
  sender: 'browser',
  outcome: 'platform',
  origin: null,
  mount: null,
  token: {sub: 'ada@example.com'},
  answer: null,
};

const HMR = 'wss://acme.myvtex.com/?token=lJfRGt';
const TOKENS = 'https://shopify.com/1/account/customer/api/unstable/graphql';
const FROM_SCRIPT = {token: null, origin: 'https://acme.myvtex.com', outcome: 'refused'} as const;

for (const [what, changes, isExpected] of [
  ['a request with a token', {}, true],
  ['a request of an extension without a token', {token: null, mount: 'mount-1'}, true],
  ['a refused request of a script', FROM_SCRIPT, true],
  ['a refused picture', {...FROM_SCRIPT, origin: null}, false],
  ['a file of the page', {token: null, outcome: 'backend'}, false],
  ['the preflight', {method: 'OPTIONS'}, false],
  ['a request of a backend', {sender: 'backend'}, false],
  ['the token request of the page', {url: TOKENS}, false],
  ['the WebSocket over which a dev server reloads its page', {url: HMR, outcome: 'backend'}, false],
] as const satisfies readonly (readonly [string, Partial<RequestOfPage>, boolean])[]) {
  test(`${isExpected ? 'keeps' : 'leaves out'} ${what}`, () => {
    expect(isOfPart({...ORDERS, ...changes})).toBe(isExpected);
  });
}
