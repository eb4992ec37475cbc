import {userToken} from '../../platforms/shop-minis/user-token.ts';
import {idToken} from '../../platforms/shopify/id-token.ts';
import {postPurchaseToken} from '../../platforms/shopify/post-purchase-token.ts';
import {checkoutToken, sessionToken} from '../../platforms/shopify/session-token.ts';
import {adminToken, appKeyToken} from '../../platforms/vtex/vtex-tokens.ts';
import {numberOf} from '../../world/gid.ts';
import {PEOPLE} from '../../world/people.ts';
import type {Case, TokenMutation} from '../case.ts';
import {ACCEPT, EITHER, FOLLOW_TOKEN, FORBID, forProfiles, REFUSE, REFUSE_4XX} from '../expectations.ts';
import {forgedQuery} from '../forged-requests.ts';
import {request, testOnly, token} from '../mechanisms.ts';
import {
  APP_SIGNED_PROFILES,
  BARE_DEST,
  CUSTOMER_PROFILES,
  only,
  PROFILES_WITH_AUDIENCE,
  STAFF_PROFILES,
  WITH_GUESTS,
  WITH_SHOP,
} from '../profile-groups.ts';
import {alsoSending, authorization} from '../request-mutations.ts';
import {withHeaders} from '../request-parts.ts';
import {
  aboutCustomer,
  claims,
  compose,
  expiringIn,
  partsSerializedAs,
  replacedBy,
  signedBy,
  withOldSignature,
} from '../token-mutations.ts';
import {ASK_VTEX_ID, SHOP_OF_TOKEN, VERIFY_FIRST} from './fixes.ts';
import {EC_FORGER, OTHER_SECRET, OTHER_SHOP} from './strangers.ts';

const OWN_KIND =
  'On routes for staff, ask for sid, and for dest with a scheme. Checkout tokens have neither.';
const SAME_KIND = 'the route takes this kind of token';
const FOR_OTHER_ROUTES = {
  'post-purchase': 'it is about routes for other tokens; surf-session-on-postpurchase covers this one',
} as const;
const STAFF_ROUTES = only(STAFF_PROFILES, SAME_KIND, FOR_OTHER_ROUTES);
const CUSTOMER_ROUTES = only(CUSTOMER_PROFILES, SAME_KIND, FOR_OTHER_ROUTES);
const VTEX = only(['vtex'], 'accounts belong to VTEX');
const CHECKOUT = only(['checkout'], 'these tokens have a documented form only', FOR_OTHER_ROUTES);
const ASK_PLATFORM = 'Exchange the token with userTokenVerify; never decode it.';

