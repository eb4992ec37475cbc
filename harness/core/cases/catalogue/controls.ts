import {idToken} from '../../platforms/shopify/id-token.ts';
import type {Case} from '../case.ts';
import {ACCEPT, EITHER, forProfiles} from '../expectations.ts';
import {token} from '../mechanisms.ts';
import {APP_SIGNED_PROFILES, CUSTOMER_PROFILES, only, STAFF_PROFILES} from '../profile-groups.ts';
import {aboutCustomer, claims, claimsText, header, replacedBy} from '../token-mutations.ts';

const OTHER_KIND = 'the route takes another kind of token';
const CUSTOMER_ROUTES = only(CUSTOMER_PROFILES, OTHER_KIND);
const MADE_BY_APP = only(
  APP_SIGNED_PROFILES,
  'only the platform makes these tokens, always in the same form',
);

/** Good tokens, also unusual ones: a backend that refuses them refuses real users. */
export const CONTROLS: Readonly<Record<string, Case>> = {
  'ok-admin': {
    title: 'a valid admin token',
    expects: forProfiles(only(STAFF_PROFILES, OTHER_KIND), ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'shopify.dev session tokens; shopify-app-template-remix #286',
    fix: 'Check that the backend has the right client id and client secret.',
    mechanism: token(replacedBy(idToken)),
  },
  'ok-checkout': {
    title: 'a valid guest token: no sid, no sub, and dest without a scheme',
    expects: forProfiles(CUSTOMER_ROUTES, ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'shopify.dev session token API of checkout UI extensions',
    fix: 'Require no claim that the platform does not promise: sid and sub may be missing.',
    guest: true,
    mechanism: token(aboutCustomer(null)),
  },
  'ok-checkout-customer': {
    title: 'a valid token of a signed-in customer',
    expects: forProfiles(CUSTOMER_ROUTES, ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'shopify.dev session token API; laravel-shopify #426',
    fix: 'Accept a gid as sub.',
    mechanism: token((good) => good),
  },
  'ok-escaped-slashes': {
    title: "the token's JSON escapes its slashes, as the platform does",
    expects: forProfiles(MADE_BY_APP, ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'shopify-app-template-remix #286 (a token in it)',
    fix: 'Read the claims with a JSON parser.',
    mechanism: token(claimsText((json) => json.replaceAll('/', '\\/'))),
  },
  'ok-no-typ': {
    title: "the token's header has only alg",
    expects: forProfiles(MADE_BY_APP, ACCEPT),
    class: 'interop',
    severity: 'medium',
    source: 'RFC 7519 5.1; shopify-api test-helpers/get-jwt.ts',
    fix: 'Do not require typ.',
    mechanism: token(header({typ: undefined})),
  },
  'ok-typ-lower': {
    title: 'typ is in lower case, which the platform never sends',
    expects: forProfiles(MADE_BY_APP, EITHER),
    class: 'interop',
    severity: 'low',
    source: 'RFC 7519 5.1 (compared without case)',
    fix: 'Do not require typ, or compare it without case.',
    mechanism: token(header({typ: 'jwt'})),
  },
  'ok-unknown-header': {
    title: "the token's header has an unknown member",
    expects: forProfiles(MADE_BY_APP, ACCEPT),
    class: 'interop',
    severity: 'low',
    source: 'RFC 7515 4 (ignored)',
    fix: 'Ignore unknown header members.',
    mechanism: token(header({foo: 1})),
  },
  'ok-unknown-claim': {
    title: 'the token has an unknown claim',
    expects: forProfiles(MADE_BY_APP, ACCEPT),
    class: 'interop',
    severity: 'medium',
    source: 'RFC 7519 4 (ignored)',
    fix: 'Ignore unknown claims.',
    mechanism: token(claims({'https://example.com/plan': {name: 'plus', since: [2024]}})),
  },
  'ok-kid': {
    title: 'kid names a key that the backend does not know',
    expects: forProfiles(MADE_BY_APP, ACCEPT),
    class: 'interop',
    severity: 'low',
    source: 'RFC 7515 4.1.4 (a hint)',
    fix: 'If there is only one key, ignore kid.',
    mechanism: token(header({kid: 'f3c1'})),
  },
  'ok-header-order': {
    title: 'header and claims have their members in another order',
    expects: forProfiles(MADE_BY_APP, ACCEPT),
    class: 'interop',
    severity: 'low',
    source: 'RFC 8259 4',
    fix: 'Read header and claims with a JSON parser.',
    mechanism: token((good) => ({...good, header: reversed(good.header), claims: reversed(good.claims)})),
  },
  'ok-unicode': {
    title: 'claims contain non-ASCII text, as UTF-8 and as escapes',
    expects: forProfiles(MADE_BY_APP, ACCEPT),
    class: 'interop',
    severity: 'low',
    source: 'RFC 7519 3.1; RFC 8259 8.1',
    fix: 'Decode the claims as UTF-8.',
    mechanism: token({
      utf8: claims({name: 'Zoë 🛒'}),
      escaped: claimsText((json) => json.replace(/}$/, ',"name":"Zo\\u00eb \\ud83d\\uded2"}')),
    }),
  },
  'ok-float-times': {
    title: 'exp, nbf and iat have fractions of a second',
    expects: forProfiles(MADE_BY_APP, ACCEPT),
    class: 'interop',
    severity: 'medium',
    source: 'RFC 7519 2 (NumericDate); shopify-api test-helpers/get-jwt.ts',
    fix: 'Accept fractional timestamps: compare them as numbers, not as integers.',
    mechanism: token(
      claims((_context, known) => ({
        exp: Number(known['exp']) + 0.5,
        ...(known['nbf'] === undefined ? {} : {nbf: Number(known['nbf']) - 0.75}),
        iat: Number(known['iat']) - 0.75,
      })),
    ),
  },
  'ok-exponent-times': {
    title: 'exp, nbf and iat use exponent notation for the same values',
    expects: forProfiles(MADE_BY_APP, ACCEPT),
    class: 'interop',
    severity: 'low',
    source: 'RFC 8259 6; RFC 7519 2',
    fix: 'Read the claims with a JSON parser.',
    mechanism: token(claimsText((json) => json.replace(/"exp":(\d)(\d+)/, '"exp":$1.$2e9'))),
  },
};

function reversed(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(members).toReversed());
}
