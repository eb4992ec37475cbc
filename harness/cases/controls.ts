import {idToken} from '../platforms/shopify/id-token.ts';
import {sessionToken} from '../platforms/shopify/session-token.ts';
import type {Case} from './case.ts';
import {ACCEPT, APP_SIGNED, BUYERS, STAFFED, on} from './expect.ts';
import {claims, claimsText, another, header, token} from './make.ts';

const PLATFORM_MAKES = 'only the platform makes such tokens, and makes them in one way';

/** Good tokens, also unusual ones: a backend that refuses them refuses real users. */
export const CONTROLS: Readonly<Record<string, Case>> = {
  'ok-admin': {
    says: 'the token is a good one of the admin',
    expects: on(STAFFED, ACCEPT),
    elsewhere: 'the route takes another kind of token',
    class: 'interop',
    severity: 'high',
    source: 'shopify.dev session tokens; shopify-app-template-remix #286',
    fix: 'Check that the backend has the right client id and client secret.',
    mechanism: token(another(idToken)),
  },
  'ok-checkout': {
    says: 'the token is a good one of a guest: no issuer, no session, no subject, dest without scheme',
    expects: on(BUYERS, ACCEPT),
    elsewhere: 'the route takes another kind of token',
    class: 'interop',
    severity: 'high',
    source: 'shopify.dev session token API of checkout UI extensions',
    fix: 'Ask for no claim that the platform does not promise: iss, sid and sub may be missing.',
    mechanism: token(another(sessionToken, () => ({customer: null}))),
  },
  'ok-checkout-customer': {
    says: 'the token is a good one of a customer who is signed in',
    expects: on(BUYERS, ACCEPT),
    elsewhere: 'the route takes another kind of token',
    class: 'interop',
    severity: 'high',
    source: 'shopify.dev session token API; laravel-shopify #426',
    fix: 'Take a gid as the subject.',
    mechanism: token((good) => good),
  },
  'ok-escaped-slashes': {
    says: 'the slashes in the token’s JSON are escaped, as the platform does it',
    expects: on(APP_SIGNED, ACCEPT),
    elsewhere: PLATFORM_MAKES,
    class: 'interop',
    severity: 'high',
    source: 'shopify-app-template-remix #286 (a token in it)',
    fix: 'Read the claims with a JSON parser.',
    mechanism: token(claimsText((json) => json.replaceAll('/', '\\/'))),
  },
  'ok-no-typ': {
    says: 'the header of the token holds the algorithm alone',
    expects: on(APP_SIGNED, ACCEPT),
    elsewhere: PLATFORM_MAKES,
    class: 'interop',
    severity: 'medium',
    source: 'RFC 7519 5.1; shopify-api test-helpers/get-jwt.ts',
    fix: 'Do not ask for typ.',
    mechanism: token(header({typ: undefined})),
  },
  'ok-typ-lower': {
    says: 'the token says its type in lower case',
    expects: on(APP_SIGNED, ACCEPT),
    elsewhere: PLATFORM_MAKES,
    class: 'interop',
    severity: 'low',
    source: 'RFC 7519 5.1 (compared without case)',
    fix: 'Do not ask for typ, or compare it without case.',
    mechanism: token(header({typ: 'jwt'})),
  },
  'ok-unknown-header': {
    says: 'the header of the token has a member that nobody knows',
    expects: on(APP_SIGNED, ACCEPT),
    elsewhere: PLATFORM_MAKES,
    class: 'interop',
    severity: 'low',
    source: 'RFC 7515 4 (ignored)',
    fix: 'Ignore header members that you do not know.',
    mechanism: token(header({foo: 1})),
  },
  'ok-unknown-claim': {
    says: 'the token has a claim that nobody knows',
    expects: on(APP_SIGNED, ACCEPT),
    elsewhere: PLATFORM_MAKES,
    class: 'interop',
    severity: 'medium',
    source: 'RFC 7519 4 (ignored)',
    fix: 'Ignore claims that you do not know.',
    mechanism: token(claims({'https://example.com/plan': {name: 'plus', since: [2024]}})),
  },
  'ok-kid': {
    says: 'the header of the token names a key that the backend does not know',
    expects: on(APP_SIGNED, ACCEPT),
    elsewhere: PLATFORM_MAKES,
    class: 'interop',
    severity: 'low',
    source: 'RFC 7515 4.1.4 (a hint)',
    fix: 'Where there is one key, ignore kid.',
    mechanism: token(header({kid: 'f3c1'})),
  },
  'ok-header-order': {
    says: 'the members of header and claims stand in another order',
    expects: on(APP_SIGNED, ACCEPT),
    elsewhere: PLATFORM_MAKES,
    class: 'interop',
    severity: 'low',
    source: 'RFC 8259 4',
    fix: 'Read header and claims with a JSON parser.',
    mechanism: token((good) => ({...good, header: reversed(good.header), claims: reversed(good.claims)})),
  },
  'ok-unicode': {
    says: 'the token holds text beyond ASCII, spelled as UTF-8 and as escapes',
    expects: on(APP_SIGNED, ACCEPT),
    elsewhere: PLATFORM_MAKES,
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
    says: 'the times of the token have fractions of a second',
    expects: on(APP_SIGNED, ACCEPT),
    elsewhere: PLATFORM_MAKES,
    class: 'interop',
    severity: 'medium',
    source: 'RFC 7519 2 (NumericDate); shopify-api test-helpers/get-jwt.ts',
    fix: 'Compare times as numbers, not as whole ones.',
    mechanism: token(
      claims((_facts, known) => ({
        exp: Number(known['exp']) + 0.5,
        ...(known['nbf'] === undefined ? {} : {nbf: Number(known['nbf']) - 0.75}),
        iat: Number(known['iat']) - 0.75,
      })),
    ),
  },
  'ok-exponent-times': {
    says: 'the times of the token are written with an exponent, which is the same number',
    expects: on(APP_SIGNED, ACCEPT),
    elsewhere: PLATFORM_MAKES,
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
