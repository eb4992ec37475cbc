import type {Case} from './case.ts';
import {
  ACCEPT,
  CUSTOMER_PROFILES,
  EITHER,
  PREFLIGHT_PASSES,
  READABLE,
  REFUSE,
  STAFF_PROFILES,
  WITH_AUDIENCE,
  forProfiles,
} from './expect.ts';
import {SHOPIFYCDN, beside, exchange, preflight, request, withHeaders, withQuery} from './send.ts';

const CATCH = 'Catch what sessionToken.get() throws, and show an error.';
const ASK = 'Check that there is a token before you send it.';
const WAIT = 'Show a loading state, and time out.';

/** What the page of the platform does instead of giving a token, and what its requests look like. */
export const HOST: Readonly<Record<string, Case>> = {
  'host-reject': {
    title: 'the host gave no session token: sessionToken.get() rejects with SessionTokenApiError',
    expects: {},
    class: 'interop',
    severity: 'high',
    source: 'Shopify/ui-extensions #842, #1081, #1232, #1907',
    fix: CATCH,
    mechanism: {at: 'host', answer: {gives: 'nothing'}},
  },
  'host-null': {
    title: 'the host gave null instead of a token',
    expects: {},
    class: 'interop',
    severity: 'high',
    source: 'Shopify/ui-extensions #1907, #2408',
    fix: ASK,
    mechanism: {at: 'host', answer: {gives: 'null'}},
  },
  'host-never': {
    title: 'the host never answers: sessionToken.get() stays pending',
    expects: {},
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/shopify-app-bridge #192',
    fix: WAIT,
    mechanism: {at: 'host', answer: {gives: 'never'}},
  },
  'host-slow': {
    title: 'the host gave the token after 5 s',
    expects: {},
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/shopify-app-bridge #192',
    fix: WAIT,
    mechanism: {at: 'host', answer: {gives: 'token', after: 5000}},
  },
  'host-slow-30s': {
    title: 'the host gave the token after 30 s',
    expects: {},
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/shopify-app-bridge #192',
    fix: WAIT,
    mechanism: {at: 'host', answer: {gives: 'token', after: 30_000}},
  },
  'host-first-call-fails': {
    title: 'the host gave no token at the first call, and gives one at the second',
    expects: {},
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/ui-extensions #1081, #1232 (an extension that the editor has not saved)',
    fix: 'Ask once more before you show an error.',
    mechanism: {at: 'host', answer: {gives: 'nothing'}},
  },
  'host-permission-revoked': {
    title: 'the host gave no token because the user may no longer use the app',
    expects: {},
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/ui-extensions PR #2960',
    fix: ASK,
    mechanism: {at: 'host', answer: {gives: 'no permission'}},
  },
  'host-auto-header': {
    title: "the admin adds the token to a request to the app's own address, and a request elsewhere has none",
    expects: forProfiles(STAFF_PROFILES, ACCEPT),
    notApplicableReason: 'the host adds no header for this kind of token',
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
    expects: forProfiles([...WITH_AUDIENCE, 'post-purchase', 'shop-minis'], {
      ...EITHER,
      noCrossOriginRedirect: true,
    }),
    notApplicableReason: 'this kind of token is not sent in the Authorization header',
    class: 'anyone',
    severity: 'high',
    source: 'Fetch standard (the header is dropped across origins); other clients keep it',
    fix: 'Answer API routes directly; never redirect a request that carries a token.',
    mechanism: request({
      document: beside([['Accept', 'text/html']]),
      navigation: beside([
        ['Accept', 'text/html'],
        ['Sec-Fetch-Mode', 'navigate'],
        ['Upgrade-Insecure-Requests', '1'],
      ]),
      'shop in the query': async (given, {token, carry, facts: {world}}) =>
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
    expects: {...forProfiles(CUSTOMER_PROFILES, READABLE), ...forProfiles(STAFF_PROFILES, ACCEPT)},
    notApplicableReason: 'these pages have another origin',
    class: 'interop',
    severity: 'high',
    source: 'shopify-app-js PR #3237; shopify.dev (null origin)',
    fix: 'Allow every origin: Access-Control-Allow-Origin: *.',
    mechanism: request({null: beside([['Origin', 'null']]), shopifycdn: beside([['Origin', SHOPIFYCDN]])}),
  },
  'host-minis-origin': {
    title: 'a Mini asks from http://localhost with its own port',
    expects: forProfiles(['shop-minis'], PREFLIGHT_PASSES),
    notApplicableReason: 'only Minis use that origin',
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
    expects: forProfiles(WITH_AUDIENCE, ACCEPT),
    notApplicableReason: 'no page calls this backend',
    class: 'interop',
    severity: 'high',
    source: 'shopify-app-js reject-bot-request.ts (410)',
    fix: 'Do not block API requests by their user agent.',
    mechanism: request(
      beside([
        [
          'User-Agent',
          'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0.0.0 Safari/537.36',
        ],
      ]),
    ),
  },
};
