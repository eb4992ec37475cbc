import type {Case, CaseContext} from '../case.ts';
import {ACCEPT, EITHER, forProfiles, overrides, REFUSE} from '../expectations.ts';
import {token} from '../mechanisms.ts';
import {
  APP_SIGNED,
  BARE_DEST,
  CUSTOMER_PROFILES,
  only,
  PERSON_AS_SUB,
  PROFILES_WITH_AUDIENCE,
  STAFF_PROFILES,
  WITH_AUDIENCE,
  WITH_DEST,
  WITH_JTI,
} from '../profile-groups.ts';
import {claims} from '../token-mutations.ts';
import {DOCUMENTED_TYPES} from './fixes.ts';

const AUDIENCE_RULE = 'Compare aud with your client id, whole and exactly.';
const DEST_RULE =
  "Accept dest only as a shop's host: letters, digits and hyphens, then .myshopify.com, and nothing after it.";
const ISSUER_RULE = 'Check that iss is https://, the host of dest, and /admin.';

const WITH_ISSUER = only(STAFF_PROFILES, 'these tokens have no iss that a backend could check');

/** Cases about `aud`, `iss`, `dest`, `sub`, `jti` and `sid`. */
export const AUDIENCE: Readonly<Record<string, Case>> = {
  'aud-wrong': {
    title: 'aud is the client id of another app',
    expects: forProfiles(
      only([...PROFILES_WITH_AUDIENCE, 'shop-minis', 'vtex'], WITH_AUDIENCE.reason),
      REFUSE,
    ),
    class: 'defence',
    severity: 'high',
    source: 'RFC 8725 3.9; shopify-api; shopify.dev userTokenVerify (INVALID_MINI)',
    fix: AUDIENCE_RULE,
    mechanism: token(
      claims((_context, good) => ({[good['audience'] === undefined ? 'aud' : 'audience']: 'another-app'})),
    ),
  },
  'aud-missing': {
    title: 'the token has no aud',
    expects: forProfiles(WITH_AUDIENCE, REFUSE),
    class: 'defence',
    severity: 'high',
    source: 'shopify-app-js #387; ui-extensions #1817',
    fix: AUDIENCE_RULE,
    mechanism: token(claims({aud: undefined})),
  },
  'aud-null': {
    title: 'aud is null',
    expects: forProfiles(WITH_AUDIENCE, REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7519 4.1.3',
    fix: AUDIENCE_RULE,
    mechanism: token(claims({aud: null})),
  },
  'aud-empty': {
    title: 'aud is an empty string',
    expects: forProfiles(WITH_AUDIENCE, REFUSE),
    class: 'defence',
    severity: 'high',
    source: 'every text contains the empty one',
    fix: AUDIENCE_RULE,
    mechanism: token(claims({aud: ''})),
  },
  'aud-empty-array': {
    title: 'aud is an empty array',
    expects: forProfiles(WITH_AUDIENCE, REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7519 4.1.3',
    fix: AUDIENCE_RULE,
    mechanism: token(claims({aud: []})),
  },
  'aud-prefix': {
    title: 'aud is the client id plus one letter',
    expects: forProfiles(WITH_AUDIENCE, REFUSE),
    class: 'defence',
    severity: 'high',
    source: 'comparison by startsWith',
    fix: AUDIENCE_RULE,
    mechanism: token({
      after: claims(({world}) => ({aud: `${world.app.clientId}x`})),
      before: claims(({world}) => ({aud: `x${world.app.clientId}`})),
    }),
  },
  'aud-substring': {
    title: 'aud is the client id without its last letter',
    expects: forProfiles(WITH_AUDIENCE, REFUSE),
    class: 'defence',
    severity: 'high',
    source: 'comparison by includes',
    fix: AUDIENCE_RULE,
    mechanism: token({
      'without the last': audience((id) => id.slice(0, -1)),
      'without the first': audience((id) => id.slice(1)),
      'one letter': audience((id) => id.slice(0, 1)),
    }),
  },
  'aud-upper': {
    title: 'aud is the client id with its case swapped',
    expects: forProfiles(WITH_AUDIENCE, REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7519 4.1.3 (case-sensitive)',
    fix: AUDIENCE_RULE,
    mechanism: token(audience((id) => otherCase(id))),
  },
  'aud-blank': {
    title: 'aud is the client id with a space at one end',
    expects: forProfiles(WITH_AUDIENCE, REFUSE),
    class: 'defence',
    severity: 'low',
    source: 'RFC 7519 2 (StringOrURI, compared exactly)',
    fix: AUDIENCE_RULE,
    mechanism: token({
      before: claims(({world}) => ({aud: ` ${world.app.clientId}`})),
      after: claims(({world}) => ({aud: `${world.app.clientId}\n`})),
    }),
  },
  'aud-joined': {
    title: 'aud is one string that joins two client ids',
    expects: forProfiles(WITH_AUDIENCE, REFUSE),
    class: 'defence',
    severity: 'high',
    source: 'comparison by includes',
    fix: AUDIENCE_RULE,
    mechanism: token({
      comma: claims(({world}) => ({aud: `another-app,${world.app.clientId}`})),
      blank: claims(({world}) => ({aud: `${world.app.clientId} another-app`})),
    }),
  },
  'aud-array-ok': {
    title: 'aud is an array with only the client id',
    expects: forProfiles(WITH_AUDIENCE, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 7519 4.1.3; shopify-api refuses it',
    fix: 'Either answer is fine; the platform sends a string.',
    mechanism: token(claims(({world}) => ({aud: [world.app.clientId]}))),
  },
  'aud-array-two': {
    title: 'aud is an array of another app and this one',
    expects: forProfiles(WITH_AUDIENCE, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 7519 4.1.3',
    fix: 'Either answer is fine; the platform sends a string.',
    mechanism: token(claims(({world}) => ({aud: ['another-app', world.app.clientId]}))),
  },
  'aud-array-other': {
    title: 'aud is an array of other apps',
    expects: forProfiles(WITH_AUDIENCE, REFUSE),
    class: 'defence',
    severity: 'high',
    source: 'RFC 7519 4.1.3',
    fix: AUDIENCE_RULE,
    mechanism: token({
      others: claims({aud: ['another-app', 'a-third-app']}),
      nested: claims(({world}) => ({aud: [[world.app.clientId]]})),
      longer: claims(({world}) => ({aud: [`${world.app.clientId}x`]})),
    }),
  },
  'aud-object': {
    title: 'aud is neither a string nor an array',
    expects: forProfiles(WITH_AUDIENCE, REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7519 4.1.3',
    fix: AUDIENCE_RULE,
    mechanism: token({
      object: claims(({world}) => ({aud: {id: world.app.clientId}})),
      key: claims(({world}) => ({aud: {[world.app.clientId]: true}})),
      true: claims({aud: true}),
      number: claims({aud: 1}),
    }),
  },
  'aud-pattern': {
    title: 'aud is a pattern that matches everything',
    expects: forProfiles(WITH_AUDIENCE, REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'comparison by pattern',
    fix: AUDIENCE_RULE,
    mechanism: token({
      star: claims({aud: '*'}),
      'regular expression': claims({aud: '.*'}),
      percent: claims({aud: '%'}),
    }),
  },
  'iss-missing': {
    title: 'the admin token has no iss',
    expects: forProfiles(WITH_ISSUER, REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'shopify.dev (iss belongs to dest)',
    fix: ISSUER_RULE,
    mechanism: token(claims({iss: undefined})),
  },
  'iss-other-shop': {
    title: 'iss and dest name different shops',
    expects: forProfiles(WITH_ISSUER, REFUSE),
    class: 'defence',
    severity: 'high',
    source: 'shopify.dev; shopify_python_api session_token.py',
    fix: ISSUER_RULE,
    mechanism: token(claims({iss: 'https://other-shop.myshopify.com/admin'})),
  },
  'iss-evil-domain': {
    title: 'iss and dest are on a host that is not a shop',
    expects: forProfiles(WITH_ISSUER, REFUSE),
    class: 'defence',
    severity: 'high',
    source: 'sanitizeShop of shopify-api',
    fix: DEST_RULE,
    mechanism: token(claims({iss: 'https://evil.example/admin', dest: 'https://evil.example'})),
  },
  'iss-not-a-text': {
    title: 'iss is not a string',
    expects: forProfiles(WITH_ISSUER, REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7519 4.1.1 (a string)',
    fix: ISSUER_RULE,
    mechanism: token({
      list: claims((_context, {iss}) => ({iss: [iss]})),
      object: claims({iss: {}}),
      null: claims({iss: null}),
      number: claims({iss: 1}),
    }),
  },
  'iss-wrong': {
    title: 'iss of the post-purchase token is not the platform',
    expects: forProfiles(only(['post-purchase'], 'iss-other-shop covers this kind of token'), REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'shopify.dev post-purchase JWT specification',
    fix: 'Check that iss is "shopify".',
    mechanism: token({
      'the app': claims(({world}) => ({iss: world.app.clientId})),
      missing: claims({iss: undefined}),
      longer: claims({iss: 'shopify.evil.example'}),
    }),
  },
  'dest-missing': {
    title: 'the token has no dest',
    expects: forProfiles(WITH_DEST, REFUSE),
    class: 'defence',
    severity: 'high',
    source: 'shopify.dev claim list',
    fix: DEST_RULE,
    mechanism: token(claims({dest: undefined})),
  },
  'dest-empty': {
    title: 'dest is an empty string',
    expects: forProfiles(WITH_DEST, REFUSE),
    class: 'defence',
    severity: 'high',
    source: 'sanitizeShop of shopify-api',
    fix: DEST_RULE,
    mechanism: token({
      empty: claims({dest: ''}),
      blank: claims({dest: ' '}),
      'scheme alone': claims({dest: 'https://'}),
    }),
  },
  'dest-evil': destined(
    'dest is a host that is not a shop',
    'high',
    'sanitizeShop of shopify-api',
    () => 'evil.example',
  ),
  'dest-suffix-trick': destined(
    'dest only starts like a shop',
    'high',
    'comparison by startsWith',
    (shop) => `${shop}.evil.example`,
  ),
  'dest-look-alike': destined(
    'dest ends like the platform domain, without the dot before it',
    'high',
    'comparison by endsWith("myshopify.com")',
    () => 'evilmyshopify.com',
  ),
  'dest-subdomain': destined(
    'dest is a subdomain of a shop',
    'medium',
    'sanitizeShop of shopify-api',
    (shop) => `evil.${shop}`,
  ),
  'dest-platform-alone': destined(
    'dest is the platform domain without a shop',
    'medium',
    'sanitizeShop of shopify-api',
    () => 'myshopify.com',
  ),
  'dest-userinfo-trick': destined(
    'dest has the shop as user name before a host that is not a shop',
    'high',
    'RFC 3986 3.2.1; a mistake in parsing URLs',
    (shop) => `${shop}@evil.example`,
  ),
  'dest-backslash-trick': destined(
    'a backslash ends the host in dest before the shop name',
    'high',
    'WHATWG URL: \\ counts as /',
    (shop) => `evil.example\\@${shop}`,
  ),
  'dest-fragment-trick': destined(
    'dest has the shop in the fragment or query of a host that is not a shop',
    'high',
    'a mistake in parsing URLs',
    (shop) => `evil.example#.${shop}`,
    (shop) => `evil.example?.${shop}`,
    (shop) => `evil.example/.${shop}`,
  ),
  'dest-newline': destined(
    'dest contains a line break',
    'medium',
    'patterns whose $ fits before a line break',
    (shop) => `${shop}\n`,
    (shop) => `evil.example\n${shop}`,
  ),
  'dest-port': destined('dest has a port', 'low', 'sanitizeShop of shopify-api', (shop) => `${shop}:8443`),
  'dest-dot': {
    ...destined(
      'dest ends with a dot, which names the same host',
      'low',
      'RFC 1034 3.1',
      (shop) => `${shop}.`,
    ),
    expects: forProfiles(WITH_DEST, EITHER),
  },
  'dest-homograph': destined(
    'one letter of dest is a look-alike Cyrillic letter',
    'medium',
    'IDN homographs',
    (shop) => shop.replace(/[aeo]/, (letter) => ({a: 'а', e: 'е', o: 'о'})[letter] ?? letter),
  ),
  'dest-percent': destined(
    'one letter of dest is percent-encoded',
    'low',
    'sanitizeShop of shopify-api',
    (shop) => shop.replace('.', '%2e'),
  ),
  'dest-traversal': destined(
    'dest climbs up a path',
    'medium',
    'shops that become file or key names',
    () => '../../other-shop.myshopify.com',
    (shop) => `${shop}/../other-shop`,
  ),
  'dest-http': {
    title: 'dest of the admin token uses http',
    expects: forProfiles(only(STAFF_PROFILES, 'dest has no scheme in these tokens'), REFUSE),
    class: 'defence',
    severity: 'low',
    source: 'shopify.dev (https)',
    fix: DEST_RULE,
    mechanism: token({
      http: claims(({world}) => ({dest: `http://${world.shop.domain}`})),
      javascript: claims(({world}) => ({dest: `javascript://${world.shop.domain}`})),
    }),
  },
  'dest-scheme': {
    title: 'dest has a scheme, as in admin tokens',
    expects: forProfiles(BARE_DEST, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'shopify.dev shows both spellings',
    fix: 'Either answer is fine; a backend for both surfaces needs both forms.',
    mechanism: token(claims(({world}) => ({dest: `https://${world.shop.domain}`}))),
  },
  'dest-path': {
    ...destined(
      'dest has a path',
      'low',
      'a mistake in parsing URLs',
      (shop) => `${shop}/admin`,
      (shop) => `${shop}/`,
    ),
    expects: forProfiles(WITH_DEST, EITHER),
  },
  'dest-upper': {
    ...destined('dest is in upper case', 'low', 'sanitizeShop of shopify-api refuses it', (shop) =>
      shop.toUpperCase(),
    ),
    expects: forProfiles(WITH_DEST, EITHER),
  },
  'dest-array': {
    title: 'dest is not a string',
    expects: forProfiles(WITH_DEST, REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7519 2; a TypeError becomes a 500',
    fix: DEST_RULE,
    mechanism: token({
      list: claims((_context, {dest}) => ({dest: [dest]})),
      object: claims((_context, {dest}) => ({dest: {host: dest}})),
      number: claims({dest: 42}),
      null: claims({dest: null}),
      true: claims({dest: true}),
    }),
  },
  'sub-missing': {
    title: 'the buyer is a guest, so the token has no sub',
    expects: {...forProfiles(APP_SIGNED, EITHER), ...overrides(CUSTOMER_PROFILES, ACCEPT)},
    class: 'interop',
    severity: 'high',
    source: 'laravel-shopify #426; shopify-api-ruby #1369',
    fix: 'Serve guests: sub is missing if nobody is signed in.',
    guest: true,
    mechanism: token(claims({sub: undefined})),
  },
  'sub-withheld': {
    title:
      'the app is not approved for protected customer data, so a signed-in customer has a token without sub',
    // A backend cannot distinguish such a token from a guest's, which sub-missing judges.
    expects: forProfiles(
      only(CUSTOMER_PROFILES, 'sub does not depend on that approval in these tokens'),
      EITHER,
    ),
    class: 'interop',
    severity: 'medium',
    source: 'shopify.dev protected customer data; community.shopify.com 417381',
    fix: 'Request access to protected customer data for the app. Until then, show what a guest would see.',
    mechanism: token(claims({sub: undefined})),
  },
  'sub-number': {
    title: 'sub is a number',
    expects: forProfiles(APP_SIGNED, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 7519 4.1.2 (a string)',
    fix: 'Accept sub only as a string.',
    mechanism: token(claims({sub: 42})),
  },
  'sub-empty': {
    title: 'sub is an empty string',
    expects: forProfiles(PERSON_AS_SUB, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 7519 4.1.2',
    fix: 'Treat an empty sub as nobody, never as everybody.',
    mechanism: token(claims({sub: ''})),
  },
  'sub-markup': {
    title: 'sub contains markup or SQL',
    expects: forProfiles(PERSON_AS_SUB, EITHER),
    class: 'defence',
    severity: 'medium',
    source: 'OWASP injection',
    fix: 'Treat claims as input: bind parameters, escape output.',
    mechanism: token({
      markup: claims({sub: '<script>alert(1)</script>'}),
      sql: claims({sub: "1' OR '1'='1"}),
      path: claims({sub: '../../etc/passwd'}),
      template: claims({sub: '{{7*7}}${7*7}'}),
    }),
  },
  'sub-zero-byte': {
    title: 'sub contains a zero byte',
    expects: forProfiles(PERSON_AS_SUB, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'PostgreSQL refuses zero bytes in text',
    fix: DOCUMENTED_TYPES,
    mechanism: token(claims((_context, {sub}) => ({sub: `${String(sub)}\0`}))),
  },
  'sub-object': {
    title: 'sub is not a string',
    expects: forProfiles(PERSON_AS_SUB, EITHER),
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7519 4.1.2 (a string)',
    fix: DOCUMENTED_TYPES,
    mechanism: token({
      object: claims({sub: {$ne: null}}),
      list: claims({sub: []}),
      true: claims({sub: true}),
      null: claims({sub: null}),
    }),
  },
  'jti-missing': {
    title: 'the token has no jti',
    expects: forProfiles(WITH_JTI, EITHER),
    class: 'defence',
    severity: 'medium',
    source: 'shopify.dev claim list',
    fix: 'Either answer is fine.',
    mechanism: token(claims({jti: undefined})),
  },
  'jti-object': {
    title: 'jti is not a string',
    expects: forProfiles(WITH_JTI, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 7519 4.1.7 (a string)',
    fix: DOCUMENTED_TYPES,
    mechanism: token({object: claims({jti: {}}), list: claims({jti: ['a']}), number: claims({jti: 1})}),
  },
  'sid-missing': {
    title: 'the admin token has no sid',
    expects: forProfiles(only(STAFF_PROFILES, 'these tokens have no sid'), EITHER),
    class: 'interop',
    severity: 'medium',
    source: 'shopify-api-ruby #1369',
    fix: 'Either answer is fine; a missing sid must not cause a 500.',
    mechanism: token(claims({sid: undefined})),
  },
};

/** Makes a case in which `dest` names another host than the shop's, with the scheme of the surface. */
function destined(
  title: string,
  severity: Case['severity'],
  source: string,
  ...hosts: readonly ((shop: string) => string)[]
): Case {
  const scheme = ({profile}: CaseContext): string => (STAFF_PROFILES.includes(profile) ? 'https://' : '');
  const variant = (host: (shop: string) => string): ReturnType<typeof claims> =>
    claims((context) => {
      const dest = `${scheme(context)}${host(context.world.shop.domain)}`;
      return STAFF_PROFILES.includes(context.profile) ? {iss: `${dest}/admin`, dest} : {dest};
    });

  return {
    title,
    expects: forProfiles(WITH_DEST, REFUSE),
    class: 'defence',
    severity,
    source,
    fix: DEST_RULE,
    mechanism: token(
      Object.fromEntries(hosts.map((host) => [hosts.length === 1 ? '' : host('<shop>'), variant(host)])),
    ),
  };
}

/** Shortens the client id; a client id too short for that is replaced by another app's. */
function audience(change: (clientId: string) => string): ReturnType<typeof claims> {
  return claims(({world: {app}}) => {
    const aud = change(app.clientId);
    return {aud: aud === app.clientId ? 'another-app' : aud};
  });
}

function otherCase(text: string): string {
  const upper = text.toUpperCase();
  return upper === text ? text.toLowerCase() : upper;
}
