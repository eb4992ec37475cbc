import type {Case} from '../case.ts';
import {appBridgeToken, hostFault, launched, testOnly} from '../mechanisms.ts';
import {claims, expiringIn, signedBy} from '../token-mutations.ts';
import {OTHER_SECRET, OTHER_SHOP} from './strangers.ts';

const APP_BRIDGE = 'Lead to the bounce page: App Bridge fetches the document again, with a fresh token.';
const RETRY =
  'Answer 401 with X-Shopify-Retry-Invalid-Session-Request: 1. App Bridge asks once more, with a fresh token.';
const ROUTER_SOURCE = 'shopify-app-react-router, authenticate.admin';

/** Faults of the admin around an embedded app. */
export const EMBEDDED_FAULTS: Readonly<Record<string, Case>> = {
  'embed-url-token-expired': {
    title: 'id_token in the first URL expired 60 s before, as when the frame is loaded again',
    class: 'interop',
    severity: 'high',
    source: `${ROUTER_SOURCE}; shopify_app #1905`,
    fix: APP_BRIDGE,
    mechanism: launched(expiringIn(-60)),
  },
  'embed-url-token-missing': {
    title: 'the first URL has no id_token',
    class: 'interop',
    severity: 'high',
    source: ROUTER_SOURCE,
    fix: APP_BRIDGE,
    mechanism: launched(null),
  },
  'embed-url-token-other-shop': {
    title: 'id_token in the first URL is of another shop than the admin that shows the app',
    class: 'defence',
    severity: 'high',
    source: 'shopify_app (shop is compared with dest)',
    fix: 'Take the shop from dest of the verified token alone, never from the URL.',
    mechanism: launched(claims({dest: `https://${OTHER_SHOP}`, iss: `https://${OTHER_SHOP}/admin`})),
  },
  'embed-url-token-forged': {
    title: "id_token in the first URL is signed with another app's secret",
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 7519 7.2',
    fix: APP_BRIDGE,
    mechanism: launched(signedBy({alg: 'HS256', secret: OTHER_SECRET})),
  },
  'embed-token-stale': {
    title: 'shopify.idToken() gives a token that the admin kept for 50 s, and that has 10 s left',
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/turbolinks-jwt-sample-app #9',
    fix: 'Verify and exchange the token at once, and keep none.',
    mechanism: appBridgeToken(expiringIn(10)),
  },
  'embed-token-expired': {
    title: 'shopify.idToken() gives a token that expired 60 s before, as after the sleep of a tab',
    class: 'interop',
    severity: 'high',
    source: 'Shopify/shopify-app-bridge #424; shopify_app #1905',
    fix: RETRY,
    mechanism: appBridgeToken(expiringIn(-60)),
  },
  'embed-token-never': {
    title: 'shopify.idToken() stays pending, and with it every fetch() of the page',
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/shopify-app-bridge #163, #179, #185, #192',
    fix: 'Show a loading state, and time out.',
    mechanism: hostFault({gives: 'never'}),
  },
  'embed-exchange-refused-always': {
    title: 'the exchange refuses each ID token, so the app must stop after one retry',
    class: 'interop',
    severity: 'high',
    source: 'Shopify/shopify-app-bridge #424; gnikyt/laravel-shopify #874',
    fix: 'After a second refusal show an error, and do not lead to the bounce page again.',
    mechanism: testOnly("await admin.arm('exchange-refused', {times: Infinity})"),
  },
  'embed-session-ending': {
    title: 'the stored session has less than five minutes left',
    class: 'interop',
    severity: 'medium',
    source: ROUTER_SOURCE,
    fix: 'Exchange the ID token of the request before the access token ends, and store the answer.',
    mechanism: testOnly("await admin.clock.advance('56m')"),
  },
  'embed-reauthorize': {
    title: 'the server answers a fetch() with the address of a new authorization, which the admin opens',
    class: 'interop',
    severity: 'medium',
    source:
      'shopify-app-express, validateAuthenticatedSession (X-Shopify-API-Request-Failure-Reauthorize-Url)',
    fix: 'Wait for the navigation of the admin. The fetch() itself never settles.',
    mechanism: testOnly("await admin.arm('admin-token-revoked'), then let the page ask its server"),
  },
  'embed-top-level': {
    title: 'the app is opened outside of the admin, at its own address',
    class: 'interop',
    severity: 'medium',
    source: `${ROUTER_SOURCE} (embedded is not 1); App Bridge, auto-redirect`,
    fix: 'Answer a document with Sec-Fetch-Dest: document with a page that loads App Bridge, which leads to the admin.',
    mechanism: testOnly("await admin.page.goto('https://myapp.com/?shop=acme.myshopify.com')"),
  },
  'embed-parallel-loaders': {
    title: 'two loaders of one page run at once, before the app has a session',
    class: 'interop',
    severity: 'medium',
    source: ROUTER_SOURCE,
    fix: 'Make the exchange and what follows it safe to run twice: a second token replaces the first one.',
    mechanism: testOnly("await admin.arm('exchange-slow'), then open a page with two loaders"),
  },
  'embed-cookies-blocked': {
    title: 'the browser blocks cookies of third parties, and the app is one in its frame',
    class: 'interop',
    severity: 'high',
    source: 'shopify.dev, session tokens (why cookies do not work in the admin)',
    fix: 'Authenticate every request by the ID token, and need no cookie in the frame. Partitioned ones are kept.',
    mechanism: testOnly('await admin.blockThirdPartyCookies()'),
  },
};
