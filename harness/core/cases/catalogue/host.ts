import type {Case} from '../case.ts';
import {ACCEPT, EITHER, forProfiles, overrides, PREFLIGHT_PASSES, READABLE, REFUSE} from '../expectations.ts';
import {
  exchange,
  hostFault,
  lateOrder,
  limitedChanges,
  repeatedSignals,
  request,
  shopRedirect,
  storefrontFault,
} from '../mechanisms.ts';
import {BEARER, CROSS_ORIGIN, CUSTOMER_PROFILES, only, PROFILES_WITH_AUDIENCE} from '../profile-groups.ts';
import {alsoSending, NEW_ORIGIN, preflight, SHOPIFYCDN} from '../request-mutations.ts';
import {withHeaders, withQuery} from '../request-parts.ts';
import {ALLOW_EVERY_ORIGIN} from './fixes.ts';

const CATCH = 'Catch what sessionToken.get() throws, and show an error.';
const ASK = 'Check that there is a token before you send it.';
const WAIT = 'Show a loading state, and time out.';
const CROSS_ORIGIN_PROFILES = PROFILES_WITH_AUDIENCE.filter((profile) => profile !== 'embedded');
const EMBEDDED = {embedded: CROSS_ORIGIN.exceptions.embedded ?? ''};

/** Cases about the platform's page: it gives no token, or its requests look unusual. */
export const HOST: Readonly<Record<string, Case>> = {
  'host-reject': {
    title: 'the host gave no session token: sessionToken.get() rejects with SessionTokenApiError',
    class: 'interop',
    severity: 'high',
    source: 'Shopify/ui-extensions #842, #1081, #1232, #1907',
    fix: CATCH,
    mechanism: hostFault({gives: 'nothing'}),
  },
  'host-null': {
    title: 'the host gave null instead of a token',
    class: 'interop',
    severity: 'high',
    source: 'Shopify/ui-extensions #1907, #2408',
    fix: ASK,
    mechanism: hostFault({gives: 'null'}),
  },
  'host-never': {
    title: 'the host never answers: sessionToken.get() stays pending',
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/shopify-app-bridge #192',
    fix: WAIT,
    mechanism: hostFault({gives: 'never'}),
  },
  'host-slow': {
    title: 'the host gave the token after 5 s',
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/shopify-app-bridge #192',
    fix: WAIT,
    mechanism: hostFault({gives: 'token', after: 5000}),
  },
  'host-slow-30s': {
    title: 'the host gave the token after 30 s',
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/shopify-app-bridge #192',
    fix: WAIT,
    mechanism: hostFault({gives: 'token', after: 30_000}),
  },
  'host-first-call-fails': {
    title: 'the host gave no token at the first call, and gives one at the second',
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/ui-extensions #1081, #1232 (an extension that the editor has not saved)',
    fix: 'Ask once more before you show an error.',
    mechanism: hostFault({gives: 'nothing'}),
  },
  'host-permission-revoked': {
    title: 'the host gave no token because the user may no longer use the app',
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/ui-extensions PR #2960',
    fix: ASK,
    mechanism: hostFault({gives: 'no permission'}),
  },
  'host-storefront-no-token': {
    title:
      'the page got no token for the Storefront API: shopify.query() rejects with StorefrontMissingToken',
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/ui-extensions #1221',
    fix: 'Catch what shopify.query() throws, and ask once more.',
    mechanism: storefrontFault({gives: 'no token'}),
  },
  'host-password-page': {
    title: 'the shop is behind its password page, and redirects a request to an app proxy to that page',
    class: 'interop',
    severity: 'medium',
    source:
      'shopify.dev, network access of extensions: app proxies of password protected shops are not supported',
    fix: "Call the app's own address, and show an error if a request fails.",
    mechanism: shopRedirect(),
  },
  'host-order-later': {
    title: 'the order of the thank-you page is created 5 s later, so APIs and signals do not have it before',
    class: 'interop',
    severity: 'medium',
    source: 'shopify.dev, thank-you page; Shopify/ui-extensions #2064',
    fix: 'Ask again after a moment, or wait for the webhook orders/create.',
    mechanism: lateOrder(5000),
  },
  'host-signals-repeat': {
    title:
      'every signal of the extension reports again after the start, with an equal value and a new identity',
    class: 'interop',
    severity: 'low',
    source: 'Shopify/ui-extensions #1918',
    fix: 'Compare values, not identities, before you send a request or run an effect again.',
    mechanism: repeatedSignals(),
  },
  'host-changes-limited': {
    title: 'the checkout limits an extension that made too many changes: it may not change or block any more',
    class: 'interop',
    severity: 'medium',
    source: 'shopify.dev extension performance: applying changes',
    fix: 'Apply a change only if the value differs, wait until the buyer has finished, and read each result.',
    mechanism: limitedChanges(),
  },
  'host-auto-header': {
    title: "the admin adds the token to a request to the app's own address, and a request elsewhere has none",
    expects: forProfiles(
      only(['admin', 'pos'], 'the host adds no header for this kind of token', EMBEDDED),
      ACCEPT,
    ),
    class: 'interop',
    severity: 'high',
    source: 'Shopify/ui-extensions #1172, PR #2288, PR #2960',
    fix: 'Read the Authorization header even if the extension sets none. Treat a request without it as nobody, whatever its Origin.',
    mechanism: exchange(async (given, {token, carry}) => {
      const sent = withHeaders(given, ['Origin', SHOPIFYCDN], ['Sec-Fetch-Mode', 'cors']);
      return [{request: carry(sent, await token())}, {request: sent, expects: REFUSE}];
    }),
  },
  'host-redirect-leak': {
    title:
      'a valid request that looks like a page request must not be redirected to another origin, where the token could follow',
    expects: forProfiles(BEARER, {
      ...EITHER,
      noCrossOriginRedirect: true,
    }),
    class: 'anyone',
    severity: 'high',
    source: 'Fetch standard (the header is dropped across origins); other clients keep it',
    fix: 'Answer API routes directly; never redirect a request that carries a token.',
    mechanism: request({
      document: alsoSending([['Accept', 'text/html']]),
      navigation: alsoSending([
        ['Accept', 'text/html'],
        ['Sec-Fetch-Mode', 'navigate'],
        ['Upgrade-Insecure-Requests', '1'],
      ]),
      'shop in the query': async (given, {token, carry, context: {world}}) =>
        withQuery(
          carry(given, await token()),
          ['shop', world.shop.domain],
          ['host', btoa(`${world.shop.domain}/admin`)],
        ),
    }),
  },
  'host-opaque-origin': {
    title:
      "the request comes from a worker with an opaque origin, or from the origin of the extension's script",
    expects: {
      ...forProfiles(only(CROSS_ORIGIN_PROFILES, 'these pages have another origin', EMBEDDED), ACCEPT),
      ...overrides(CUSTOMER_PROFILES, READABLE),
    },
    class: 'interop',
    severity: 'high',
    source: 'shopify-app-js PR #3237; shopify.dev (null origin)',
    fix: ALLOW_EVERY_ORIGIN,
    mechanism: request({
      null: alsoSending([['Origin', 'null']]),
      shopifycdn: alsoSending([['Origin', SHOPIFYCDN]]),
    }),
  },
  'host-new-origin': {
    title: 'the request comes from an origin that the platform has never used before',
    expects: forProfiles(only(CUSTOMER_PROFILES, 'these pages have another origin'), READABLE),
    class: 'interop',
    severity: 'high',
    source: 'Shopify/ui-extensions #489, #1646 (the origin of workers has moved several times)',
    fix: ALLOW_EVERY_ORIGIN,
    mechanism: request(alsoSending([['Origin', NEW_ORIGIN]])),
  },
  'host-minis-origin': {
    title: 'a Mini asks from http://localhost with its own port',
    expects: forProfiles(only(['shop-minis'], 'only Minis use that origin'), PREFLIGHT_PASSES),
    class: 'interop',
    severity: 'medium',
    source: 'shopify.dev shop-minis network requests',
    fix: 'Allow every port of http://localhost.',
    mechanism: exchange({
      '5173': preflight('http://localhost:5173'),
      '41999': preflight('http://localhost:41999'),
    }),
  },
  'host-bot-ua': {
    title: 'the request comes from a headless browser that identifies itself',
    expects: forProfiles(only(PROFILES_WITH_AUDIENCE, 'no page calls this backend'), ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'shopify-app-js reject-bot-request.ts (410)',
    fix: 'Do not block API requests by their user agent.',
    mechanism: request(
      alsoSending([
        [
          'User-Agent',
          'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0.0.0 Safari/537.36',
        ],
      ]),
    ),
  },
};