/** Tokens of one surface on the routes of another: one secret signs several kinds. */
export const SURFACES: Readonly<Record<string, Case>> = {
  'surf-checkout-on-admin': {
    title: "a guest's checkout token is sent to an admin route",
    expects: forProfiles(STAFF_ROUTES, REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 8725 3.12',
    fix: OWN_KIND,
    mechanism: token({
      'with iss': checkoutTokenOfGuest({}),
      'without iss': checkoutTokenOfGuest({iss: undefined}),
    }),
  },
  'surf-customer-on-admin': {
    title: "a customer's token is sent to a route for staff",
    expects: forProfiles(STAFF_ROUTES, REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 8725 3.12',
    fix: OWN_KIND,
    mechanism: token(replacedBy(sessionToken, () => ({customer: PEOPLE.ada}))),
  },
  'surf-customer-number-on-admin': {
    title: 'a token shaped like an admin token has a customer gid as sub',
    expects: forProfiles(STAFF_ROUTES, REFUSE),
    class: 'defence',
    severity: 'high',
    source: 'RFC 8725 3.12',
    fix: "On routes for staff, accept sub only as a staff member's number.",
    mechanism: token(claims({sub: PEOPLE.ada.id})),
  },
  'surf-postpurchase-on-admin': {
    title: 'a post-purchase token, without aud, is sent to an admin route',
    expects: forProfiles(
      only(STAFF_PROFILES, 'surf-postpurchase-on-checkout covers the other kinds', {
        'post-purchase': SAME_KIND,
      }),
      REFUSE,
    ),
    class: 'anyone',
    severity: 'critical',
    source: 'ui-extensions #1817; shopify-app-js PR #387',
    fix: OWN_KIND,
    mechanism: token(replacedBy(postPurchaseToken)),
  },
  'surf-postpurchase-on-checkout': {
    title: 'a post-purchase token, without aud, is sent to a route for checkout and account extensions',
    expects: forProfiles(
      only(CUSTOMER_PROFILES, 'surf-postpurchase-on-admin covers the other kinds', {
        'post-purchase': SAME_KIND,
      }),
      REFUSE,
    ),
    class: 'anyone',
    severity: 'high',
    source: 'ui-extensions #1817; shopify-app-js PR #387',
    fix: 'Compare aud with your client id, whole and exactly.',
    mechanism: token(replacedBy(postPurchaseToken)),
  },
  'surf-admin-on-checkout': {
    title: "a staff member's token is sent to a route for customers",
    expects: forProfiles(CUSTOMER_ROUTES, EITHER),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 8725 3.12',
    fix: "Never take a staff number for a customer's number.",
    mechanism: token(replacedBy(idToken)),
  },
  'surf-session-on-postpurchase': {
    title: 'a session token is sent to a post-purchase route',
    expects: forProfiles(only(['post-purchase'], SAME_KIND), REFUSE),
    class: 'anyone',
    severity: 'high',
    source: 'RFC 8725 3.12',
    fix: 'Check that iss is "shopify", and that the purchase in input_data is the requested one.',
    mechanism: token({checkout: replacedBy(checkoutToken), admin: replacedBy(idToken)}),
  },
  'surf-minis-on-shopify': {
    title: "a Mini's user token, signed with another key, is sent to a route for session tokens",
    expects: forProfiles(only(APP_SIGNED_PROFILES, SAME_KIND), REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 8725 3.12',
    fix: VERIFY_FIRST,
    mechanism: token(replacedBy(userToken)),
  },
  'surf-shopify-on-minis': {
    title: "a session token is sent instead of a Mini's user token",
    expects: forProfiles(only(['shop-minis'], SAME_KIND, FOR_OTHER_ROUTES), REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'shopify.dev shop-minis custom backend',
    fix: ASK_PLATFORM,
    mechanism: token({checkout: replacedBy(checkoutToken), admin: replacedBy(idToken)}),
  },
  'surf-pos-null': {
    title: 'the point of sale gave no token, and the request says "Bearer null"',
    expects: forProfiles(only(PROFILES_WITH_AUDIENCE, 'this host never gives null'), REFUSE),
    class: 'anyone',
    severity: 'high',
    source: 'ui-extensions #2408, PR #2960',
    fix: 'Answer 401 to a token that cannot be read. In the extension, check that there is a token.',
    mechanism: request(authorization(() => 'Bearer null')),
  },
  'surf-bearer-undefined': {
    title: 'the host gave no token, and the request says "Bearer undefined"',
    expects: forProfiles(
      only([...PROFILES_WITH_AUDIENCE, 'shop-minis'], 'this host never gives undefined'),
      REFUSE,
    ),
    class: 'anyone',
    severity: 'high',
    source: 'ui-extensions #1907',
    fix: 'Answer 401 to a token that cannot be read. In the extension, check that there is a token.',
    mechanism: request({
      undefined: authorization(() => 'Bearer undefined'),
      promise: authorization(() => 'Bearer [object Promise]'),
      object: authorization(() => 'Bearer [object Object]'),
      NaN: authorization(() => 'Bearer NaN'),
    }),
  },
  'surf-other-app': {
    title: 'a valid token of another app in the same shop is sent',
    expects: forProfiles(only(APP_SIGNED_PROFILES, 'the platform refuses it'), REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 8725 3.9',
    fix: 'Verify with your own client secret, and compare aud with your own client id.',
    mechanism: token(compose(claims({aud: 'another-app'}), signedBy({alg: 'HS256', secret: OTHER_SECRET}))),
  },
  'surf-minis-other-mini': {
    title: 'the user token was issued for another Mini',
    expects: forProfiles(only(['shop-minis'], 'surf-other-app covers the other kinds'), REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'shopify.dev userTokenVerify (INVALID_MINI)',
    fix: 'Answer 401 to every error of userTokenVerify.',
    mechanism: token(claims({aud: 'another-mini'})),
  },
  'surf-guest': {
    title: 'a guest is at the page, so the token has no sub',
    expects: forProfiles(WITH_GUESTS, ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'laravel-shopify #426; shopify-api-ruby #1369',
    fix: 'Serve guests: sub is missing if nobody is signed in.',
    guest: true,
    mechanism: token(aboutCustomer(null)),
  },
  'surf-sub-gid': {
    title: 'sub is a gid, and code may expect a number',
    expects: forProfiles(only(CUSTOMER_PROFILES, 'sub is not a gid in these tokens'), ACCEPT),
    class: 'interop',
    severity: 'medium',
    source: 'laravel-shopify #329',
    fix: 'Read sub as a string.',
    mechanism: token(aboutCustomer({...PEOPLE.ada, id: 'gid://shopify/Customer/9007199254740993'})),
  },
  'surf-dest-bare-host': {
    title: 'dest has no scheme, and code may parse it as a URL',
    expects: forProfiles(BARE_DEST, ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'laravel-shopify #329; new URL() throws',
    fix: 'Accept dest with and without a scheme.',
    mechanism: token(claims(({world}) => ({dest: world.shop.domain}))),
  },
  'surf-extra-sig-claim': {
    title: 'the admin token has the newer claim sig',
    expects: forProfiles(only(STAFF_PROFILES, 'these tokens have no sig'), ACCEPT),
    class: 'interop',
    severity: 'medium',
    source: 'shopify-app-js #2509 (a token in it)',
    fix: 'Ignore unknown claims.',
    mechanism: token(claims({sig: 'd1f2'.repeat(16)})),
  },
  'surf-checkout-with-iss': {
    title: 'the checkout token has iss, as an admin token has, and no sid',
    expects: forProfiles(CHECKOUT, ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'laravel-shopify #426, #439; shopify-api-ruby #1346, #1369',
    fix: 'Do not distinguish surfaces by iss, which checkout tokens have since 2025. Use the route, or sid.',
    mechanism: token({
      shop: claims(({world}) => ({iss: `https://${world.shop.domain}/admin`})),
      platform: claims(({world}) => ({iss: `https://shopify.com/${numberOf(world.shop.id)}`})),
    }),
  },
  'surf-checkout-without-iss': {
    title: 'the checkout token has no iss, as documented',
    expects: forProfiles(CHECKOUT, ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'shopify.dev session token API of checkout UI extensions',
    fix: 'Do not require iss: the documented checkout token has none.',
    mechanism: token(claims({iss: undefined})),
  },
  'surf-admin-sub-zero': {
    title: 'sub of the admin token is 0 or negative',
    expects: forProfiles(STAFF_ROUTES, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'zero read as absent',
    fix: 'Either answer is fine; 0 must not mean everybody.',
    mechanism: token({zero: claims({sub: '0'}), negative: claims({sub: '-1'})}),
  },
  'surf-minis-jwt-decode': {
    title: 'the platform never issued the user token, which looks valid when only decoded',
    expects: forProfiles(only(['shop-minis'], 'key-wrong covers the other kinds'), REFUSE),
    class: 'anyone',
    severity: 'high',
    source: 'shopify.dev shop-minis custom backend',
    fix: ASK_PLATFORM,
    mechanism: token({
      'another key': signedBy({alg: 'HS256', secret: 'the-secret-of-another-platform'}),
      'secret of the app': signedBy(({world}) => ({alg: 'HS256', secret: world.app.clientSecret})),
      unsigned: signedBy(null, 'none'),
    }),
  },
  'surf-minis-opaque': {
    title: 'the platform never issued the user token, which is an opaque string',
    expects: forProfiles(only(['shop-minis'], 'not-a-token covers the other kinds'), REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'shopify.dev shop-minis custom backend (opaque)',
    fix: ASK_PLATFORM,
    mechanism: token(partsSerializedAs(() => 'shopminis_0123456789abcdef')),
  },
  'surf-minis-guest': {
    title: "the Mini's user is a guest",
    expects: forProfiles(only(['shop-minis'], 'surf-guest covers the other kinds'), EITHER),
    class: 'interop',
    severity: 'medium',
    source: 'UserTokenVerifyPayload (userState GUEST)',
    fix: 'Decide by userState, and never read publicId if it is null.',
    mechanism: token(replacedBy(userToken, () => ({customer: null}))),
  },
  'surf-minis-errors': {
    title: 'userTokenVerify answers with each of its errors, all with HTTP 200',
    expects: forProfiles(
      only(['shop-minis'], 'backends do not ask the platform about these tokens'),
      REFUSE_4XX,
    ),
    class: 'anyone',
    severity: 'high',
    source: 'shopify.dev userTokenVerify; shop-minis supabase/functions/auth',
    fix: 'Answer 401 to every error of userTokenVerify; HTTP 200 alone means nothing.',
    mechanism: token({
      TOKEN_INVALID: signedBy({alg: 'HS256', secret: 'the-secret-of-another-platform'}),
      TOKEN_EXPIRED: expiringIn(-60),
      INVALID_MINI: claims({aud: 'another-mini'}),
      USER_NOT_FOUND: claims({sub: 'shop-user-0'}),
    }),
  },
  'surf-vtex-es256-typ-lower': {
    title: 'a valid token: ES256, kid, and typ in lower case',
    expects: forProfiles(only(['vtex'], 'these tokens have another header'), ACCEPT),
    class: 'interop',
    severity: 'medium',
    source: 'tokens in vtex/openapi-schemas',
    fix: 'Compare typ without case, or not at all.',
    mechanism: token((good) => good),
  },
  'surf-vtex-admin-vs-shopper': {
    title: "a shopper's token is sent to a route for admins",
    class: 'anyone',
    severity: 'critical',
    source: 'developers.vtex.com user tokens',
    fix: 'Answer 403 if audience in the answer of credential/validate is not admin.',
    mechanism: testOnly("const token = await simulation.mint('vtex-shopper'), sent to a route for admins"),
  },
  'surf-vtex-admin-on-shopper': {
    title: "an admin's token, or an app key's token without a person, is sent to a route for shoppers",
    expects: forProfiles(VTEX, EITHER),
    class: 'anyone',
    severity: 'medium',
    source: 'developers.vtex.com user tokens',
    fix: 'Decide by audience and type in the answer of credential/validate.',
    mechanism: token({'app key': replacedBy(appKeyToken), admin: replacedBy(adminToken)}),
  },
  'surf-vtex-cookie-name': {
    title: 'the token is in a cookie, or in the header named after its account',
    expects: forProfiles(VTEX, ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'vtexdocs/dev-portal-content PR #2642',
    fix: 'Read VtexIdclientAutCookie and VtexIdclientAutCookie_<account>, from header and cookie.',
    mechanism: request({
      'cookie of the account': async (given, {token: mint, context}) =>
        withHeaders(given, [
          'Cookie',
          `VtexIdclientAutCookie_${context.world.vtex.account.name}=${await mint()}`,
        ]),
      'cookie of the family': async (given, {token: mint}) =>
        withHeaders(given, ['Cookie', `VtexIdclientAutCookie=${await mint()}`]),
      'header of the account': async (given, {token: mint, context}) =>
        withHeaders(given, [`VtexIdclientAutCookie_${context.world.vtex.account.name}`, await mint()]),
    }),
  },
  'surf-vtex-header-case': {
    title: 'the header name is in lower case',
    expects: forProfiles(VTEX, ACCEPT),
    class: 'interop',
    severity: 'medium',
    source: 'RFC 9110 5.1 (case-insensitive)',
    fix: 'Compare header names without case.',
    mechanism: request(async (given, {token: mint}) =>
      withHeaders(given, ['vtexidclientautcookie', await mint()]),
    ),
  },
  'surf-vtex-bearer': {
    title: 'the token is in the Authorization header, where VTEX does not send it',
    expects: forProfiles(VTEX, EITHER),
    class: 'interop',
    severity: 'low',
    source: 'vtex/node-vtex-api PR #341',
    fix: 'Either answer is fine.',
    mechanism: request(async (given, {token: mint}) =>
      withHeaders(given, ['Authorization', `Bearer ${await mint()}`]),
    ),
  },
  'surf-vtex-header-and-cookie': {
    title: 'header and cookie carry different tokens, one valid and one of a stranger',
    expects: forProfiles(VTEX, EITHER),
    class: 'anyone',
    severity: 'medium',
    source: 'vtex/faststore #3294, #3381',
    fix: 'Use one carrier, and refuse a request whose carriers disagree.',
    mechanism: request(async (given, {token: mint, carry, context}) =>
      withHeaders(carry(given, await mint()), [
        'Cookie',
        `VtexIdclientAutCookie_${context.world.vtex.account.name}=${await mint(signedBy(EC_FORGER))}`,
      ]),
    ),
  },
  'surf-vtex-shopper-other-account': {
    title: "a shopper's token was issued by another account",
    expects: forProfiles(VTEX, FORBID),
    class: 'anyone',
    severity: 'high',
    source: 'developers.vtex.com user tokens (cookies and sessions are of one account)',
    fix: 'Compare account in the answer of credential/validate with your own.',
    mechanism: token(claims({account: 'another-account'})),
  },
  'surf-vtex-wrong-credentials': {
    title: 'credential/validate of VTEX ID answers WrongCredentials, with status 401',
    expects: forProfiles(only(['vtex'], 'backends do not ask the platform about these tokens'), REFUSE),
    class: 'anyone',
    severity: 'high',
    source: 'vtex/openapi-schemas, VTEX ID API',
    fix: 'Answer 401 to every authStatus but Success.',
    mechanism: token({stranger: signedBy(EC_FORGER), expired: expiringIn(-60)}),
  },
  'surf-vtex-session-token': {
    title: 'a session token of another platform is sent instead of a VTEX token',
    expects: forProfiles(
      only(['vtex'], 'surf-minis-on-shopify and similar cases cover the other kinds'),
      REFUSE,
    ),
    class: 'anyone',
    severity: 'high',
    source: 'RFC 8725 3.12',
    fix: ASK_VTEX_ID,
    mechanism: token(replacedBy(sessionToken)),
  },
  'surf-vtex-audience-changed': {
    title: "the audience of a shopper's token was changed to admin without a new signature",
    expects: forProfiles(VTEX, REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'code that only decodes (jwt-decode)',
    fix: ASK_VTEX_ID,
    mechanism: token(withOldSignature(claims({audience: 'admin'}))),
  },
  'surf-vtex-app-key-pair': {
    title: 'an invented app key and token accompany a valid token',
    expects: forProfiles(VTEX, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'developers.vtex.com (either is asked for)',
    fix: 'Either answer is fine; the pair must not win over the token unchecked.',
    mechanism: request(
      alsoSending([
        ['X-VTEX-API-AppKey', 'vtexappkey-acme-FORGED'],
        ['X-VTEX-API-AppToken', 'forged'],
      ]),
    ),
  },
  'surf-vtex-admin-two-accounts': {
    title: "an admin's token was issued by another account, and the admin has a role here too",
    class: 'interop',
    severity: 'high',
    source: 'developers.vtex.com user tokens (not exclusive to a store)',
    fix: "Ask License Manager for the admin's role here, instead of comparing account.",
    mechanism: testOnly(
      "const token = await simulation.mint('vtex-admin', {admin: 'grace', account: 'globex'})",
    ),
  },
  'surf-vtex-admin-no-role': {
    title: "an admin's token was issued by another account, and the admin has no role here",
    class: 'anyone',
    severity: 'high',
    source: 'developers.vtex.com user tokens',
    fix: 'Answer 403 if License Manager grants nothing.',
    mechanism: testOnly(
      "const token = await simulation.mint('vtex-admin', {admin: 'mary'}), sent to the other account",
    ),
  },
  'surf-other-shop': {
    title: 'the query names another shop than the token',
    expects: forProfiles(WITH_SHOP, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'critical',
    source: 'shopify.dev (the shop is that of dest)',
    fix: SHOP_OF_TOKEN,
    mechanism: request(forgedQuery(['shop', 'shop_domain', 'domain', 'store'], () => OTHER_SHOP)),
  },
};

/** Makes a guest's checkout token with the `iss` of an admin token, the nearest that it gets to one. */
function checkoutTokenOfGuest(change: {readonly iss?: undefined}): TokenMutation {
  return compose(
    replacedBy(checkoutToken, () => ({customer: null})),
    claims(({world}) => ({iss: `https://${world.shop.domain}/admin`, ...change})),
  );
}
